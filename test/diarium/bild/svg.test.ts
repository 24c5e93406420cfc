/** The picture: it is well-formed whatever it is told, everything is in it, and nothing lies over anything else. */
import { loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bildOf } from '../../../diarium/bild/bild.ts';
import { type Kort, layoutOf } from '../../../diarium/bild/layout.ts';
import { svgOf } from '../../../diarium/bild/svg.ts';
import { WORDS } from '../../../diarium/bild/words.ts';
import { anyVag } from './any-vag.ts';
import { HOSTILE } from './hostile.ts';
import { badhuset, medfoljande, steg, vag, vantan } from './made-up-vag.ts';

/** Everything that is read or shown, lines of one card joined by spaces. */
const words = (svg: string): string =>
  svg
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

/** Read by a parser of XML that refuses what is not well-formed. */
const read = (svg: string) => loadImage(Buffer.from(svg));

describe('the picture of a matter', () => {
  const svg = svgOf(badhuset(), '2032-03-01');

  it('is read as XML, and has the size it says', async () => {
    const { width, height } = await read(svg);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    await expect(read(svg.replace('</desc>', ''))).rejects.toThrow();
  });

  it.each([
    'KS 2031/17 · Ekstads kommun',
    'Nytt badhus i Norrhamnen',
    ...badhuset().steg.flatMap(({ datum, paragraf, organ }) => [
      datum ?? '',
      paragraf ? `§ ${paragraf}` : '',
      organ ?? '',
    ]),
    'Fritidsförvaltningen',
    'tjänsteskrivelse',
    'kallelse',
    '✓ bifall',
    '↩ återremiss',
    'votering 8–7',
    'votering 31–29, 1 avstår',
    'reservation: S, V',
    'särskilt yttrande: M, KD',
    'att 1–2',
    'att 3',
    'ligger här nu',
    '◆ laga kraft tidigast 2032-02-17',
    'senast 2031-04-30',
    '⚠ 306 dagar för sent',
    'senast 2032-12-31',
    'om 305 dagar',
    'enligt beslutet',
    'att yttra sig senast den 30 april',
    'anslaget 2032-01-26, kan överklagas till och med 2032-02-16',
    'reservation av S och V: Förslaget är för dyrt.',
    'ekstad.pdf, sida 3',
    'en sak försenad',
  ])('says "%s"', (text) => {
    expect(words(svg)).toContain(text);
  });

  it('is told in words for those who do not see it', () => {
    const told = /<desc>(.*?)<\/desc>/s.exec(svg)?.[1] ?? '';
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toMatch(/<title>KS 2031\/17 · Ekstads kommun: Nytt badhus i Norrhamnen<\/title>/);
    expect(told).toContain(
      '3. Kommunstyrelsens arbetsutskott: 2031-03-11, protokoll, §\u00a031, till Kommunstyrelsen (förslag, att 1–2)',
    );
    expect(told).toContain('Väntar på yttrande från Tekniska nämnden, sedan 2031-03-11, senast 2031-04-30');
    expect(told).toContain('Ligger hos Tekniska nämnden');
  });

  it('holds nothing that runs or is fetched, and no id that could clash', () => {
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /<script|<foreignObject|<image|<use|href|url\(|https?:|@import|\son\w+=|\sid=/i,
    );
  });

  it('is dark on dark screens only: paper has the colours of the attributes', () => {
    expect(svg.match(/@media/g)).toHaveLength(1);
    expect(svg).toContain('@media screen and (prefers-color-scheme:dark){.av-paper{fill:#');
    expect(svg).toMatch(/class="av-paper" fill="#ffffff"/);
    const classes = new Set([...svg.matchAll(/class="(av-\w+)"/g)].map(([, name]) => name));
    for (const name of classes) expect(svg).toContain(`.${name}{`);
  });

  it('draws returns, remisser and what is put off in lines of their own', () => {
    expect(svg).toMatch(/class="av-aterremiss"[^>]*stroke-dasharray/);
    expect(svg).toMatch(/class="av-remiss"[^>]*stroke-dasharray/);
    const put = steg({
      organ: 'Fritidsnämnden',
      utfall: 'bordlagt',
      vidare: [{ organ: 'Fritidsnämnden', reason: 'bordlaggning', attsatser: [], nr: [], sedan: [] }],
    });
    expect(svgOf(vag([put, steg({ organ: 'Fritidsnämnden', datum: '2031-02-01' })]), null)).toMatch(
      /class="av-bordlaggning"[^>]*stroke-dasharray/,
    );
  });

  it('grows with the steps, and not with its texts', () => {
    const of = (n: number, rubrik = 'Kort') =>
      svgOf(
        vag(
          Array.from({ length: n }, () => steg({ organ: 'Fritidsnämnden' })),
          { rubrik },
        ),
        null,
      );
    const width = (text: string) => Number(/ width="(\d+)"/.exec(text)?.[1]);
    expect(width(of(20)) - width(of(10))).toBe(10 * (width(of(10)) - width(of(9))));
    expect(width(of(3, 'lång '.repeat(200)))).toBe(width(of(3)));
    expect(width(of(0))).toBeGreaterThan(300);
  });

  it('shortens a long title and keeps it whole where a pointer rests', () => {
    const rubrik = `Om ${'mycket '.repeat(80)}långa titlar`;
    const text = svgOf(vag([steg({ organ: 'Fritidsnämnden' })], { rubrik }), null);
    expect(text).toContain(`: ${rubrik}</title>`);
    expect(text).toMatch(/mycket ?…<\/text>/);
    expect(text).not.toContain(`>${rubrik}</text>`);
  });

  it('marks numbers that nothing confirms', () => {
    const unsure = steg({ organ: 'Fritidsnämnden', paragraf: '14', obekraftade: ['paragraf', 'datum'] });
    const text = words(svgOf(vag([unsure], { obekraftade: ['diarienummer'] }), null));
    expect(text).toContain('KS 2031/17?');
    expect(text).toContain('2031-01-01?');
    expect(text).toContain('§ 14?');
  });

  it('says that a matter is over', () => {
    expect(words(svgOf(vag([steg({ organ: 'Fritidsnämnden' })], { avslutat: true }), null))).toContain(
      'avslutat',
    );
  });

  it('says that a matter is decided where something is left to carry out', () => {
    const left = vantan({ vad: 'utforande', skal: 'uppdrag', av: 'Fritidschefen', steg: 's1' });
    const way = vag([steg({ organ: 'Fritidsnämnden', nyckel: 's1' })], { avslutat: true, vantar: [left] });
    const svg = svgOf(way, null);
    expect(words(svg)).toContain('avgjort');
    expect(svg).toContain('Avgjort · 2031-01-01');
    expect(svg).toContain('<title>Ärendet är avgjort. Kvar är det som väntas</title>');
    expect(svg.toLowerCase()).not.toContain('avslutat');
  });
});

describe('in English', () => {
  const clause = { id: 'a1', nr: 1, text: 'att bygga badhuset' };
  const way = { ...badhuset(), vantar: badhuset().vantar.map((one) => ({ ...one, text: null })) };
  const svg = svgOf(
    {
      ...way,
      vidSteg: way.steg.map(() => ({
        beslut: [clause],
        leveranser: [{ mottagare: 'Badhusenheten', lage: 'vantar', pamind: true, dag: null }],
      })),
    },
    '2032-03-01',
    'en',
  );

  it('says none of its own words in Swedish, and marks what stands in files', () => {
    const own = (words: object): string[] =>
      Object.values(words).flatMap((one: unknown) =>
        typeof one === 'string' ? one : typeof one === 'object' && one !== null ? own(one) : [],
      );
    const english = new Set(own(WORDS.en));
    const swedish = own(WORDS.sv).filter((one) => one.length > 3 && !english.has(one));
    expect(swedish.length).toBeGreaterThan(40);
    const rest = words(svg.replace(/<(text|title)\b[^>]*lang="sv"[^>]*>[^<]*<\/\1>/g, ''));
    const said = (one: string) => new RegExp(`(?<!\\p{L})${one.trim()}(?!\\p{L})`, 'u').test(rest);
    expect(swedish.filter(said)).toEqual([]);
    expect(svg).toMatch(/<text [^>]*lang="sv"[^>]*>1. att bygga badhuset</);
    expect(svg).toMatch(/<text [^>]*lang="sv"[^>]*>Fritidsnämnden</);
    expect(svg).toMatch(/^<svg [^>]*lang="en"/);
  });

  it.each([
    'lies here now',
    '↩ referred back',
    'vote 8–7',
    '⚠ 306 days late',
    'Badhusenheten: waiting, late',
  ])('says "%s"', (text) => expect(words(svg)).toContain(text));

  it('leaves nothing of the language to a Swedish drawing', () => {
    expect(svgOf(way, null).match(/lang=/g)).toHaveLength(1);
  });
});

describe('any text', () => {
  it.each(HOSTILE)('leaves the picture whole: %j', async (text) => {
    const own = steg({
      ...{ organ: text, avsandare: text, paragraf: text, datum: text, rubrik: text, fileName: text },
      vidare: [{ organ: `${text} 2`, reason: 'forslag', attsatser: [], nr: [1], sedan: [] }],
      medfoljer: [{ ...medfoljande('reservation', [text]), text }],
    });
    const way = vag([own], {
      ...{ huvudman: text, diarienummer: text, rubrik: text, hos: text },
      vantar: [vantan({ av: text, text, frist: text, senast: '2031-01-01', steg: own.nyckel ?? '' })],
    });
    const svg = svgOf(way, '2031-02-01');
    expect((await read(svg)).width).toBeGreaterThan(0);
    expect(svg).not.toContain('<script');
    expect(svg.match(/<svg/g)).toHaveLength(1);
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('and any way', async () => {
    await fc.assert(
      fc.asyncProperty(anyVag, fc.string({ unit: 'binary', maxLength: 60 }), async (way, rubrik) => {
        expect((await read(svgOf({ ...way, rubrik }, '2031-06-01'))).width).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

it('lays no card over another and none outside its track or the picture', () => {
  fc.assert(
    fc.property(anyVag, (way) => {
      const bild = bildOf(way, null);
      const { kort, oppna, banor, width, bottom } = layoutOf(bild, 100);
      const all = [
        ...kort.map((box, i) => ({ box: box as Kort, bana: bild.markeringar[i]?.bana ?? -1 })),
        ...oppna.map((box, i) => ({ box: box as Kort, bana: bild.oppna[i]?.bana ?? -1 })),
      ];
      for (const [i, { box, bana }] of all.entries()) {
        const row = banor[bana];
        expect(box.y).toBeGreaterThanOrEqual(row?.y ?? 1e9);
        expect(box.y + box.height).toBeLessThanOrEqual((row?.y ?? 0) + (row?.height ?? 0));
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(bottom);
        for (const { box: other } of all.slice(i + 1)) {
          const apart =
            box.x + box.width <= other.x ||
            other.x + other.width <= box.x ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});
