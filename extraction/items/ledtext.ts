/**
 * The line that introduces clauses, and the chain of bodies it names: "HSN föreslår Regionstyrelsen att
 * föreslå Regionfullmäktige besluta" → HSN, Regionstyrelsen, Regionfullmäktige. The forms follow from how a
 * matter is prepared (kommunallagen 5 kap. 26–28 §§, 6 kap.): a body decides, or proposes to the next.
 */
import { ord } from '../language/ord.ts';
import { type Passage, slicePassage } from '../lines/passage.ts';
import { findOrganer } from '../routing/organ.ts';

/** Verbs by which a body decides or proposes. */
const DECIDES =
  '(?:beslut(?:ar|ade|a|at)|beslöt|föreslår|förslår|föreslå|föreslog|föreslås|rekommenderar|rekommendera|hemställer|hemställa|tillstyrker|tillstyrka|uppmanar|uppdrar|anhåller|anhålla)';
const HAS_VERB = ord(new RegExp(`\\b${DECIDES}\\b`, 'iu'));
/** "… beslutade följande." ends with a stop all the same. */
const FOLLOWING = ord(/\bföljande(?: beslut)?\s*(?:[.:]\s*)?$/iu);
/** A lead-in ends where the decided thing must follow. */
const OPEN_END = ord(
  /(?:\b(?:besluta(?:r|de)?|föreslå[rs]?|att|besluta att|följande|beslut|dels|beslutas|hos|för egen del|för sin del|för sin egen del))\s*(?::\s*)?(?:att\s*)?$/iu,
);
const COLON_END = /:\s*$/;
/** "Enligt stadsledningskontorets förslag:", "På förslag av …:", "Enligt yrkande från …": whose text it is. */
const WHOSE = ord(
  /^(?:enligt|i enlighet med|på förslag av|efter förslag (?:av|från)|med bifall till|med ändring)\b/iu,
);
/** "I kommunstyrelsen och kommunfullmäktige:", "Kommunstyrelsen:", "För egen del", "För kommunfullmäktige". */
const PLACE = /^(?:(?:förslag till beslut )?(?:i|för|till)\s+)?[\p{L}\s,–-]{3,120}:\s*$/iu;
/** Something is decided already: "Ärendet återremitteras till nämnden för att:" is a clause with its list. */
const DONE = ord(/\b(?:återremitteras|bordläggs|antas|godkänns|fastställs|överlämnas|får|ska|skall)\b/iu);
const OWN = ord(/^för egen del\b/i);
/** "Regiondirektören får i uppdrag att:" – an assignment whose parts are listed. */
const ASSIGNMENT = ord(/\b(?:i uppdrag|uppdras? (?:till|åt)|uppdrag)\b.*\b(?:att|följande)\s*:\s*$/iu);
/** A full stop that is not an abbreviation's, and a sentence behind it. */
const SENTENCES = ord(/(?<!\b\p{L}{1,5})[.!?]\s+\p{Lu}/u);
/** True for "Regiondirektören får i uppdrag att:". */
export const isAssignment = (text: string): boolean => COLON_END.test(text) && ASSIGNMENT.test(text);

/** Whom a body orders is no part of the chain: "… beslutar uppdra åt kommunstyrelsen att:", "Nämnden får i uppdrag". */
const ORDERED = ord(/\b(?:uppdra(?:r|s)? (?:åt|till)|ger|ge|ges|får|fått)\b.*$/iu);

/** The longest lead-in seen is some 350 characters. */
const LONGEST = 420;

/** What a decision hangs on, said in its lead-in: "under förutsättning av kommunfullmäktiges beslut ovan,". */
const CONDITION = ord(
  /(?:^|,\s+|(?<![,\s])\s+)under förutsättning av [\p{L}\s-]{3,60}s (?:beslut|godkännande)(?: (?:enligt )?ovan| därom)?,?(?=\s|:|$)/iu,
);

/**
 * On what ground, said inside a lead-in: whose text it is ("beslutar i enlighet med arbetsutskottets förslag att föreslå
 * …"), the law ("beslutar med stöd av 2 kap. 3 § … att"), what was said before ("beslutar med hänvisning till … att").
 */
const GROUND = ord(
  /(?<=\bbeslutar),? (?:(?:i enlighet med|enligt) [\p{L}\s-]{3,60}s förslag|(?:med (?:stöd av|hänvisning till|anledning av|åberopande av)|mot bakgrund av) (?:(?! att\b)[^:;]){3,160}?),?(?: [–-])?(?= att\b| föreslå\b|$)/iu,
);
/** "På förslag av arbetsutskottet beslutar kommunstyrelsen": the verb before its subject. */
const INVERTED = ord(/^(?:på|efter) förslag (?:av|från) [\p{L}\s-]{3,60} beslutar [\p{L}\s-]{3,60}$/iu);

/**
 * True when a piece of text introduces clauses instead of being one: it ends where the clause must follow
 * ("… besluta", "… beslutar:"), says whose proposal follows, or names only the bodies concerned.
 */
export function isLedtext(text: string): boolean {
  const t = text.trim().replace(CONDITION, ' ').replace(GROUND, ' ').replace(/\s+/g, ' ').trim();
  if (t.length > LONGEST || t.length < 5) return false;
  if (SENTENCES.test(t)) return false;
  if (ord(/^(?:att|dels att)\b/i).test(t))
    return chainOnly(t) && (OPEN_END.test(t) || (findOrganer(t).length > 0 && !/[.,;]$/.test(t)));
  if (FOLLOWING.test(t) && HAS_VERB.test(t) && findOrganer(t).length > 0) return true;
  if (/^för (?:egen|sin|sin egen) del\s*:?$/iu.test(t)) return true;
  if (INVERTED.test(t)) return findOrganer(t).length > 0;
  if (WHOSE.test(t)) return COLON_END.test(t) || ord(/\b(?:besluta(?:r|s)?|att)\s*$/iu).test(t);
  if (COLON_END.test(t)) {
    // "X beslutar att anta taxan med följande tillägg:" is a clause with its list
    if (!ASSIGNMENT.test(t) && inlineCut(t) !== null) return false;
    return (
      HAS_VERB.test(t) ||
      ASSIGNMENT.test(t) ||
      OWN.test(t) ||
      (PLACE.test(t) && !DONE.test(t) && findOrganer(t).length > 0)
    );
  }
  if (OPEN_END.test(t))
    return HAS_VERB.test(t) && !/\.\s*$/.test(t) && (findOrganer(t).length > 0 || t.length < 60);
  if (proposesTo(t)) return true;
  // "Under förutsättning av kommunfullmäktiges beslut beslutar kommunstyrelsen"
  if (t !== text.trim() && ord(/^beslutar\b/iu).test(t) && chainOnly(t)) return true;
  // "Utskottet för ekonomi föreslår regionstyrelsen" alone: two bodies and the verb between them
  if (/[.!?]$/.test(t)) return false;
  return (chainOnly(t) && HAS_VERB.test(t) && findOrganer(t).length >= 2) || AS_PROPOSED.test(t);
}

/** "Socialnämnden beslutar enligt arbetsutskottets förslag", with the clauses under it. */
const AS_PROPOSED = ord(
  /^\p{Lu}[\p{L}\s-]{3,80}\bbeslutar (?:enligt|i enlighet med) [\p{L}\s-]{3,60}\bförslag$/iu,
);

/** "Gemensam nämnd avseende upphandling föreslår regionfullmäktige": a sentence that stops at whom it asks. */
function proposesTo(text: string): boolean {
  const m = ord(/^\p{Lu}.{3,180}\s(?:föreslår|förslår)\s+/u).exec(text);
  if (!m || /[.,;!?]$/.test(text)) return false;
  const asked = text.slice(m[0].length);
  const organ = findOrganer(asked)[0];
  if (!organ || organ.end < asked.trim().length) return false;
  return organ.start === 0 || /^\p{L}+s\s+$/u.test(asked.slice(0, organ.start));
}

/** True when nothing is left of the text once bodies and the verbs and link words of a chain are gone. */
function chainOnly(text: string): boolean {
  let rest = text;
  for (const organ of [...findOrganer(text)].reverse()) {
    rest = `${rest.slice(0, organ.start)} ${rest.slice(organ.end)}`;
  }
  rest = rest
    .replace(ord(new RegExp(`\\b${DECIDES}\\b`, 'giu')), ' ')
    .replace(
      ord(
        /\b(?:att|och|i sin tur|för egen del|för sin del|ska|besluta|fatta(?:r)?|beslut|enhälligt|härmed|därmed|således|samt|dels|följande|sedan|hos|inför|respektive)\b/giu,
      ),
      ' ',
    )
    .replace(/[\s,.:–-]+/g, '');
  return rest.length <= 2;
}

/**
 * Divides "X beslutar att föreslå Y att godkänna …" into lead-in and clause. The lead-in is the longest head of
 * the sentence made of bodies and chain verbs alone; the clause begins at the "att" after it.
 */
export function splitInlineLedtext(passage: Passage): { ledtext: Passage; clause: Passage } | null {
  const at = inlineCut(passage.text);
  if (at === null) return null;
  const clause = slicePassage(passage, at);
  return clause.text.length < 8 ? null : { ledtext: slicePassage(passage, 0, at), clause };
}

/** "Tekniska kontoret föreslår kommunstyrelsen besluta att …": an office is no part of the chain. */
const OFFICE_PROPOSES = ord(
  /^\p{Lu}[\p{L}\s-]{2,60}(?:kontoret|förvaltningen|avdelningen|enheten|chefen|direktören|sekreteraren|kansliet|staben|sektorn) (?=föreslår\b)/u,
);

/** "Regionfullmäktige uppdrar åt regionstyrelsen": whom it charges is part of what it decides. */
const ENTRUSTS = ord(/\buppdrar (?:åt|till)\b/iu);

/** Where the clause begins in "Kommunstyrelsen föreslår kommunfullmäktige | att avslå motionen."; null in other text. */
function inlineCut(text: string): number | null {
  if (findOrganer(text.slice(0, 160)).length === 0) return null;
  let cut: number | null = null;
  for (const m of text.slice(0, LONGEST).matchAll(/\s(?=att\s)/giu)) {
    const head = text.slice(0, m.index).trim().replace(GROUND, ' ').replace(OFFICE_PROPOSES, '');
    if (!chainOnly(head) || !HAS_VERB.test(head) || ENTRUSTS.test(head)) {
      if (cut !== null) break;
      continue;
    }
    // "… att kommunfullmäktige beslutar:": the next body of the chain, not the clause
    const rest = text.slice(m.index).replace(/^\s?att\s+/iu, '');
    const next = findOrganer(rest.slice(0, 160))[0];
    if (next?.start === 0 && ord(/^\s+(?:ska\s+)?besluta[r]?\b/iu).test(rest.slice(next.end))) {
      cut = null;
      continue;
    }
    cut = m.index;
    // "att föreslå Y (att) besluta" belongs to the chain: go on; anything else is the clause
    if (!ord(/^\s?att\s+(?:föreslå|rekommendera|hemställa|besluta\b)/iu).test(text.slice(m.index))) break;
  }
  // "Arbetsutskottet beslutar att föreslå att:": nothing but the chain, the clause is on the next line
  return cut !== null && chainOnly(text.slice(cut)) && /:\s*$/.test(text) ? null : cut;
}

/**
 * The bodies of a lead-in in order. Those that only own a proposal ("kommunstyrelsens förslag", "yrkande i
 * kommunstyrelsen") are no part of the chain, nor is anyone in "Enligt X:s förslag". Empty when none decides.
 */
export function kedjaOf(ledtext: string): string[] {
  if (WHOSE.test(ledtext)) {
    const decides = /[,;]?\s(?:och|att|beslutar?|föreslår)\s/iu.exec(ledtext);
    if (!decides || !HAS_VERB.test(ledtext)) return [];
  }
  const ordered = ASSIGNMENT.test(ledtext) ? ORDERED.exec(ledtext)?.index : undefined;
  const end =
    ordered === undefined || !ord(/^(?:får|fått|ges)\b/iu).test(ledtext.slice(ordered)) ? ordered : 0;
  return findOrganer(ledtext)
    .filter((o) => !o.genitive && o.start < (end ?? ledtext.length))
    .filter(({ start }) => {
      const before = ledtext.slice(Math.max(0, start - 70), start);
      return !ord(/(?:yrkande|förslag|yttrande)(?:t|et|n|na)?\b[^.]{0,60}\bi\s+$/iu).test(before);
    })
    .map((o) => ledtext.slice(withOwner(ledtext, o.start), o.end))
    .concat(LANDSTING.exec(ledtext)?.[1] ?? []);
}

/** A lead-in that ends in a verb of proposing. */
const ENDS_PROPOSING = ord(
  /\b(?:föreslår|föreslå|föreslog|rekommenderar|rekommendera|hemställer|hemställa)(?: att)?\s*:?$/iu,
);

/** The chain with the body that a clause has for its subject: "Nämnden föreslår" / "att fullmäktige avslår motionen". */
export function withBodyProposedTo(kedja: string[], ledtext: string, clause: string): string[] {
  if (kedja.length !== 1 || !ENDS_PROPOSING.test(ledtext.trim())) return kedja;
  const first = subjectOf(clause);
  if (!first) return kedja;
  // "Kommunstyrelsen föreslår att fullmäktige reviderar reglerna": that body proposes in its turn
  const on = ord(/^\s*(?:föreslår|rekommenderar)\s+/iu).exec(first.rest);
  const second = on ? subjectOf(first.rest.slice(on[0].length)) : null;
  return [...kedja, first.name, ...(second ? [second.name] : [])];
}

/** The body that does something in a clause, and what follows its name. */
function subjectOf(clause: string): { name: string; rest: string } | null {
  const said = clause.replace(/^att\s+/iu, '');
  const subject = findOrganer(said.slice(0, 120))[0];
  const verb = ord(/^ (?:\p{Ll}+(?:ar|er|år)|ska|tar|ger)\b/u);
  if (subject?.start !== 0 || subject.genitive || !verb.test(said.slice(subject.end))) return null;
  return { name: said.slice(0, subject.end), rest: said.slice(subject.end) };
}

/** Until 2019 a landsting's fullmäktige was called by the landsting's own name: "hemställa att landstinget beslutar". */
const LANDSTING = ord(/\b(?:hemställa|hemställer|föreslå|föreslår)\s+(?:hos\s+|att\s+)?(landstinget)\b/iu);

/** "medlemskommunernas fullmäktige": whose fullmäktige it is belongs to the name. */
function withOwner(text: string, start: number): number {
  if (!/^fullmäktige/iu.test(text.slice(start))) return start;
  const owner = /(?<!\p{L})(\p{L}+s)\s+$/u.exec(text.slice(0, start));
  return owner?.[1] && !ord(/^(?:beslutas|föreslås)$/iu).test(owner[1]) ? start - owner[0].length : start;
}
