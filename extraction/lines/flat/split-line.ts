/** A line of a flat text cut into the lines it was made of. */
import type { Line } from '../line.ts';

/** Where a line is cut, and how much blank space (in lines) the new line has before it. */
export type Cuts = Map<number, number>;

/** Blank space before a heading or an entry of a list: more than inside a paragraph. */
export const APART = 1;
/** Blank space before a clause that has no mark of its own. */
export const CLAUSE = 1.5;
/** The new line goes on with the sentence of the one before. */
export const RUNNING = 0;

/**
 * The parts of `line` between the cuts, trimmed; empty ones are left out. The first keeps the line's own place.
 * `running`: stretches of it that are heads or feet of pages.
 */
export function splitLine(
  line: Line,
  cuts: Cuts,
  running: readonly [from: number, to: number][] = [],
): Line[] {
  const edges = [...cuts.keys()].filter((at) => at > 0 && at < line.text.length).sort((a, b) => a - b);
  if (edges.length === 0 && running.length === 0) return [line];
  const parts: Line[] = [];
  for (const [i, from] of [0, ...edges].entries()) {
    const to = edges[i] ?? line.text.length;
    const text = line.text.slice(from, to).trim();
    if (text === '') continue;
    const first = parts.length === 0;
    parts.push({
      ...line,
      text,
      pageStart: line.pageStart && first,
      gap: first ? line.gap : (cuts.get(from) ?? APART),
      ...(cuts.get(from) === CLAUSE && { clause: true }),
      ...(running.some(([a, b]) => from >= a && from + text.length <= b + 1) && { running: true }),
    });
  }
  return parts;
}

/** The word before an offset, without the blanks between; '' at the text's beginning. */
export function wordBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  return before.slice(before.lastIndexOf(' ') + 1);
}

/** True where a sentence, a list or the text itself has ended. */
export function endsSentence(word: string): boolean {
  return word === '' || (/[.!?:;]["”)]?$/u.test(word) && !ABBREVIATION.test(word));
}

const ABBREVIATION = /^(?:dnr|nr|kl|ca|bl\.?a|t\.ex|m\.?m|m\.?fl|fr\.o\.m|t\.o\.m|ordf|tjg|ers|enl|jfr)\.$/iu;

/** Words after which a phrase goes on: what follows them is no heading, no § head and no title. */
export const GOES_ON =
  /^(?:och|eller|samt|av|till|för|från|i|på|om|med|enligt|enl\.?|se|jfr\.?|under|över|vid|mot|den|det|de|att|ur|angående|avseende|per|punkt|punkten|nr|kap\.?|–|-)$|,$|\($/iu;
