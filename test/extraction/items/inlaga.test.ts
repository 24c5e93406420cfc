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
    ['Mot punkt 2 och 3 reserverar sig Karin Alm (M).', ['Karin Alm (M)'], [2, 3]],
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
  ])('%s: %s', (heading, text, typ, av) => expect(anteckningar(text, heading)).toEqual([[typ, av, text]]));

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
