/** The picture with what was decided and delivered on it, and as a part of a page. */
import { loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leveransRader } from '../../../diarium/bild/ord-kort.ts';
import { svgForPage } from '../../../diarium/bild/pa-sida.ts';
import { svgOf } from '../../../diarium/bild/svg.ts';
import type { Leveranslage, Vag, VidSteg } from '../../../diarium/bild/types.ts';
import { anyVag } from './any-vag.ts';
import { HOSTILE } from './hostile.ts';
import { badhuset, steg, vag } from './made-up-vag.ts';

const leverans = (
  mottagare: string,
  lage: Leveranslage['lage'],
  pamind = false,
  dag: string | null = null,
) => ({
  ...{ mottagare, lage, pamind, dag },
});
const attsats = (text: string, i: number) => ({ id: `a${i + 1}`, nr: i + 1, text });
const person = (namn: string, parti: string) => ({ namn, parti, roll: null });
const beside: VidSteg = {
  beslut: ['att bygga badhuset', 'att avsätta medel', 'att uppdra åt fastighetschefen'].map(attsats),
  voteringar: [
    {
      ...{ id: 'v1', ja: 31, nej: 29, avstar: 1, utslag: 'ja' },
      proposition: { ja: 'bifall till styrelsens förslag', nej: 'återremiss' },
    },
    { id: 'v2', ja: 40, nej: 21, avstar: null, utslag: null, proposition: null },
  ],
  reservationer: [
    { id: 'r1', av: [person('Åke Strand', 'SD')], mot: [2, 3], text: 'Åke Strand (SD) reserverar sig.' },
    { id: 'r2', av: [person('Eva Lind', 'V'), person('Bo Ek', 'V')], mot: [], text: '' },
  ],
  leveranser: [
    leverans('Badhusenheten', 'levererad', false, '2032-01-27'),
    leverans('fastighetschefen', 'levererad'),
    leverans('Ekonomienheten', 'vantar', true),
    leverans('Revisorerna', 'misslyckad'),
  ],
};
const onLast = (way: Vag, last: VidSteg = beside): Vag => ({
  ...way,
  vidSteg: way.steg.map((_, i) => (i === way.steg.length - 1 ? last : { beslut: [], leveranser: [] })),
});
const partsOf = (way: Vag) =>
  svgForPage(way, '2032-03-01', {
    namn: 'Vägen',
    hrefOf: (at) => `#steg-${at + 1}`,
    postHref: (id) => `/post/${id}`,
  });
const asPart = (way: Vag): string => partsOf(way).bild ?? partsOf(way).blad.join('');
const words = (svg: string): string =>
  svg
    .replace(/<title>.*?<\/title>|<desc>.*?<\/desc>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('what was decided and delivered', () => {
  it.each([
    '1. att bygga badhuset',
    '2. att avsätta medel',
    '3. att uppdra åt fastighetschefen',
    '✉ Badhusenheten: levererad 2032-01-27',
    '✉ Fastighetschefen: levererad',
    '⚠ Ekonomienheten: väntar, försenad',
    '⚠ Revisorerna: misslyckad',
    'votering 31–29, 1 avstår, utslag ja',
    'votering 40–21',
    'reservation mot att-sats 2–3: Åke Strand (SD)',
    'reservation mot beslutet: Eva Lind (V), Bo Ek (V)',
    'särskilt yttrande: M, KD',
  ])('is on the card: "%s"', (text) => {
    expect(words(svgOf(onLast(badhuset()), null))).toContain(text);
    expect(words(asPart(onLast(badhuset())))).toContain(text);
  });

  it('is told whole where a pointer rests, and to those who do not see the picture', () => {
    const svg = svgOf(onLast(badhuset()), null);
    for (const text of [
      'att uppdra åt fastighetschefen',
      'Fastighetschefen: levererad',
      'nej: återremiss',
      String.raw`Åke Strand \(SD\) reserverar sig`,
    ]) {
      expect(svg).toMatch(new RegExp(`<title>[^<]*${text}`));
    }
    const told = /<desc>(.*?)<\/desc>/s.exec(svg)?.[1] ?? '';
    for (const { text } of beside.beslut) expect(told).toContain(text);
    expect(told).toContain('reservation mot att-sats 2–3: Åke Strand (SD)');
    expect(told).toContain('Revisorerna: misslyckad');
  });

  it('changes nothing where it is not given, and says nothing of a step without any', () => {
    expect(svgOf(badhuset(), null)).toBe(
      svgOf({ ...badhuset(), vidSteg: badhuset().steg.map(() => ({ beslut: [], leveranser: [] })) }, null),
    );
  });

  it('tells of a matter under secrecy neither what was decided nor who got it', () => {
    const secret = vag([steg({ organ: 'Socialnämnden', sekretess: '26 kap. 1 § OSL' })]);
    const drawn = svgOf(onLast(secret), null) + asPart(onLast(secret));
    expect(drawn).not.toMatch(/badhus|fastighetschef|ekonomi|revisor/i);
    expect(drawn).toContain('levererat till 2');
  });

  it('is counted by how it stands, what a person has to see to first', () => {
    expect(leveransRader(beside.leveranser)).toEqual([
      { text: '1\u00a0leverans misslyckad', sen: true },
      { text: '1\u00a0leverans väntar, försenat', sen: true },
      { text: 'levererat till 2', sen: false },
    ]);
    expect(leveransRader([leverans('A', 'andrad'), leverans('B', 'andrad')])).toEqual([
      { text: '2\u00a0leveranser ändrade efteråt', sen: true },
    ]);
    expect(leveransRader([])).toEqual([]);
  });
});

describe('as a part of a page', () => {
  it('leads from each card to its step, which is named for those who do not see it', () => {
    const svg = asPart(badhuset());
    const links = [...svg.matchAll(/<a href="([^"]*)"><title>([^<]*)</g)];
    expect(links.map(([, href]) => href)).toEqual(badhuset().steg.map((_, i) => `#steg-${i + 1}`));
    expect(links[3]?.[2]).toMatch(/^4\. Kommunstyrelsen: 2031-03-25 §\u00a052 ↩ återremiss \(minoritet\)/);
    expect(svg).toMatch(/^<svg [^>]*role="group" aria-label="Vägen"/);
  });

  it('has the names of its tracks beside it, in their places', () => {
    const { namn } = partsOf(badhuset());
    const bild = asPart(badhuset());
    const height = / height="(\d+)"/;
    expect(height.exec(namn)?.[1]).toBe(height.exec(bild)?.[1]);
    const text = (svg: string, name: string) =>
      new RegExp(`<text x="\\d+" y="([\\d.]+)"[^>]*>${name}</text>`).exec(svg)?.[1];
    for (const name of ['Fritidsnämnden', 'Kommunstyrelsen', 'Kommunfullmäktige']) {
      expect(text(namn, name)).toBeDefined();
      expect(text(namn, name)).toBe(text(bild, name));
    }
  });

  it('has no style of its own, which the page would not let in', () => {
    expect(asPart(badhuset())).not.toMatch(/<style|style=|<script|\son\w+=/i);
  });

  it.each(HOSTILE)('stays whole whatever it is told: %j', async (text) => {
    const own = steg({ organ: text, paragraf: text, rubrik: text, fileName: text });
    const way = onLast(vag([own], { rubrik: text, hos: text }), {
      beslut: [text, text].map(attsats),
      voteringar: [],
      reservationer: [{ id: text, av: [person(text, text)], mot: [1], text }],
      leveranser: [leverans(text, 'levererad')],
    });
    const { bild, namn, blad } = svgForPage(way, null, {
      ...{ namn: text, hrefOf: () => text, postHref: (id) => id },
    });
    for (const svg of [bild ?? '', namn, ...blad]) {
      expect((await loadImage(Buffer.from(svg))).width).toBeGreaterThan(0);
      expect(svg).not.toContain('<script');
    }
  });

  it('and any way', async () => {
    await fc.assert(
      fc.asyncProperty(anyVag, async (way) => {
        expect((await loadImage(Buffer.from(asPart(onLast(way))))).width).toBeGreaterThan(0);
      }),
      { numRuns: 30 },
    );
  });
});
