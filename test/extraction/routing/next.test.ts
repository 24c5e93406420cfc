import { describe, expect, it } from 'vitest';
import type { Handling, Next } from '../../../extraction/record.ts';
import { nextOf } from '../../../extraction/routing/next.ts';
import { paragrafOf, tjansteskrivelseOf } from '../handlingar/read-text.ts';

type Context = Pick<Handling, 'kind' | 'organ' | 'till' | 'avsandare'>;
const protokoll: Context = { kind: 'protokoll', organ: 'Kommunstyrelsen', till: [], avsandare: null };
const brev: Context = {
  kind: 'tjansteskrivelse',
  organ: null,
  till: ['Tekniska nämnden', 'Kommunstyrelsen'],
  avsandare: 'Tekniska förvaltningen',
};

const decided = (text: string, ...kedja: string[]): Next | null =>
  nextOf(protokoll, { text, kedja: kedja.length > 0 ? kedja : ['Kommunstyrelsen'] }, true);

describe('a tjänsteskrivelse goes to', () => {
  const of = (context: Context, ...kedja: string[]) =>
    nextOf(context, { text: 'att anta taxan.', kedja }, false);

  it('the first body of the chain', () => {
    expect(of(brev, 'Kommunstyrelsen', 'kommunfullmäktige')).toEqual({
      organ: 'Kommunstyrelsen',
      reason: 'beredning',
    });
  });

  it('its first addressee without one', () => {
    expect(of(brev)).toEqual({ organ: 'Tekniska nämnden', reason: 'beredning' });
  });

  it('nobody where nobody is named', () => {
    expect(of({ ...brev, till: [] })).toBeNull();
  });

  it('its addressee even without clauses', () => {
    expect(tjansteskrivelseOf('Sammanfattning\nTaxan ses över.\n\nFörslag till beslut').next).toEqual({
      organ: 'Kommunstyrelsen',
      reason: 'beredning',
    });
  });
});

it('a kallelse goes to the body that is called', () => {
  const context: Context = { ...protokoll, kind: 'kallelse' };
  expect(
    nextOf(context, { text: 'Taxan antas.', kedja: ['Kommunstyrelsen', 'Kommunfullmäktige'] }, false),
  ).toEqual({ organ: 'Kommunstyrelsen', reason: 'beredning' });
});

describe('minutes send on', () => {
  it('what is proposed to the second body of the chain', () => {
    expect(decided('att anta taxan.', 'Kommunstyrelsen', 'kommunfullmäktige')).toEqual({
      organ: 'kommunfullmäktige',
      reason: 'forslag',
    });
    expect(decided('att anta taxan.', 'Tekniska nämnden', 'kommunstyrelsen', 'kommunfullmäktige')).toEqual({
      organ: 'kommunstyrelsen',
      reason: 'forslag',
    });
  });

  it('nothing that is decided for good', () => {
    expect(decided('att anta taxan.')).toBeNull();
  });

  it('nothing that was only proposed to the meeting', () => {
    expect(
      nextOf(protokoll, { text: 'att anta taxan.', kedja: ['Kommunstyrelsen', 'kommunfullmäktige'] }, false),
    ).toBeNull();
  });

  it.each<[string, string]>([
    ['Ärendet återremitteras till tekniska nämnden för att kostnaderna ska utredas.', 'tekniska nämnden'],
    ['att återremittera ärendet till tekniska nämnden', 'tekniska nämnden'],
    ['Ärendet återremitteras till socialförvaltningen.', 'socialförvaltningen'],
    ['Kommunstyrelsen återremitterar ärendet till tekniska förvaltningen.', 'tekniska förvaltningen'],
    ['att återremittera ärendet till Barn- och utbildningsnämnden', 'Barn- och utbildningsnämnden'],
    ['Ärendet återremitteras till nämnden för en ny beräkning.', 'nämnden'],
  ])('an återremiss to whom it goes back: %s', (text, organ) => {
    expect(decided(text)).toEqual({ organ, reason: 'aterremiss' });
  });

  it('an återremiss to nobody where nobody is named', () => {
    expect(decided('att ärendet återremitteras för att kostnaderna ska utredas.')).toBeNull();
  });

  it.each(['Ärendet bordläggs till sammanträdet den 9 april 2024.', 'att bordlägga ärendet'])(
    'a bordläggning to the same body: %s',
    (text) => expect(decided(text)).toEqual({ organ: 'Kommunstyrelsen', reason: 'bordlaggning' }),
  );

  it.each([
    'att remittera förslaget till tekniska nämnden',
    'att sända förslaget till ny taxa på remiss till tekniska nämnden',
    'Förslaget skickas på remiss till tekniska nämnden.',
  ])('a remiss to whom it is sent: %s', (text) =>
    expect(decided(text)).toEqual({ organ: 'tekniska nämnden', reason: 'remiss' }),
  );
});

describe("an ärende's next", () => {
  it('is that of its first attsats that has one', () => {
    const { next, beslut } = paragrafOf(`
      Beslut
      Kommunstyrelsen beslutar för egen del
      1. att godkänna rapporten.

      Kommunstyrelsen föreslår kommunfullmäktige besluta
      2. att anta taxan.`);
    expect(beslut.map((b) => b.next?.organ ?? null)).toEqual([null, 'kommunfullmäktige']);
    expect(next).toEqual({ organ: 'kommunfullmäktige', reason: 'forslag' });
  });

  it('is none where the minutes only hold a proposal', () => {
    expect(
      paragrafOf('Förslag till beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt anta taxan.')
        .next,
    ).toBeNull();
  });
});
