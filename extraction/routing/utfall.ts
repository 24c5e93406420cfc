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
  /^(?:att\s+|beslutar\s+)?(?:(?:avslå|avslår|avstyrka)\b|\p{Lu}[\p{L} ,-]{3,70} avslår\b|(?:[\p{L}\s,()-]{0,60}\b)?\p{L}*(?:yrkande|förslag|initiativ|ansökan|hemställan|begäran)\p{L}*\b.{0,80}\bavslås\b)/iu,
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
  /\b(?:finn(?:er|s|a)|fann)\b.{0,160}\b(?:bifall(?:er|it|its|es|ts|a)?|biföll|anta(?:gits|git|get|gen|r|s)|godkän(?:t|ner|ns)|beslutar? (?:enligt|i enlighet med))\b/iu,
);
const LYING = ord(/\b(?:liggande |föreliggande |framlagt |besluts|budget|huvud)?förslag|\batt-?sats/iu);
/** A clause that neither adopts nor rejects a proposal: a noting, an election, a passing on, the meeting's own order. */
const NEUTRAL: RegExp[] = [
  ord(
    /^(?:att\s+)?(?:antecknas?|(?:\p{L}+\s+){0,6}(?:läggs?|lägga|lagts|lades|lägger)\b.{0,80} till handlingarna|lägga .* till handlingarna|notera[rst]?\b|tacka[r]?\b|till (?:ledamot|ersättare|ordförande|justerare|att jämte)|som (?:ledamot|ersättare|ordförande|justerare|att jämte)|(?:välja|utse|nominera|entlediga)\b|.{0,80}\b(?:väljs?|valdes|väljer|utses?|utser|utsågs|utse|nominera[rs]?|entledigas?|entledigar)\b)/iu,
  ),
  ord(/^.{0,80}\b(?:noterar|tackar för|antecknas|har tagit del av|tagit del av|till handlingarna)\b/iu),
  ord(/\b(?:avsägelse\p{L}*|entledig\p{L}+|interpellation\p{L}*|sammanräkning|jäv)\b/iu),
  ord(/\bfråga(?:n|or|orna)?\b.{0,30}\b(?:besvara\p{L}*|ställ\p{L}*)\b/iu),
  ord(/\b(?:dagordning|ärendelista|föredragningslista|kungörelse)\p{L}*\b|\bkungjort?\b/iu),
  ord(
    /\b(?:delegation|delegering)sbeslut\p{L}*\b.{0,60}\b(?:godkänn|handlingarna|noter)\p{L}*|\bredovisning(?:en|ar|arna)? av deleg\p{L}+beslut/iu,
  ),
  ord(
    /\b(?:paragrafen|beslutet|protokollet|punkten)\b.{0,40}\b(?:justera\p{L}*|omedelbart)\b|\bjustera (?:paragrafen|protokollet|dagens|punkten)|\bjustering\b/iu,
  ),
];
/** "godkänner uppföljningen och lägger den till handlingarna" is more than a noting. */
const APPROVES_TOO = ord(/^.{0,60}\bgodkän(?:na|ner) \p{L}+ och läg/iu);
const neutral = (text: string) => !APPROVES_TOO.test(text) && NEUTRAL.some((re) => re.test(text));

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
  if (texts.every(neutral)) return null;
  if (REJECTED.test(first.text) && !rejectsAsProposed(first.text, arende, beslutsgang)) return 'avslag';
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
  // the beslutsgång told that those who asked for the proposal won
  if (moved.some((y) => y.typ === 'bifall' && y.utfall === 'bifall' && !OTHERS.test(y.text))) return 'bifall';
  return adoptedQuietly(arende) ? 'bifall' : null;
}

/** What is supported is somebody's own initiative, not the proposal about it. */
const OTHERS = ord(/\b(?:motion|\p{L}*initiativ|medborgarförslag|e-förslag|\p{L}*yrkande|tillägg)\p{L}*/iu);

/** Papers that carry a proposal to a meeting. */
const PAPERS =
  /tjänste(?:skrivelse|utlåtande|mannaskrivelse)|förslag|skrivelse|protokoll|beslutsunderlag|framställ|ansökan|initiativ|rapport/iu;
/** A decision that takes up what has been laid before the meeting. */
const TAKES_UP = ord(
  /\b(?:godkän|anta|fastställ|bevilja|avslå|bifall)\p{L}*|\bbesvara\p{L}+ med (?:\p{L}+ ){0,2}(?:yttrande|utlåtande)|\butan erinran\b/iu,
);

/**
 * A proposal lay before the meeting, nobody moved anything else, and the § decides: it was adopted. That it did is
 * told by the papers, by the decision's words, or by its being passed on to another body for decision
 * (kommunallagen 5 kap. 26 §, 6 kap. 13 §: matters are prepared). Elections and mere notings have been told apart.
 */
function adoptedQuietly({
  beslut,
  underlag,
  yrkanden,
}: Pick<Arende, 'beslut' | 'underlag' | 'yrkanden'>): boolean {
  // the matter was decided: who wanted it sent back or put off has lost
  if (!yrkanden.every((y) => ['bifall', 'aterremiss', 'bordlaggning'].includes(y.typ))) return false;
  const decided = beslut.filter((b) => !neutral(b.text));
  return (
    underlag.some((u) => PAPERS.test(u.text)) ||
    decided.some((b) => b.kedja.length > 1 || TAKES_UP.test(b.text))
  );
}

/** Somebody's initiative is rejected: as proposed where an office or a body had proposed so, else against it. */
function rejectsAsProposed(
  text: string,
  { underlag, yrkanden }: Pick<Arende, 'underlag' | 'yrkanden'>,
  beslutsgang: string,
): boolean {
  // whatever was asked for: all who spoke wanted what the body before had proposed
  if (yrkanden.length > 0 && yrkanden.every((y) => y.typ === 'bifall' && OF_BODY.test(y.text))) return true;
  return (
    ord(/\b(?:motion|\p{L}*initiativ|medborgarförslag|e-förslag)\p{L}*/iu).test(text) &&
    (ord(/\bmotion/iu).test(text) ||
      (yrkanden.every((y) => y.typ !== 'avslag') &&
        underlag.some((u) => ord(/\btjänste\p{L}+|utlåtande|förvaltning|kontor/iu).test(u.text))) ||
      [beslutsgang, ...yrkanden.map((y) => y.text)].some((t) => OF_BODY.test(t)))
  );
}

/** Whose proposal a matter comes with. */
const OF_BODY = ord(
  /(?:nämnd|styrelse|utskott|kontor|förvaltning|utlåtande|skrivelse|bolag|direktör)\p{L}{0,40}s förslag\b|\b(?:liggande|föreliggande) förslag/iu,
);

/** "finner att N:s yrkande bifallits": another text than the proposal won. */
function adoptedRival(text: string): boolean {
  if (
    ord(
      /\b(?:finner|fann)\b[^.]{0,80}\b(?:bifall\p{L}*|antar?) (?:\p{L}+s )?ändrings(?:förslag|yrkande)/iu,
    ).test(text)
  )
    return true;
  return ord(
    /\b(?:finner|fann)\b.{0,80}\b\p{Lu}\p{L}{1,60}s (?:\([^)]{0,40}\)s? )?(?:ändrings)?yrkande (?:har )?(?:bifallits|antagits)/u,
  ).test(text);
}

/** The proposal's clauses were decided word for word. */
function sameClauses({ beslut, forslag }: Pick<Arende, 'beslut' | 'forslag'>): boolean {
  const plain = (t: string) =>
    t
      .toLowerCase()
      // "Nämnden beslutar att …": printed with who decides or without
      .replace(/^.{0,60}(?:nämnden|styrelsen|utskottet|fullmäktige) beslutar (?=att\s)/u, '')
      .replace(/^att\s+/, '')
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim();
  const decided = new Set(beslut.map((b) => plain(b.text)));
  const kept = forslag.filter((f) => decided.has(plain(f.text))).length;
  return kept >= Math.max(1, Math.ceil(forslag.length / 2));
}
