/** The picture in sheets: each step stands on one, what goes to another says where, and a crowded card is read all the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bildOf } from '../../../diarium/bild/bild.ts';
import { sheetsOf, spansOf } from '../../../diarium/bild/blad.ts';
import { stepContent } from '../../../diarium/bild/kort.ts';
import { contentsOf } from '../../../diarium/bild/layout.ts';
import type { Vag, VidSteg } from '../../../diarium/bild/types.ts';
import { anyVag } from './any-vag.ts';
import { badhuset, steg } from './made-up-vag.ts';

const clauses = (
  n: number,
  text = 'att avsätta medel till ombyggnaden av bryggan enligt förvaltningens förslag',
) => Array.from({ length: n }, (_, i) => ({ id: `a${i + 1}`, nr: i + 1, text: `${text} ${i + 1}` }));
const beside = (n: number): VidSteg => ({
  ...{ beslut: clauses(n), voteringar: [], reservationer: [] },
  leveranser: [{ mottagare: 'Badhusenheten', lage: 'levererad', pamind: false, dag: '2031-03-01' }],
});
const sheets = (way: Vag): string[] => {
  const bild = bildOf(way, '2032-03-01');
  const contents = contentsOf(bild);
  return sheetsOf(bild, contents, spansOf(bild, contents), null);
};
const shown = (svg: string): string => svg.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const numbers = (svg: string, from: RegExp): number[] =>
  [...shown(svg).matchAll(from)].flatMap(([, n]) => (n ?? '').split(', ').map(Number));

describe('the sheets of a picture', () => {
  const way = badhuset();
  const all = sheets({ ...way, vidSteg: way.steg.map(() => beside(4)) });

  it('hold each step and what is awaited once, in order', () => {
    expect(all.length).toBeGreaterThan(2);
    const days = all.flatMap(
      (svg) => shown(svg).match(/\d{4}-\d\d-\d\d (?:§|kallelse|tjänsteskrivelse)/g) ?? [],
    );
    expect(days.map((text) => text.slice(0, 10))).toEqual(way.steg.map(({ datum }) => datum));
    expect(all.filter((svg) => shown(svg).includes('väntar på yttrande'))).toHaveLength(1);
    expect(shown(all.at(-1) as string)).toContain(`Blad ${all.length} av ${all.length}`);
  });

  it('have the tracks that they need, and no others', () => {
    expect(shown(all[0] as string)).toContain('Fritidsförvaltningen');
    expect(shown(all.at(-1) as string)).not.toContain('Fritidsförvaltningen');
  });

  it('say to which sheet an arrow goes, which says whence it came', () => {
    const to = all.flatMap((svg, i) => numbers(svg, /→ blad (\d+)/g).map((n) => `${i + 1} ${n}`));
    const from = all.flatMap((svg, i) => numbers(svg, /från blad ([\d, ]*\d)/g).map((n) => `${n} ${i + 1}`));
    expect(to.length).toBeGreaterThan(1);
    expect(new Set(from)).toEqual(new Set(to));
  });

  /** How large type of 12 is on A4: 277 by 165 mm, in pixels. */
  const points = (width: number, height: number) => Math.min(1047 / width, 623 / height) * 9;

  it.each([1, 12, 40, 90])('are small enough to be read on A4, with %i clauses a step', (n) => {
    for (const svg of sheets({ ...way, vidSteg: way.steg.map(() => beside(n)) })) {
      const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
      expect(points(width, height)).toBeGreaterThan(6.7);
    }
  });

  it('are hardly smaller whatever the way, also where a step goes five ways', () => {
    fc.assert(
      fc.property(anyVag, fc.integer({ min: 0, max: 60 }), (any, n) => {
        for (const svg of sheets({ ...any, vidSteg: any.steg.map(() => beside(n)) })) {
          const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
          expect(points(width, height)).toBeGreaterThan(5.5);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are none where one is enough', () => {
    expect(sheets({ ...way, steg: way.steg.slice(0, 2), vantar: [], hos: null })).toEqual([]);
  });
});

describe('a card', () => {
  const own = steg({ organ: 'Fritidsnämnden', paragraf: '14', utfall: 'bifall' });
  const textsOf = (n: number) => stepContent(own, beside(n)).stycken.filter(({ id }) => id !== null);

  it.each([1, 5, 12, 40])('has every one of %i clauses, told by its number and its first words', (n) => {
    const all = textsOf(n);
    expect(all.map(({ rader }) => rader[0]?.text.split(' ').slice(0, 3).join(' '))).toEqual(
      clauses(n).map(({ nr }) => `${nr}. att avsätta`),
    );
    expect(all.map(({ hel }) => hel)).toEqual(clauses(n).map(({ nr, text }) => `${nr}. ${text}`));
  });

  it('counts what there are too many of to be read', () => {
    const { stycken } = stepContent(own, beside(300));
    expect(stycken.some(({ hel }) => hel === 'och 252 att-satser till')).toBe(true);
  });

  it('lays no text over another, and none outside itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.string({ maxLength: 200 }), (n, text) => {
        const { stycken, width, height } = stepContent(own, { ...beside(n), beslut: clauses(n, text) });
        const rader = stycken.flatMap((one) => one.rader);
        for (const { x, y } of rader) {
          expect(x).toBeLessThan(width);
          expect(y).toBeLessThan(height);
        }
        const places = rader.map(({ x, y }) => `${Math.floor(x / 226)} ${y}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});
