/** The bed's own gold is true: what it expects stands in print, and its procedure adds up. */
import { describe, expect, it } from 'vitest';
import { expectedRecord } from '../../samples/make/expected.ts';
import { type Gold, makeSample } from './build.ts';
import { HELD_OUT } from './held-out.ts';
import { pass } from './layout/set.ts';
import { MALLAR } from './templates/index.ts';

/** Letters and figures only: spaces, line ends, hyphens and marks are the print's. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const arendenOf = (gold: Gold) => gold.handlingar.flatMap((h) => h.arenden);

describe('the templates', () => {
  it('are at least 27, a third of them held out', () => {
    const names = MALLAR.map((mall) => mall.namn);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(27);
    for (const name of HELD_OUT) expect(names).toContain(name);
    expect(HELD_OUT.size * 3).toBeGreaterThanOrEqual(names.length);
  });
});

describe.each(MALLAR)('$namn', (mall) => {
  const sample = makeSample(mall);

  it('prints what it expects to be read', () => {
    const { layout, written } = pass(sample, mall.look());
    const gold = expectedRecord(sample, 'fil', layout);
    const print = bare(
      written
        .filter((w) => !w.furniture)
        .map((w) => w.text)
        .join(''),
    );
    for (const a of arendenOf(gold)) {
      const items = [...a.forslag, ...a.beslut, ...a.yrkanden, ...a.reservationer, ...a.anteckningar];
      const texts = [a.rubrik, ...items.map((i) => i.text), ...a.expediering, ...a.underlag];
      expect(texts.filter((text) => !print.includes(bare(text)))).toEqual([]);
    }
    const marks = written.map((w) => bare(w.text)).join(' ');
    for (const a of arendenOf(gold)) expect(marks).toContain(bare(a.diarienummer ?? ''));
  });

  it('sends a decision to the second body of its chain, and counts votes right', () => {
    for (const h of sample.handlingar) {
      for (const a of h.arenden) {
        const beslut = a.block.find((b) => b.typ === 'attsatser' && b.som === 'beslut');
        const chain = beslut?.typ === 'attsatser' ? beslut.kedja : [];
        if (h.kind === 'protokoll' && chain.length > 1) expect(a.next).toBe(chain[1]);
        for (const b of a.block) {
          if (b.typ !== 'votering') continue;
          const { ja, nej, avstar, roster } = b.votering;
          expect(ja + nej + (avstar ?? 0)).toBe(roster.length);
        }
      }
    }
  });
});
