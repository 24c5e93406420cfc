/**
 * What the beslutsgång says became of each yrkande. The chair puts proposals and finds which has won; a finding
 * is about the proposal lying before the meeting, about somebody's yrkande by name, or about a kind of yrkande.
 */
import { ord } from '../language/ord.ts';
import { partyByName } from '../language/party.ts';
import type { Yrkande } from '../record.ts';

type Outcome = Yrkande['utfall'];

const FINDING = ord(
  /\b(?:finner|fann|konstaterar|konstaterade|beslutar|beslutat|beslutade|antar|antog|bifaller|biföll|avslår|avslog|minoritetsåterremiss|är (?:därmed )?(?:ärendet )?återremitterat)\b/iu,
);
const WON = ord(
  /\b(?:bifall(?:it|its|er|es|ts|s|a|as)?|biföll|bifölls|anta(?:gits|git|r|s|git|tas)?|antogs|antog|godkän(?:ts|t|ner|na|ns)|vunnit|vinner|enligt|i enlighet med)\b/iu,
);
const LOST = ord(/\b(?:avslag(?:it|its|et|en|na)?|avslå(?:s|r)?|avslog|avslogs|fallit|faller|föll)\b/iu);
const PROPOSAL = ord(/\b(?:besluts|budget|huvud)?förslag(?:et)?\b/iu);
const MOTION = ord(/\bmotion(?:en)?\b/iu);

const opposite = (outcome: Outcome): Outcome =>
  outcome === 'bifall' ? 'avslag' : outcome === 'avslag' ? 'bifall' : null;

/** The part of a finding that tells what was found, and all of it. */
interface Finding {
  told: string;
  whole: string;
  outcome: Outcome;
}

/** "Med 7 ja-röster och 8 nej-röster finner ordföranden": what a vote came to. */
const BY_VOTE = ord(/\bja\b.{0,40}\bnej\b/iu);

function findingsOf(beslutsgang: string): Finding[] {
  const out: Finding[] = [];
  for (const whole of beslutsgang.split(/(?<=[.])\s+/).filter((s) => FINDING.test(s))) {
    const told = ord(/\b(?:finner|fann|konstaterar|konstaterade)\b.*/isu).exec(whole)?.[0] ?? whole;
    const finding = { told, whole, outcome: outcomeIn(told) };
    const before = out.at(-1);
    // a vote on what the chair had found takes its place
    if (before && BY_VOTE.test(whole) && !BY_VOTE.test(before.whole)) {
      out[out.length - 1] = { ...finding, whole: `${before.whole} ${whole}` };
    } else out.push(finding);
  }
  return out;
}

const outcomeIn = (told: string): Outcome => (LOST.test(told) ? 'avslag' : WON.test(told) ? 'bifall' : null);

/** Marks yrkanden by the findings; what is not told stays null. Later findings outweigh earlier ones. */
export function yrkandeOutcome(yrkanden: Yrkande[], beslutsgang: string): void {
  const told = [beslutsgang, ...yrkanden.map((y) => y.text)].join(' ');
  for (const y of yrkanden) {
    if (y.typ === 'annat' || y.typ === 'andring') y.typ = namedKind(told, y) ?? y.typ;
  }
  if (!beslutsgang) return;
  const findings = findingsOf(beslutsgang);
  for (const finding of findings) {
    const about = yrkanden.filter((y) => isAbout(finding, y));
    for (const y of yrkanden) {
      const outcome = outcomeOf(finding, y, about);
      if (outcome) y.utfall = outcome;
    }
  }
  for (const y of yrkanden) {
    const target = y.typ === 'avslag' ? targetOf(y, yrkanden) : undefined;
    if (target?.utfall) y.utfall = opposite(target.utfall);
  }
}

/** "avslag på Anna Bergs tilläggsyrkande": the yrkande that another asks to have rejected. */
function targetOf(y: Yrkande, yrkanden: Yrkande[]): Yrkande | undefined {
  const asked = ord(
    /\bavslag (?:till|på) ([^.]{0,80}?)(tilläggs|ändrings|återremiss)?(?:yrkande|förslag)/iu,
  ).exec(y.text);
  const whose = asked?.[1] ?? '';
  const others = yrkanden.filter((z) => z !== y && z.typ !== 'bifall' && z.typ !== 'avslag');
  return asked?.[2]?.toLowerCase() === 'återremiss'
    ? others.find((z) => z.typ === 'aterremiss')
    : others.find((z) => z.av.some(({ namn }) => namn && whose.includes(namn)));
}

/** True when the finding names a mover and the yrkande: "Hanna Bergs yrkande", "Hanna Bergs med fleras tilläggsyrkande". */
function isAbout({ told, whole }: Finding, y: Yrkande): boolean {
  return y.av.some(({ namn }) => {
    if (!namn || namn.length < 4) return false;
    const re = new RegExp(
      `${literal(namn)}s?(?: \\([^)]*\\)s?)?(?: med fleras?| m\\.?\\s?fl\\.?)? (?:\\p{L}+)?(?:yrkande|förslag)`,
      'iu',
    );
    return re.test(told) || (re.test(whole) && ord(/\byrkande(?:t|n|na)?\b/iu).test(told));
  });
}

function outcomeOf(finding: Finding, y: Yrkande, about: Yrkande[]): Outcome {
  const { told, whole, outcome } = finding;
  const sentBack = ord(/\b(?:återremittera[st]?|ska återremitteras)\b/iu).test(told);
  const today = ord(/\bavgöra(?:s)?\b[^.]{0,1000}\b(?:idag|i dag|dagens)/iu).test(told);
  if (y.typ === 'aterremiss' || y.typ === 'bordlaggning') {
    if (today) return 'avslag';
    if (y.typ === 'aterremiss' && ord(/\b(?:återremittera[st]?|ska återremitteras)\b/iu).test(told))
      return 'bifall';
    if (y.typ === 'bordlaggning' && ord(/\bbordlägga[st]?\b/iu).test(told)) return 'bifall';
    if (y.typ === 'aterremiss' && ord(/\båterremiss(?:yrkandet|en)?\b/iu).test(whole) && outcome)
      return outcome;
    return null;
  }
  // "att ärendet avgörs i dag" is the other side of an återremiss
  if (ord(/\bavgörs (?:idag|i dag)\b/iu).test(y.text) && (today || sentBack))
    return today ? 'bifall' : 'avslag';
  if (outcome === null || today || sentBack) return null;
  if (about.length > 0) {
    const won = about.some((a) => wonBy(told, a));
    if (about.includes(y)) return wonBy(told, y) ? 'bifall' : outcome;
    return rivalOf(won ? { ...finding, outcome: 'bifall' } : finding, y, about);
  }
  if (y.typ === 'tillagg' && ord(/\btilläggsyrkande/iu).test(whole)) return outcome;
  const other = ord(/\b(?:tilläggs|ändrings|återremiss)yrkande/iu);
  if (!PROPOSAL.test(whole) || (other.test(whole) && !PROPOSAL.test(told))) return null;
  return againstProposal(y, outcome, told);
}

/** "beslutar enligt Anna Bergs förslag att avslå motionen": she won, though the matter was rejected. */
function wonBy(told: string, y: Yrkande): boolean {
  return y.av.some(
    ({ namn }) =>
      namn !== null && ord(new RegExp(`\\b(?:enligt|i enlighet med) ${literal(namn)}`, 'iu')).test(told),
  );
}

/** What the fate of the proposal lying before the meeting means for a yrkande. */
function againstProposal(y: Yrkande, proposal: Outcome, told: string): Outcome {
  if (y.typ === 'bifall' && isRivalProposal(y.text, told)) return opposite(proposal);
  if (y.typ === 'bifall')
    return PROPOSAL.test(y.text) || !MOTION.test(y.text) ? proposal : opposite(proposal);
  if (y.typ === 'avslag') return MOTION.test(y.text) && !PROPOSAL.test(y.text) ? null : opposite(proposal);
  return y.typ === 'andring' ? opposite(proposal) : null;
}

const WHOSE = ord(/\b(\p{L}+s|eget|egna|sitt)\s+(?:egna? |gemensamma )?\p{L}*förslag/iu);

/** "bifall till Vänsterpartiets budgetförslag" where the finding is about another's. */
function isRivalProposal(text: string, told: string): boolean {
  const own = WHOSE.exec(text)?.[1]?.toLowerCase() ?? '';
  const found = WHOSE.exec(told)?.[1]?.toLowerCase() ?? own;
  return own !== found && (partyByName(own) !== null || ['eget', 'egna', 'sitt'].includes(own));
}

/** Where one yrkande won against the others, those that asked for the proposal lost. */
function rivalOf({ outcome, whole }: Finding, y: Yrkande, about: Yrkande[]): Outcome {
  const main = about.some((a) => a.typ === 'andring' || a.typ === 'bifall' || a.typ === 'avslag');
  if (!main || !ord(/\bmot varandra\b|\bpropositioner? på yrkandena\b/iu).test(whole)) return null;
  return y.typ === 'tillagg' ? null : opposite(outcome);
}

/** The beslutsgång or another yrkande names what a mover's text is: "Hanna Bergs med flera tilläggsyrkande". */
function namedKind(told: string, y: Yrkande): 'tillagg' | 'andring' | null {
  for (const { namn } of y.av) {
    if (!namn) continue;
    const m = new RegExp(
      `${literal(namn)}s?(?: \\([^)]*\\)s?)?(?: med flera(?:s)?| m\\.?\\s?fl\\.?)? (tillägg|ändring)(?:s(?:yrkande|förslag)|\\b)`,
      'iu',
    ).exec(told);
    if (m) return m[1]?.toLowerCase() === 'tillägg' ? 'tillagg' : 'andring';
  }
  return null;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
