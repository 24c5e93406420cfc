import { describe, expect, it } from 'vitest';
import { paragrafOf, who } from '../handlingar/read-text.ts';

const yrkanden = (text: string, heading = 'Yrkanden') => paragrafOf(`${heading}\n${text}`).yrkanden;
const found = (text: string, heading?: string) =>
  yrkanden(text, heading).map((y) => `${who(y.av).join(', ')}: ${y.typ}`);

describe('movers', () => {
  it.each<[string, string[]]>([
    [
      'Karin Alm (M), Bo Sjödin (C) och Eva-Lena Torp (KD) yrkar avslag på förslaget.',
      ['Karin Alm (M)', 'Bo Sjödin (C)', 'Eva-Lena Torp (KD)'],
    ],
    ['Karin Alm (M) och\nBo Sjödin (C) yrkar avslag på förslaget.', ['Karin Alm (M)', 'Bo Sjödin (C)']],
    [
      'Karin Alm (M) med instämmande av Bo Sjödin (C) yrkar avslag på förslaget.',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    [
      'Karin Alm (M) yrkar, med instämmande av Bo Sjödin (C), avslag på förslaget.',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    [
      'Karin Alm (M) yrkar med instämmande av Bo Sjödin (C) avslag på förslaget.',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    ['Ordföranden Karin Alm (M) yrkar avslag på förslaget.', ['Karin Alm (M)']],
    ['Ordföranden yrkar avslag på förslaget.', ['Ordförande']],
    ['Representanterna från M och L yrkar avslag på förslaget.', ['M', 'L']],
    ['Karin Alm (M): avslag på förslaget.', ['Karin Alm (M)']],
    ['Karin Alm (M) – avslag på förslaget.', ['Karin Alm (M)']],
    ['Vidare yrkar Karin Alm (M) avslag på förslaget.', ['Karin Alm (M)']],
    ['Karin Alm (M) föreslår att kommunstyrelsen avslår förslaget.', ['Karin Alm (M)']],
  ])('%s', (text, names) => {
    const [only, ...more] = yrkanden(text);
    expect(who(only?.av ?? [])).toEqual(names);
    expect(only?.typ).toBe('avslag');
    expect(only?.text).toBe(text.replace('\n', ' '));
    expect(more).toEqual([]);
  });

  it('are kept apart, each with the own party', () => {
    expect(
      found('Karin Alm (M) yrkar avslag på förslaget.\nAli Rahimi (S) yrkar bifall till förslaget.'),
    ).toEqual(['Karin Alm (M): avslag', 'Ali Rahimi (S): bifall']);
  });
});

describe('what is asked for', () => {
  it.each<[string, string[]]>([
    ['Karin Alm (M) yrkar bifall till tekniska nämndens förslag.', ['bifall']],
    ['Karin Alm (M) yrkar avslag på motionen.', ['avslag']],
    ['Karin Alm (M) yrkar att motionen avslås.', ['avslag']],
    ['Karin Alm (M) yrkar att ärendet återremitteras för att kostnaderna ska utredas.', ['aterremiss']],
    ['Karin Alm (M) yrkar återremiss.', ['aterremiss']],
    ['Karin Alm (M) yrkar att ärendet bordläggs.', ['bordlaggning']],
    ['Karin Alm (M) yrkar avslag på återremissyrkandet.', ['avslag']],
    ['Karin Alm (M) yrkar som tillägg att taxan följs upp efter ett år.', ['tillagg']],
    ['Karin Alm (M) yrkar att taxan ändras så att pensionärer betalar hälften.', ['andring']],
    ['Karin Alm (M) yrkar att avgiften ska vara 100 kronor i stället för 150 kronor.', ['andring']],
    [
      'Karin Alm (M) yrkar bifall till förslagets första punkt och avslag på den andra punkten.',
      ['bifall', 'avslag'],
    ],
    [
      'Karin Alm (M) yrkar i första hand återremiss och i andra hand avslag på förslaget.',
      ['aterremiss', 'avslag'],
    ],
    ['Karin Alm (M) yrkar bifall till förslaget och till Bo Sjödins tilläggsyrkande.', ['bifall', 'tillagg']],
    ['Karin Alm (M) yrkar bifall till förslagets första och tredje punkt.', ['bifall']],
    ['Karin Alm (M) yrkade avslag på förslaget men tar tillbaka sitt yrkande.', ['annat']],
  ])('%s', (text, kinds) => {
    const all = yrkanden(text);
    expect(all.map((y) => y.typ)).toEqual(kinds);
    for (const y of all) {
      expect(y.text).toBe(text);
      expect(who(y.av)).toEqual(['Karin Alm (M)']);
    }
  });

  it('gives "Vidare yrkar" an entry of its own', () => {
    const all = yrkanden(
      'Karin Alm (M) yrkar bifall till förslaget. Vidare yrkar Karin Alm (M) avslag på motionen.',
    );
    expect(all.map((y) => [y.typ, y.text])).toEqual([
      ['bifall', 'Karin Alm (M) yrkar bifall till förslaget.'],
      ['avslag', 'Vidare yrkar Karin Alm (M) avslag på motionen.'],
    ]);
  });

  it('takes each text of a list put by one member', () => {
    const all = yrkanden(`Karin Alm (M) yrkar:
1. Taxan ska vara oförändrad under 2025.
2. Förvaltningen får i uppdrag att återkomma med ett nytt förslag.`);
    expect(all.map((y) => [who(y.av), y.text])).toEqual([
      [['Karin Alm (M)'], 'Taxan ska vara oförändrad under 2025.'],
      [['Karin Alm (M)'], 'Förvaltningen får i uppdrag att återkomma med ett nytt förslag.'],
    ]);
  });

  it('names the mover of an addition laid before the meeting', () => {
    const [only] = yrkanden('Bo Sjödin (C) lämnar ett tilläggsyrkande: att taxan följs upp efter ett år.');
    expect(who(only?.av ?? [])).toEqual(['Bo Sjödin (C)']);
    expect(only?.typ).toBe('tillagg');
  });
});

describe('where yrkanden stand', () => {
  it.each(['Yrkande', 'Yrkanden', 'Förslag till beslut på sammanträdet', 'Dagens sammanträde'])(
    'under %s',
    (heading) => {
      expect(found('Karin Alm (M) yrkar avslag på förslaget.', heading)).toEqual(['Karin Alm (M): avslag']);
    },
  );

  it('not in a background that tells of a motion', () => {
    expect(
      paragrafOf(`
      Bakgrund
      Karin Alm (M) yrkar i en motion att återbruket ska vara gratis.

      Beslut
      Motionen avslås.`).yrkanden,
    ).toEqual([]);
  });
});

describe('what became of them', () => {
  const outcomes = (text: string) => paragrafOf(text).yrkanden.map((y) => [y.typ, y.utfall]);

  it('a bifall to the proposal that was adopted', () => {
    expect(
      outcomes(`
      Yrkanden
      Ali Rahimi (S) yrkar bifall till tekniska nämndens förslag.

      Beslutsgång
      Ordföranden finner att tekniska nämndens förslag bifalls.`),
    ).toEqual([['bifall', 'bifall']]);
  });

  it('a yrkande that is named in the finding', () => {
    expect(
      outcomes(`
      Yrkanden
      Ali Rahimi (S) yrkar att avgiften ska vara 100 kronor.

      Beslutsgång
      Ordföranden ställer förslaget mot Ali Rahimis yrkande och finner att Ali Rahimis
      yrkande bifallits.`),
    ).toEqual([['andring', 'bifall']]);
  });

  it('an återremiss where the matter is decided today', () => {
    expect(
      outcomes(`
      Yrkanden
      Karin Alm (M) yrkar att ärendet återremitteras.

      Beslutsgång
      Ordföranden frågar om ärendet ska avgöras idag eller återremitteras och finner att
      ärendet ska avgöras idag.`),
    ).toEqual([['aterremiss', 'avslag']]);
  });

  it('nothing where no beslutsgång tells', () => {
    expect(outcomes('Yrkanden\nKarin Alm (M) yrkar avslag på förslaget.')).toEqual([['avslag', null]]);
  });
});
