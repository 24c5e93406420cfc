/** What people say of a line holds over every new reading, and never lands on another line. */
import { describe, expect, it } from 'vitest';
import {
  type Diarierad,
  type Diarieregel,
  diariet,
  type Radord,
  uppgifterOf,
} from '../../../diarium/rader/index.ts';
import type { SourcedHandling } from '../../../diarium/way/types.ts';
import { arende, sha } from '../../store/made-up.ts';
import { protokoll, remissvar, skrivelse, source } from './exempel.ts';

let nr = 0;
const word = (rad: Diarierad, over: Partial<Radord> = {}): Radord => ({
  ...{ nr: ++nr, vad: 'bekraftad', uppgifter: over.vad ? {} : uppgifterOf(rad) },
  ...{ av: 'Rut Berg', at: '2031-04-01T08:00:00.000Z', rad: rad.id, typ: rad.typ, paragraf: rad.paragraf },
  ...{ sha256: rad.kallor[0]?.sha256 ?? '', page: rad.kallor[0]?.pages[0] ?? 0 },
  ...over,
});
const first = (of: SourcedHandling[], ord: Radord[] = [], regel?: Diarieregel): Diarierad =>
  diariet(of, ord, regel).rader[0] as Diarierad;

describe('a word', () => {
  const answer = [source('a', remissvar())];
  const read = first(answer);

  it('confirms a line as it stands, its unsure fields too', () => {
    expect(first(answer, [word(read)])).toMatchObject({
      ...{ status: 'bekraftad', obekraftade: [], saknas: [], avviker: [] },
      bekraftad: { enligt: 'person', av: 'Rut Berg', at: '2031-04-01T08:00:00.000Z' },
    });
  });

  it('changes some of it, and what a person gave is neither missing nor unsure', () => {
    const changes = { datum: '2031-01-22', nummer: 'KS 2031/62' };
    const changed = first(answer, [word(read, { vad: 'rattad', uppgifter: changes })]);
    expect(changed).toMatchObject({
      ...changes,
      status: 'foreslagen',
      datumEnligt: 'person',
      obekraftade: [],
    });
    expect(changed.rattningar).toEqual([
      { uppgifter: changes, av: 'Rut Berg', at: '2031-04-01T08:00:00.000Z' },
    ]);
  });

  it('on the direction alone confirms no day', () => {
    const turned = first(answer, [word(read, { vad: 'rattad', uppgifter: { riktning: 'expedierad' } })]);
    expect(turned).toMatchObject({ riktning: 'expedierad', obekraftade: ['datum', 'nummer'] });
  });

  it('can empty a field, which is then missing', () => {
    const emptied = first(answer, [word(read, { vad: 'rattad', uppgifter: { nummer: null } })]);
    expect(emptied.saknas).toEqual(['nummer']);
  });

  it('said later goes before one said earlier, in whatever order they are given', () => {
    const words = ['Taxa', 'Taxa för lokaler'].map((om) => word(read, { vad: 'rattad', uppgifter: { om } }));
    expect(first(answer, words).om).toBe('Taxa för lokaler');
    expect(first(answer, words.toReversed()).om).toBe('Taxa för lokaler');
  });

  it('can be taken back, the last one that holds first', () => {
    const words = [
      word(read, { vad: 'rattad', uppgifter: { om: 'Taxa' } }),
      word({ ...read, om: 'Taxa' }),
      word(read, { vad: 'angrad' }),
    ];
    expect(first(answer, words)).toMatchObject({ status: 'foreslagen', om: 'Taxa' });
    const again = first(answer, [...words, word(read, { vad: 'angrad' })]);
    expect(again).toEqual(read);
  });

  it('has its personal numbers masked as what was read has', () => {
    const om = 'Ansökan från 19800101-2387';
    expect(first(answer, [word(read, { vad: 'rattad', uppgifter: { om } })])).toMatchObject({
      ...{ om: 'Ansökan från [personnummer]', maskeras: true },
      rattningar: [{ uppgifter: { om: 'Ansökan från [personnummer]' } }],
    });
  });
});

describe('after a new reading', () => {
  const before = [source('a', skrivelse({ rubrik: 'Taxa för uthyming', pages: [3, 5] }))];
  const confirmed = [word(first(before))];

  it('a confirmed line stands as it was confirmed, and tells what is read otherwise', () => {
    const [old] = before;
    const better = { ...old?.handling, rubrik: 'Taxa för uthyrning' } as SourcedHandling['handling'];
    const rad = first([{ ...source('a', {}), handling: better }], confirmed);
    expect(rad).toMatchObject({ status: 'bekraftad', om: 'Taxa för uthyming', avviker: ['innehall'] });
  });

  it('what was said follows its place, whatever ids are given', () => {
    const other = source('a', skrivelse({ id: first(before).id, rubrik: 'Något annat', pages: [1, 2] }));
    const same = source('a', skrivelse({ id: 'ny', rubrik: 'Taxa för uthyming', pages: [3, 5] }));
    const { rader, losa } = diariet([other, same], confirmed);
    expect(rader.map(({ om, status }) => [om, status]).sort()).toEqual([
      ['Något annat', 'foreslagen'],
      ['Taxa för uthyming', 'bekraftad'],
    ]);
    expect(losa).toEqual([]);
  });

  it('it follows the id where a page before was found to belong to the handling', () => {
    const longer = source('a', skrivelse({ id: first(before).id, pages: [2, 5] }));
    expect(first([longer], confirmed).status).toBe('bekraftad');
  });

  it('it is put on no other line, and is not lost', () => {
    const elsewhere = source('a', skrivelse({ id: first(before).id, pages: [7, 8] }));
    for (const of of [[elsewhere], [source('b', skrivelse({ pages: [3, 5] }))], []]) {
      const { rader, losa } = diariet(of, confirmed);
      expect(rader.every(({ status }) => status === 'foreslagen')).toBe(true);
      expect(losa).toEqual(confirmed);
    }
  });

  it('two that begin on one page are told apart by their ids', () => {
    const two = ['x', 'y'].map((id) =>
      source('a', skrivelse({ id, pages: [1, 1], rubrik: `Taxa ${id}`, diarienummer: 'KS 2031/9' })),
    );
    const y = diariet(two).rader.find(({ id }) => id === 'y') as Diarierad;
    const { rader } = diariet(two, [word(y)]);
    expect(rader.map(({ id, status }) => [id, status]).sort()).toEqual([
      ['x', 'foreslagen'],
      ['y', 'bekraftad'],
    ]);
  });

  it('what was said of a § of an extract holds for it in the full minutes', () => {
    const arenden = [arende({ paragraf: '16/31', rubrik: 'Plan för skolskjuts', pages: [1, 1] })];
    const extract = source('b', protokoll({ arenden, pages: [1, 1] }));
    const said = diariet([extract]).rader.find(({ typ }) => typ === 'paragraf') as Diarierad;
    const full = source('a', protokoll());
    const both = diariet([full, extract], [word(said)]).rader;
    expect(both.filter(({ status }) => status === 'bekraftad').map(({ paragraf }) => paragraf)).toEqual([
      '16',
    ]);
    expect(both.find(({ paragraf }) => paragraf === '16')?.kallor.map(({ sha256 }) => sha256)).toEqual([
      sha('a'),
      sha('b'),
    ]);
  });
});

describe('the rule that lets complete lines pass', () => {
  const status = (of: SourcedHandling, ord: Radord[] = []) => {
    const { status, bekraftad } = first([of], ord, 'fullstandiga');
    return bekraftad?.enligt ?? status;
  };

  it('lets those pass in which nothing is missing, unsure or to be masked, and whose huvudman is known', () => {
    expect(status(source('a', skrivelse()))).toBe('regel');
    expect(first([source('a', skrivelse())], [], 'person').status).toBe('foreslagen');
    for (const over of [
      { datum: null },
      { obekraftade: ['diarienummer'] },
      { rubrik: 'Ansökan från 800101-2387' },
      { huvudman: null },
      { arenden: [arende({ sekretess: 'sekretess enligt OSL 26 kap.' })] },
    ]) {
      expect([over, status(source('a', skrivelse(over)))]).toEqual([over, 'foreslagen']);
    }
  });

  it('gives way to a person: to one who confirms, and to one who takes its word back', () => {
    const of = source('a', skrivelse());
    const rad = first([of]);
    expect(status(of, [word(rad)])).toBe('person');
    expect(status(of, [word(rad, { vad: 'angrad' })])).toBe('foreslagen');
    expect(status(of, [word(rad, { vad: 'angrad' }), word(rad)])).toBe('person');
    const back = [word(rad, { vad: 'angrad' }), word(rad), word(rad, { vad: 'angrad' })];
    expect(status(of, back)).toBe('foreslagen');
    // what a person took back was a confirmation, not the rule's word
    expect(status(of, [word(rad), word(rad, { vad: 'angrad' })])).toBe('regel');
  });
});
