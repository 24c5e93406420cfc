import { describe, expect, it } from 'vitest';
import { handlingarOf, paragrafOf, texts } from './read-text.ts';

/** Minutes with one § of a front page. */
const minutes = (front: string, matter: string) => handlingarOf(`${front}\n\n${matter}`)[0];

describe('a sentence right under the title that decides', () => {
  it('is the decision, and what follows tells of the matter', () => {
    const [only] = handlingarOf(`
      Strömviks kommun
      Kommunfullmäktige
      Sammanträdesprotokoll
      Sammanträdesdatum 2031-03-12

      § 31
      Redovisning av medborgarförslag

      Kommunfullmäktige noterar redovisningen av de obesvarade förslagen.

      Enligt arbetsordningen redovisas obesvarade förslag två gånger om året, och i redovisningen ingår
      de förslag som har väckts före årsskiftet.

      Yrkanden
      Anna Berg (S) yrkar att redovisningen skickas till nämnderna.
    `);
    expect(texts(only?.arenden[0]?.beslut ?? [])).toEqual([
      'Kommunfullmäktige noterar redovisningen av de obesvarade förslagen.',
    ]);
  });
});

describe('whose meeting it was, and when', () => {
  it('is read after the label of the notice', () => {
    const only = minutes(
      `Strömviks kommun
Sammanträdesprotokoll
Plats och tid Tingssalen, måndagen den 5 maj 2031, kl 18.30
Organ Kommunstyrelsens arbetsutskott
Justeringens tid 2031-05-12`,
      `§ 14
Ny taxa för återbruket

Beslut
Kommunstyrelsen föreslås anta taxan.`,
    );
    expect(only).toMatchObject({ organ: 'Kommunstyrelsens arbetsutskott', datum: '2031-05-05' });
  });
});

it('"Kommunstyrelsens förslag" in minutes of kommunstyrelsen, without any decision, is what it decided to propose', () => {
  const arende = paragrafOf(`
    Kommunstyrelsens förslag
    Kommunfullmäktige antar taxan.
  `);
  expect(arende.forslag).toEqual([]);
  expect(texts(arende.beslut)).toEqual(['Kommunfullmäktige antar taxan.']);
});

it('the code by which a matter is filed is no part of its title', () => {
  const [only] = handlingarOf(`
    Strömviks kommun
    Kommunstyrelsen
    Sammanträdesprotokoll
    Sammanträdesdatum 2031-03-12

    § 31
    Diariekod: 409
    Ny taxa för återbruket

    Beslut
    Taxan antas.
  `);
  expect(only?.arenden[0]?.rubrik).toBe('Ny taxa för återbruket');
});

describe('minutes that nothing names', () => {
  it('are minutes where the meeting is named above a § that decides', () => {
    const [only, ...more] = handlingarOf(`
      Kommunstyrelsen > Sammanträde 2031-03-12

      § 31 Ny taxa för återbruket

      Beslut
      Taxan antas.

      Ärendet
      Kostnaderna för transporter har ökat.
    `);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ kind: 'protokoll', datum: '2031-03-12' });
  });

  it('are minutes where §§ under the same letters follow a page that names the body', () => {
    const [only, ...more] = handlingarOf(
      [
        '1 Kommunfullmäktige ( ) Folkets hus, sal Norra, kl Se bilagd närvarolista Anna Berg, sekreterare Bo Ek och Ulla Al Kommunkansliet, Anna Berg Per Hed Bo Ek Ulla Al Kommunfullmäktige i Strömviks kommun Kommunkansliet Anna Berg',
        '2 Kommunfullmäktige Kf 61 KUNGÖRANDE Kommunfullmäktige godkänner sammanträdets kungörande.',
        '3 Kommunfullmäktige Kf 62 NY TAXA FÖR ÅTERBRUKET Taxan för återbruket har inte ändrats sedan 2021, och kostnaderna för transporter har ökat varje år sedan dess. Beslut Kommunfullmäktige antar taxan.',
        '4 Kommunfullmäktige Kommunstyrelsen Kf 63 Ks 70 Dnr NYTT BIBLIOTEK Ärende En arbetsgrupp har prövat var biblioteket kan ligga. Lokalen vid torget är den billigaste. Beslut Kommunfullmäktige godkänner läget.',
      ].join('\n\n'),
    );
    expect(more).toEqual([]);
    expect(only?.kind).toBe('protokoll');
    expect(only?.arenden.map((a) => a.paragraf)).toEqual(['61', '62', '63']);
  });
});

describe('a front page without any line breaks', () => {
  const front = (notice: string) =>
    `1 Strömviks kommun Sammanträdesprotokoll 1 (28) Plats och tid Stadshuset, kl Beslutande Anna Berg (S), ordförande Bo Ek (M) Övriga deltagande Per Hed, sekreterare Utses att justera Bo Ek Justeringens plats och tid Kommunkontoret Underskrifter Sekreterare Paragrafer Per Hed Ordförande Justerande Anna Berg Bo Ek Anslag/Bevis Protokollet är justerat. Justeringen har tillkännagivits genom anslag${notice}Förvaringsplats för protokollet Kommunkontoret Underskrift Per Hed`;
  const body =
    '2 Strömviks kommun Sammanträdesprotokoll 2 KS 86 Sammanträdets öppnande Ordföranden hälsar alla välkomna och öppnar mötet.';

  it.each([
    [
      '. Organ Kommunstyrelsen 31 oktober 2031 Anslags uppsättande 7 november 2031 ',
      'Kommunstyrelsen',
      '2031-10-31',
    ],
    [' Kommunfullmäktige Datum för anslags uppsättande ', 'Kommunfullmäktige', null],
    [
      '. Forum Kommunstyrelsens arbetsutskott Datum för anslags uppsättande ',
      'Kommunstyrelsens arbetsutskott',
      null,
    ],
  ])('has its body, and the day behind it, in the notice: %s', (notice, organ, datum) => {
    expect(handlingarOf(`${front(notice)}\n\n${body}`)[0]).toMatchObject({ organ, datum });
  });
});
