/**
 * What became of the proposal that a meeting had before it. Null where there was none to adopt or reject: an
 * election, a mere noting, or a decision on a rival yrkande.
 */
import { ord } from '../language/ord.ts';
import type { Arende } from '../record.ts';

const ATERREMISS = ord(
  /\båterremitter(?:as|a|ar|ade|at|ats)\b|\båterremiss\b.{0,30}\b(?:beviljas|bifalls)\b/iu,
);
const BORDLAGT = ord(/\bbord(?:läggs|lägga|lägger|lade|lades|lagt|lagd|läggas)\b/iu);
const REJECTED = ord(
  /^(?:att\s+)?(?:(?:avslå|avslår|avstyrka)\b|\p{Lu}[\p{L} ,-]{3,70} avslår\b|(?:[\p{L}\s,()-]{0,60}\b)?(?:yrkande|förslag|initiativ|ansökan|hemställan|begäran)\p{L}*\b.{0,80}\bavslås\b)/iu,
);
const WHOSE = ord(
  /\b(?:enligt|tillstyrker|bifaller|i enlighet med|bifall till)\b.{0,120}\b(?:förslag|hemställan)/iu,
);
const PROPOSED = ord(
  /\b(?:föreslag(?:en|et|na)|(?:enligt|godkänna?|godkänns|antas?|antar|i enlighet med|bifalla?) (?:\p{L}+s )?(?:liggande |föreliggande |upprättat |framlagt |föreliggande )?förslag)/iu,
);
const RIVAL = ord(/\benligt (?:beslut(?:s)?satserna i )?(?:\p{L}*yrkande)|tillstyrker (?:\p{L}*yrkande)/iu);
/** "finner att nämnden bifaller liggande förslag", "finner att arbetsutskottets förslag bifallits / antagits". */
const FOUND_FOR = ord(
  /\b(?:finn(?:er|s|a)|fann)\b.{0,160}\b(?:bifall(?:er|it|its|es|ts|a)?|biföll|antagits|antar|godkän(?:t|ner|ns)|beslutar? (?:enligt|i enlighet med))\b/iu,
);
const LYING = ord(/\b(?:liggande|föreliggande|framlagt)?\s*förslag|\batt-?sats/iu);
const NEUTRAL = ord(
  /^(?:att\s+)?(?:antecknas|(?:\p{L}+\s+){0,6}(?:läggs?|lägga|lagts) till handlingarna|lägga .* till handlingarna|notera|(?:till|som) (?:ledamot|ersättare|ordförande|justerare|att jämte)|(?:välja|utse|nominera|entlediga)\b|.{0,80}\b(?:väljs|utses|entledigas)\b)/iu,
);

/** Read from the decision's clauses and lead-in, then from the beslutsgång. */
export function utfallOf(
  arende: Pick<Arende, 'beslut' | 'forslag' | 'yrkanden' | 'underlag'>,
  beslutsgang: string,
): Arende['utfall'] {
  const first = arende.beslut[0];
  if (!first) return null;
  const texts = arende.beslut.map((b) => b.text);
  if (texts.some((t) => ATERREMISS.test(t)) && texts.length <= 2) return 'aterremiss';
  if (texts.some((t) => BORDLAGT.test(t)) && texts.length <= 2) return 'bordlagt';
  const lead = first.ledtext ?? '';
  if (RIVAL.test(lead) && !WHOSE.test(lead)) {
    return /^enligt yrkande/iu.test(lead) &&
      arende.beslut.length === 1 &&
      !ord(/\bförslag/iu).test(beslutsgang)
      ? 'bifall'
      : null;
  }
  if (WHOSE.test(lead)) return 'bifall';
  if (texts.every((t) => NEUTRAL.test(t))) return null;
  const motion = ord(/\bmotion/iu).test(first.text);
  if (REJECTED.test(first.text) && !motion) return 'avslag';
  if (FOUND_FOR.test(beslutsgang) && LYING.test(beslutsgang) && !adoptedRival(beslutsgang)) return 'bifall';
  if (
    LYING.test(beslutsgang) &&
    ord(/\bfinner att så (?:sker|är fallet)\b|\bmed ja besvarad\b/iu).test(beslutsgang)
  )
    return 'bifall';
  if (texts.some((t) => PROPOSED.test(t))) return 'bifall';
  if (arende.forslag.length > 0 && sameClauses(arende)) return 'bifall';
  // nobody asked for anything but the proposal
  const moved = arende.yrkanden;
  if (moved.length > 0 && moved.every((y) => y.typ === 'bifall' && ord(/\bförslag(?:et)?\b/iu).test(y.text)))
    return 'bifall';
  return adoptedQuietly(arende) ? 'bifall' : null;
}

/** Papers that carry a proposal to a meeting. */
const PROPOSAL =
  /tjänste(?:skrivelse|utlåtande|mannaskrivelse)|förslag|skrivelse|protokoll|beslutsunderlag|framställ|ansökan|initiativ|rapport/iu;

/**
 * A proposal lay before the meeting (its papers say so), nobody moved anything else, and the § decides: it was
 * adopted. Elections and mere notings have been told apart before.
 */
function adoptedQuietly({ underlag, yrkanden }: Pick<Arende, 'underlag' | 'yrkanden'>): boolean {
  return underlag.some((u) => PROPOSAL.test(u.text)) && yrkanden.every((y) => y.typ === 'bifall');
}

/** "finner att N:s yrkande bifallits": another text than the proposal won. */
function adoptedRival(text: string): boolean {
  return ord(
    /\b(?:finner|fann)\b.{0,80}\b\p{Lu}\p{L}+s (?:\([^)]*\)s? )?(?:ändrings)?yrkande (?:har )?(?:bifallits|antagits)/u,
  ).test(text);
}

/** The proposal's clauses were decided word for word. */
function sameClauses({ beslut, forslag }: Pick<Arende, 'beslut' | 'forslag'>): boolean {
  const plain = (t: string) =>
    t
      .toLowerCase()
      .replace(/^att\s+/, '')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
  const decided = new Set(beslut.map((b) => plain(b.text)));
  const kept = forslag.filter((f) => decided.has(plain(f.text))).length;
  return kept >= Math.max(1, Math.ceil(forslag.length / 2));
}
