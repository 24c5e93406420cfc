/** To whom a decision is sent, one recipient an entry, as printed. */
import type { Line } from '../lines/line.ts';
import { isDeliberateBreak, type Measure, usualGap } from '../lines/paragraphs.ts';
import { type Passage, passageOf, slicePassage } from '../lines/passage.ts';

/** What ends a list of recipients: signatures, the next part of a form, a sentence of another kind. */
const ENDS =
  /^(?:_{3,}|-{4,}|vid protokollet|justera[st]|justerat|underskrift|ordförande$|sekreterare$|organisation\/person|beslutet kan överklagas|detta beslut|hur man överklagar|i tjänsten|enligt uppdrag|protokollet (?:är|justeras|har)|bilaga?\b|paragrafen\b|signerat)/iu;
const BULLET = /^(?:[•·▪■●○*\uf0b7\uf0a7]|[-–—]|\d{1,2}[.)])\s+/u;
/** A recipient is a name or a title, not a sentence. */
const SENTENCE = /\b(?:beslutar?|har|är|ska|kan|får|yrkar|föreslår|reserverar|anser|innebär|finns)\b.*[.]$/iu;
const LONGEST = 130;

/**
 * The recipients of a section. They are parted at line ends and commas; "och" and remarks in brackets stay.
 * A comma after a dash enumerates what one recipient consists of ("Socialnämnderna – Centrum, Hisingen").
 */
export function mottagareOf(lines: Line[], measure: Measure): Passage[] {
  const out: Passage[] = [];
  const usual = usualGap(lines);
  const rows: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    if (ENDS.test(line.text) || line.text.length > LONGEST || SENTENCE.test(line.text)) break;
    const before = lines[i - 1];
    // one blank line inside a list is a paragraph; much more is the page's next thing
    if (before && !line.pageStart && line.gap > usual + 3) break;
    const goesOn =
      before !== undefined &&
      !BULLET.test(line.text) &&
      (/^[\p{Ll}(]/u.test(line.text) || /(?:\b(?:och|för|av|till|samt|i)|[-–/])$/u.test(before.text)) &&
      line.gap <= usual + 0.4 &&
      !/,$/.test(before.text) &&
      (/^\(/.test(line.text) ||
        !isDeliberateBreak(before, line, measure) ||
        /(?:\b(?:och|för|av|till|samt|i)|[-–/])$/u.test(before.text));
    if (goesOn) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  for (const row of rows) {
    const first = row[0] as Line;
    const text = first.text.replace(BULLET, '');
    const passage = passageOf([{ ...first, text }, ...row.slice(1)]);
    for (const p of splitRecipients(passage)) if (/\p{L}/u.test(p.text)) out.push(p);
  }
  return out;
}

function splitRecipients(passage: Passage): Passage[] {
  const cuts: number[] = [];
  const dash = passage.text.search(/\s[–—-]\s/);
  let depth = 0;
  for (let i = 0; i < passage.text.length; i++) {
    const c = passage.text[i];
    if (c === '(') depth++;
    if (c === ')') depth--;
    if ((c === ',' || c === ';') && depth <= 0 && !(dash >= 0 && dash < i)) cuts.push(i);
  }
  const edges = [-1, ...cuts, passage.text.length];
  return edges.slice(0, -1).map((from, i) => {
    const part = slicePassage(passage, from + 1, edges[i + 1]);
    return part.text.endsWith('.') && !/\b\p{L}{1,4}\.$/u.test(part.text)
      ? slicePassage(part, 0, part.text.length - 1)
      : part;
  });
}
