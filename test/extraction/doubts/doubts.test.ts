import { describe, expect, it } from 'vitest';
import { chanceOf, GROUP_OF } from '../../../extraction/doubts/chance.ts';
import { doubtsIn, type Typ } from '../../../extraction/doubts/index.ts';
import { settleConfidence } from '../../../extraction/doubts/settle.ts';
import { reasonsIn } from '../../../extraction/doubts/why.ts';
import { doubtsOf, reasonOf } from '../../../extraction/doubts/words.ts';
import type { Arende, Handling } from '../../../extraction/record.ts';
import { arende, attsats, handling, mottagare, person, underlag, votering, yrkande } from './made-up.ts';

/** §§ that decide as they should, for one that is looked at to stand among. */
const others = ['bidrag', 'plan', 'policy', 'budget'].map((what, i) =>
  arende({ paragraf: String(15 + i), beslut: [attsats({ text: `att anta ny ${what}.` })] }),
);
/** The doubts about the first item of § 14. */
const inArende = (own: Partial<Arende>, round: Partial<Handling> = {}) =>
  doubtsIn(handling([arende({ beslut: [], ...own }), ...others], round))[0]?.doubts;

it('nothing speaks against an ordinary §', () => {
  const all = doubtsIn(
    handling([
      arende({
        yrkanden: [yrkande()],
        voteringar: [votering()],
        expediering: [mottagare('Badhuset'), mottagare('Ekonomienheten')],
        underlag: [underlag('Tjänsteskrivelse daterad 2031-02-03')],
      }),
    ]),
  );
  expect(all.map(({ type, doubts }) => [type, doubts])).toEqual([
    ['beslut', []],
    ['yrkanden', []],
    ['voteringar', []],
    ['expediering', []],
    ['expediering', []],
    ['underlag', []],
  ]);
});

describe('a clause is doubted', () => {
  it.each([
    ['att anta ny taxa 599 99 Fiskvik info@fiskvik.example för badhuset.', 'foot'],
    ['att anta ny taxa för badhuset från', 'openEnd'],
    ['att anta ny taxa. Avgiften gäller barn.', 'sentences'],
    ['att anta taxan, att avgiften höjs och att upphäva den gamla.', 'manyClauses'],
    ['att anta taxan, samt', 'lastSamt'],
    ['att godkänna rapporten Beslutsunderlag Rapporten i sin helhet.', 'headingInside'],
  ] as const)('for its text: %s', (text, doubt) => {
    expect(inArende({ beslut: [attsats({ text })] })).toEqual([doubt]);
  });

  it('when it tells of the meeting instead', () => {
    const text = 'Ordföranden ställer proposition på förslaget.';
    expect(inArende({ beslut: [attsats({ text })] })).toEqual(['noMark', 'report']);
  });

  it('where one of a row has no number, or none has a lead-in', () => {
    const beslut = [attsats({ text: 'Taxan antas.' }), attsats({ nr: 1 })];
    expect(inArende({ beslut })).toEqual(['noMark', 'mixedList']);
    expect(inArende({ beslut: [attsats({ ledtext: null })] })).toEqual(['noLead']);
  });

  it('when nobody knows which body decides', () => {
    expect(inArende({ beslut: [attsats({ kedja: [] })] })).toEqual(['noChain']);
    expect(inArende({ beslut: [attsats({ kedja: ['Nämnden'] })] })).toEqual(['bareBody']);
    expect(inArende({ beslut: [attsats({ kedja: ['Kommunstyrelsen'] })] })).toEqual(['otherBody']);
    const twice = attsats({ kedja: ['Arbetsutskottet', 'Kommunstyrelsens arbetsutskott'] });
    expect(inArende({ beslut: [twice] })).toEqual(['doubledBody']);
  });

  it('when a page ends inside it', () => {
    const evidence = [1, 2].map((page) => ({ page, bbox: null }));
    expect(inArende({ beslut: [attsats({ evidence })] })).toEqual(['pageBreak']);
  });
});

describe('a yrkande is doubted', () => {
  it.each([
    [{ av: [] }, ['noMover', 'moreParties']],
    [{ av: [person('Alva Strandmark avser inkomma med', 'S')] }, ['oddMover']],
    [{ av: [person('Alva Strandmark', null)] }, ['noParty']],
    [{ av: [person('Protokollsanteckning: Alva', 'S')] }, ['oddMover']],
    [{ text: 'Alva Strandmark (S) yrkar avslag. Hon yrkar också återremiss.' }, ['sentences', 'manyMotions']],
    [{ typ: 'annat', text: 'Alva Strandmark (S) yrkar att frågan utreds.' }, ['openKind']],
    [{ text: 'Alva Strandmark m.fl. (S) yrkar avslag.' }, ['andOthers']],
    [{ text: 'Alva Strandmark (S) yrkar i första hand återremiss.' }, ['inTurn']],
    [{ text: 'Alva Strandmark (S): avslag.' }, ['noMotionVerb']],
  ] as const)('%o', (own, doubts) => {
    expect(inArende({ yrkanden: [yrkande(own as object)] })).toEqual(doubts);
  });
});

it('a votering is doubted where the names do not add up, and where no one is against', () => {
  const roster = [{ person: person('Alva Strandmark', 'S'), rost: 'nej' as const }];
  expect(inArende({ voteringar: [votering({ roster })] })).toEqual(['unequal']);
  expect(inArende({ voteringar: [votering({ nej: 0 })] })).toEqual(['unanimous']);
});

describe('an entry of a list is doubted', () => {
  it.each([
    ['Ärende 4', 'likeHeading'],
    ['Nämnden har inget att erinra', 'prose'],
    ['ekonomienheten', 'smallLetter'],
    ['Fritidsnämnden', 'runningHead'],
    ['Beslutet skickas för kännedom till', 'likeHeading'],
    ['att anta taxan', 'likeClause'],
    ['Erik Lindell', 'person'],
    ['--- Mötet ajourneras', 'strangeStart'],
  ] as const)('%s', (text, doubt) => {
    expect(inArende({ expediering: [mottagare(text)] })).toContain(doubt);
    expect(inArende({ expediering: [mottagare('Badhuset')] })).toEqual([]);
  });

  it('when it is the head of a page', () => {
    const text = 'Fiskviks kommun Fritidsnämnden, protokoll';
    expect(inArende({ underlag: [underlag(text)] })).toEqual(['runningHead']);
  });

  it('when no document is named', () => {
    expect(inArende({ underlag: [underlag('Enligt förteckning')] })).toEqual(['nameless']);
  });

  it('when the same line stands under many §§', () => {
    const arenden = ['14', '15', '16'].map((paragraf, i) =>
      arende({ paragraf, beslut: [attsats()], underlag: [underlag(`Bilaga 2031-03-1${i} sidan ${i}`)] }),
    );
    const last = doubtsIn(handling(arenden)).filter(({ type }) => type === 'underlag');
    expect(last.map(({ doubts }) => doubts)).toEqual([['repeated'], ['repeated'], ['repeated']]);
  });
});

it('much that is gravely doubtful makes all doubtful', () => {
  const told = attsats({ text: 'Ordföranden finner att nämnden bifaller det.' });
  const arenden = [...others, arende({ paragraf: '19', beslut: [told, attsats()] })];
  expect(doubtsIn(handling(arenden)).map(({ doubts }) => doubts.at(-1))).toEqual(Array(6).fill('company'));
});

describe('all in a document is doubted', () => {
  it.each([
    [{ huvudman: null }, 'noHuvudman'],
    [{ organ: null }, 'noOrgan'],
    [{ huvudman: 'Region Fiskvik', organ: 'Kommunstyrelsen' }, 'foreignBody'],
    [{ justerare: [] }, 'noApprovers'],
  ] as const)('%o', (round, doubt) => {
    expect(inArende({ beslut: [attsats()] }, round as Partial<Handling>)).toContain(doubt);
  });

  it('when its §§ leave gaps, or many decide nothing', () => {
    const gap = doubtsIn(handling([arende(), arende({ paragraf: '17' })]));
    expect(gap.map(({ doubts }) => doubts)).toEqual([['gaps'], ['gaps']]);
    const silent = ['19', '20'].map((paragraf) => arende({ paragraf, beslut: [] }));
    const found = doubtsIn(handling([...others, ...silent]));
    expect(found.map(({ doubts }) => doubts)).toEqual(Array(4).fill(['undecided']));
  });
});

describe('confidence', () => {
  it('is less for every doubt, and that of the reading times that of the rules', () => {
    const sure = attsats();
    const unsure = attsats({ text: 'att anta ny taxa för 599 99 Fiskvik badhuset.' });
    const scanned = attsats({ confidence: 0.8 });
    settleConfidence([handling([arende({ beslut: [sure, unsure, scanned] })])]);
    expect(sure.confidence).toBeGreaterThan(0.95);
    expect(unsure.confidence).toBeLessThan(0.9);
    expect(scanned.confidence).toBeCloseTo(0.8 * sure.confidence, 3);
  });

  it('is a probability whatever speaks against an item', () => {
    for (const type of Object.keys(GROUP_OF) as Typ[]) {
      const worst = chanceOf(type, doubtsOf(GROUP_OF[type]));
      expect(worst).toBeGreaterThan(0);
      expect(worst).toBeLessThan(0.05);
    }
  });

  it('is explained in words, what costs most first', () => {
    for (const doubt of doubtsOf('clauses')) expect(reasonOf(doubt).sv.length).toBeGreaterThan(10);
    const unsure = {
      ...attsats({ text: 'att anta taxan 599 99 Fiskvik, där:', ledtext: null }),
      id: 'unsure',
    };
    const reasons = reasonsIn(handling([arende({ beslut: [unsure, attsats()] })]));
    expect(reasons.get('unsure')?.[0]?.sv).toBe('en adress, webbadress eller sidnummer står inne i texten');
    expect(reasons.get('unsure')?.length).toBeGreaterThan(1);
    expect(reasons.get('x')).toEqual([]);
  });
});
