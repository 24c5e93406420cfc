/** What of a matter is sent, and what stands in the way. */
import { describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { attExpediera, stegAttExpediera } from '../../expediering/att-expediera.ts';
import { hinderAvGranskning, hinderOf } from '../../expediering/hinder.ts';
import { grannarOf } from '../../expediering/utdrag/grannar.ts';
import { arende, attsats } from '../store/made-up.ts';
import { expedieringAv, matter, paragraf } from './made-up-matter.ts';

const names = (handlingar: Parameters<typeof expedieringAv>) =>
  expedieringAv(...handlingar).mottagare.map(({ namn, organ }) => [namn, organ]);

describe('who a § is sent to', () => {
  it('is whoever is named, each once', () => {
    const till = ['Ekonomienheten', 'ekonomienheten (för kännedom)', 'Kulturnämnden', 'Anna Ek (S)'];
    expect(names([paragraf({ till })])).toEqual([
      ['Ekonomienheten', false],
      ['Kulturnämnden', true],
      ['Anna Ek (S)', false],
    ]);
  });

  it('is the body that has the matter next too, but not the deciding body itself', () => {
    const next = { organ: 'Kommunfullmäktige', reason: 'forslag' as const };
    const beslut = [
      attsats('föreslå fullmäktige anta planen', { kedja: ['Kommunstyrelsen', 'Kommunfullmäktige'], next }),
    ];
    expect(names([paragraf({ arende: { beslut, next } })])).toContainEqual(['Kommunfullmäktige', true]);
    const tabled = { organ: 'Kommunstyrelsen', reason: 'bordlaggning' as const };
    const own = [attsats('bordlägga ärendet', { next: tabled })];
    expect(names([paragraf({ arende: { beslut: own, next: tabled } })])).toEqual([['Ekonomienheten', false]]);
  });

  it('is nobody for a letter or a notice, nor for a § that names nobody', () => {
    const nobody = paragraf({ till: [] });
    const way = wayOf([nobody], matter);
    expect(stegAttExpediera(way)).toEqual([]);
    expect(attExpediera(way, way.steg[0]?.nyckel ?? '', { handlingar: [nobody], matter })).toBeNull();
    const letter = paragraf({ handling: { kind: 'tjansteskrivelse', organ: null } });
    expect(stegAttExpediera(wayOf([letter], matter))).toEqual([]);
    expect(
      attExpediera(wayOf([paragraf()], matter), 'annan', { handlingar: [paragraf()], matter }),
    ).toBeNull();
  });

  it('is read from the version that counts, whatever the order of the files', () => {
    const draft = paragraf({ fil: 'a', handling: { anslag: null }, till: ['Ekonomienheten', 'Akten'] });
    const approved = paragraf({ fil: 'b', till: ['Ekonomienheten'] });
    for (const files of [
      [draft, approved],
      [approved, draft],
    ]) {
      const found = expedieringAv(...files);
      expect(found.sha256).toBe(approved.sha256);
      expect(found.mottagare.map(({ namn }) => namn)).toEqual(['Ekonomienheten']);
    }
  });

  it('has a fingerprint that tells another decision, and not another printing', () => {
    const of = (...beslut: string[]) => expedieringAv(paragraf({ beslut })).innehall;
    expect(of('att fastställa  avgifterna.')).toBe(of('Fastställa avgifterna'));
    expect(of('fastställa avgifterna')).not.toBe(of('inte fastställa avgifterna'));
    expect(of('bevilja 100 kr')).not.toBe(of('bevilja 200 kr'));
    expect(of('a', 'b')).not.toBe(of('b', 'a'));
  });
});

describe('what stands in the way', () => {
  const codes = (over: Parameters<typeof paragraf>[0], neighbours: ReturnType<typeof arende>[] = []) => {
    const own = paragraf(over);
    const found = expedieringAv(own);
    const all = [{ ...own.handling, arenden: [...own.handling.arenden, ...neighbours] }];
    return hinderOf(found, grannarOf(all, found.arende)).map(({ kod, slappbar }) => [kod, slappbar]);
  };

  it('is nothing of approved minutes', () => {
    expect(codes({})).toEqual([]);
  });

  it('is that they are not approved, unless the § was so at once', () => {
    expect(codes({ handling: { anslag: null } })).toEqual([['ej-justerad', true]]);
    expect(codes({ handling: { anslag: null }, arende: { omedelbartJusterad: true } })).toEqual([]);
    expect(codes({ handling: { obekraftade: ['anslag.justerad'] } })).toEqual([
      ['justering-obekraftad', true],
    ]);
  });

  it('is sekretess, which nobody passes over; beside the § only the cover may go', () => {
    expect(codes({ arende: { sekretess: 'OSL 25 kap. 1 §' } })).toEqual([['sekretess', false]]);
    const beside = arende({ paragraf: '13', pages: [1, 2], sekretess: 'OSL 25 kap. 1 §' });
    expect(codes({}, [beside])).toEqual([['sekretess-pa-sidan', true]]);
    expect(codes({}, [arende({ paragraf: '14', pages: [3, 4], sekretess: 'OSL 25 kap. 1 §' })])).toEqual([]);
  });

  it('is sekretess that another version names, as the one that is made public may not', () => {
    const own = paragraf({ fil: 'a', handling: { anslag: null }, arende: { sekretess: 'OSL 25 kap. 1 §' } });
    const open = paragraf({ fil: 'b', arende: { paragraf: '12/24' } });
    const found = expedieringAv(own, open);
    expect(found.sha256).toBe(open.sha256);
    const [hinder] = hinderOf(found, grannarOf([open.handling], found.arende));
    expect(hinder).toMatchObject({ kod: 'sekretess', slappbar: false });
  });

  it('is what is missing, all of it said', () => {
    const own = paragraf({ handling: { huvudman: null, datum: null } });
    const found = expedieringAv(own);
    const [hinder] = hinderOf(found, grannarOf([own.handling], found.arende));
    expect(hinder).toEqual({
      kod: 'uppgift-saknas',
      sv: 'I handlingen saknas huvudman och datum.',
      slappbar: true,
    });
  });

  it('is what a person has to look at, but not the documents behind a decision', async () => {
    const tvivel = (code: string, typ = 'beslut') => ({ code, typ, id: null, reason: `${code}.`, page: 1 });
    const asked = async (...doubts: ReturnType<typeof tvivel>[]) =>
      (await hinderAvGranskning({ doubtsAbout: async () => doubts }, 'a', 'b')).map(({ sv }) => sv);
    expect(await asked(tvivel('unsure', 'underlag'), tvivel('diarienummer-missing', 'arende'))).toEqual([]);
    expect(await asked(tvivel('unsure'))).toEqual(['Väntar på granskning: unsure.']);
    const many = ['unsure', 'unconfirmed', 'person-missing', 'organ-unlisted', 'key-unconfirmed'];
    expect((await asked(...many.map((code) => tvivel(code)))).at(-1)).toBe(
      'Väntar på granskning: person-missing. (och 2 till)',
    );
  });
});
