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
        '2 47 Taxa för parkering Diarienummer: RGV 2031/1288 Beslut Styrelsen antar taxan. 48 Ny policy Diarienummer: RGV 2031/1290 Beslut Styrelsen antar policyn. 49 Rapport Diarienummer: RGV 2031/1301 Beslut Styrelsen noterar rapporten.',
      ].join('\n\n'),
    );
    expect(handlingar.flatMap((h) => h.arenden).map((a) => [a.paragraf, a.diarienummer])).toEqual([
      ['47', 'RGV 2031/1288'],
      ['48', 'RGV 2031/1290'],
      ['49', 'RGV 2031/1301'],
    ]);
  });
});
