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
    ['Karin Alm (M) avstyrker förslaget.', ['Karin Alm (M)']],
    ['Avslag på förslaget yrkas av Karin Alm (M) och Bo Sjödin (C).', ['Karin Alm (M)', 'Bo Sjödin (C)']],
    [
      'Karin Alm (M) yrkar avslag på förslaget, vilket biträds av Bo Sjödin (C).',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    [
      'Karin Alm (M) yrkar avslag på förslaget. I yrkandet instämmer Bo Sjödin (C).',
      ['Karin Alm (M)', 'Bo Sjödin (C)'],
    ],
    ['Kommunstyrelsens ordförande Karin Alm (M) yrkar avslag på förslaget.', ['Karin Alm (M)']],
    ['Under nämndens behandling av ärendet yrkar Karin Alm (M) avslag på förslaget.', ['Karin Alm (M)']],
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
    ['Bifall till förslaget yrkas av ordföranden Karin Alm (M).', ['bifall']],
    ['Karin Alm (M) lägger följande tilläggsyrkande: att arbetet ska redovisas varje halvår.', ['tillagg']],
    ['Karin Alm (M): Som tillägg till förslaget att arbetet ska redovisas.', ['tillagg']],
    [
      'Karin Alm (M): I första hand att ärendet återremitteras till nämnden och i andra hand avslag på förslaget.',
      ['aterremiss', 'avslag'],
    ],
    ['Karin Alm (M) föreslår att ärendet återsänds till förvaltningen.', ['aterremiss']],
    ['Karin Alm (M) yrkar att punkt 2 b läggs till.', ['tillagg']],
    [
      'Karin Alm (M) yrkar bifall till förslaget men att avtalet kompletteras med en tidsplan.',
      ['bifall', 'tillagg'],
    ],
    ['Karin Alm (M) yrkar bifall till förslaget och att utskottet noterar kostnaden.', ['bifall', 'tillagg']],
    ['Karin Alm (M) yrkar att alternativ 1 antas.', ['andring']],
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
    // a text of the mover's own is a counter-proposal
    ['Karin Alm (M) yrkar att avtalet med byalaget förlängs med två år.', ['andring']],
    ['Karin Alm (M) yrkar, för Moderaternas räkning, att skatten sänks med 20 öre.', ['andring']],
    ['Karin Alm (M) yrkar att medel tas ur nämndens egen budget.', ['andring']],
    ['Karin Alm (M) föreslår att nämnden delvis godkänner förvaltningens förslag.', ['andring']],
    // how the matter is handled is none
    ['Karin Alm (M) yrkar att ärendet avgörs i dag.', ['annat']],
    ['Karin Alm (M) föreslår att initiativet lämnas till kontoret för beredning.', ['annat']],
    ['Karin Alm (M) yrkar att sluten omröstning genomförs i ärendet.', ['annat']],
    ['Karin Alm (M) yrkar att ärendet ska avgöras i dag och bifall till förslaget.', ['annat', 'bifall']],
    [
      'Karin Alm (M) föreslår bifall till kontorets förslag och till Bo Sjödins (C) tilläggsförslag.',
      ['bifall', 'tillagg'],
    ],
    ['Karin Alm (M) yrkar bifall till Bo Sjödins (C) tilläggsförslag.', ['tillagg']],
    ['Karin Alm (M) yrkade avslag på förslaget men tar tillbaka sitt yrkande.', ['annat']],
  ])('%s', (text, kinds) => {
    const all = yrkanden(text);
    expect(all.map((y) => y.typ)).toEqual(kinds);
    for (const y of all) {
      expect(y.text).toBe(text);
      expect(who(y.av)).toEqual(['Karin Alm (M)']);
    }
  });

  it('of a yrkande that another joins is asked for by both', () => {
    expect(
      found(`Karin Alm (M) yrkar återremiss.
Bo Sjödin (C) instämmer i Karin Alms yrkande.
Siri Lund (V) instämmer i detta yrkande.`),
    ).toEqual(['Karin Alm (M): aterremiss', 'Bo Sjödin (C): aterremiss', 'Siri Lund (V): aterremiss']);
  });

  it('is an addition where the next yrkande calls it so', () => {
    expect(
      found(`Karin Alm (M) föreslår att nämnden får i uppdrag att redovisa kostnaden i maj.
Bo Sjödin (C) föreslår bifall till Karin Alms (M) tilläggsförslag.`),
    ).toEqual(['Karin Alm (M): tillagg', 'Bo Sjödin (C): tillagg']);
  });

  it('may follow in paragraphs of its own, until the chair puts the question', () => {
    const all = yrkanden(`Karin Alm (M) föreslår följande ändring i förslaget till beslut:

Anslaget för torget avslås.

Bo Sjödin (C) yrkar avslag på förslaget.

Ordföranden ställer yrkandena mot varandra.`);
    expect(all.map((y) => [y.typ, y.text])).toEqual([
      [
        'andring',
        'Karin Alm (M) föreslår följande ändring i förslaget till beslut: Anslaget för torget avslås.',
      ],
      ['avslag', 'Bo Sjödin (C) yrkar avslag på förslaget.'],
    ]);
  });

  it('is one återremiss, whose questions are a list', () => {
    const text = `Karin Alm (M) yrkar att ärendet återremitteras för att belysa följande frågor:
1. Vad kostar det?
2. Vem betalar?`;
    expect(yrkanden(text).map((y) => [y.typ, y.text])).toEqual([
      [
        'aterremiss',
        'Karin Alm (M) yrkar att ärendet återremitteras för att belysa följande frågor: 1. Vad kostar det? 2. Vem betalar?',
      ],
    ]);
  });

  it('is not what a vote is about', () => {
    expect(yrkanden('Ja-röst: bifall till Karin Alms yrkande\nNej-röst: avslag på förslaget')).toEqual([]);
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

  it('is the whole numbered list that the mover announces as one change', () => {
    const all = yrkanden(`Karin Alm (M) föreslår följande ändringar i förslag till beslut:
1. Arvodet fastställs till 70 procent och arvodet för vice ordföranden till 60 procent.
2. Samtliga arvoden beräknas utifrån 100 procent.
3. Därutöver yrkar vi att reglementet revideras i enlighet med detta.`);
    expect(all.map((y) => [y.typ, y.text.length > 200, who(y.av)])).toEqual([
      ['andring', true, ['Karin Alm (M)']],
    ]);
  });

  it('ends with its line, also where the next mover has no party', () => {
    const all = found(`Karin Alm (M) föreslår bifall till förvaltningens förslag
Bo Sjödin (-) föreslår att kontoret prövar de mindre tomterna`);
    expect(all).toEqual(['Karin Alm (M): bifall', 'Bo Sjödin (-): andring']);
  });

  it('is none that a motion asks for where it is handed in', () => {
    const arende = paragrafOf(`
      Karin Alm (M) lämnar en motion om skogsbränder.
      Motionärerna yrkar att:
      • Att riskerna kartläggs
      • Att brandgator huggs upp

      Beslut
      Motionen remitteras till kommunstyrelsen.`);
    expect(arende.yrkanden).toEqual([]);
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

  it('an återremiss that a minority carries, whatever the chair found first', () => {
    expect(
      outcomes(`
      Yrkanden
      Karin Alm (M) yrkar att ärendet återremitteras.

      Beslutsgång
      Ordföranden finner att ärendet ska avgöras idag. Omröstning begärs.
      Omröstningen utfaller med 26 ja mot 15 nej. Då minst en tredjedel av de närvarande
      ledamöterna röstat för återremiss är ärendet återremitterat.`),
    ).toEqual([['aterremiss', 'bifall']]);
  });

  it('one of several budgets', () => {
    expect(
      outcomes(`
      Yrkanden
      Ali Rahimi (S) yrkar bifall till kommunstyrelsens förslag.
      Karin Alm (M) yrkar bifall till Moderaternas budgetförslag.

      Beslutsgång
      Ordföranden ställer budgetförslagen mot varandra och finner att kommunfullmäktige
      bifaller kommunstyrelsens förslag.`),
    ).toEqual([
      ['bifall', 'bifall'],
      ['bifall', 'avslag'],
    ]);
  });

  it('the one whose mover the finding names, though it rejects the matter', () => {
    expect(
      outcomes(`
      Yrkanden
      Karin Alm (M) föreslår att initiativet avslås.
      Ali Rahimi (S) föreslår att initiativet bifalls.

      Beslutsgång
      Ordföranden ställer förslagen mot varandra och finner att kommunstyrelsen beslutar enligt
      Karin Alms förslag att avslå initiativet.`),
    ).toEqual([
      ['avslag', 'bifall'],
      ['bifall', 'avslag'],
    ]);
  });

  it('an avslag on what another moved', () => {
    expect(
      outcomes(`
      Yrkanden
      Karin Alm (M) yrkar som tillägg att taxan följs upp.
      Ali Rahimi (S) yrkar avslag på Karin Alms tilläggsyrkande.

      Beslutsgång
      Ordföranden ställer proposition på Karin Alms tilläggsyrkande och finner att det avslås.`),
    ).toEqual([
      ['tillagg', 'avslag'],
      ['avslag', 'bifall'],
    ]);
  });

  it('nothing where no beslutsgång tells', () => {
    expect(outcomes('Yrkanden\nKarin Alm (M) yrkar avslag på förslaget.')).toEqual([['avslag', null]]);
  });
});
