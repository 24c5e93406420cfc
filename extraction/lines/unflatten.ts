/**
 * Texts that lost their line breaks: a whole paragraph, its heading and its numbered list on one long line. The
 * line is cut before a known heading, after it, and before each number that runs on from the one before.
 */
import { isHeading } from '../vocabulary/headings.ts';
import type { Line } from './line.ts';

/** Longer than any set line of prose; three such lines tell that a text lost its line breaks. */
const FLAT = 350;
/** In such a text no shorter line is looked into: a title with the heading behind it is longer. */
const SHORTEST = 60;
/** Headings that flattened texts carry inside a line; only those that no sentence contains in this form. */
const INNER_HEADING =
  /(?<=^|\S\s)(Förslag till beslut|Beslutsunderlag|Sammanfattning|Bakgrund|Bilagor|Ärendebeskrivning|Beskrivning av ärendet|Ärendet|Samverkan|Bedömning (?:ur|av) [\p{Ll}\s]{4,40}?|Kommunstyrelsens förslag|Till \p{Lu}[\p{L}\s]{2,40}(?:fullmäktige|nämnden|styrelsen))(?=\s+(?:\p{Lu}|1\.\s)|$)/gu;

/** Offsets at which a long line is cut. */
function cutsOf(text: string): number[] {
  const cuts = new Set<number>();
  for (const m of text.matchAll(INNER_HEADING)) {
    const before = text.slice(0, m.index).trimEnd();
    // inside a sentence a heading word is a word: it must follow a full stop, the start, or a title
    if (before && !/[.:;)\p{L}\d]$/u.test(before)) continue;
    if (before && /[\p{Ll},]$/u.test(before) && before.length > 200 && !isHeading(m[0])) continue;
    if (before && before.length > 260 && !/[.:]$/.test(before)) continue;
    cuts.add(m.index);
    cuts.add(m.index + m[0].length);
  }
  // numbers run on from 1, after a full stop or right after a heading
  const edges = [0, ...[...cuts].sort((x, y) => x - y), text.length];
  let expected = 1;
  for (const [k, from] of edges.slice(0, -1).entries()) {
    for (const m of text.slice(from, edges[k + 1]).matchAll(/(?<=^\s*|[.:;]\s)(\d{1,2})\.\s+(?=\p{Lu})/gu)) {
      if (Number(m[1]) !== expected) continue;
      cuts.add(from + m.index);
      expected++;
    }
  }
  if (expected > 2 || /^\d/.test(text)) for (const m of text.matchAll(/\s{2,}(?=[•·]\s)/g)) cuts.add(m.index);
  return [...cuts].filter((c) => c > 0 && c < text.length).sort((a, b) => a - b);
}

/** A letterhead whose columns were run together keeps long runs of blanks between them. */
function columns(line: Line): Line[] {
  const parts = line.text.split(/\s{5,}/).filter((t) => t.trim());
  if (parts.length < 2) return [line];
  return parts.map((text, i) => ({
    ...line,
    text: text.trim(),
    pageStart: line.pageStart && i === 0,
    gap: i === 0 ? line.gap : 0,
  }));
}

/** Cuts the long lines of a text without line breaks; set pages and ordinary lines come back as they are. */
export function unflatten(lines: Line[]): Line[] {
  if (lines.filter((l) => l.bbox === null && l.text.length > FLAT).length < 3) return lines;
  return lines.flatMap(columns).flatMap((line) => {
    if (line.text.length < SHORTEST) return [line];
    const cuts = cutsOf(line.text);
    if (cuts.length === 0) return [line];
    const edges = [0, ...cuts, line.text.length];
    return edges.slice(0, -1).flatMap((from, i) => {
      const text = line.text.slice(from, edges[i + 1]).trim();
      return text
        ? [{ ...line, text, pageStart: line.pageStart && i === 0, gap: i === 0 ? line.gap : 1 }]
        : [];
    });
  });
}
