/**
 * Yrkanden: what members moved at the table. Each has all its movers, each with the party printed after the
 * name; a sentence that asks bifall to one thing and avslag to another is two yrkanden of the same movers.
 */
import { ord } from '../language/ord.ts';
import { parsePersons } from '../language/person.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { concatPassages, type Passage, slicePassage } from '../lines/passage.ts';
import type { Person, Yrkande } from '../record.ts';
import { paragraphsOf } from './prose.ts';

export type YrkandeTyp = Yrkande['typ'];

export interface FoundYrkande {
  av: Person[];
  typ: YrkandeTyp;
  passage: Passage;
}

/** The verb of a motion at the table. */
const YRKAR = ord(/\b(?:yrkar|yrkade|yrkas|yrka)\b/iu);
/** Other verbs that put a proposal, when a person is their subject. */
const FORESLAR = ord(
  /\b(?:föreslår|föreslog|hemställer|hemställde|instämmer|biträder|biträdde|ansluter sig|stödjer|stöder|tillstyrker|tillstyrkte|avstyrker|avstyrkte|lämnar (?:ett )?(?:\p{L}*yrkande|förslag))\b/iu,
);
/** What follows a mover directly where the verb is understood: "Ordföranden: bifall till förslaget". */
const ASKED = ord(
  /^(?:bifall|avslag|återremiss|bordläggning|att|tillägg|ändring|bordlägga|återremittera|avslå)\b/iu,
);

/** A word that no list of movers has. */
const OTHER_WORDS = ord(
  /(?<![\p{L}-])(?!(?:och|samt|ordföranden?|vice|förste|andre|tredje|ledamoten|ledamöterna|ledamot|tjänstgörande|ersättaren?|ersättarna|herr|fru|från|för|av|representanterna?|gruppen|alliansen|m|fl|med|flera|instämmande|instämmer|av|1:e|2:e)\b)\p{Ll}{2,}/u,
);

/** "Ordföranden: bifall till …", "Anna Berg (S) – avslag på …" → the movers and where the asking begins. */
function understoodVerb(text: string): { movers: string; at: number } | null {
  const m = /^([^:–—]{3,240}?)(?::|\s[–—-])\s+/u.exec(text);
  if (!m?.[1] || !ASKED.test(text.slice(m[0].length))) return null;
  return OTHER_WORDS.test(m[1].replace(/\([^)]*\)/g, '')) ? null : { movers: m[1], at: m[0].length };
}
/** A following sentence without a verb of its own that still asks for something: "I andra hand bifall till …". */
const CONTINUES = ord(/^(?:i (?:första|andra|tredje) hand|alternativt|därutöver)\b/iu);

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
const TILLAGG = ord(/\btillägg(?:s\p{L}+|et|en)?\b|\bläggs till\b|\b(?:kompletteras?|utökas?) med\b/iu);
const ANDRING = ord(
  /\b(?:ändring(?:s\p{L}+|en|ar)?|ändras?|ändrat|byts? ut|ersätt(?:s|a|er|as)|stryks?|utgår?|lydelse|formuleras|att-sats|attsats|istället|i stället|motförslag)\b/iu,
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
    ord(/\banmäler\b.*\bdeltar? (?:inte|ej)\b|\bta(?:r|git)? tillbaka\b|\bdrar? (?:tillbaka|in)\b/iu).test(
      text,
    )
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
const OWN_TEXT = ord(/\b(?:att|följande)\b[\s:]*["”“]?\s*\p{L}+(?:\s+\S+)+/u);

/**
 * What asks neither yes nor no: an addition, another text than the proposal (a counter-proposal, whatever its
 * words), or, where it is about how the matter is handled, anything else.
 */
function openKind(text: string): YrkandeTyp {
  if (TILLAGG.test(text)) return 'tillagg';
  if (ANDRING.test(text)) return 'andring';
  return OWN_TEXT.test(text) && !HANDLING.test(text) ? 'andring' : 'annat';
}

/** "Bifall till motionen yrkas av N (P) och N (P)." */
const PASSIVE = ord(/^(.{5,200}?)\s+(?:yrkas|yrkades)\s+av\s+(\p{Lu}[^:]{3,300}?)\.?$/iu);
/** "…, vilket biträds av" */
const SECONDED = ord(/,?\s*(?:vilket|som|detta)?\s*(?:biträds|understöds|stöds|instämmes) av$/iu);
/** "I yrkandet instämmer N (P)." adds a mover to the yrkande before. */
const JOINS = ord(
  /^(?:i (?:detta |samma )?yrkande(?:t|na)? instämmer|instämmer gör)\s+(\p{Lu}[^:]{3,300}?)\.?$/iu,
);

/** Where the movers end: before the verb; "Vidare yrkar N" has them after it. */
function moversOf(sentence: string, verb: RegExp): { av: Person[]; lead: string } {
  const m = verb.exec(sentence);
  if (!m) return { av: [], lead: '' };
  const agent = PASSIVE.exec(sentence)?.[2];
  if (agent) return { av: personsOf(agent), lead: agent };
  const seconders = ord(/\b(?:biträds|understöds|stöds|instämmes) av\s+([^:]{4,200}?)\.?$/iu).exec(
    sentence,
  )?.[1];
  if (seconders) {
    const { av, lead } = moversOf(
      sentence.slice(0, sentence.indexOf(seconders) - 1).replace(SECONDED, ''),
      verb,
    );
    return { av: [...av, ...personsOf(seconders)], lead };
  }
  const joined = ord(
    /^,?\s*med (?:instämmande|stöd|bifall) (?:av|från)\s+((?:[^,()]*\([^()]*\))+(?:,[^,()]*\([^()]*\))*)/iu,
  ).exec(sentence.slice(m.index + m[0].length));
  const before = (joined ? `${sentence.slice(0, m.index)} och ${joined[1]}` : sentence.slice(0, m.index))
    .replace(ord(/^(?:vidare|därutöver|dessutom|även|slutligen|härefter|därefter|också)\b/iu), '')
    .replace(/^[-–•\s]+/, '')
    .trim();
  const inverted =
    !before.includes('(') &&
    /^\s+\p{Lu}[^().]{2,60}\([^()]{1,8}\)/u.test(sentence.slice(m.index + m[0].length));
  if (!inverted && (/\p{L}{2,}/u.test(before) || /\(\p{L}{1,5}\)/u.test(before)))
    return { av: personsOf(before), lead: before };
  const after = sentence.slice(m.index + m[0].length);
  const person =
    /^\s*((?:(?:ordföranden?|herr|fru|ledamoten|tjänstgörande ersättaren?)\s+)?\p{Lu}[^()]{2,60}\([^()]{1,8}\)(?:(?:,| och| samt)\s+(?:\p{L}+ )?\p{Lu}[^()]{2,60}\([^()]{1,8}\))*)/u.exec(
      after,
    );
  const head =
    person?.[1] ?? after.split(ord(/\b(?:att|bifall|avslag|återremiss|bordläggning)\b/iu))[0] ?? '';
  return { av: personsOf(head), lead: head };
}

/** The movers before a verb: "med instämmande av" and "med stöd av" name more of them. */
function personsOf(text: string): Person[] {
  return parsePersons(
    text
      .replace(/^(?:herr|fru|fröken)\s+|(?<=(?:,|och)\s)(?:herr|fru|fröken)\s+/giu, '')
      .replace(ord(/\b(?:för|å) (?:\S+) (?:räkning|vägnar)\b/giu), '')
      .replace(
        /,?\s*(?:med (?:instämmande|stöd|bifall) (?:av|från)|tillsammans med|understödd av|biträdd av)\s+/giu,
        ' och ',
      ),
  );
}

/**
 * The yrkanden of a section. `lines` hold the section's prose; a mover whose texts follow as a list
 * ("N (P) yrkar:" and numbered quotations) has each entry as a yrkande of his own.
 */
export function yrkandenOf(lines: Line[], measure: Measure): FoundYrkande[] {
  const out: FoundYrkande[] = [];
  let listOwner: { av: Person[]; lead: Passage; text: FoundYrkande | null } | null = null;
  let open: FoundYrkande[] = [];
  for (const paragraph of paragraphsOf(lines, measure)) {
    const listed = ord(/^(?:\d{1,2}[.)]|[-–•\uf0b7]|att\b|["”“])\s*/iu).exec(paragraph.text);
    if (listOwner && listed) {
      // "yrkar återremiss för att belysa följande:" asks one thing, whose points they are
      if (listOwner.text) {
        listOwner.text.passage = concatPassages([listOwner.text.passage, paragraph]);
        continue;
      }
      const numbered = !/^(?:att|["”“])/iu.test(listed[0]);
      // a quotation with no number belongs to the sentence that announces it
      const text = numbered
        ? slicePassage(paragraph, listed[0].length)
        : concatPassages([listOwner.lead, paragraph]);
      out.push({ av: listOwner.av, typ: counterKind(listOwner.lead.text, text.text), passage: text });
      open = [];
      continue;
    }
    if (listOwner && out.length > 0 && !YRKAR.test(paragraph.text) && !FORESLAR.test(paragraph.text)) {
      const last = out.at(-1);
      if (last && openQuotation(last.passage.text)) {
        last.passage = concatPassages([last.passage, paragraph]);
        continue;
      }
    }
    // the text that "N föreslår följande ändring:" announces, in paragraphs of its own
    if (listOwner && !PROCEDURE.test(paragraph.text) && !moves(paragraph.text)) {
      const { av, lead } = listOwner;
      listOwner.text ??= { av, typ: counterKind(lead.text, paragraph.text), passage: lead };
      if (!out.includes(listOwner.text)) out.push(listOwner.text);
      listOwner.text.passage = concatPassages([listOwner.text.passage, paragraph]);
      open = [];
      continue;
    }
    listOwner = null;
    for (const sentence of sentencesOf(unnumbered(paragraph))) {
      const joins = JOINS.exec(sentence.text)?.[1];
      if (joins && open.length > 0) {
        for (const y of open) {
          y.av = [...y.av, ...personsOf(joins)];
          y.passage = concatPassages([y.passage, sentence]);
        }
        continue;
      }
      const understood = YRKAR.test(sentence.text) ? null : understoodVerb(sentence.text);
      if (understood) {
        const av = personsOf(understood.movers);
        const asked = sentence.text.slice(understood.at);
        const kinds = kindsOf(asked);
        if (av.length > 0) {
          open = (kinds.length > 0 ? kinds : [openKind(asked)]).map((typ) => ({
            av,
            typ,
            passage: sentence,
          }));
          out.push(...open);
          continue;
        }
      }
      const verb = YRKAR.test(sentence.text) ? YRKAR : FORESLAR;
      const { av } = moversOf(sentence.text, verb);
      if (av.length === 0 || !verb.test(sentence.text) || !isMotion(sentence.text, verb)) {
        const before = open[0];
        if (before && CONTINUES.test(sentence.text)) {
          for (const typ of kindsOf(sentence.text)) out.push({ av: before.av, typ, passage: sentence });
        } else if (before && belongs(before.passage, sentence)) {
          for (const y of open) y.passage = concatPassages([y.passage, sentence]);
        }
        continue;
      }
      if (/:\s*$/.test(sentence.text) && sentence.text.length < 220) {
        const kind = kindsOf(sentence.text)[0];
        const back = kind === 'aterremiss' || kind === 'bordlaggning';
        listOwner = { av, lead: sentence, text: back ? { av, typ: kind, passage: sentence } : null };
        if (listOwner.text) out.push(listOwner.text);
        open = [];
        continue;
      }
      open = readSentence(sentence, av, verb, out);
      out.push(...open);
    }
  }
  return out;
}

/** What the chair does with the yrkanden, or a vote that is asked for, belongs to nobody's text. */
const PROCEDURE = ord(
  /^(?:ordförande\p{L}*\b(?!\s*:)|(?:votering|omröstning|ajournering|reservation)\p{L}* |ja-röst|nej-röst|(?:mötet|sammanträdet) ajourneras)/iu,
);

/** A paragraph in which somebody moves something. */
const moves = (text: string) =>
  YRKAR.test(text) || understoodVerb(text) !== null || (FORESLAR.test(text) && isMotion(text, FORESLAR));

/** A numbered list of motions: the number is no part of the first. */
function unnumbered(paragraph: Passage): Passage {
  const number = /^(?:\d{1,2}[.)]|[-–•\uf0b7])\s+/u.exec(paragraph.text);
  return number ? slicePassage(paragraph, number[0].length) : paragraph;
}

function readSentence(sentence: Passage, av: Person[], verb: RegExp, before: FoundYrkande[]): FoundYrkande[] {
  const asked = PASSIVE.exec(sentence.text)?.[1] ?? sentence.text.slice(verb.exec(sentence.text)?.index ?? 0);
  let kinds = kindsOf(asked);
  // "Vidare yrkar N att …" beside the mover's own bifall adds to it
  const further = ord(/^(?:vidare|dessutom|därutöver|även)\b/iu).test(sentence.text);
  if (kinds.length === 0 && further && openKind(asked) === 'andring') kinds = ['tillagg'];
  if (kinds.length === 0)
    kinds = [
      /instämmer|biträd|ansluter|stöd/iu.test(verb.exec(sentence.text)?.[0] ?? '')
        ? (joinedKind(asked, before) ?? 'bifall')
        : openKind(asked),
    ];
  // "yrkar avslag … samt yrkar att frågan hanteras …": a second ask of another kind
  const second = ord(/\b(?:samt|och)\s+(?:yrkar|att)\s+att?\s*(.*)$/iu).exec(asked);
  if (
    second?.[1] &&
    kinds.length === 1 &&
    ord(/\b(?:samt|och) yrkar\b/iu).test(asked) &&
    kindsOf(second[1]).length === 0
  ) {
    kinds = [...kinds, openKind(second[1])];
  }
  return kinds.map((typ) => ({ av, typ, passage: sentence }));
}

/** "instämmer i Anna Bergs yrkande": who joins a yrkande asks what it asks. */
function joinedKind(asked: string, before: FoundYrkande[]): YrkandeTyp | null {
  if (ord(/\b(?:detta|samma|det) yrkande\b|\byrkandet\b/iu).test(asked)) return before.at(-1)?.typ ?? null;
  const named = before.findLast((y) => y.av.some(({ namn }) => namn && asked.includes(namn)));
  return named?.typ ?? null;
}

/** "föreslår" and its like are yrkanden only of people and groups, not of bodies or offices. */
function isMotion(sentence: string, verb: RegExp): boolean {
  if (verb === YRKAR) return !ord(/^(?:det|ingen|yrkandet|yrkandena)\b/iu).test(sentence);
  const at = verb.exec(sentence)?.index ?? 0;
  return ord(
    /\([^()]{1,8}\)\s*$|\b(?:ordföranden?|alliansen|koalitionen|femklövern|majoriteten|oppositionen)\b/iu,
  ).test(sentence.slice(0, at).trim());
}

/** A sentence after a yrkande that carries its text on: a quotation or "att"-clause, or its reasons. */
function belongs(before: Passage, sentence: Passage): boolean {
  if (/["”“]/.test(before.text) && openQuotation(before.text)) return true;
  return ord(/^(?:att\b|["”“])/iu).test(sentence.text) && /:\s*$/.test(before.text);
}

const openQuotation = (text: string) => (text.match(/["”“]/g)?.length ?? 0) % 2 === 1;

/** A text put beside the proposal: an addition where the mover says so, else another wording. */
function counterKind(lead: string, text: string): YrkandeTyp {
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
