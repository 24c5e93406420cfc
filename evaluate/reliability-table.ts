/** The reliability table as a person reads it in a terminal. */
import { type Bin, type Reliability, TRUSTED } from './reliability.ts';
import { aligned, three } from './table.ts';

const share = (x: number | null): string => (x === null ? '–' : three(x));

const rowOf = (name: string, { n, confidence, right, paired }: Bin): string[] => [
  name,
  String(n),
  share(confidence),
  share(right),
  share(paired),
];

/** Rows of items that were given about the same confidence: how many, and what share of them is right. */
export function reliabilityTable({ bins, trusted, all }: Reliability): string {
  const rows = [
    ...bins.map((bin) => rowOf(`${bin.from}–${bin.to}`, bin)),
    rowOf(`minst ${TRUSTED}`, trusted),
    rowOf('alla', all),
  ];
  return aligned(['säkerhet', 'antal', 'medel', 'rätt', 'funna'], rows).join('\n');
}
