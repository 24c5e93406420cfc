/** Made-up minutes of a federation's directorate, with the ways of writing that no municipality's minutes have. */
import { expect, it } from 'vitest';
import { dedent, recordOf, texts } from './read-text.ts';

const MINUTES = dedent(`
  Direktionsprotokoll 2031-11-10

  Plats och tid Granviks flygplats, kl 9.30 – 12.00

  Omfattning §§ 72-76

  Beslutande Karin Alm (S) ordförande

  Bo Sjödin (C) 1:e vice ordförande

  § 72 Val av justerare

  Bo Sjödin (C) utses att jämte ordföranden justera dagens protokoll

  § 73 Fastställande av dagordning

  Ordförande Karin Alm (S) föreslår att lägga till ett ärende om förbundets arbete inom miljöområdet.

  Direktionen beslutar

  att lägga till ärendet under övriga frågor och att därefter fastställa dagordningen

  § 74 Föregående protokoll

  Protokollet från den 29 september läggs till handlingarna.

  § 75 Svar på motion om kollektivtrafik

  RG31104

  Direktionen beslutar

  fastställa svaret enligt bilaga 1

  översända svaret till medlemskommunerna
`);

it('reads what is decided and moved without headings', () => {
  const [handling] = recordOf(MINUTES).handlingar;
  expect(handling?.arenden.map((a) => [a.paragraf, a.rubrik, a.diarienummer, texts(a.beslut)])).toEqual([
    ['72', 'Val av justerare', null, ['Bo Sjödin (C) utses att jämte ordföranden justera dagens protokoll']],
    [
      '73',
      'Fastställande av dagordning',
      null,
      ['att lägga till ärendet under övriga frågor och', 'att därefter fastställa dagordningen'],
    ],
    ['74', 'Föregående protokoll', null, ['Protokollet från den 29 september läggs till handlingarna.']],
    [
      '75',
      'Svar på motion om kollektivtrafik',
      'RG31104',
      ['fastställa svaret enligt bilaga 1', 'översända svaret till medlemskommunerna'],
    ],
  ]);
  expect(handling?.arenden[1]?.yrkanden.map((y) => [y.av[0]?.namn, y.typ])).toEqual([
    ['Karin Alm', 'tillagg'],
  ]);
});

it('reads a letter whose only sign is its addressee, and its lettered proposal without a heading', () => {
  const [letter] = recordOf(
    dedent(`
    KOMMUNALFÖRBUNDET GRANVIK 1 Dnr: 30-60.021 Styrelseärende 2031-05-05 Till Förbundsstyrelsen

    Förslag till årsredovisning för år 2030

    Omsättningen uppgick under 2030 till 93,4 mkr, varav det mesta

    finansierats genom medlemsavgifter.

    Till förbundsstyrelsen har förslag till årsredovisning överlämnats.

    Förbundsstyrelsen föreslås besluta att föreslå förbundsfullmäktige att besluta

    a) att fastställa föreliggande årsredovisning för år 2030, samt

    b) att översända årsredovisningen till medlemskommunerna för kännedom.

    Granvik den 11 april 2031

    Karin Alm
  `),
  ).handlingar;
  expect(letter?.kind).toBe('tjansteskrivelse');
  expect(letter?.till).toEqual(['Förbundsstyrelsen']);
  const [arende] = letter?.arenden ?? [];
  expect(arende?.rubrik).toBe('Förslag till årsredovisning för år 2030');
  expect(texts(arende?.forslag ?? [])).toEqual([
    'att fastställa föreliggande årsredovisning för år 2030, samt',
    'att översända årsredovisningen till medlemskommunerna för kännedom.',
  ]);
  expect(arende?.forslag[0]?.kedja).toEqual(['Förbundsstyrelsen', 'förbundsfullmäktige']);
});
