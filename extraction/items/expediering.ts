/** To whom a decision is sent, one recipient an entry, as printed. */

import { findDates } from '../language/dates.ts';
import { labelledDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { isDeliberateBreak, type Measure, usualGap } from '../lines/paragraphs.ts';
import { type Passage, passageOf, slicePassage } from '../lines/passage.ts';
import { isSignature } from '../lines/signature.ts';

/** What ends a list of recipients: signatures, the next part of a form, a sentence of another kind. */
const ENDS = ord(
  /^(?:_{3,}|(?:\p{Lu}[\p{L}-]+\s+){1,3}\p{Lu}[\p{L}-]+\s{3,}\p{Lu}|-{4,}|vid protokollet|justera[st]|justerat|underskrift|ordförande$|sekreterare$|(?:ordförande|sekreterare|justerare)\s{2,}|organisation\/person|beslutet kan överklagas|detta beslut|hur man överklagar|i tjänsten|enligt uppdrag|protokollet (?:är|justeras|har)|bilaga?\b|paragrafen\b|signerat|dag för justering\b|underrättas\b|kungörs\b|kommunicering$|signerare$)/iu,
);
const BULLET = /^(?:[•·▪■●○*\uf0b7\uf0a7]|[-–—]|\d{1,2}[.)])\s+/u;
/** A recipient is a name or a title, not a sentence. */
const SENTENCE = ord(
  /\b(?:beslutar?|har|är|ska|kan|får|yrkar|föreslår|reserverar|anser|innebär|finns)\b.*[.]$/iu,
);
const LONGEST = 130;
/** What parts a list rather than being in it: a label of its own, the head of the letter's next page. */
const LABEL = ord(/^för (?:kännedom|åtgärd|verkställighet|handläggning)\s*:?$/iu);
const isHead = (text: string) => findDates(text).length > 0 && labelledDiarienummer(text) !== null;

/**
 * The recipients of a section. They are parted at line ends and commas; "och" and remarks in brackets stay.
 * A comma after a dash enumerates what one recipient consists of ("Socialnämnderna – Centrum, Eklunda").
 */
export function mottagareOf(lines: Line[], measure: Measure): Passage[] {
  const out: Passage[] = [];
  const usual = usualGap(lines);
  const rows: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    if (isSignature(lines, i)) break;
    if (isProse(lines, i, measure)) break;
    if (ENDS.test(line.text) || line.text.length > LONGEST || SENTENCE.test(line.text)) break;
    if (LABEL.test(line.text) || isHead(line.text)) continue;
    const before = lines[i - 1];
    // one blank line inside a list is a paragraph; much more is the page's next thing
    if (before && !line.pageStart && line.gap > usual + 3) break;
    const goesOn =
      before !== undefined &&
      !BULLET.test(line.text) &&
      (/^[\p{Ll}(]/u.test(line.text) || ord(/(?:\b(?:och|för|av|till|samt|i)|[-–/])$/u).test(before.text)) &&
      line.gap <= usual + 0.4 &&
      !/,$/.test(before.text) &&
      (/^\(/.test(line.text) ||
        !isDeliberateBreak(before, line, measure) ||
        ord(/(?:\b(?:och|för|av|till|samt|i)|[-–/])$/u).test(before.text));
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

const NAME = /(?:^|,\s*)\p{Lu}[\p{L}-]+(?:\s+\p{Lu}[\p{L}-]+){1,2}$/u;
const TITLE = ord(
  /^\s*(?:\p{L}[\p{L}\s-]*)?(?:direktör|chef|läkare|sekreterare|strateg|handläggare|ordförande|samordnare|jurist|ekonom|controller|utredare)\b/iu,
);

/** Two full lines that run on are prose: what stands behind the list, not in it. */
function isProse(lines: Line[], i: number, measure: Measure): boolean {
  const [line, next] = [lines[i], lines[i + 1]];
  if (!line || !next || !/\p{Ll}/u.test(line.text)) return false;
  const full = line.text.length > measure.chars * 0.8 && !isDeliberateBreak(line, next, measure);
  return full && line.text.split(' ').length > 7 && /^\p{Ll}/u.test(next.text);
}

/** Lower-case words that name a recipient of their own: "Regionstyrelsen, regiondirektören". */
const RECIPIENT =
  /(?:direktör|chef|nämnd|styrelse|fullmäktige|utskott|kontor|förvaltning|enhet|avdelning|rektor|akten|diari|ekonom(?!i)|sekreterare|handläggare|samordnare|kansli|sökande|parter|klagande|jurist|motionär|förslagsställare|initiativtagare|revisor)\p{L}{0,40}\s*$|^\s*\p{L}*(?:kontoret|förvaltningen|förbunde[tn]|förbund|bolage[tn]|bolag|nämnder|nämnden|styrelsen)(?:\s+och\s.{2,60})?$/iu;

/** A comma parts two recipients, but not a name from its title nor a name that goes on in lower case. */
function partsAt(text: string, comma: number): boolean {
  const after = text.slice(comma + 1);
  if (/^\s*\p{Ll}/u.test(after) && !RECIPIENT.test(after.split(/[,;]/)[0] ?? '')) return false;
  return !(NAME.test(text.slice(0, comma)) && TITLE.test(after));
}

function splitRecipients(passage: Passage): Passage[] {
  const cuts: number[] = [];
  const dash = passage.text.search(/\s[–—-]\s/);
  let depth = 0;
  for (let i = 0; i < passage.text.length; i++) {
    const c = passage.text[i];
    if (c === '(') depth++;
    if (c === ')') depth--;
    if ((c === ',' || c === ';') && depth <= 0 && !(dash >= 0 && dash < i) && partsAt(passage.text, i))
      cuts.push(i);
  }
  const edges = [-1, ...cuts, passage.text.length];
  return edges.slice(0, -1).map((from, i) => {
    const part = slicePassage(passage, from + 1, edges[i + 1]);
    return part.text.endsWith('.') && !ord(/\b\p{L}{1,4}\.$/u).test(part.text)
      ? slicePassage(part, 0, part.text.length - 1)
      : part;
  });
}
