/** What people write in the forms of review: read as fields, or told to be wrong; and what of words is lost and added. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Falt, MAL_TYPER } from '../../../diarium/rattelser/index.ts';
import { compareWords, linesOf } from '../../../server/desk/client/review-words.ts';
import type { Engine } from '../../../server/desk/deps.ts';
import { touchedIn } from '../../../server/desk/granska/formular.ts';
import { koOf, pathOf, questionOf, withKo } from '../../../server/desk/granska/ko.ts';
import { rutorOf, textOf } from '../../../server/desk/granska/rutor.ts';
import { faltFrom } from '../../../server/desk/granska/skrivet.ts';
import { keep } from '../../../server/desk/granska/spara.ts';
import { RattelseAvvisad } from '../../../store/rattelser.ts';

const alva = { namn: 'Alva Strand', parti: 'S', roll: null };
const chair = { namn: null, parti: null, roll: 'Ordförande' };

describe('what is written in the boxes', () => {
  it('of people: whom it names already stays, another is read by line', () => {
    const falt: Falt = { av: [chair, alva], typ: 'avslag', text: 'yrkar avslag', utfall: null };
    const [av] = rutorOf('yrkanden');
    expect(av && textOf(av, falt)).toBe('Ordförande\nAlva Strand (S)');
    const typed = { av: 'Ordförande\nBo Ek (V)' };
    expect(faltFrom('yrkanden', typed, falt, 'protokoll')).toEqual({
      falt: { av: [chair, { namn: 'Bo Ek', parti: 'V', roll: null }] },
      fel: {},
    });
  });

  it('of where it goes: one thing, said by two boxes, or not at all', () => {
    const before: Falt = { next: { organ: 'Kommunstyrelsen', reason: 'remiss' } };
    const next = (typed: { [name: string]: string }, falt: Falt = before) =>
      faltFrom('arende', typed, falt, 'protokoll').falt.next;
    expect(next({ 'next.organ': 'Tekniska nämnden' })).toEqual({
      organ: 'Tekniska nämnden',
      reason: 'remiss',
    });
    expect(next({ 'next.organ': '' })).toBe(null);
    expect(next({ 'next.organ': 'Tekniska nämnden' }, { next: null })).toEqual({
      organ: 'Tekniska nämnden',
      reason: 'forslag',
    });
  });

  it('of votes: who and how, and figures', () => {
    const typed = { ja: '12', nej: 'tolv', roster: 'Alva Strand (S): avstår' };
    const { falt, fel } = faltFrom('voteringar', typed, { ja: 1, nej: 2, roster: [] }, 'protokoll');
    expect(falt).toMatchObject({ ja: 12, roster: [{ person: alva, rost: 'avstar' }] });
    expect(fel).toEqual({ nej: 'tal' });
    expect(faltFrom('voteringar', { roster: 'Alva Strand: kanske' }, { roster: [] }, '').fel).toEqual({
      roster: 'rost',
    });
  });

  it.each([
    ['beslut', 'text', '  ', 'tomt'],
    ['expediering', 'mottagare', '', 'tomt'],
    ['handling', 'datum', '12 mars', 'dag'],
    ['handling', 'kind', 'brev', 'val'],
    ['reservationer', 'mot', '1, två', 'tal'],
  ] as const)('of %s is told to be wrong: %s "%s"', (typ, name, written, why) => {
    expect(faltFrom(typ, { [name]: written }, {}, 'protokoll').fel).toEqual({ [name]: why });
  });

  it('that was not touched is not said, however the browser ends its lines', () => {
    const rutor = rutorOf('forslag');
    const form = {
      kedja: 'A\r\nB',
      'fore.kedja': 'A\nB',
      nr: '3',
      'fore.nr': '2',
      text: 'x',
      'fore.text': 'x',
    };
    expect(touchedIn(rutor, form)).toEqual({ nr: '3' });
  });

  it('has each kind of thing, each field once or in parts', () => {
    for (const typ of MAL_TYPER) {
      const names = rutorOf(typ).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeGreaterThan(0);
    }
  });
});

describe('words of two texts', () => {
  it('are told lost and added in their order', () => {
    expect(compareWords('att anta taxan från mars', 'att inte anta taxan från april')).toEqual([
      { what: 'same', words: 'att' },
      { what: 'added', words: 'inte' },
      { what: 'same', words: 'anta taxan från' },
      { what: 'lost', words: 'mars' },
      { what: 'added', words: 'april' },
    ]);
  });

  it('make both texts again, and nothing differs where only lines do', () => {
    const text = fc
      .array(fc.constantFrom('att', 'anta', 'inte', '1,2', 'kronor'))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const parts = compareWords(a, b);
        const but = (what: string) =>
          parts.flatMap((one) => (one.what === what ? [] : [one.words])).join(' ');
        expect([but('added'), but('lost')]).toEqual([a, b]);
      }),
    );
    fc.assert(
      fc.property(text, (a) => {
        const parted = linesOf(a.replaceAll(' ', '\r\n')).join(' ');
        expect(compareWords(a, parted).every(({ what }) => what === 'same')).toBe(true);
      }),
    );
  });
});

describe('what is to be kept', () => {
  const engine = async () => ({}) as Engine;
  const refused = new RattelseAvvisad('upptagen', 'Någon hann före.', 'Somebody was first.');
  const fails = async (error: Error): Promise<never> => {
    throw error;
  };

  it('is kept, refused in words, or nobody knows, which is logged', async () => {
    const told: object[] = [];
    const log = { error: (line: object) => told.push(line), info() {}, debug() {} };
    expect(await keep({ engine, log }, async () => 1)).toEqual({ ok: true });
    expect(await keep({ engine, log }, () => fails(refused))).toEqual({ ok: false, avvisad: refused });
    expect(await keep({ engine: async () => null, log }, async () => 1)).toEqual({
      ok: false,
      avvisad: null,
    });
    expect(told).toEqual([]);
    const broken = new Error('14 UNAVAILABLE');
    expect(await keep({ engine, log }, () => fails(broken))).toEqual({ ok: false, avvisad: null });
    expect(told).toEqual([{ error: broken }]);
  });

  it('is not waited for longer than a page can wait', async () => {
    const never = new Promise<never>(() => {});
    expect(await keep({ engine }, () => never, 20)).toEqual({ ok: false, avvisad: null });
    expect(await keep({ engine: () => never }, async () => 1, 20)).toEqual({ ok: false, avvisad: null });
  });
});

describe('the queue in an address', () => {
  it('comes back as it was, without what is no part of it', () => {
    const ko = koOf({
      orsak: 'unsure',
      slag: 'beslut',
      organ: ' ',
      fil: 'abc',
      haller: '1',
      plats: '3',
      x: 'y',
    });
    expect(ko).toEqual({ orsak: 'unsure', slag: 'beslut', fil: 'abc', haller: '1' });
    const address = new URL(withKo('/granska', ko, { plats: 3 }), 'http://x');
    expect(koOf(Object.fromEntries(address.searchParams))).toEqual(ko);
    expect(questionOf(ko)).toMatchObject({ orsak: 'unsure', typ: 'beslut', sha256: 'abc', haller: true });
  });

  it('leads to things, to the file of warnings, and nowhere where there is no content', () => {
    expect(pathOf({ sha256: 'abc', id: 'matter:KS 1/2' })).toBe('/granska/abc/matter%3AKS%201%2F2');
    expect(pathOf({ sha256: 'abc', id: null })).toBe('/granska/abc');
    expect(pathOf({ sha256: null, id: null })).toBe(null);
  });
});
