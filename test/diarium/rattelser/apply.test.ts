import { describe, expect, it } from 'vitest';
import { type Atgard, applyRattelser, beslutSchema } from '../../../diarium/rattelser/index.ts';
import type { Arende, Record as FileRecord, Handling } from '../../../extraction/record.ts';
import {
  arende,
  attsats,
  fileRecord,
  handling,
  mottagare,
  person,
  votering,
  yrkande,
} from '../../store/made-up.ts';
import { decide, undone } from './decide.ts';

const to = (organ: string) => ({ organ, reason: 'forslag' as const });
const ratta = (falt: object): Atgard => ({ typ: 'ratta', falt: { ...falt } });

/** Minutes of one §, whose clause goes on to a body; only OCR has read its numbers. */
function minutes(over: Partial<Arende> = {}, of: Partial<Handling> = {}): FileRecord {
  const clause = attsats('avsätta 40 000 kronor till badhuset', {
    ...{ confidence: 0.6, obekraftade: ['text'], kedja: ['Fritidsnämnden', 'Kommunstyrelsen'] },
    next: to('Kommunstyrelsen'),
  });
  return fileRecord('a', [
    handling({
      arenden: [
        arende({
          ...{ paragraf: '14', rubrik: 'Ny taxa', diarienummer: 'FN 2031/17', beslut: [clause] },
          ...{ next: to('Kommunstyrelsen'), obekraftade: ['diarienummer', 'paragraf'], ...over },
        }),
      ],
      ...of,
    }),
  ]);
}
const first = (record: FileRecord) => record.handlingar[0]?.arenden[0] as Arende;

describe('a decision on an item', () => {
  it('accepts it as it was read: sure, with nothing unconfirmed', () => {
    const record = minutes();
    const [clause] = first(record).beslut;
    const { record: after, utan } = applyRattelser(record, [
      decide(record, clause?.id ?? '', { typ: 'godkann', falt: [] }),
    ]);
    expect(utan).toEqual([]);
    expect(first(after).beslut).toEqual([{ ...clause, confidence: 1, obekraftade: [] }]);
    expect({ ...first(after), beslut: [] }).toEqual({ ...first(record), beslut: [] });
  });

  it('says word for word what the person said', () => {
    const record = minutes();
    const id = first(record).beslut[0]?.id ?? '';
    const text = 'avsätta 48 000  kronor till badhuset ';
    const after = first(applyRattelser(record, [decide(record, id, ratta({ text }))]).record);
    expect(after.beslut[0]).toMatchObject({ id, text, confidence: 1, obekraftade: [] });
  });

  it('takes the ärende along when its clause goes elsewhere, and when it goes', () => {
    const record = minutes();
    const id = first(record).beslut[0]?.id ?? '';
    const elsewhere = applyRattelser(record, [
      decide(record, id, ratta({ next: to('Tekniska nämnden') })),
    ]).record;
    expect(first(elsewhere).next).toEqual(to('Tekniska nämnden'));
    const gone = applyRattelser(record, [decide(record, id, { typ: 'avvisa', skal: 'ett citat' })]).record;
    expect(first(gone)).toMatchObject({ beslut: [], next: null });
  });

  it('splits it in its place, under ids of their own', () => {
    const [one, two, three] = ['anta taxan', 'uppdra åt förvaltningen att a samt att b', 'anteckna'].map(
      (text) => attsats(text),
    ) as [ReturnType<typeof attsats>, ReturnType<typeof attsats>, ReturnType<typeof attsats>];
    const record = minutes({ beslut: [one, two, three] });
    const dela = decide(record, two.id, {
      typ: 'dela',
      texter: ['uppdra åt förvaltningen att a', 'att b'],
    });
    const { beslut } = first(applyRattelser(record, [dela]).record);
    expect(beslut.map(({ text }) => text)).toEqual([
      ...['anta taxan', 'uppdra åt förvaltningen att a', 'att b', 'anteckna'],
    ]);
    expect(new Set(beslut.map(({ id }) => id)).size).toBe(4);
    expect([beslut[0], beslut[3]]).toEqual([one, three]);
    expect(beslut[1]?.evidence).toEqual(two.evidence);
    // what was split off can be decided on in its turn
    const then = decide(record, beslut[2]?.id ?? '', ratta({ text: 'att B' }), [dela]);
    expect(first(applyRattelser(record, [then, dela]).record).beslut[2]?.text).toBe('att B');
  });

  it('puts several together, with all who are behind them', () => {
    const yrkanden = [
      yrkande('yrkar avslag på', [person('Alva Strand', 'S')]),
      yrkande('hela förslaget', [person('Bo Ek', 'V')]),
      yrkande('yrkar bifall', [person('Siv Lund', 'M')]),
    ];
    const [one, two, three] = yrkanden;
    const record = minutes({ yrkanden });
    const atgard: Atgard = { typ: 'sla_ihop', med: [one?.id ?? ''], text: null };
    const after = first(applyRattelser(record, [decide(record, two?.id ?? '', atgard)]).record);
    expect(after.yrkanden.map(({ text }) => text)).toEqual([
      'yrkar avslag på hela förslaget',
      'yrkar bifall',
    ]);
    expect(after.yrkanden[0]?.av.map(({ namn }) => namn)).toEqual(['Alva Strand', 'Bo Ek']);
    expect(after.yrkanden[0]?.evidence).toHaveLength(2);
    expect(after.yrkanden[1]).toEqual(three);
  });

  it('adds what was not read', () => {
    const record = minutes({ expediering: [mottagare('Akten')] });
    const atgard: Atgard = {
      ...{ typ: 'lagg_till', punkt: 'expediering', page: 2 },
      falt: { mottagare: 'Badhusenheten' },
    };
    const added = decide(record, first(record).id, atgard);
    const after = first(applyRattelser(record, [added]).record);
    expect(after.expediering[1]).toMatchObject({
      ...{ mottagare: 'Badhusenheten', confidence: 1 },
      evidence: [{ page: 2, bbox: null }],
    });
  });

  it('corrects figures of a vote', () => {
    const record = minutes({ voteringar: [votering({ ja: 3, nej: 7, obekraftade: ['ja'] })] });
    const id = first(record).voteringar[0]?.id ?? '';
    const after = first(applyRattelser(record, [decide(record, id, ratta({ ja: 8, utslag: 'ja' }))]).record);
    expect(after.voteringar[0]).toMatchObject({ ja: 8, nej: 7, utslag: 'ja', obekraftade: [] });
  });
});

describe('a decision on an ärende or a handling', () => {
  it('confirms the fields it names, and no others', () => {
    const record = minutes();
    const { record: after, beslutat } = applyRattelser(record, [
      decide(record, first(record).id, { typ: 'godkann', falt: ['diarienummer'] }),
    ]);
    expect(first(after)).toEqual({ ...first(record), obekraftade: ['paragraf'] });
    expect(beslutat.falt.get(first(record).id)).toEqual(new Set(['diarienummer']));
  });

  it('sends its clauses where it goes, but for those that a person has decided on', () => {
    const clauses = [1, 2].map((nr) => attsats(`anta taxa ${nr}`, { nr, next: to('komunstyrelsen') }));
    const record = minutes({ beslut: clauses, next: to('komunstyrelsen') });
    const kept = decide(record, clauses[1]?.id ?? '', { typ: 'godkann', falt: [] });
    const moved = decide(record, first(record).id, ratta({ next: to('Kommunstyrelsen') }), [kept]);
    const after = first(applyRattelser(record, [kept, moved]).record);
    expect(after.next).toEqual(to('Kommunstyrelsen'));
    expect(after.beslut.map((one) => one.next?.organ)).toEqual(['Kommunstyrelsen', 'komunstyrelsen']);
  });

  it('corrects a letter’s number for its ärende too, and its addressee for clauses without a chain', () => {
    const letter = { kind: 'tjansteskrivelse' as const, organ: null, diarienummer: '2031/11' };
    const clause = attsats('anta taxan');
    const own = { paragraf: null, diarienummer: '2031/11', beslut: [], forslag: [clause], next: null };
    const record = minutes(own, { ...letter, obekraftade: ['diarienummer'] });
    const id = record.handlingar[0]?.id ?? '';
    const after = applyRattelser(record, [
      decide(record, id, ratta({ diarienummer: '2031/17', till: ['Fritidsnämnden'] })),
    ]).record;
    expect(after.handlingar[0]).toMatchObject({ diarienummer: '2031/17', obekraftade: [] });
    const next = { organ: 'Fritidsnämnden', reason: 'beredning' };
    expect(first(after)).toMatchObject({ diarienummer: '2031/17', next, forslag: [{ next }] });
    expect(first(after).obekraftade).not.toContain('diarienummer');
  });

  it('calls the body that a notice turns out to be of', () => {
    const record = minutes(
      { beslut: [], forslag: [attsats('anta taxan')], next: null },
      { kind: 'kallelse', organ: null },
    );
    const id = record.handlingar[0]?.id ?? '';
    const after = applyRattelser(record, [decide(record, id, ratta({ organ: 'Fritidsnämnden' }))]).record;
    expect(first(after).next).toEqual({ organ: 'Fritidsnämnden', reason: 'beredning' });
  });

  it('has no ärenden in what is no record', () => {
    const record = minutes();
    const id = record.handlingar[0]?.id ?? '';
    const after = applyRattelser(record, [decide(record, id, ratta({ kind: 'annat' }))]).record;
    expect(after.handlingar[0]).toMatchObject({ kind: 'annat', arenden: [] });
  });
});

describe('in another reading of the same file', () => {
  /** The same §, with a clause before that the first reading had missed: ids of places shift. */
  const again = (record: FileRecord, texts: [id: string, text: string][]): FileRecord => {
    const [one] = first(record).beslut;
    return minutes({
      beslut: texts.map(([id, text]) => ({ ...attsats(text), evidence: one?.evidence ?? [], id })),
    });
  };

  it('finds its item by what it says, not by its place', () => {
    const record = minutes();
    const id = first(record).beslut[0]?.id ?? '';
    const rattelse = decide(record, id, ratta({ text: 'avsätta 48 000 kronor till badhuset' }));
    const newer = again(record, [
      [id, 'anta taxan för badhuset'],
      ['ny', 'avsätta 40 000 kronor till badhuset'],
    ]);
    const { record: after, landade } = applyRattelser(newer, [rattelse]);
    expect(first(after).beslut.map(({ text }) => text)).toEqual([
      'anta taxan för badhuset',
      'avsätta 48 000 kronor till badhuset',
    ]);
    expect(landade.get(rattelse.id)).toEqual(['ny']);
  });

  it('finds it too where it is read as the person said', () => {
    const record = minutes();
    const id = first(record).beslut[0]?.id ?? '';
    const rattelse = decide(record, id, ratta({ text: 'avsätta 48 000 kronor till badhuset' }));
    const newer = again(record, [['ny', 'avsätta 48 000 kronor till badhuset']]);
    const { utan, record: after } = applyRattelser(newer, [rattelse]);
    expect(utan).toEqual([]);
    expect(first(after).beslut[0]).toMatchObject({ id: 'ny', confidence: 1 });
  });

  it('says so where it is not read any more, unless it was rejected', () => {
    const record = minutes();
    const id = first(record).beslut[0]?.id ?? '';
    const ratta1 = decide(record, id, ratta({ text: 'avsätta 48 000 kronor till badhuset' }));
    const avvisa = decide(record, id, { typ: 'avvisa', skal: 'ett citat' });
    const newer = again(record, [[id, 'något helt annat']]);
    expect(applyRattelser(newer, [ratta1])).toMatchObject({ record: newer, utan: [ratta1] });
    expect(applyRattelser(newer, [avvisa])).toMatchObject({ record: newer, utan: [] });
  });

  it('does not take one for its twin that is left', () => {
    const twins = [attsats('anta taxan'), attsats('anta taxan')];
    const record = minutes({ beslut: twins });
    const avvisa = decide(record, twins[0]?.id ?? '', { typ: 'avvisa', skal: 'står två gånger' });
    expect(first(applyRattelser(record, [avvisa]).record).beslut).toEqual([twins[1]]);
    const newer = again(record, [[twins[0]?.id ?? '', 'anta taxan']]);
    expect(first(applyRattelser(newer, [avvisa]).record).beslut).toHaveLength(1);
  });

  it('takes no § away that the newer reading knows as secret', () => {
    const record = minutes();
    const avvisa = decide(record, first(record).id, { typ: 'avvisa', skal: 'ingen §' });
    expect(applyRattelser(record, [avvisa]).record.handlingar[0]?.arenden).toEqual([]);
    const newer = minutes({ id: first(record).id, sekretess: 'OSL 26 kap. 1 §' });
    expect(applyRattelser(newer, [avvisa])).toMatchObject({ record: newer, utan: [avvisa] });
  });

  it('keeps the ids of what was split', () => {
    const record = minutes();
    const id = first(record).beslut[0]?.id ?? '';
    const dela = decide(record, id, { typ: 'dela', texter: ['avsätta 40 000 kronor', 'till badhuset'] });
    const ids = (of: FileRecord) => first(applyRattelser(of, [dela]).record).beslut.map((one) => one.id);
    expect(ids(again(record, [['ny', 'avsätta 40 000 kronor till badhuset']]))).toEqual(ids(record));
  });
});

describe('taken back', () => {
  it('leaves what was read', () => {
    const record = minutes();
    const rattelse = decide(record, first(record).id, ratta({ diarienummer: '2031/99' }));
    expect(applyRattelser(record, [undone(rattelse, 2)]).record).toBe(record);
  });
});

describe('what a person may say', () => {
  const beslut = (typ: string, atgard: object, over: object = {}) =>
    beslutSchema.safeParse({
      ...{ id: 'ett-beslut', sha256: 'a'.repeat(64), mal: { typ, id: 'i1', avtryck: '' }, atgard },
      ...{ av: 'Elsa Norén', at: '2031-03-12T08:00:00.000Z', revision: 0, ...over },
    }).success;

  it.each([
    ['beslut', { typ: 'godkann', falt: [] }, true],
    ['beslut', { typ: 'godkann', falt: ['text'] }, false],
    ['arende', { typ: 'godkann', falt: [] }, false],
    ['arende', { typ: 'godkann', falt: ['diarienummer'] }, true],
    ['beslut', { typ: 'ratta', falt: {} }, false],
    ['beslut', { typ: 'ratta', falt: { text: ' ' } }, false],
    ['beslut', { typ: 'ratta', falt: { mottagare: 'Akten' } }, false],
    ['expediering', { typ: 'ratta', falt: { mottagare: 'Akten' } }, true],
    ['yrkanden', { typ: 'ratta', falt: { typ: 'kanske' } }, false],
    ['handling', { typ: 'ratta', falt: { datum: '10 mars' } }, false],
    ['handling', { typ: 'avvisa', skal: 'fel' }, false],
    ['beslut', { typ: 'avvisa', skal: '' }, false],
    ['beslut', { typ: 'dela', texter: ['en'] }, false],
    ['voteringar', { typ: 'dela', texter: ['en', 'två'] }, false],
    ['beslut', { typ: 'sla_ihop', med: [], text: null }, false],
    ['arende', { typ: 'lagg_till', punkt: 'underlag', page: 1, falt: { text: 'Bilaga 1' } }, true],
    ['arende', { typ: 'lagg_till', punkt: 'beslut', page: 1, falt: { text: 'anta' } }, false],
    ['fil', { typ: 'godkann', falt: [] }, false],
  ])('%s %j: %s', (typ, atgard, ok) => {
    expect(beslut(typ, atgard)).toBe(ok);
  });

  it('is said by somebody, some time', () => {
    expect(beslut('beslut', { typ: 'godkann', falt: [] }, { av: ' ' })).toBe(false);
    expect(beslut('beslut', { typ: 'godkann', falt: [] }, { at: 'i går' })).toBe(false);
  });
});
