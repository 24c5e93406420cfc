import { describe, expect, it } from 'vitest';
import type { Arende } from '../../../extraction/record.ts';
import { handlingarOf, texts } from '../handlingar/read-text.ts';

const HEAD = `
  Strömviks kommun
  Socialnämnden
  Sammanträdesprotokoll
  Sammanträdesdatum 2024-03-12`;

const arenden = (...pages: string[]): Arende[] => {
  const [first = '', ...rest] = pages;
  return handlingarOf(`${HEAD}\n\n${first}`, ...rest).flatMap((h) => h.arenden);
};
const heads = (...pages: string[]) => arenden(...pages).map((a) => [a.paragraf, a.rubrik]);

describe('the number of a §', () => {
  it.each<[string, string, string, string]>([
    ['alone', '§ 12', '12', '13'],
    ['with its year', '§ 12/2024', '12/2024', '13/2024'],
    ['with a short year', '§ 12/24', '12/24', '13/24'],
    ['after the letters of the body', 'SN § 12', '12', '13'],
    ['after the letters of the body, with a year', 'SN § 12/24', '12/24', '13/24'],
    ['with letters and no §', 'Sn 12', '12', '13'],
    ['close to the §', '§12', '12', '13'],
    ['before the §', '12 §', '12', '13'],
    ['with the number of the matter beside it', '§ 12 2023.199 SN', '12', '13'],
    ['above the numbers of other bodies', 'SN § 12\n  AU § 88\n  2023.199 SN', '12', '13'],
    ['above the numbers of other bodies in columns', 'SN § 12     AU § 88      Dnr SN 2023/199', '12', '13'],
    ["beside the day's own number", 'SN § 3:12', '3:12', '3:13'],
  ])('%s', (_, head, first, second) => {
    const text = `  ${head}
  Val av justerare

  Beslut
  Till justerare utses Karin Alm (M).

  ${head.replace('12', '13')}
  Taxa för hemtjänst

  Beslut
  Socialnämnden beslutar att anta taxan.`;
    expect(heads(text)).toEqual([
      [first, 'Val av justerare'],
      [second, 'Taxa för hemtjänst'],
    ]);
  });

  it('stands where its evidence says', () => {
    const [only] = arenden('  § 12\n  Val av justerare\n\n  Beslut\n  Till justerare utses Karin Alm (M).');
    expect(only?.evidence.paragraf).toEqual([{ page: 1, bbox: null, lines: [6, 6] }]);
  });
});

describe('title and number of a §', () => {
  it.each<[string, string, string | null]>([
    ['§ 12 Taxa för hemtjänst', 'Taxa för hemtjänst', null],
    ['§ 12   Dnr SN 2024/18\n  Taxa för hemtjänst', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12\n  Taxa för hemtjänst\n  Dnr SN 2024/18', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12\n  Taxa för hemtjänst (SN 2024/18)', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12\n  Diarienummer\n  SN 2024/18\n  Taxa för hemtjänst', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12   Dnr 2024/18-007 SN\n  Taxa för hemtjänst', 'Taxa för hemtjänst', '2024/18-007'],
    ['§ 12\n  Taxa för hemtjänst (24SN18)', 'Taxa för hemtjänst', '24SN18'],
    ['§ 12 24/SN 0018\n  Taxa för hemtjänst', 'Taxa för hemtjänst', '24/SN 0018'],
    ['§ 12, 0118/24\n  Taxa för hemtjänst', 'Taxa för hemtjänst', '0118/24'],
    ['§ 12, SN 2024/18 Taxa för hemtjänst', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12 Taxa för hemtjänst, dnr SN 2024/18', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12 Taxa för hemtjänst – SN 2024/18', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12 Avgift för båtplats Dnr SN 2024/18', 'Avgift för båtplats', 'SN 2024/18'],
    ['§ 12 Svar på Länsstyrelsens dnr 2024/18', 'Svar på Länsstyrelsens dnr 2024/18', null],
    ['§ 12\n  Taxa för hemtjänst\n  Dnr SN 2024/18, dpl 041', 'Taxa för hemtjänst', 'SN 2024/18'],
    ['§ 12\n  Taxa för hemtjänst (2024-118)', 'Taxa för hemtjänst', '2024-118'],
    ['§ 12\n  Remiss om ny lag (2024:118)', 'Remiss om ny lag (2024:118)', null],
    ['§ 12   Hid: 2024.812\n  Taxa för hemtjänst', 'Taxa för hemtjänst', null],
    ['§ 12\n  Taxa för hemtjänst (von/2024:227)', 'Taxa för hemtjänst', 'von/2024:227'],
    ['§ 12\n  Taxa för läsåret 2024/25', 'Taxa för läsåret 2024/25', null],
    ['§ 12\n  Taxa för hemtjänst\n\n  Föreligger förslag till taxa från 2025.', 'Taxa för hemtjänst', null],
    ['§ 12\n  Taxa\n\n  Förvaltningen har räknat om taxan efter\n  prisindex.', 'Taxa', null],
    ['§ 12\n  Taxa för hemtjänst\n  Föredragande: Ulf Ros, controller', 'Taxa för hemtjänst', null],
    ['§ 12\n  Au § 8      Dnr SN 2024/18\n  Taxa för hemtjänst', 'Taxa för hemtjänst', 'SN 2024/18'],
    [
      '§ 12\n  Taxa för hemtjänst och för trygghetslarm samt upphävande av den taxa\n  som gäller sedan 2021',
      'Taxa för hemtjänst och för trygghetslarm samt upphävande av den taxa som gäller sedan 2021',
      null,
    ],
  ])('%s', (head, rubrik, diarienummer) => {
    expect(arenden(`  ${head}\n\n  Beslut\n  Socialnämnden beslutar att anta taxan.`)).toMatchObject([
      { paragraf: '12', rubrik, diarienummer },
    ]);
  });
});

describe('what is no head of a §', () => {
  it('a list of contents', () => {
    expect(
      heads(
        `  Innehållsförteckning
  § 12 Val av justerare
  § 13 Budgetuppföljning
  § 14 Taxa för hemtjänst`,
        `
  § 12 Val av justerare

  Beslut
  Till justerare utses Karin Alm (M).

  § 13 Budgetuppföljning

  Beslut
  Socialnämnden godkänner uppföljningen.

  § 14 Taxa för hemtjänst

  Beslut
  Socialnämnden beslutar att anta taxan.`,
      ),
    ).toEqual([
      ['12', 'Val av justerare'],
      ['13', 'Budgetuppföljning'],
      ['14', 'Taxa för hemtjänst'],
    ]);
  });

  it('a reference at the head of a line', () => {
    const found = arenden(`
  § 12 Budgetuppföljning

  Sammanfattning
  Nämnden fick en första redovisning av årets budget den 14 februari 2024 enligt
  § 7, och nu har förvaltningen räknat om den. Se även protokollet från den 3 maj 2023,
  § 64, där frågan behandlades.

  Beslut
  Socialnämnden godkänner uppföljningen enligt förvaltningens beräkning och protokollet
  § 13 från februari.

  § 13 Taxa för hemtjänst

  Beslut
  Socialnämnden beslutar att anta taxan.`);
    expect(found.map((a) => [a.paragraf, texts(a.beslut)])).toEqual([
      [
        '12',
        [
          'Socialnämnden godkänner uppföljningen enligt förvaltningens beräkning och protokollet § 13 från februari.',
        ],
      ],
      ['13', ['att anta taxan.']],
    ]);
  });

  it('the head of the § again on its next page', () => {
    const found = arenden(
      `  § 14 Taxa för hemtjänst

  Beslut
  Socialnämnden beslutar föreslå kommunfullmäktige
  att anta taxan,`,
      `
  § 14 forts.
  att taxan gäller från den 1 januari 2025.

  § 15 Delegationsbeslut

  Beslut
  Besluten läggs till handlingarna.`,
    );
    expect(found.map((a) => [a.paragraf, texts(a.beslut), a.pages])).toEqual([
      ['14', ['att anta taxan,', 'att taxan gäller från den 1 januari 2025.'], [1, 2]],
      ['15', ['Besluten läggs till handlingarna.'], [2, 2]],
    ]);
  });
});

it('a § that is secret says on what ground', () => {
  expect(
    arenden(
      '  § 12\n  Stöd till enskild, sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen\n\n  Beslut\n  Ansökan avslås.',
    )[0]?.sekretess,
  ).toMatch(/^sekretess enligt 26 kap\. 1 §/);
});

describe('what stands between title and text', () => {
  it('a list of dated documents is underlag', () => {
    const [only] = arenden(`  SN § 12
  Medborgarförslag om fler bänkar

  SN 2024/118
  AU § 88
  - Medborgarförslag 2023-09-23
  - Tekniska nämnden 2024-01-18, § 9

  Karin Alm har föreslagit fler bänkar.

  Beslut
  Förslaget avslås.`);
    expect(only).toMatchObject({ rubrik: 'Medborgarförslag om fler bänkar', diarienummer: 'SN 2024/118' });
    expect(texts(only?.underlag ?? [])).toEqual([
      'Medborgarförslag 2023-09-23',
      'Tekniska nämnden 2024-01-18, § 9',
    ]);
    expect(texts(only?.beslut ?? [])).toEqual(['Förslaget avslås.']);
  });

  it('the title of a web page above the head is not the head', () => {
    const [only, ...others] = handlingarOf(`
  § 12 Medborgarförslag om fler bänkar

  Utskrivet från: webbplatsen
  SAMMANTRÄDESPROTOKOLL
  Socialnämnden
  2024-03-12

  SN § 12
  Medborgarförslag om fler bänkar

  SN 2024/118

  Beslut
  Förslaget avslås.`).flatMap((h) => h.arenden);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ rubrik: 'Medborgarförslag om fler bänkar', diarienummer: 'SN 2024/118' });
  });
});

it('a list of the §§ of the day, or of other bodies, is told from the heads', () => {
  const found = heads(
    `
  § 12

  Information

  Föredragningar
  § 12 Ekonomi
  § 13 Taxa för hemtjänst`,
    `
  § 13 2024.118 SN

  Taxa för hemtjänst

  Beslut
  Taxan antas.`,
    `
  § 14 2024.002 SN

  Meddelanden

  Ärendebeskrivning
  § 105 2024.220 KS Markanvisning i Granby
  § 89 2024.112 KS Verksamhetsområde för vatten

  Beslutsunderlag
  Återrapportering av inkomna skrivelser`,
  );
  expect(found).toEqual([
    ['12', 'Information'],
    ['13', 'Taxa för hemtjänst'],
    ['14', 'Meddelanden'],
  ]);
});

it('a span of years in a title is no number of the matter', () => {
  expect(
    arenden(`
  § 12 2023.021 SN

  Ramar 2025-2027 för socialnämnden

  Beslut
  Ramarna antas.`).map((a) => [a.rubrik, a.diarienummer]),
  ).toEqual([['Ramar 2025-2027 för socialnämnden', '2023.021 SN']]);
});

describe("a matter's number that only its place tells", () => {
  it.each(['0118/24', '118/24', '2024/118', '2024-118', '102-118-04', '2024.118', '24SN118', 'SN 240118'])(
    '%s alone under the §, under the title, or above the §',
    (number) => {
      const minutes = (n: string, head: string) =>
        `  ${head.replace('NR', n)}\n\n  Beslut\n  Socialnämnden beslutar att anta taxan.\n`;
      for (const head of ['§ 12\n  NR\n  Taxa', '§ 12\n  Taxa\n  NR', 'NR\n  § 12 Taxa']) {
        const [only] = arenden(minutes(number, head));
        expect([only?.rubrik, only?.diarienummer]).toEqual(['Taxa', number]);
      }
    },
  );

  it.each(['2024-03-12', '2024–2026', '09.15', '3/12'])('%s is none', (other) => {
    expect(arenden(`  § 12\n  Taxa\n  ${other}\n\n  Beslut\n  Taxan antas.`)[0]?.diarienummer).toBeNull();
  });

  it('with its label stands above every §', () => {
    const one = (n: number) =>
      `\n  Diarienummer: SN 2024/${n}\n  § ${n} Taxa ${n}\n\n  Beslut\n  Taxan antas.\n`;
    expect(arenden(one(12) + one(13)).map((a) => a.diarienummer)).toEqual(['SN 2024/12', 'SN 2024/13']);
  });
});

describe('the title of a §', () => {
  it('is without the numbers that the matter has at other bodies', () => {
    expect(
      heads(`  SN § 12   Dnr SN 2023/199, KS 2023/88
  Yttrande över motion om läxhjälp

  Beslut
  Socialnämnden beslutar
  1. att anta yttrandet.

  SN § 13   Dnr SN 2023/200 och KS 2023/89
  Taxa för hemtjänst

  Beslut
  Socialnämnden beslutar
  1. att anta taxan.`),
    ).toEqual([
      ['12', 'Yttrande över motion om läxhjälp'],
      ['13', 'Taxa för hemtjänst'],
    ]);
  });

  it('ends where it is said that the § is under secrecy', () => {
    expect(
      heads(`  SN § 12   Dnr SN 2023/199
  Tvist med en leverantör
  Paragrafen omfattas av sekretess enligt 19 kap. 1 § offentlighets- och sekretesslagen.

  Beslut
  Socialnämnden beslutar
  1. att anta förlikningen.`),
    ).toEqual([['12', 'Tvist med en leverantör']]);
  });
});
