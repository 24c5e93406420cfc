/** The counts of a vote table: its sum, or a line a side. */
import type { Line } from '../lines/line.ts';
import { type Passage, passageOf } from '../lines/passage.ts';
import type { Votering } from '../record.ts';
import { rosterOf, votesInTable } from './votering-tabell.ts';

interface Table {
  ja: number;
  nej: number;
  avstar: number | null;
  proposition: null;
  utslag: Votering['utslag'];
  roster: Votering['roster'];
  passage: Passage;
}

const UNIT = '(?:\\s*(?:st|röster|ledamöter|ledamot))?(?:\\s*\\([^()]{1,60}\\))?\\.?';
const side = (word: string) =>
  new RegExp(
    `^(?:antal\\s+)?["”“]?${word}["”“]?(?:[-\\s]?röster)?\\s*(?:[:=–-]\\s*)?(\\d{1,3})${UNIT}$`,
    'imu',
  );
const JA = side('ja');
const NEJ = side('nej');
const AVSTAR = side('avst(?:år|od|ående|åenden)');
const SUM = /^(?:summa|totalt|resultat|antal röster)(?:\s*:)?((?:\s+\d{1,3}){2,8})$/imu;

/**
 * "Summa 7 6 0", or "Ja-röster: 7" and "Nej-röster: 6" on lines of their own. A table that shows several votes
 * side by side, each with its Ja and Nej, has the sum of each: "Summa 4 3 0 4 1 2".
 */
export function tableOf(lines: Line[]): Table[] {
  const text = lines.map((l) => l.text).join('\n');
  const ja = JA.exec(text);
  const nej = NEJ.exec(text);
  if (ja && nej) return [tableWith(lines, [ja[1], nej[1], AVSTAR.exec(text)?.[1]], [])];
  const sum = SUM.exec(text)?.[1]?.trim().split(/\s+/);
  // sums of money are none
  if (!sum || !/(?<!\p{L})ja(?!\p{L})/iu.test(text) || !/(?<!\p{L})nej(?!\p{L})/iu.test(text)) return [];
  const votes = votesInTable(lines);
  const width = sum.length / votes;
  if (!Number.isInteger(width) || width < 2) return [];
  return Array.from({ length: votes }, (_, i) =>
    tableWith(lines, sum.slice(i * width, (i + 1) * width), votes > 1 ? rosterOf(lines, i) : []),
  );
}

function tableWith(lines: Line[], counts: (string | undefined)[], roster: Votering['roster']): Table {
  const [ja, nej] = [Number(counts[0]), Number(counts[1])];
  return {
    ja,
    nej,
    avstar: counts[2] === undefined ? null : Number(counts[2]),
    proposition: null,
    utslag: ja === nej ? null : ja > nej ? 'ja' : 'nej',
    roster,
    passage: passageOf(lines),
  };
}
