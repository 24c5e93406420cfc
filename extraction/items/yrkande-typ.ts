/** What a yrkande asks for, by its words: yes, no, back, later, another text, more, or anything else. */
import { ord } from '../language/ord.ts';
import type { Yrkande } from '../record.ts';

export type YrkandeTyp = Yrkande['typ'];

/** What a clause of a yrkande asks for. Order matters: the first that fits is the kind. */
const KINDS: { typ: YrkandeTyp; re: RegExp }[] = [
  {
    typ: 'aterremiss',
    re: ord(/\båter(?:remi(?:ss|tt)\p{L}*|sänd[as]?s?|förvisa[st]?)\b|\bskickas tillbaka\b/iu),
  },
  { typ: 'bordlaggning', re: ord(/\bbord(?:lägg|lagd|lagt)\p{L}*/iu) },
];
const BIFALL = ord(
  /\b(?:bifall(?:er|a|es|as)?|bifalla|tillstyrk(?:er|a|s|t)?|(?:anta|godkänna?|godkänns|antas|godkänner) (?:\p{L}+s )?(?:liggande |föreliggande |framlagt |presenterat |redovisat )?förslag(?:et)?|enligt (?:\p{L}+s )?(?:liggande |föreliggande |framlagt |)?förslag|i enlighet med (?:\p{L}+s )?(?:liggande |föreliggande |)?förslag|(?:besluta(?:r|s)?) (?:i enlighet med|enligt) )/iu,
);
const AVSLAG = ord(/\b(?:avslag|avslå(?:r|s|tt)?|avstyrk(?:er|a|s|t|te)?|avslagit)\b/iu);
const TILLAGG = ord(
  /\btillägg(?:s\p{L}+|et|en)?\b|\bläggs till\b(?! handlingarna)|\batt (?:lägga till|tillägga)\b(?! handlingarna)|\b(?:kompletteras?|utökas?) med\b/iu,
);
const ANDRING = ord(
  /\b(?:ändring(?:s\p{L}+|en|ar)?|ändras?|ändrat|byts? ut|ersätt(?:s|a|er|as)|stryks?|utgår?|lydelse|formuleras|att-sats|attsats|justera(?:s|t)? till|istället|i stället|motförslag)\b/iu,
);

/** The kinds a text asks for, in the order in which it does. A target in brackets or quotes decides nothing. */
export function kindsOf(text: string): YrkandeTyp[] {
  const plain = text.replace(/[”"“][^”"“]*[”"“]/g, ' ');
  const found: { at: number; typ: YrkandeTyp }[] = [];
  const add = (typ: YrkandeTyp, at: number) => {
    if (!found.some((f) => f.typ === typ)) found.push({ at, typ });
  };
  for (const [i, part] of parts(plain).entries()) {
    const typ = kindOfPart(part.text);
    for (const t of typ) add(t, part.at);
    // "att ärendet avgörs i dag och bifall till …": how the matter is handled is an ask of its own
    if (
      i === 0 &&
      typ.length === 0 &&
      ord(/\bavgör(?:a|as|s)\b.{0,20}(?:\bi ?dag\b|\bdagens\b)/iu).test(part.text)
    )
      add('annat', part.at);
    // "… och att ärendet avgörs i dag": a second ask of no kind of its own
    if (i > 0 && found.length > 0 && typ.length === 0 && SECOND.test(part.text))
      add(additionKind(openKind(part.text), found[0]?.typ), part.at);
  }
  return found.sort((a, b) => a.at - b.at).map((f) => f.typ);
}

/** Own words beside a bifall to the proposal add to it. */
const additionKind = (kind: YrkandeTyp, first: YrkandeTyp | undefined): YrkandeTyp =>
  kind === 'andring' && first === 'bifall' ? 'tillagg' : kind;

const SECOND = ord(/^(?:och|samt|men)\s+(?:yrkar\s+)?att\b(?!.*\bdelta)/iu);

/** A sentence's asks: parted before "avslag på", "bifall till", "i andra hand", "samt att", "yrkar". */
function parts(text: string): { text: string; at: number }[] {
  const cut = ord(
    /(?:,|\boch\b|\bsamt\b|\bmen\b|\bi (?:första|andra|tredje) hand\b|\bdels\b)\s+(?=(?:att\s|avslag\b|bifall\b|återremiss\b|bordläggning\b|avslå|bifalla|yrkar\b|i (?:första|andra|tredje) hand|tilläggsyrkande\p{L}*\b|anmäler\b|dels\b|på\s))/giu,
  );
  const out: { text: string; at: number }[] = [];
  let from = 0;
  for (const m of text.matchAll(cut)) {
    out.push({ text: text.slice(from, m.index), at: from });
    from = m.index;
  }
  out.push({ text: text.slice(from), at: from });
  return out;
}

function kindOfPart(text: string): YrkandeTyp[] {
  if (
    ord(
      /\banmäler\b.{0,1000}\bdeltar? (?:inte|ej)\b|\bta(?:r|git)? tillbaka\b|\bdrar? (?:tillbaka|in)\b/iu,
    ).test(text)
  )
    return [];
  const at = (re: RegExp) => text.search(re);
  const avslag = at(AVSLAG);
  const bifall = at(BIFALL);
  // a part of the proposal, and something else beside it
  if (
    ord(
      /\bdelvis (?:bifall|godkän|anta)|\b(?:bifaller|bifalla|godkänner|godkänna|antar|anta) delvis\b/iu,
    ).test(text)
  )
    return ['andring'];
  // "avslag på återremissyrkandet" rejects; "bifall till avslagsyrkandet" supports
  if (avslag >= 0 && (bifall < 0 || avslag < bifall)) return ['avslag'];
  if (bifall >= 0) {
    if (/^(?:och |samt |,\s*)?(?:bifall till )?(?:det |sitt |eget )?tilläggsyrkande/iu.test(text.trim()))
      return ['tillagg'];
    const tillagg = text.slice(bifall).search(ord(/\btillägg(?:et|en|s(?:yrkande|förslag)\p{L}*)?\b/iu));
    // bifall to the proposal and to an addition: both; bifall to an addition alone: tillägg
    if (ord(/\bmed (?:följande |det )?tillägg/iu).test(text)) return ['bifall', 'tillagg'];
    if (tillagg < 0) return ['bifall'];
    // what stands between names its mover, or another thing that is asked for too
    return ord(/\b(?:förslag|motion|yrkande|och|samt|jämte|liksom)\p{L}*/iu).test(
      text.slice(bifall, bifall + tillagg),
    )
      ? ['bifall', 'tillagg']
      : ['tillagg'];
  }
  for (const { typ, re } of KINDS) if (re.test(text)) return [typ];
  if (/^(?:och|samt|,)?\s*tilläggsyrkande/iu.test(text.trim()) || TILLAGG.test(text)) return ['tillagg'];
  if (ANDRING.test(text)) return ['andring'];
  return [];
}

/** How the meeting is to go about it, or nothing that could be decided: no text beside the proposal. */
const HANDLING = ord(
  /\b(?:votering|omröstning|proposition|avgör(?:a|as|s)|anses?|besvara[dst]*|hantera[st]?|behandla[st]?|behandlas|utreda|utreds|utredas|prövas?|ajourner\p{L}*|remittera[st]?|bereda|bereds|beredas|beredning|tacka[rs]?|dra(?:r|s)? tillbaka|ta(?:r|s)? tillbaka|återta\p{L}*|delta[rs]?|yttrande(?:rätt|t)?|antecknas?|informationen|ledighet|sekret\p{L}+|justera[st]?)\b/iu,
);
/** "… att avtalet förlängs med två år", "att medel tas ur nämndens egen budget": a text of the mover's own. */
const OWN_TEXT = ord(/\b(?:att|följande)\b[\s:]*(?:["”“]\s*)?\p{L}+(?:\s+\S+)+/u);

/**
 * What asks neither yes nor no: an addition, another text than the proposal (a counter-proposal, whatever its
 * words), or, where it is about how the matter is handled, anything else.
 */
export function openKind(text: string): YrkandeTyp {
  if (TILLAGG.test(text)) return 'tillagg';
  if (ANDRING.test(text)) return 'andring';
  return OWN_TEXT.test(text) && !HANDLING.test(text) ? 'andring' : 'annat';
}

/** A text put beside the proposal: an addition where the mover says so, else another wording. */
export function counterKind(lead: string, text: string): YrkandeTyp {
  // "föreslår följande ändring:": the mover says what it is, whatever words the text has
  const announced = ord(/\bföljande (tillägg|ändring)/iu)
    .exec(lead)?.[1]
    ?.toLowerCase();
  if (announced) return announced === 'tillägg' ? 'tillagg' : 'andring';
  const kinds = kindsOf(`${lead} ${text}`);
  const asked = kinds[0];
  if (
    asked === 'tillagg' ||
    asked === 'avslag' ||
    asked === 'bifall' ||
    asked === 'aterremiss' ||
    asked === 'bordlaggning'
  )
    return asked;
  return 'andring';
}
