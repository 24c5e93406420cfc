/** Labels and phrases inside flat text that each began a line or had one to themselves, though they are no headings. */
import { ord } from '../../language/ord.ts';
import { findOrganer } from '../../routing/organ.ts';
import { cutAround } from './cut-around.ts';
import { APART, type Cuts, endsSentence, GOES_ON, RUNNING, wordBefore } from './split-line.ts';

/** Labels of a protokoll's front page: each begins a line. */
const LABELS = ord(
  new RegExp(
    String.raw`(?<!\S)(?:${[
      'Plats och tid|Tid och plats|Sammanträdes(?:datum|dag|tid)|Mötesdatum',
      String.raw`Sammanträdet(?=\sden\s\d)|Tid(?=:?\s(?:\p{Lu}{2,3}\s)?(?:[Dd]en\s\d|\p{L}{3,4}dag(?:en)?\s))`,
      String.raw`(?:Kallelse|KALLELSE|Föredragningslista|FÖREDRAGNINGSLISTA|Protokoll|PROTOKOLL)(?=\sSammanträdes)`,
      'Beslutande(?: ledamöter)?|Närvarande(?: ledamöter)?|Ledamöter',
      'Tjänstgörande ersättare|Ej tjänstgörande ersättare|Ersättare|Övriga (?:närvarande|deltagande|deltagare)',
      'Utse(?:s|dda) att justera|Justerare|Justeringens plats och tid|Underskrifter|Paragrafer|Vid protokollet',
      String.raw`Sekreterare|Ordförande|Handläggare|Föredragande \p{L}+(?=:)|Postadress(?=:)|Besöksadress(?=:)`,
      'ANSLAGSBEVIS|ANSLAG/BEVIS|BEVIS OM ANSLAG|Bevis om anslag|Anslagsbevis',
    ].join('|')})(?=[\s:](?!och\b))`,
    'gu',
  ),
);
/** Labels as likely in a sentence as before a name: only where a sentence or a name has ended. */
const UNSURE = /^(?:Ordförande|Sekreterare|Ersättare|Ledamöter|Justerare|Paragrafer|Närvarande|Beslutande)/u;
/** Who presents a matter, and the heading right behind the name. */
const PRESENTED = /Föredragande \p{L}+: (?:\p{Lu}[\p{L}-]*\s){2,4}?(?=Ärendet\s\p{Lu})/gu;

/** Before the labels of a front page, and around the heading behind the name of who presents the matter. */
export function labelCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(LABELS)) {
    if (cuts.has(m.index)) continue;
    const before = wordBefore(text, m.index);
    if (GOES_ON.test(before)) continue;
    if (UNSURE.test(m[0]) && !endsSentence(before) && !/[)\d]$/.test(before)) continue;
    cuts.set(m.index, RUNNING);
  }
  for (const m of text.matchAll(PRESENTED)) {
    cuts.set(m.index + m[0].length, APART);
    cuts.set(m.index + m[0].length + 'Ärendet'.length, APART);
  }
}

/** The rest of a lead-in that says that the clauses follow, behind the body that it begins with. */
const FOLLOWING =
  /\s(?:(?:föreslår|hemställer)\s(?:att\s)?[^.:]{5,70}?\sbeslutar?|beslutar(?: för egen del)?)\sföljande\.?:?(?=\s["”“]?(?:\p{Lu}|1\.))/gu;
/** Who presents the matter begins to speak. */
const SPEAKS = /(?<=[.]\s)Föredragande \p{Ll}+ (?:\p{Lu}[\p{L}-]+ |och ){2,8}anför följande\./gu;

/** "Borgmästarna föreslår kommunstyrelsen besluta följande" stands on a line of its own, heading or not. */
export function leadCuts(text: string, cuts: Cuts): void {
  for (const m of text.matchAll(FOLLOWING)) {
    const from = Math.max(0, m.index - 90);
    const organ = findOrganer(text.slice(from, m.index)).at(-1);
    if (!organ || organ.genitive || from + organ.end !== m.index) continue;
    if (/^(?:att|om|som|när)$/u.test(wordBefore(text, from + organ.start))) continue;
    cuts.set(from + organ.start, APART);
    cuts.set(m.index + m[0].length, APART);
  }
  cutAround(text, SPEAKS, cuts);
}

/** What had a line to itself. */
const ALONE = [
  // the title of matters that are only announced, and how many of them: "Avsägelser från:", "Interpellationer av:"
  /(?<=\.\s)\p{Lu}\p{L}+(?:\s\p{Ll}+){0,3}\s(?:från|av|för besvarande(?: den \d{1,2} \p{Ll}+(?: \d{4})?)?):(?=\s\p{Lu})/gu,
  // "Handling 2031 nr 14." behind a finished clause: the heading and the one document that the meeting had before it
  /(?<=^|[.:]\s)Handling(?= \d{4} nr \d{1,4}\.(?:\s|$))/gu,
  // "Till Kommunstyrelsen" of a letter
  /(?<!\S)Till \p{Lu}[\p{L}\s-]{2,40}?(?:fullmäktige|nämnden|styrelsen|utskottet)(?=\s+\p{Lu}|$)/gu,
  // a rule
  /(?<=\s)[_-]{4,}(?=\s|$)/gu,
];
/** "Bilaga: Karta": each document that is enclosed on a line of its own. */
const ENCLOSED = /(?<=[\p{L}\d).]\s)Bilaga:\s(?=\p{Lu})/gu;

/** Around what had a line to itself, and before each document that is enclosed. */
export function loneCuts(text: string, cuts: Cuts): void {
  for (const form of ALONE) cutAround(text, form, cuts);
  for (const { index } of text.matchAll(ENCLOSED)) cuts.set(index, APART);
}
