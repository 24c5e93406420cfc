import { describe, expect, it } from 'vitest';
import { paragrafOf, who } from '../handlingar/read-text.ts';

describe('reservationer', () => {
  const reservationer = (text: string, heading = 'Reservation') =>
    paragrafOf(`${heading}\n${text}`).reservationer.map((r) => [who(r.av), r.mot]);

  it.each<[string, string[], number[]]>([
    ['Karin Alm (M) reserverar sig mot beslutet.', ['Karin Alm (M)'], []],
    [
      'Karin Alm (M) och Bo Sjödin (C) reserverar sig mot beslutet till förmån för egna yrkanden.',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
      [],
    ],
    ['Ledamöterna från SD och V reserverar sig mot beslutet.', ['SD', 'V'], []],
    ['Mot beslutet reserverar sig Karin Alm (M) och Bo Sjödin (C).', ['Karin Alm (M)', 'Bo Sjödin (C)'], []],
    ['Karin Alm (M) lämnar en skriftlig reservation.', ['Karin Alm (M)'], []],
    ['Karin Alm (M) reserverar sig mot punkt 2.', ['Karin Alm (M)'], [2]],
    ['Karin Alm (M) reserverar sig mot punkterna 2 och 3.', ['Karin Alm (M)'], [2, 3]],
    ['Karin Alm (M) reserverar sig mot beslutspunkterna 2–4.', ['Karin Alm (M)'], [2, 3, 4]],
    ['Karin Alm (M) reserverar sig mot andra attsatsen.', ['Karin Alm (M)'], [2]],
    ['Karin Alm (M) reserverar sig mot beslutet i andra att satsen.', ['Karin Alm (M)'], [2]],
    ['Mot punkt 2 och 3 reserverar sig Karin Alm (M).', ['Karin Alm (M)'], [2, 3]],
    // said the other way round, or in other words
    ['Reservation mot beslutet anmäls av Karin Alm (M) till förmån för eget förslag.', ['Karin Alm (M)'], []],
    ['Karin Alm (M) lämnar muntlig reservation mot beslutet.', ['Karin Alm (M)'], []],
    ['Karin Alm (M) får reservera sig mot beslutet.', ['Karin Alm (M)'], []],
    ['Till förmån för eget förslag reserverar sig Karin Alm (M).', ['Karin Alm (M)'], []],
    ['Karin Alm (M) reserverar sig mot arbetsutskottets beslut.', ['Karin Alm (M)'], []],
    // the heading alone says it
    ['Karin Alm (M).', ['Karin Alm (M)'], []],
    ['Karin Alm (M) och Bo Sjödin (C) till förmån för eget yrkande.', ['Karin Alm (M)', 'Bo Sjödin (C)'], []],
    ['Karin Alm (M) (bilaga 2)', ['Karin Alm (M)'], []],
    ['Skriftlig reservation anmäls av Karin Alm (M).', ['Karin Alm (M)'], []],
    ['Mot beslutet reserverade sig herr Alm (m).', ['Alm (m)'], []],
    ['Mot beslutet reserverar sig, till förmån för eget yrkande, Karin Alm (M).', ['Karin Alm (M)'], []],
    // groups
    ['Mot beslutet reserverar sig V- och SD-grupperna.', ['V', 'SD'], []],
    ['Samtliga (m)- och (kd)-ledamöter reserverar sig mot beslutet.', ['m', 'kd'], []],
    ['Karin Alm och Bo Sjödin, båda (M), reserverar sig.', ['Karin Alm (M)', 'Bo Sjödin (M)'], []],
    [
      'S-ledamöterna Siri Lund och Tor Ek samt Bo Sjödin (C) reserverar sig.',
      ['Siri Lund (S)', 'Tor Ek (S)', 'Bo Sjödin (C)'],
      [],
    ],
    ['SD-gruppen genom Tor Ek (SD) reserverar sig.', ['Tor Ek (SD)'], []],
    ['Karin Alm (M) samt hela Centerpartiets fullmäktigegrupp reserverar sig.', ['Karin Alm (M)', 'C'], []],
    [
      'Mot beslutet i punkt 3 reserverar sig Moderaternas och Kristdemokraternas ledamöter.',
      ['M', 'KD'],
      [3],
    ],
    [
      'Mot beslutet till förmån för respektive partis yrkanden reserverar sig samtliga närvarande ledamöter från Vänsterpartiet och Miljöpartiet.',
      ['V', 'MP'],
      [],
    ],
  ])('%s', (text, av, mot) => expect(reservationer(text)).toEqual([[av, mot]]));

  it('are parted, one a sentence', () => {
    expect(
      reservationer(
        'Karin Alm (M) reserverar sig mot beslutet. Bo Sjödin (C) reserverar sig mot punkt 1. Tor Ek (S) reserverar sig mot punkt 2.',
      ),
    ).toEqual([
      [['Karin Alm (M)'], []],
      [['Bo Sjödin (C)'], [1]],
      [['Tor Ek (S)'], [2]],
    ]);
  });

  it('are none of this meeting where another is told of', () => {
    const text = 'När ärendet bereddes reserverade sig Karin Alm (M) mot arbetsutskottets beslut.';
    expect(reservationer(text, 'Ärendet')).toEqual([]);
  });

  it('are none where nobody makes one', () => {
    expect(reservationer('Ingen reserverar sig mot beslutet.')).toEqual([]);
  });
});

describe('anteckningar', () => {
  const anteckningar = (text: string, heading = 'Protokollsanteckning') =>
    paragrafOf(`${heading}\n${text}`).anteckningar.map((a) => [a.typ, who(a.av), a.text]);

  it.each<[string, string, string, string[]]>([
    [
      'Protokollsanteckning',
      'Karin Alm (M) antecknar följande till protokollet: Taxan är för hög. Vi hade hellre sett en lägre.',
      'protokollsanteckning',
      ['Karin Alm (M)'],
    ],
    [
      'Protokollsanteckningar',
      'Karin Alm (M) och Bo Sjödin (C) antecknar som yttrande en skrivelse från den 12 mars 2024.',
      'protokollsanteckning',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    [
      'Protokollsanteckning',
      'På begäran av Karin Alm (M) och Bo Sjödin (C) antecknas följande: Taxan är för hög.',
      'protokollsanteckning',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    [
      'Särskilt uttalande',
      'Karin Alm (M) anmäler följande särskilda uttalande: Vi deltog inte i beslutet om budgeten.',
      'sarskilt_yttrande',
      ['Karin Alm (M)'],
    ],
    [
      'Jäv',
      'På grund av jäv deltar Karin Alm (M) inte i handläggningen av ärendet.',
      'jav',
      ['Karin Alm (M)'],
    ],
    [
      'Särskilt yttrande',
      'Karin Alm (M) lämnar ett särskilt yttrande.',
      'sarskilt_yttrande',
      ['Karin Alm (M)'],
    ],
    [
      'Reservationer och särskilda yttranden',
      'Karin Alm (M) lämnar ett särskilt yttrande.',
      'sarskilt_yttrande',
      ['Karin Alm (M)'],
    ],
    ['Protokollsanteckning', 'Karin Alm (M) deltar inte i beslutet.', 'deltar_ej', ['Karin Alm (M)']],
    [
      'Reservation',
      'Karin Alm (M) och Bo Sjödin (C) deltog ej i beslutet.',
      'deltar_ej',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    ['Deltar ej i beslutet', 'Karin Alm (M) deltar inte i beslutet.', 'deltar_ej', ['Karin Alm (M)']],
    ['Jäv', 'Karin Alm (M) anmäler jäv och lämnar lokalen under handläggningen.', 'jav', ['Karin Alm (M)']],
    [
      'Jäv',
      'Karin Alm (M) deltar inte i handläggningen av ärendet på grund av jäv.',
      'jav',
      ['Karin Alm (M)'],
    ],
    [
      'Ärendet',
      'Karin Alm (M) önskar få antecknat att kostnaden är okänd.',
      'protokollsanteckning',
      ['Karin Alm (M)'],
    ],
    [
      'Ärendet',
      'Herr Alm (m) anhåller att till protokollet få antecknat att han inte delar denna syn.',
      'protokollsanteckning',
      ['Alm (m)'],
    ],
    [
      'Ärendet',
      'Karin Alm (M) lät anteckna följande till protokollet. "Vi vill se färre torg."',
      'protokollsanteckning',
      ['Karin Alm (M)'],
    ],
    [
      'Ärendet',
      'Karin Alm (M) och Bo Sjödin (KD) vill att följande antecknas till protokollet: "Vi vill se färre torg."',
      'protokollsanteckning',
      ['Karin Alm (M)', 'Bo Sjödin (KD)'],
    ],
    [
      'Protokollsanteckning',
      'Torgalliansen lämnar protokollsanteckning enligt nedan. "Vi vill se färre torg."',
      'protokollsanteckning',
      ['Torgalliansen'],
    ],
    [
      'Jäv',
      'På grund av jäv lämnar Karin Alm (M) lokalen och deltar ej i beslutet.',
      'jav',
      ['Karin Alm (M)'],
    ],
    [
      'Jäv',
      'På grund av jäv deltar inte Karin Alm (M) och Bo Sjödin (S) i beslutet under punkt 1.',
      'jav',
      ['Karin Alm (M)', 'Bo Sjödin (S)'],
    ],
    ['Jäv', 'Karin Alm (M) anförde jäv och deltog inte i beslutet.', 'jav', ['Karin Alm (M)']],
    [
      'Jäv',
      'Kommunstyrelsens och nämndernas ledamöter deltar inte i beslutet på grund av jäv.',
      'jav',
      ['Kommunstyrelsens och nämndernas ledamöter'],
    ],
    [
      'Ärendet',
      'Karin Alm (M) begär till protokollet fört att Moderaterna röstat mot.',
      'protokollsanteckning',
      ['Karin Alm (M)'],
    ],
    ['Ärendet', 'Karin Alm (M) är inte delaktig i beslutet.', 'deltar_ej', ['Karin Alm (M)']],
    [
      'Särskilt yttrande',
      'Ersättaren Tom Ek (MP) anmäler ett ersättaryttrande: Vi hade stött förslag 1.',
      'sarskilt_yttrande',
      ['Tom Ek (MP)'],
    ],
    ['Deltar ej i beslutet', 'Vänsterpartiets ledamöter deltar ej i beslutet.', 'deltar_ej', ['V']],
  ])('%s: %s', (heading, text, typ, av) => expect(anteckningar(text, heading)).toEqual([[typ, av, text]]));

  it('hold all of the text that they announce, whatever it says', () => {
    const arende = paragrafOf(`
      Reservation
      Karin Alm (M) lämnar följande skriftliga reservation:

      Moderaterna reserverar sig mot höjningen. Vi deltar inte i beslutet om taxan.

      Torget behöver inte fler avgifter.

      Bo Sjödin (C) deltar inte i beslutet.`);
    expect(arende.reservationer.map((r) => r.text)).toEqual([
      'Karin Alm (M) lämnar följande skriftliga reservation: Moderaterna reserverar sig mot höjningen. Vi deltar inte i beslutet om taxan. Torget behöver inte fler avgifter.',
    ]);
    expect(arende.anteckningar.map((a) => [a.typ, who(a.av)])).toEqual([['deltar_ej', ['Bo Sjödin (C)']]]);
  });

  it('leave out the heading on their line and the rule below', () => {
    expect(
      anteckningar('Jäv: Karin Alm (M) deltar ej i beslutet på grund av jäv.\n-----', 'Ärendet'),
    ).toEqual([['jav', ['Karin Alm (M)'], 'Karin Alm (M) deltar ej i beslutet på grund av jäv.']]);
  });

  it('leave out that nobody has jäv', () => {
    expect(anteckningar('Ingen anmäler jäv.', 'Jäv')).toEqual([]);
  });

  it('are no reservation, and a reservation is none of them', () => {
    const arende = paragrafOf(`
      Reservation
      Karin Alm (M) reserverar sig mot beslutet.
      Bo Sjödin (C) deltar inte i beslutet.`);
    expect(arende.reservationer.map((r) => who(r.av))).toEqual([['Karin Alm (M)']]);
    expect(arende.anteckningar.map((a) => [a.typ, who(a.av)])).toEqual([['deltar_ej', ['Bo Sjödin (C)']]]);
  });
});

describe('under the heading Anteckning', () => {
  const notes = (text: string) =>
    paragrafOf(`Beslut\nTaxan antas.\n\nAnteckning\n${text}`).anteckningar.map((a) => [
      a.typ,
      who(a.av),
      a.text,
    ]);

  it('names and a colon are enough, and the next statement begins with names', () => {
    expect(
      notes(`Anteckning Karin Alm (M), Bo Sjödin (-) och Eva-Lena Torp (KD):
Vi ser positivt på förslaget. Bolaget kommer att utnyttja de nya möjligheterna.

Siri Ek (S) lämnar följande protokollsanteckning:
Taxan är rimlig.`),
    ).toEqual([
      [
        'protokollsanteckning',
        ['Karin Alm (M)', 'Bo Sjödin (-)', 'Eva-Lena Torp (KD)'],
        'Anteckning Karin Alm (M), Bo Sjödin (-) och Eva-Lena Torp (KD): Vi ser positivt på förslaget. Bolaget kommer att utnyttja de nya möjligheterna.',
      ],
      [
        'protokollsanteckning',
        ['Siri Ek (S)'],
        'Siri Ek (S) lämnar följande protokollsanteckning: Taxan är rimlig.',
      ],
    ]);
  });

  it('the secretary notes by nobody in particular', () => {
    const text = 'Det antecknas att endast de ledamöter som har rätt att delta i handläggningen gör det.';
    expect(notes(text)).toEqual([['protokollsanteckning', [], text]]);
  });
});
