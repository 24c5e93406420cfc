/** Made-up minutes as converters leave them: each page one line, its number first, the § signs gone. */
import { describe, expect, it } from 'vitest';
import { recordOf, texts } from '../handlingar/read-text.ts';

const FRONT =
  'Plats och tid Kommunhuset, sal Ekan, kl 13.00-15.10 Beslutande Karin Alm (M), ordförande Bo Sjödin (C) Ali Rahimi (S), 44 46 Vera Lind (V), 45 Utses att justera Ali Rahimi Sekreterare Eva Ek Paragrafer Ordförande Karin Alm';

const matters = (...pages: string[]) =>
  recordOf(pages.map((page, i) => `${i + 1} ${page}`).join('\n\n')).handlingar.flatMap((handling) =>
    handling.arenden.map((a) => ({
      nr: a.paragraf ?? a.punkt,
      rubrik: a.rubrik,
      attsatser: texts(handling.kind === 'kallelse' ? a.forslag : a.beslut),
    })),
  );

describe('pages of one line without § signs', () => {
  it('open a matter at a number that runs on, where what follows decides', () => {
    expect(
      matters(
        `Protokoll Sammanträdesdatum Regionstyrelsen Tid Onsdag 15 oktober 2031, kl 09:00 ${FRONT}`,
        '44 Justering Regionstyrelsen utser Ali Rahimi att jämte ordföranden justera protokollet. 45 Godkännande av föredragningslista Regionstyrelsen godkänner den utsända föredragningslistan. 46 Anmälan av skrivelser Regionstyrelsen antecknar skrivelserna till protokollet.',
      ),
    ).toEqual([
      {
        nr: '44',
        rubrik: 'Justering',
        attsatser: ['Regionstyrelsen utser Ali Rahimi att jämte ordföranden justera protokollet.'],
      },
      {
        nr: '45',
        rubrik: 'Godkännande av föredragningslista',
        attsatser: ['Regionstyrelsen godkänner den utsända föredragningslistan.'],
      },
      {
        nr: '46',
        rubrik: 'Anmälan av skrivelser',
        attsatser: ['Regionstyrelsen antecknar skrivelserna till protokollet.'],
      },
    ]);
  });

  it('open a matter whose title every meeting has, be it the only one', () => {
    expect(
      matters(
        `SAMMANTRÄDESPROTOKOLL 1(9) ${FRONT}`,
        'SAMMANTRÄDESPROTOKOLL 2(9) 1 Ändring av föredragningslistan Socialnämnden bifaller ordförandens förslag. Skäl till beslut Ordföranden föreslår att ärende 20 utgår.',
      ),
    ).toEqual([
      {
        nr: '1',
        rubrik: 'Ändring av föredragningslistan',
        attsatser: ['Socialnämnden bifaller ordförandens förslag.'],
      },
    ]);
  });

  it('take no number of a list of those present for a matter', () => {
    expect(matters(`SAMMANTRÄDESPROTOKOLL 1(9) ${FRONT}`, `SAMMANTRÄDESPROTOKOLL 2(9) ${FRONT}`)).toEqual([]);
  });
});
