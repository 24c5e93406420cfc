/**
 * Yrkanden: what members moved at the table. Each has all its movers, each with the party printed after the
 * name; a sentence that asks bifall to one thing and avslag to another is two yrkanden of the same movers.
 */
import { ord } from '../language/ord.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { concatPassages, type Passage, slicePassage } from '../lines/passage.ts';
import type { Person } from '../record.ts';
import { paragraphsOf } from './prose.ts';
import { moversOf, PASSIVE, personsOf } from './yrkande-av.ts';
import { counterKind, kindsOf, openKind, type YrkandeTyp } from './yrkande-typ.ts';

export interface FoundYrkande {
  av: Person[];
  typ: YrkandeTyp;
  passage: Passage;
}

/** The verb of a motion at the table. */
const YRKAR = ord(/\b(?:yrkar|yrkade|yrkas|yrka)\b/iu);
/** Other verbs that put a proposal, when a person is their subject. */
const FORESLAR = ord(
  /\b(?:föreslår|föreslog|hemställer|hemställde|instämmer|biträder|biträdde|ansluter sig|stödjer|stöder|tillstyrker|tillstyrkte|avstyrker|avstyrkte|(?:lämnar|lägger|framställer) (?:(?:ett|följande) ){0,2}(?:\p{L}*yrkande|förslag))\b/iu,
);
/** What follows a mover directly where the verb is understood: "Ordföranden: bifall till förslaget". */
const ASKED = ord(
  /^(?:bifall|avslag|återremiss|bordläggning|att|tillägg|ändring|bordlägga|återremittera|avslå|i (?:första|andra) hand|som tillägg)\b/iu,
);

/** A word that no list of movers has. */
const OTHER_WORDS = ord(
  /(?<![\p{L}-])(?!(?:och|samt|ordföranden?|vice|förste|andre|tredje|ledamoten|ledamöterna|ledamot|tjänstgörande|ersättaren?|ersättarna|herr|fru|från|för|av|representanterna?|gruppen|alliansen|m|fl|med|flera|instämmande|instämmer|av|1:e|2:e)\b)\p{Ll}{2,}/u,
);

/** "Ordföranden: bifall till …", "Anna Berg (S) – avslag på …" → the movers and where the asking begins. */
function understoodVerb(text: string): { movers: string; at: number } | null {
  const m = /^([^:–—]{3,240}?)(?::|\s[–—-])\s+/u.exec(text);
  // "Ja-röst: bifall till …" says what the vote is about
  if (!m?.[1] || /^["”“]?(?:ja|nej)(?:["”“]|-|$)/iu.test(m[1]) || !ASKED.test(text.slice(m[0].length)))
    return null;
  return OTHER_WORDS.test(m[1].replace(/\([^)]{0,200}\)/g, '')) ? null : { movers: m[1], at: m[0].length };
}
/** A following sentence without a verb of its own that still asks for something: "I andra hand bifall till …". */
const CONTINUES = ord(/^(?:i (?:första|andra|tredje) hand|alternativt|därutöver)\b/iu);

/** "I yrkandet instämmer N (P)." adds a mover to the yrkande before. */
const JOINS = ord(
  /^(?:i (?:detta |samma )?yrkande(?:t|na)? instämmer|instämmer gör)\s+(\p{Lu}[^:]{3,300}?)\.?$/iu,
);

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
      // "yrkar återremiss för att belysa följande:", "föreslår följande ändringar:" ask one thing, whose points they are
      if (listOwner.text || ord(/\bföljande\b/iu).test(listOwner.lead.text)) {
        const { av, lead } = listOwner;
        listOwner.text ??= { av, typ: counterKind(lead.text, paragraph.text), passage: lead };
        if (!out.includes(listOwner.text)) out.push(listOwner.text);
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
