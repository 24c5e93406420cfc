/** Made-up papers of regions and federations as converters leave them: a page a line, signs, "att" and stops lost. */
import { describe, expect, it } from 'vitest';
import { recordOf, texts } from '../handlingar/read-text.ts';

const arendenOf = (...pages: string[]) =>
  recordOf(pages.map((page, i) => `${i + 1} ${page}`).join('\n\n')).handlingar.flatMap((h) => h.arenden);

describe('a letter in one line', () => {
  it('has a clause for each infinitive of a row that lost its "att"', () => {
    const [arende] = arendenOf(
      'Hälso- och sjukvårdsförvaltningen TJÄNSTEUTLÅTANDE Handläggare: Eva Ek Hälso- och sjukvårdsnämnden Bildande av förbund Ärendebeskrivning I ärendet föreslås att ett förbund bildas. Förslag till beslut Hälso- och sjukvårdsnämnden beslutar föreslå regionstyrelsen besluta föreslå regionfullmäktige besluta inrätta Förbundet Granvik fastställa förbundsordning för Förbundet Granvik utse ledamöter och ersättare till styrelsen Bakgrund Lagen gäller från den 1 januari. Den ger parterna nya möjligheter.',
      'TJÄNSTEUTLÅTANDE Förbundet har sitt säte i Granvik. Kostnaden delas lika mellan parterna.',
    );
    expect(texts(arende?.forslag ?? [])).toEqual([
      'inrätta Förbundet Granvik',
      'fastställa förbundsordning för Förbundet Granvik',
      'utse ledamöter och ersättare till styrelsen',
    ]);
    expect(arende?.forslag[2]?.kedja).toEqual([
      'Hälso- och sjukvårdsnämnden',
      'regionstyrelsen',
      'regionfullmäktige',
    ]);
  });

  it('has a clause for each sentence in which a body acts, with a stop before it or none', () => {
    const [arende] = recordOf(
      'Ny politisk organisation Förslag till beslut Regionfullmäktige fastställer föreslagen organisation för Region Granvik Regionfullmäktige antar reglemente för nämnderna i Granvik Regionfullmäktige uppdrar åt regionstyrelsen att besluta om principerna för förvaltningen. Bakgrund Region Granviks roll är att samordna utvecklingen i länet. Organisationen har varit oförändrad i tio år, och nämnderna har begärt en översyn av den.',
    ).handlingar.flatMap((h) => h.arenden);
    expect(texts(arende?.forslag ?? [])).toEqual([
      'Regionfullmäktige fastställer föreslagen organisation för Region Granvik',
      'Regionfullmäktige antar reglemente för nämnderna i Granvik',
      'Regionfullmäktige uppdrar åt regionstyrelsen att besluta om principerna för förvaltningen.',
    ]);
    expect(arende?.forslag[0]?.kedja).toEqual(['Regionfullmäktige']);
  });

  it('lists its documents by letters, and explains itself under a heading of its own', () => {
    const [arende] = arendenOf(
      'Central förvaltning Dnr RG31/00417 Ordförandens förslag 1. Reglementet fastställs enligt bilaga b). Sammanfattning Reglementet behöver ändras. I ärendet redovisas följande handlingar: a) Skrivelse från revisorerna b) Förslag till ändringar i reglementet Beskrivning av ärendet och skälen för förslaget Kravet på signering har kritiserats. Det tar mycket tid i anspråk.',
      'Central förvaltning Ändringen gäller från årsskiftet. Den kostar ingenting.',
    );
    expect(texts(arende?.underlag ?? [])).toEqual([
      'Skrivelse från revisorerna',
      'Förslag till ändringar i reglementet',
    ]);
  });

  it('parts "att" clauses of any infinitive, and of what shall be', () => {
    const [arende] = arendenOf(
      'Tjänsteskrivelse Handläggare: Eva Ek Förslag till beslut Regionstyrelsen föreslår regionfullmäktige besluta att ställa sig bakom avsikten för det fortsatta arbetet att utse en ledamot i styrelsen att förbundet skall starta den 1 april Bakgrund Förbundet har utretts. Det behövs.',
      'Tjänsteskrivelse Parterna är eniga. Kostnaden delas lika.',
    );
    expect(texts(arende?.forslag ?? [])).toEqual([
      'att ställa sig bakom avsikten för det fortsatta arbetet',
      'att utse en ledamot i styrelsen',
      'att förbundet skall starta den 1 april',
    ]);
  });
});

describe('minutes of one line a page, without § signs', () => {
  const FRONT =
    'Protokoll Styrelsen Tid Den 10 oktober 2031 kl 9 Plats Sjukhuset Närvarande ledamöter Karin Alm (M) Bo Sjödin (C) Ali Rahimi (S), 47 48 Sekreterare Eva Ek';

  it('know the decision behind a title whatever its words', () => {
    const arenden = arendenOf(
      FRONT,
      '47 Godkännande av dagordning Utsänd dagordning godkändes, med tillägg av en fråga om busskurer. 48 Val av justerare Till jämte ordföranden justera dagens protokoll utsågs Bo Sjödin. 49 Föregående protokoll Inga synpunkter lämnades på protokollet, varför detta lades till handlingarna.',
    );
    expect(arenden.map((a) => [a.paragraf, a.rubrik, ...texts(a.beslut)])).toEqual([
      [
        '47',
        'Godkännande av dagordning',
        'Utsänd dagordning godkändes, med tillägg av en fråga om busskurer.',
      ],
      ['48', 'Val av justerare', 'Till jämte ordföranden justera dagens protokoll utsågs Bo Sjödin.'],
      [
        '49',
        'Föregående protokoll',
        'Inga synpunkter lämnades på protokollet, varför detta lades till handlingarna.',
      ],
    ]);
  });

  it("take a matter's own number for no §", () => {
    const { handlingar } = recordOf(
      [
        `1 ${FRONT}`,
        '2 47 Taxa för parkering Diarienummer: RGV 2031/864 Beslut Styrelsen antar taxan. 48 Ny policy Diarienummer: RGV 2031/866 Beslut Styrelsen antar policyn. 49 Rapport Diarienummer: RGV 2031/871 Beslut Styrelsen noterar rapporten.',
      ].join('\n\n'),
    );
    expect(handlingar.flatMap((h) => h.arenden).map((a) => [a.paragraf, a.diarienummer])).toEqual([
      ['47', 'RGV 2031/864'],
      ['48', 'RGV 2031/866'],
      ['49', 'RGV 2031/871'],
    ]);
  });
});

describe('an agenda in one line', () => {
  it('has an item for each number that runs on, and goes to whose members it is sent', () => {
    const [handling] = recordOf(
      'Handläggare Eva Ek eva.ek@granvik.example Föredragningslista Sammanträdesdatum 2031-03-27 Sida 1(4) Till Direktionens ledamöter Ersättare för kännedom Förslag till föredragningslista Direktion 1. Upprop 2. Val av justerare 3. Föredragningslistans fastställande Beslutsärenden 4. Direktiv för bolaget AU 31-03-12 RG 2030/58 Förslag till beslut: Arbetsutskottet föreslår Direktionen besluta Förslaget till direktiv fastställs. 5. Val av styrelse AU 31-03-12 RG 2031/47 Förslag till beslut: Arbetsutskottet föreslår Direktionen besluta: 1. Styrelse utses på sammanträdet. 2. Valet gäller i två år. 6. Avtal om färdtjänst AU 31-03-12 RG 2031/44 Förslag till beslut: Arbetsutskottet föreslår Direktionen besluta: Avtalet godkänns.',
    ).handlingar;
    expect([handling?.kind, handling?.organ]).toEqual(['kallelse', 'Direktionen']);
    expect(
      handling?.arenden.map((a) => [a.punkt, a.diarienummer, a.next?.organ, ...texts(a.forslag)]),
    ).toEqual([
      ['4', 'RG 2030/58', 'Direktionen', 'Förslaget till direktiv fastställs.'],
      ['5', 'RG 2031/47', 'Direktionen', 'Styrelse utses på sammanträdet.', 'Valet gäller i två år.'],
      ['6', 'RG 2031/44', 'Direktionen', 'Avtalet godkänns.'],
    ]);
    expect(handling?.arenden[0]?.forslag[0]?.kedja).toEqual(['Arbetsutskottet', 'Direktionen']);
  });
});

describe('extracts and openings of minutes in one line', () => {
  it('know a § by its title and number, wherever on the page it stands', () => {
    const { handlingar } = recordOf(
      [
        '1 PROTOKOLL UTDRAG Regionstyrelsen 1-21 Tid: , kl 10:30-15:20 Plats: Regiongården, sal Väst 5 Motion om nattbussar Diarienummer: RGV 2031/864 Beslut Regionstyrelsen föreslår regionfullmäktige besluta Avslå motionen. Sammanfattning Bussar nattetid har föreslagits. Beslutsunderlag Protokollsutdrag från arbetsutskottet Tjänsteskrivelse daterad samt Yrkanden/förslag till beslut på sammanträdet Bo Sjödin yrkar bifall till motionen. Beslutsgång Ordföranden finner att styrelsen avslår motionen. Beslutet skickas till Regionfullmäktige',
        '2 PROTOKOLL UTDRAG Regionstyrelsens arbetsutskott 1-21 Tid: , kl 08:15-11:40 Plats: Regiongården, sal Väst 2 Motion om nattbussar Diarienummer: RGV 2031/864 Beslut Regionstyrelsen föreslås Avslå motionen. Sammanfattning Bussar nattetid har föreslagits.',
      ].join('\n\n'),
    );
    expect(
      handlingar.flatMap((h) =>
        h.arenden.map((a) => [h.organ, a.paragraf, texts(a.beslut), a.beslut[0]?.kedja, texts(a.yrkanden)]),
      ),
    ).toEqual([
      [
        'Regionstyrelsen',
        '5',
        ['Avslå motionen.'],
        ['Regionstyrelsen', 'regionfullmäktige'],
        ['Bo Sjödin yrkar bifall till motionen.'],
      ],
      [
        'Regionstyrelsens arbetsutskott',
        '2',
        ['Avslå motionen.'],
        ['Regionstyrelsens arbetsutskott', 'Regionstyrelsen'],
        [],
      ],
    ]);
  });

  it('open with matters that decide nothing, behind a list of contents with the pages of each', () => {
    const arenden = arendenOf(
      'Landstingsfullmäktiges protokoll Sammanträdet den 25 februari Eva Ek, sekreterare Justerat den 5 mars 2031 Karin Alm, ordförande Bo Sjödin, justerare Bevis Justeringen har tillkännagivits genom anslag den 5 mars 2031',
      'Sammanträdet öppnas... 3 Anmälan om nya ledamöter... 3 Upprop... 4 Val av justerare... 5 Anmälan av frågor... 6 Ny taxa Sammanträdet avslutas',
      '1 Sammanträdet öppnas Ordföranden förklarar sammanträdet öppnat. 2 Anmälan om nya ledamöter Länsstyrelsen har utsett Ali Rahimi (S) till ny ledamot efter Vera Lind som avsagt sig uppdraget. 3 Anmälan om inkallade ersättare För Bo Ek (S) tjänstgör Ulla Ros (S).',
    );
    expect(arenden.map((a) => a.paragraf)).toEqual(['1', '2', '3']);
  });

  it('decide in the last sentence, under the head of a län', () => {
    const arenden = arendenOf(
      'Sammanträdesprotokoll 1 (18) Plats och tid Landstingshuset den 7 juni 2031 Beslutande Karin Alm Bo Sjödin Utses att justera Bo Sjödin Underskrifter Sekreterare Paragrafer Ordförande Karin Alm',
      'Granviks läns landsting Sammanträdesprotokoll 2 (18) 81 Fastställande av föredragningslista Enligt reglementet hade en preliminär föredragningslista sänts till ledamöter och ersättare. Preliminär föredragningslista fastställes som slutlig föredragningslista. 82 Landstingsdirektörens rapport Väntetiden har minskat från sju till fem månader.',
    );
    expect(arenden.map((a) => [a.paragraf, a.rubrik, texts(a.beslut)])).toEqual([
      [
        '81',
        'Fastställande av föredragningslista',
        ['Preliminär föredragningslista fastställes som slutlig föredragningslista.'],
      ],
      ['82', 'Landstingsdirektörens rapport', []],
    ]);
  });
});

describe('what minutes of one line a page decide without a lead-in', () => {
  const FRONT =
    'Direktionsprotokoll Plats och tid Granvik, kl 9 Beslutande Karin Alm (S) ordförande Bo Sjödin (C) Övriga Eva Ek, sekreterare';

  it('is the clause behind the title, or behind what the meeting was told', () => {
    const arenden = arendenOf(
      FRONT,
      '44 Fastställande av dagordning att fastställa dagordningen 45 Val av justerare Bo Sjödin (C) utses att jämte ordföranden justera dagens protokoll. 46 Samverkan med högskolan Eva Ek från högskolan informerar. Högskolan skickar brev till de förtroendevalda varje månad. att ta informationen till dagens protokoll 47 Intern kontrollplan',
    );
    expect(arenden.map((a) => [a.paragraf, texts(a.beslut)])).toEqual([
      ['44', ['att fastställa dagordningen']],
      ['45', ['Bo Sjödin (C) utses att jämte ordföranden justera dagens protokoll.']],
      ['46', ['att ta informationen till dagens protokoll']],
      ['47', []],
    ]);
  });

  it('has the verb first, behind what is left of a number and the title', () => {
    const arenden = arendenOf(
      'Protokoll 1 (22) Landstingsstyrelsen Plats Landstingshuset i Granvik Beslutande Karin Alm (S) ordförande Bo Sjödin (C) Ersättare Eva Ek (M)',
      'LANDSTINGET I GRANVIK LK/ (22) Per Alm, sekreterare Justering Utsågs Bo Sjödin att jämte ordföranden justera dagens protokoll. 75 LK/ Föredragningslistan Godkändes upprättad föredragningslista. 76 Föredragningar Möjlighet att inrätta fler vårdplatser',
    );
    expect(arenden.map((a) => [a.paragraf, a.rubrik, texts(a.beslut)])).toEqual([
      ['75', 'Föredragningslistan', ['Godkändes upprättad föredragningslista.']],
      ['76', expect.stringMatching(/^Föredragningar/), []],
    ]);
  });

  it('takes no year in a title, and no number of a list of papers, for a §', () => {
    const arenden = arendenOf(
      'Sammanträdesprotokoll Beredningen Sida 1 av 1 Årsredovisning 2030 Granviks kommunalförbund Dnr 2031/98 Sammanfattning Direktionen har fastställt årsredovisningen. Beslutsunderlag Tjänsteskrivelse från sekreteraren Ordförandens förslag Årsredovisningen godkänns.',
      'Sammanträdesprotokoll Beredningen Revisorerna tillstyrker att förbundet beviljas ansvarsfrihet. De har granskat räkenskaperna.',
    );
    expect(arenden.map((a) => a.paragraf)).not.toContain('2030');
  });
});
