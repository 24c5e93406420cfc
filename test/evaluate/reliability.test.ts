import { describe, expect, it } from 'vitest';
import type { LooseDocument } from '../../evaluate/document.ts';
import { judge, reliability } from '../../evaluate/reliability.ts';
import { reliabilityTable } from '../../evaluate/reliability-table.ts';
import { gold } from './made-up.ts';

const clause = (text: string, kedja: string[], confidence: number) => ({ text, kedja, confidence });
const anta = 'Att anta ny taxa för badhuset från den 1 juli 2031.';
const both = ['Fritidsnämnden', 'Kommunstyrelsen'];

/** § 14 of the gold's minutes, read with these clauses and movers. */
function read(beslut: object[], yrkanden: object[] = []): LooseDocument {
  const protokoll = gold.handlingar?.[1];
  const paragraf = { ...protokoll?.arenden?.[0], beslut, yrkanden, reservationer: [], voteringar: [] };
  const arende = { ...paragraf, votering: [], expediering: [{ mottagare: 'Akten', confidence: 0.6 }] };
  return { handlingar: [{ ...protokoll, arenden: [arende as never] }] };
}

const judged = (found: LooseDocument) => judge([{ name: 'a', gold, found }]);

describe('an item is right', () => {
  it('when it is paired and its chain is the same', () => {
    const [right, shorter] = judged(read([clause(anta, both, 0.97)]))
      .concat(judged(read([clause(anta, ['Fritidsnämnden'], 0.97)])))
      .filter(({ type }) => type === 'beslut');
    expect(right).toMatchObject({ paired: true, right: true, confidence: 0.97 });
    expect(shorter).toMatchObject({ paired: true, right: false });
  });

  it('when no more than a tenth of its text differs', () => {
    const cut = clause('Att anta ny taxa för badhuset från 1 juli 2031 helt nytt', both, 0.9);
    expect(judged(read([cut]))[0]).toMatchObject({ paired: true, right: false });
  });

  it('when all its movers are named', () => {
    const yrkande = (av: string[]) => ({
      av,
      typ: 'avslag',
      text: 'Alva Strandmark (S) och Nils Ekvret (V) yrkar avslag på förslaget.',
      confidence: 0.9,
    });
    const of = (av: string[]) => judged(read([], [yrkande(av)])).find(({ type }) => type === 'yrkanden');
    expect(of(['Alva Strandmark (S)', 'Nils Ekvret (V)'])?.right).toBe(true);
    expect(of(['Alva Strandmark (S)'])).toMatchObject({ paired: true, right: false });
  });

  it('never when the gold has no such item', () => {
    const invented = clause('Att bygga en ny simhall i Fiskviken.', both, 0.8);
    expect(judged(read([invented]))[0]).toMatchObject({ paired: false, right: false });
  });
});

describe('the reliability table', () => {
  const found = read([clause(anta, both, 0.96), clause('Att bygga en ny simhall.', both, 0.9)]);
  const table = reliability(judged(found));

  it('counts each item in the row of its confidence', () => {
    expect(table.bins.map(({ from, n }) => [from, n])).toEqual([
      [0, 0],
      [0.5, 1],
      [0.7, 0],
      [0.8, 0],
      [0.9, 1],
      [0.95, 1],
    ]);
    expect(table.trusted).toMatchObject({ n: 2, right: 0.5, confidence: 0.93 });
    expect(table.all.n).toBe(3);
  });

  it('is printed with a dash where there is nothing to count', () => {
    const lines = reliabilityTable(table).split('\n');
    expect(lines[0]).toMatch(/^säkerhet +antal +medel +rätt +funna$/);
    expect(lines[1]).toMatch(/^0–0\.5 +0 +– +– +–$/);
    expect(lines.at(-2)).toMatch(/^minst 0\.9 +2 +0\.930 +0\.500 +0\.500$/);
  });
});
