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

describe('a text that kept its lines', () => {
  it('parts a title from the heading that the conversion joined it with', () => {
    const { handlingar } = recordOf(
      [
        'Sammanträdesprotokoll',
        '',
        'KF § 2 Dnr: KF 2031/3',
        '',
        'Godkännande av dagordning Kommunfullmäktiges beslut Dagordningen godkännes.',
        '',
        'KF § 3 Dnr: KF 2031/4',
        '',
        'Fråga om sammanträdet är kungjort',
        '',
        'Kommunfullmäktiges beslut',
        '',
        'Sammanträdet har blivit i laga ordning kungjort.',
      ].join('\n'),
    );
    expect(handlingar[0]?.arenden.map((a) => [a.rubrik, texts(a.beslut)])).toEqual([
      ['Godkännande av dagordning', ['Dagordningen godkännes.']],
      ['Fråga om sammanträdet är kungjort', ['Sammanträdet har blivit i laga ordning kungjort.']],
    ]);
  });
});

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

  it("lose the head and number of a page alone, and what is left of the matter's own number", () => {
    expect(
      matters(
        'STORBY KOMMUN SAMMANTRÄDESPROTOKOLL Kommunstyrelsen Sammanträdesdatum Blad 6 Ks 84 Au 92 Dnr 61/ Revidering av förbundsordningen Kommunstyrelsen behandlade den 23 november förslag till revidering. Kommunstyrelsens förslag till beslut i kommunfullmäktige 1. Förbundsordningen revideras enligt förslaget. 2. Den träder i kraft den 1 januari 2031. Skickas till: Kommunfullmäktige Akten Ordförandes sign. Justerandes sign.',
      ),
    ).toEqual([
      {
        nr: '84',
        rubrik: 'Revidering av förbundsordningen',
        attsatser: [
          'Förbundsordningen revideras enligt förslaget.',
          'Den träder i kraft den 1 januari 2031.',
        ],
      },
    ]);
  });

  it('end a title where a body acts, in a sentence of its own', () => {
    expect(
      matters(
        `SAMMANTRÄDESPROTOKOLL sid 1 (15) ${FRONT}`,
        'SAMMANTRÄDESPROTOKOLL sid 2 (15) 37 Tillkommande ärenden. Ordförande Karin Alm (M) informerar att följande ärende tillkommer: Övertagande av simhallen. Kommunstyrelsen godkänner att ärendet tas upp. 38 Information från verksamheten. Kommunchef Eva Ek informerar - att badet öppnar. 39 Föredragningslista Föredragningslista, daterad 3 maj, godkändes.',
      ),
    ).toEqual([
      {
        nr: '37',
        rubrik: 'Tillkommande ärenden.',
        attsatser: ['Kommunstyrelsen godkänner att ärendet tas upp.'],
      },
      { nr: '38', rubrik: 'Information från verksamheten.', attsatser: [] },
      {
        nr: '39',
        rubrik: 'Föredragningslista',
        attsatser: ['Föredragningslista, daterad 3 maj, godkändes.'],
      },
    ]);
  });

  it('have a heading behind a small word that lost its number', () => {
    expect(
      matters(
        `PROTOKOLL ${FRONT}`,
        'Kommunstyrelsen PROTOKOLL Sammanträdesdatum (3) 85 Information från badet Överläggning Eva Ek redogör för resultatet för 2030 och prognos för Beslut Kommunstyrelsen fattar inte något beslut med anledning av informationen.',
      ).map((a) => [a.nr, a.attsatser]),
    ).toEqual([['85', ['Kommunstyrelsen fattar inte något beslut med anledning av informationen.']]]);
  });

  it('number the items of a föredragningslista, the one called Justering too', () => {
    expect(
      matters(
        'Föredragningslista Sammanträdesdatum Regionstyrelsen Tid Onsdag 25 mars 2031, kl 09:00 Plats Regionens Hus Lokal Borgsalen 1 Justering Arbetsutskottets förslag Regionstyrelsens arbetsutskott beslutar att - utse Eva Ek att jämte ordföranden justera protokollet 2 Godkännande av föredragningslista Arbetsutskottets förslag Regionstyrelsens arbetsutskott beslutar att - godkänna den utsända föredragningslistan 3 Anmälan av skrivelser Arbetsutskottets förslag Regionstyrelsen beslutar att - anteckna skrivelserna till protokollet',
      ).map((a) => [a.nr, a.rubrik, a.attsatser]),
    ).toEqual([
      ['1', 'Justering', ['utse Eva Ek att jämte ordföranden justera protokollet']],
      ['2', 'Godkännande av föredragningslista', ['godkänna den utsända föredragningslistan']],
      ['3', 'Anmälan av skrivelser', ['anteckna skrivelserna till protokollet']],
    ]);
  });

  it('decide under a heading whose body the conversion deleted with every running head', () => {
    expect(
      matters(
        `SAMMANTRÄDESPROTOKOLL 1(9) ${FRONT}`,
        'SAMMANTRÄDESPROTOKOLL 2(9) § 44 Dnr Justering av protokoll s beslut utser Ali Rahimi till att justera protokollet. ska besluta vem som ska justera protokollet utöver ordföranden.',
        'SAMMANTRÄDESPROTOKOLL 3(9) § 45 Förändring av ärendelistan Beslut lägger punkt 10 Ekonomirapport sist på listan. Sammanfattning Ordföranden önskar ändra i listan över ärenden så att rapporten kommer sist.',
      ),
    ).toEqual([
      {
        nr: '44',
        rubrik: 'Justering av protokoll',
        attsatser: ['utser Ali Rahimi till att justera protokollet.'],
      },
      {
        nr: '45',
        rubrik: 'Förändring av ärendelistan',
        attsatser: ['lägger punkt 10 Ekonomirapport sist på listan.'],
      },
    ]);
  });

  it('take no number of a list of those present for a matter', () => {
    expect(matters(`SAMMANTRÄDESPROTOKOLL 1(9) ${FRONT}`, `SAMMANTRÄDESPROTOKOLL 2(9) ${FRONT}`)).toEqual([]);
  });
});
