/** The documents a decision rests on, one an entry, as printed. */

import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { isDeliberateBreak, type Measure, usualGap } from '../lines/paragraphs.ts';
import { type Passage, passageOf } from '../lines/passage.ts';
import { isSignature, signedAt } from '../lines/signature.ts';
import { HUVUDMAN_LINE } from '../vocabulary/handlingar.ts';

const BULLET = /^(?:[•·▪■●○*\uf0b7\uf0a7]|[-–—]|\d{1,2}[.)]|[a-z]\))\s+/u;
/** How the name of a document begins. */
const DOCUMENT = ord(
  /^(?:bilag|tjänste|protokoll|yrkande|tilläggsyrkande|återremissyrkande|ändringsyrkande|yttrande|skrivelse|remiss|rapport|motion|medborgarförslag|e-förslag|förslag|ansökan|avtal|karta|beslut|utdrag|delårs|årsredovisning|missiv|reglemente|handling|promemoria|pm\b|presentation|sammanställning|detaljplan|planbeskrivning|granskning|revisions|budget|uppföljning|månads|§\s?\d|initiativ|interpellation|fråga|svar|inkom|minnesanteckning|förteckning|redovisning|kommun|region|stads|social|bygg|miljö|barn|kultur)/iu,
);
/** A line that ends in a day is whole; one that begins with a body and its § begins anew. */
const DATED = /(?:\d{4}-\d{2}-\d{2}|\s\d{1,2} \p{L}{3,9} \d{4})$/u;
const OF_BODY = /^\p{Lu}[\p{L} -]{4,50}(?:,? \d{4}-\d{2}-\d{2},?)? §\s?\d/u;
/** A line that must go on. */
const UNFINISHED = ord(/(?:\b(?:med|i|av|för|och|till|om|på|samt|från|läsåret|läsår)|[,–])$/iu);
const ENDS = /^(?:_{3,}|-{4,}|vid protokollet|justeras|huvuddokument\b|signerare$|startades \d)/iu;

/** What stands below a list of documents: signatures, the number of a footnote, the head of the next paper. */
const endsList = (text: string) => signedAt(text) === 0 || /^\d$/.test(text) || HUVUDMAN_LINE.test(text);

/**
 * The documents of a section. A line goes on from the one before when that one had no room for its first word,
 * or when it begins in lower case; bullets and document names begin a new entry.
 */
export function underlagOf(section: Line[], measure: Measure): Passage[] {
  // a column of numbers beside the list
  const lines = withStops(section.filter((l) => !/^\d{1,2}[.)]$/.test(l.text)));
  const usual = usualGap(lines);
  const bulleted = lines.some((l) => BULLET.test(l.text)) && BULLET.test(lines[0]?.text ?? '');
  const entries: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    if (ENDS.test(line.text) || isSignature(lines, i) || (i > 0 && endsList(line.text))) break;
    const before = lines[i - 1];
    const marked = BULLET.test(line.text);
    // a date alone on a line ends the entry above
    const upper = /^[^\p{L}]*\p{Lu}|^§|^\d{4}(?!-\d{2}-\d{2}[.,]?$)/u.test(line.text);
    const ended = before !== undefined && /[.;]$/.test(before.text);
    const room = before !== undefined && isDeliberateBreak(before, line, measure);
    const apart = before !== undefined && line.gap > usual + 0.4 && !line.pageStart;
    // what a line of a bulleted list without its bullet says: a scan loses one, a text that wraps has none
    const unmarked = line.words.some((w) => w.confidence !== null) || DOCUMENT.test(line.text) || ended;
    const bracket = /^\(/.test(line.text);
    const starts =
      !before ||
      marked ||
      // a scan loses a dash now and then
      (bulleted && !UNFINISHED.test(before.text) && upper && room && !apart && unmarked && !bracket) ||
      (!bulleted &&
        upper &&
        !UNFINISHED.test(before.text) &&
        (!bracket || apart) &&
        (ended ||
          room ||
          DATED.test(before.text) ||
          OF_BODY.test(line.text) ||
          (apart && DOCUMENT.test(line.text)) ||
          (DOCUMENT.test(line.text) && ended)));
    if (starts) entries.push([{ ...line, text: line.text.replace(BULLET, '') }]);
    else entries.at(-1)?.push(line);
  }
  return entries.map((e) => passageOf(e)).filter((p) => /[\p{L}\d]/u.test(p.text));
}

const BARE_NUMBER = /^(\d{1,2})\s+(?=["”“]?\p{Lu})/u;

/** "1   Karta" and "2   Avtal" as "1. Karta", "2. Avtal": numbers without a stop, told by running on from 1. */
function withStops(lines: Line[]): Line[] {
  let last = 0;
  const numbered = lines.map((line) => {
    const number = Number(BARE_NUMBER.exec(line.text)?.[1]);
    if (number !== last + 1) return line;
    last = number;
    return { ...line, text: line.text.replace(BARE_NUMBER, '$1. ') };
  });
  return last >= 2 ? numbered : lines;
}
