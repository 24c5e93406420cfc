import { describe, expect, it } from 'vitest';
import type { LooseDocument } from '../../evaluate/document.ts';
import { groupTable } from '../../evaluate/group-tables.ts';
import { byHuvudman, evaluateGroups } from '../../evaluate/groups.ts';
import { gold, misread, tenfold } from './made-up.ts';

const named = (document: LooseDocument, huvudman: string): LooseDocument => ({
  handlingar: (document.handlingar ?? []).map((handling) => ({ ...handling, huvudman })),
});

describe('records by huvudman', () => {
  it('are told apart by what gold or record names, else by the first word of the file', () => {
    const groups = byHuvudman([
      { name: '1-fiskvik.pdf', gold: named(gold, 'Fiskviks kommun'), found: gold },
      { name: '2-fiskvik-ks.txt', gold, found: gold },
      { name: 'ekudden.txt', gold, found: named(gold, 'Ekuddens stad') },
      { name: '07.txt', gold, found: gold },
    ]);
    expect([...groups].map(([name, own]) => [name, own.length])).toEqual([
      ['Fiskviks kommun', 2],
      ['Ekuddens stad', 1],
      ['07.txt', 1],
    ]);
  });

  it('are measured each for itself, worst first, with the type that is worst', () => {
    const groups = evaluateGroups([
      { name: 'a', gold: named(tenfold(gold), 'Ekuddens stad'), found: tenfold(gold) },
      { name: 'b', gold: named(tenfold(gold), 'Fiskviks kommun'), found: tenfold(misread()) },
    ]);
    expect(groups).toEqual([
      { name: 'Fiskviks kommun', files: 1, macroF1: 0.735, worst: { type: 'anteckningar', f1: 0 } },
      { name: 'Ekuddens stad', files: 1, macroF1: 1, worst: null },
    ]);
    expect(groupTable(groups)).toMatch(/^Fiskviks kommun +1 +0\.735 +anteckningar 0\.000$/m);
  });
});
