import { describe, expect, it } from 'vitest';
import { grannarOf, utdragFileName, utdragInfoOf } from '../../../expediering/utdrag/index.ts';
import type { Arende, Handling, Record } from '../../../extraction/record.ts';
import { made } from '../../diarium/way/way-builder.ts';
import { info } from './made-up.ts';

const KALLA = { fileName: 'kf.pdf', sha256: 'ab', pageCount: 9 };

function one(over: Partial<Arende> = {}, of: Partial<Handling> = {}): [Handling, Arende] {
  const { handling } = made({
    organ: 'Kommunfullmäktige',
    datum: '2031-03-24',
    paragraf: '58',
    beslut: ['att anta taxan,', 'att den gäller.'],
    expediering: ['Diariet'],
  });
  const arende = { ...(handling.arenden[0] as Arende), ...over };
  return [{ ...handling, ...of, arenden: [arende] }, arende];
}
const infoOf = (over: Partial<Arende> = {}, of: Partial<Handling> = {}) =>
  utdragInfoOf(KALLA, ...one(over, of));
const item = { id: 'x', confidence: 1, obekraftade: [], evidence: [] };

describe('what a cover says', () => {
  it('is what the record has', () => {
    const anslag = { justerad: '2031-03-30', uppsatt: '2031-03-31', nedtas: null };
    const justerare = [
      { namn: 'Karin Alm', parti: 'M', roll: null },
      { namn: null, parti: null, roll: 'Ordförande' },
    ];
    expect(infoOf({ pages: [3, 4] }, { anslag, justerare })).toMatchObject({
      huvudman: 'Ekstads kommun',
      organ: 'Kommunfullmäktige',
      datum: '2031-03-24',
      paragraf: '58',
      diarienummer: 'KS 2030/12',
      rubrik: 'Nya cykelställ',
      justerad: '2031-03-30',
      anslaget: '2031-03-31',
      nedtas: null,
      justerare: ['Karin Alm (M)', 'Ordförande'],
      beslut: [
        { nr: 1, text: 'att anta taxan,', obekraftad: false },
        { nr: 2, text: 'att den gäller.', obekraftad: false },
      ],
      mottagare: ['Diariet'],
      kalla: { ...KALLA, pages: [3, 4] },
      utanSidor: null,
    });
  });

  it('has the introducing line once for the clauses it introduces', () => {
    const [, { beslut }] = one();
    const lines = ['Nämnden beslutar', 'Nämnden beslutar', 'Nämnden föreslår', null, 'Nämnden beslutar'];
    const clauses = lines.map((ledtext) => ({ ...(beslut[0] as Arende['beslut'][number]), ledtext }));
    expect(infoOf({ beslut: clauses }).beslut.map(({ ledtext }) => ledtext)).toEqual([
      'Nämnden beslutar',
      null,
      'Nämnden föreslår',
      null,
      'Nämnden beslutar',
    ]);
  });

  it('shows what was proposed only where nothing was decided', () => {
    const [, { beslut }] = one();
    expect(infoOf({ forslag: beslut }).forslag).toEqual([]);
    expect(infoOf({ forslag: beslut, beslut: [] }).forslag).toHaveLength(2);
  });

  it('marks what only OCR has read, of the § and of its minutes', () => {
    expect(
      infoOf(
        { obekraftade: ['paragraf'] },
        { obekraftade: ['datum', 'anslag.justerad', 'diarienummer'] },
      ).obekraftade.toSorted(),
    ).toEqual(['datum', 'justerad', 'paragraf']);
    expect(
      infoOf({ diarienummer: null }, { diarienummer: 'KS 1', obekraftade: ['diarienummer'] }),
    ).toMatchObject({ diarienummer: 'KS 1', obekraftade: ['diarienummer'] });
    const [, { beslut }] = one();
    expect(
      infoOf({ beslut: [{ ...(beslut[0] as Arende['beslut'][number]), obekraftade: ['text'] }] }).beslut[0]
        ?.obekraftad,
    ).toBe(true);
  });

  it('tells who moved, protested and voted', () => {
    const av = [
      { namn: 'Siri Lund', parti: 'V', roll: null },
      { namn: null, parti: 'MP', roll: null },
    ];
    const votering = {
      ...item,
      ja: 27,
      nej: 20,
      avstar: null,
      proposition: null,
      utslag: 'ja' as const,
      roster: [],
    };
    const found = infoOf({
      yrkanden: [{ ...item, av, typ: 'avslag', text: 'Avslag.', utfall: 'avslag' }],
      reservationer: [{ ...item, av, text: 'Reserverar sig.', mot: [2] }],
      voteringar: [votering],
    });
    expect(found.yrkanden[0]).toMatchObject({ av: ['Siri Lund (V)', '(MP)'], utfall: 'avslag' });
    expect(found.reservationer[0]).toMatchObject({ mot: [2] });
    expect(found.voteringar[0]).toMatchObject({ ja: 27, nej: 20, utslag: 'ja' });
  });
});

describe('a sentence that moves two things', () => {
  const av = [{ namn: 'Siri Lund', parti: 'V', roll: null }];
  const yrkande = {
    ...item,
    av,
    typ: 'bifall' as const,
    text: 'Bifall till A och avslag på B.',
    utfall: null,
  };
  const moved = (...utfall: ('bifall' | 'avslag' | null)[]) =>
    infoOf({ yrkanden: utfall.map((one) => ({ ...yrkande, utfall: one })) }).yrkanden;

  it('stands once, with an outcome only if both had the same', () => {
    expect(moved('bifall', 'avslag')).toMatchObject([{ utfall: null }]);
    expect(moved('avslag', 'avslag')).toMatchObject([{ utfall: 'avslag' }]);
    expect(moved('bifall', 'avslag', 'bifall')).toMatchObject([{ utfall: null }]);
  });

  it('stays apart from what another moves in the same words', () => {
    const other = { ...yrkande, av: [{ namn: 'Bo Sjödin', parti: 'C', roll: null }] };
    expect(infoOf({ yrkanden: [yrkande, other] }).yrkanden).toHaveLength(2);
  });
});

describe('the name of the file', () => {
  it.each([
    [{}, 'Kommunfullmäktige 2031-03-24 § 58 KS 2031-42.pdf'],
    [{ paragraf: '142/19', diarienummer: null }, 'Kommunfullmäktige 2031-03-24 § 142-19.pdf'],
    [{ organ: null, datum: null, paragraf: null, diarienummer: null }, 'Beslut.pdf'],
    [{ organ: '../../etc/passwd\0', datum: null, paragraf: null, diarienummer: null }, 'etc-passwd.pdf'],
  ])('of %j', (over, name) => {
    expect(utdragFileName(info(over))).toBe(name);
  });
});

describe('what else stands on the pages', () => {
  const arende = (id: string, pages: [number, number], sekretess: string | null = null): Arende => ({
    ...one({ id, pages, sekretess, paragraf: id.slice(1) })[1],
  });
  const record = (...arenden: Arende[][]): Record['handlingar'] =>
    arenden.map((list) => ({ ...one()[0], arenden: list }));
  const own = arende('§58', [4, 5]);

  it('is the §§ that end or begin there', () => {
    const files = record(
      [arende('§56', [2, 3]), arende('§57', [3, 4]), own, arende('§59', [5, 5])],
      [arende('§1', [6, 6])],
    );
    const found = grannarOf(files, own);
    expect(found.delar.map(({ paragraf, pages }) => [paragraf, pages])).toEqual([
      ['57', [4, 4]],
      ['59', [5, 5]],
    ]);
    expect(found).toMatchObject({ sekretess: null, kraverManniska: false, medSidor: true });
  });

  it('keeps the pages back when a § on them is secret, in another document of the file too', () => {
    const found = grannarOf(record([own], [arende('§60', [5, 6], 'OSL 25 kap. 1 §')]), own);
    expect(found).toMatchObject({ kraverManniska: true, medSidor: false });
    expect(found.delar[0]).toMatchObject({ sekretess: 'OSL 25 kap. 1 §' });
  });

  it('does not when the secret one stands on other pages', () => {
    expect(grannarOf(record([own, arende('§60', [6, 6], 'OSL')]), own)).toMatchObject({
      kraverManniska: false,
      medSidor: true,
      delar: [],
    });
  });

  it('asks a person when the § itself is secret', () => {
    expect(grannarOf(record([arende('§58', [4, 5], 'OSL')]), arende('§58', [4, 5], 'OSL'))).toMatchObject({
      kraverManniska: true,
      medSidor: true,
      sekretess: 'OSL',
    });
  });
});
