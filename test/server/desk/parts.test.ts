/** Small parts of the desk's pages, without a browser. */
import { describe, expect, it } from 'vitest';
import type { Vantan } from '../../../diarium/way/types.ts';
import {
  arendeHref,
  awaitedFromHref,
  handlingHref,
  inkorgHref,
  query,
} from '../../../server/desk/parts/addresses.ts';
import { awaitedText, standsTo } from '../../../server/desk/parts/awaited.ts';
import { pageOf, pager } from '../../../server/desk/parts/pager.ts';
import { shortened } from '../../../server/desk/parts/shortened.ts';

describe('addresses', () => {
  it('say what is given and nothing else', () => {
    expect(query({ a: 'å/b', tom: '', null: null, borta: undefined, n: 2 })).toBe('?a=%C3%A5%2Fb&n=2');
    expect(query({})).toBe('');
  });

  it('keep ids and names whole', () => {
    expect(arendeHref('sjovik:TN-2024/31')).toBe('/arende/sjovik%3ATN-2024%2F31');
    expect(handlingHref({ sha256: 'ab', page: 3, itemId: null })).toBe('/handling/ab?sida=3');
  });

  it('tell what has no huvudman from what is not told', () => {
    expect(inkorgHref('KS', null)).toBe('/inkorg/KS?huvudman=');
    expect(inkorgHref('KS', 'Ekby kommun')).toBe('/inkorg/KS?huvudman=Ekby+kommun');
  });

  it('lead to a body by its own page, and to others by their inbox', () => {
    expect(awaitedFromHref('Tekniska nämnden', null)).toMatch(/^\/organ\//);
    expect(awaitedFromHref('Fastighetschefen', null)).toMatch(/^\/inkorg\//);
  });
});

describe('the pages of a long list', () => {
  const of = async (page: number, total: number): Promise<string> =>
    String(await pager({ page, size: 50, total }, (n) => `/x?sida=${n}`, 'sv'));

  it('are told where there are several', async () => {
    expect(await of(1, 50)).toBe('');
    expect(await of(1, 51)).toMatch(/1–50 av 51.*rel="next" href="\/x\?sida=2"/);
    expect(await of(2, 51)).toMatch(/rel="prev" href="\/x\?sida=1".*51–51 av 51/);
    expect(await of(2, 51)).not.toContain('rel="next"');
  });

  it('lead back from one that is beyond the last', async () => {
    expect(await of(9, 51)).toContain('rel="prev" href="/x?sida=2"');
  });

  it.each([
    [undefined, 1],
    ['3', 3],
    ['0', 1],
    ['-2', 1],
    ['1e9', 1],
    ['x', 1],
  ])('are asked for by a number: %s', (given, page) => {
    expect(pageOf(given)).toBe(page);
  });
});

describe('what is awaited', () => {
  const vantan = (over: Partial<Vantan>): Vantan => ({
    ...{ vad: 'beslut', av: 'kommunstyrelsen', skal: 'forslag', text: null, sedan: null, senast: null },
    ...{ frist: null, steg: '', kalla: { sha256: '', fileName: '', page: 1, handlingId: '', itemId: null } },
    ...over,
  });
  it.each([
    [vantan({}), 'beslut av Kommunstyrelsen', 'a decision by Kommunstyrelsen'],
    [vantan({ vad: 'yttrande', av: null }), 'yttrande', 'an opinion'],
    [
      vantan({ vad: 'svar' }),
      'svar på motionen från Kommunstyrelsen',
      'an answer to the motion from Kommunstyrelsen',
    ],
    [
      vantan({ vad: 'aterkomst', skal: 'aterremiss' }),
      'att ärendet kommer igen från Kommunstyrelsen efter återremiss',
      'the matter to come again from Kommunstyrelsen after being referred back',
    ],
    [
      vantan({ vad: 'utforande', skal: 'uppdrag' }),
      'att Kommunstyrelsen utför uppdraget',
      'the assignment to be carried out by Kommunstyrelsen',
    ],
  ])('is told in both languages: %o', (one, sv, en) => {
    expect(awaitedText(one, 'motion', 'sv')).toBe(sv);
    expect(awaitedText(one, 'motion', 'en')).toBe(en);
  });

  it('is late by days, in both languages', () => {
    expect(standsTo('2031-03-01', '2031-03-02', 'sv')).toBe('1 dag för sent');
    expect(standsTo('2031-03-01', '2031-03-02', 'en')).toBe('1 day late');
    expect(standsTo('2031-03-02', '2031-03-02', 'en')).toBe('today');
    expect(standsTo('2031-03-12', '2031-03-02', 'en')).toBe('in 10 days');
  });
});

describe('a text cut short', () => {
  it('ends at a word, and says so', () => {
    expect(shortened('att anta  taxan', 40)).toBe('att anta taxan');
    expect(shortened('att anta den nya taxan', 14)).toBe('att anta den …');
    expect(shortened('a'.repeat(30), 10)).toBe(`${'a'.repeat(9)} …`);
  });
});
