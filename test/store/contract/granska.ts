/** What needs a person: everything doubtful, the most consequential first, and nothing else. */
import { describe, expect, test } from 'vitest';
import type { Warning } from '../../../extraction/record.ts';
import type { GranskaQuestion } from '../../../store/granska.ts';
import {
  anteckning,
  arende,
  attsats,
  fileRecord,
  handling,
  person,
  sha,
  votering,
  yrkande,
} from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const EMPTY = { code: 'empty', sv: 'Filen är tom.', en: 'The file is empty.' };
const gap: Warning = {
  code: 'paragraf-missing',
  message: '§ 42 saknas (på två ställen). (§ 42 missing.)',
  page: 2,
};
const to = (organ: string) => ({ organ, reason: 'forslag' as const });

export function granskaContract(open: Open): void {
  describe('what needs a person', () => {
    const { store, save, route } = useStore(open);
    const ask = async (question: GranskaQuestion = {}) => (await store.granska(question)).rader;
    const codes = async (question: GranskaQuestion = {}) => (await ask(question)).map(({ code }) => code);

    /** A § about a matter with a number, with whatever is doubtful in it. */
    const minutes = (letter: string, over: Parameters<typeof arende>[0], huvudman = 'Ekbacka kommun') =>
      fileRecord(letter, [
        handling({ huvudman, arenden: [arende({ paragraf: '41', diarienummer: 'KS 2024/14', ...over })] }),
      ]);

    test('nothing, when all is sure', async () => {
      expect(await store.granska()).toEqual({ total: 0, rader: [] });
      await save(minutes('a', { beslut: [attsats('anta taxan', { confidence: 0.9 })] }));
      await store.offerFile('/in/a.pdf', sha('a'));
      await store.setOutcome(sha('a'), { status: 'done' });
      await route();
      expect(await store.granska()).toEqual({ total: 0, rader: [] });
    });

    test('items below the limit, the least sure first, with where they stand and why', async () => {
      const beslut = [0.89, 0.3, 0.95].map((confidence, i) => attsats(`anta taxa ${i}`, { confidence }));
      await save(minutes('a', { rubrik: 'Taxor', beslut }));
      await store.offerFile('/in/taxor/a.pdf', sha('a'));
      const rader = await ask();
      expect(rader.map(({ text }) => text)).toEqual(['anta taxa 1', 'anta taxa 0']);
      expect(rader[0]).toEqual({
        ...{ code: 'unsure', typ: 'beslut', id: beslut[1]?.id, text: 'anta taxa 1', confidence: 0.3 },
        reason:
          'Läsningen är osäker (0,3): det är oklart vilket organ som beslutar; texten slutar inte som en mening.',
        reasonEn:
          'An unsure reading (0.3): it is not clear which body decides; the text does not end as a sentence.',
        ...{ huvudman: 'Ekbacka kommun', organ: 'Kommunstyrelsen', datum: '2024-03-05' },
        ...{ diarienummer: 'KS 2024/14', paragraf: '41', rubrik: 'Taxor', obekraftade: [] },
        ...{ fileName: 'a.pdf', path: '/in/taxor/a.pdf', sha256: sha('a') },
        ...{ page: 2, bbox: [70.5, 100, 500, 112.5] },
      });
    });

    test('numbers that only OCR has read: keys before texts, however sure', async () => {
      await save(
        minutes('a', {
          obekraftade: ['paragraf', 'diarienummer'],
          beslut: [attsats('avsätta 40 000 kronor', { obekraftade: ['text'] })],
          voteringar: [votering({ obekraftade: ['ja', 'nej'] })],
        }),
      );
      const rader = await ask();
      expect(rader.map(({ code, typ }) => [code, typ])).toEqual([
        ['key-unconfirmed', 'arende'],
        ['unconfirmed', 'beslut'],
        ['unconfirmed', 'voteringar'],
      ]);
      expect(rader[0]).toMatchObject({
        obekraftade: ['paragraf', 'diarienummer'],
        reason: 'Bara en läsning med OCR har gett paragrafens nummer och diarienumret; inget bekräftar det.',
      });
    });

    test('whoever could not be read', async () => {
      const av = [person('Alva Strand', 'S')];
      await save(
        minutes('a', {
          yrkanden: [yrkande('yrkar bifall', av), yrkande('yrkar avslag', [])],
          anteckningar: [anteckning('Antecknas', av)],
        }),
      );
      expect(await ask()).toMatchObject([{ code: 'person-missing', typ: 'yrkanden', text: 'yrkar avslag' }]);
    });

    test('warnings of a file, those of a page with the document on it', async () => {
      const record = minutes('a', {});
      const warnings = [{ code: 'not-utf8', message: 'Gammal text. (Old text.)', page: null }, gap];
      await save({ ...record, warnings });
      expect(await ask()).toMatchObject([
        {
          ...{ code: 'paragraf-missing', typ: 'varning', page: 2, organ: 'Kommunstyrelsen', id: null },
          ...{ reason: '§ 42 saknas (på två ställen).', reasonEn: '§ 42 missing.' },
        },
        { code: 'not-utf8', page: null, organ: null, huvudman: 'Ekbacka kommun' },
      ]);
    });

    test('what is not known of a handling', async () => {
      const letter = { kind: 'tjansteskrivelse' as const, organ: null };
      await save(
        fileRecord('a', [
          handling({ organ: null, arenden: [arende({ diarienummer: '2024/1' })] }),
          handling({ datum: null, arenden: [arende({ diarienummer: '2024/2' })] }),
          handling({ ...letter, arenden: [arende({ diarienummer: '2024/3', forslag: [attsats('anta')] })] }),
          handling({ ...letter, arenden: [arende({ diarienummer: '2024/4', next: to('Socialnämnden') })] }),
          handling({ kind: 'annat', organ: null, datum: null, huvudman: null }),
          handling({ huvudman: null, arenden: [arende({ diarienummer: '2024/5' })] }),
        ]),
      );
      expect(await codes()).toEqual([
        ...['organ-missing', 'datum-missing', 'mottagare-missing', 'huvudman-missing'],
      ]);
    });

    test('names that are no body or office, once an ärende', async () => {
      const names = [
        'Socialnämnden',
        'kultur- och fritidsförvaltningen',
        'regiondirektören',
        'Ekbacka Visioner',
      ];
      const beslut = [...names, 'Ekbacka Visioner'].map((organ) => attsats('översända', { next: to(organ) }));
      await save(minutes('a', { beslut, next: to('Socialnämnden') }));
      const rader = await ask();
      expect(rader.map(({ code }) => code)).toEqual(['organ-unlisted']);
      expect(rader[0]?.reason).toContain('"Ekbacka Visioner"');
    });

    test('files that were not read come first, ours before those at fault', async () => {
      await store.offerFile('/in/tom.pdf', sha('e'));
      await store.setOutcome(sha('e'), { status: 'refused', reason: EMPTY });
      await store.offerFile('/in/fel.pdf', sha('f'));
      await store.setOutcome(sha('f'), { status: 'failed', reason: { ...EMPTY, code: 'internal' } });
      await store.offerUnreadable('/in/borta.pdf', { status: 'refused', reason: EMPTY });
      await store.offerFile('/in/ny.pdf', sha('d'));
      await save({ ...minutes('a', {}), warnings: [gap] });
      expect((await ask()).map(({ code, path, sha256 }) => [code, path, sha256])).toEqual([
        ['failed', '/in/fel.pdf', sha('f')],
        ['refused', '/in/borta.pdf', null],
        ['refused', '/in/tom.pdf', sha('e')],
        ['paragraf-missing', null, sha('a')],
      ]);
    });

    test('matters without a number: such as may be a known one, then such as go on', async () => {
      const title = 'Ny taxa för återbruket';
      const own = (over: object, organ = 'Kommunstyrelsen') => handling({ organ, arenden: [arende(over)] });
      await save(
        fileRecord('a', [
          own({ paragraf: '7', diarienummer: 'KS 2024/14', rubrik: title }, 'Tekniska nämnden'),
        ]),
        fileRecord('b', [
          own({ paragraf: '1', rubrik: 'Mötets öppnande' }),
          own({ paragraf: '2', rubrik: 'NY TAXA FÖR ÅTERBRUKET.' }),
          own({ paragraf: '3', rubrik: 'Plan för skolskjuts', next: to('Kommunfullmäktige') }),
        ]),
      );
      await route();
      const rader = await ask();
      expect(rader.map(({ code, paragraf }) => [code, paragraf])).toEqual([
        ['diarienummer-missing', '2'],
        ['diarienummer-missing', '3'],
      ]);
      expect(rader[0]?.reason).toContain('KS 2024/14 har samma rubrik');
      expect(rader[1]?.reason).toContain('ligger hos Kommunfullmäktige');
      expect(await ask({ fil: 'a.pdf' })).toEqual([]);
      // looked at one by one, the same is said of them
      for (const { handling: own } of await store.handlingar(rader[1]?.id ?? '')) {
        const vy = await store.mal(sha('b'), own.arenden[0]?.id ?? '');
        expect(vy?.rader).toEqual([
          { code: 'diarienummer-missing', reason: rader[1]?.reason, reasonEn: rader[1]?.reasonEn },
        ]);
      }
      const said = async (file: string, at: number) => {
        const id = (await store.record(sha(file)))?.record.handlingar[at]?.arenden[0]?.id ?? '';
        return (await store.mal(sha(file), id))?.rader.map(({ code }) => code);
      };
      expect(await said('a', 0)).toEqual([]);
      expect(await said('b', 0)).toEqual([]);
      expect(await said('b', 1)).toEqual(['diarienummer-missing']);
      expect(await said('b', 2)).toEqual(['diarienummer-missing']);
    });

    test('by huvudman, body, matter and file', async () => {
      const doubtful = { beslut: [attsats('anta', { confidence: 0.5 })] };
      await save(
        minutes('a', doubtful),
        minutes('b', { ...doubtful, diarienummer: 'KS 2024/15' }, 'Lundvik kommun'),
        fileRecord('c', [
          handling({ organ: 'Socialnämnden', arenden: [arende({ ...doubtful, paragraf: '9' })] }),
        ]),
      );
      await store.offerFile('/in/mars/b.pdf', sha('b'));
      await store.offerFile('/in/tom.pdf', sha('e'));
      await store.setOutcome(sha('e'), { status: 'refused', reason: EMPTY });
      const files = async (question: GranskaQuestion) =>
        (await ask(question)).map(({ fileName }) => fileName);
      expect(await files({})).toEqual(['tom.pdf', 'a.pdf', 'b.pdf', 'c.pdf']);
      expect(await files({ huvudman: 'Lundviks kommun' })).toEqual(['b.pdf']);
      expect(await files({ organ: 'kommunstyrelsens' })).toEqual(['a.pdf', 'b.pdf']);
      expect(await files({ diarienummer: 'KS 2024/14' })).toEqual(['a.pdf']);
      expect(await files({ diarienummer: 'KS 2024/99' })).toEqual([]);
      expect(await files({ fil: 'mars/b.pdf' })).toEqual(['b.pdf']);
      expect(await files({ fil: 'om.pdf' })).toEqual([]);
      expect(await files({ fil: 'tom.pdf' })).toEqual(['tom.pdf']);
      expect(await files({ sha256: sha('b') })).toEqual(['b.pdf']);
      expect(await files({ typ: 'fil' })).toEqual(['tom.pdf']);
      expect(await files({ typ: 'beslut' })).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
      expect(await files({ orsak: 'unsure', organ: 'Socialnämnden' })).toEqual(['c.pdf']);
      expect(await files({ orsak: 'refused' })).toEqual(['tom.pdf']);
      expect(await files({ haller: true })).toEqual([]);
      await store.offerFile('/in/mars/b.pdf', sha('b'), true);
      expect(await files({ haller: true })).toEqual(['b.pdf']);
    });

    test('counted by reason, kind, huvudman, body and file, each as if it were chosen', async () => {
      const doubtful = { beslut: [attsats('anta', { confidence: 0.5 })] };
      await save(
        minutes('a', { ...doubtful, yrkanden: [yrkande('avslag', [person('Bo Ek')], { confidence: 0.4 })] }),
        minutes('b', { ...doubtful, diarienummer: 'KS 2024/15' }, 'Lundvik kommun'),
        fileRecord('c', [
          handling({
            organ: 'Kommunstyrelsens',
            huvudman: 'Ekbacka kommun',
            arenden: [arende({ paragraf: '3', rubrik: 'Plan', next: to('Kommunfullmäktige'), ...doubtful })],
          }),
        ]),
      );
      await store.offerFile('/in/b.pdf', sha('b'), true);
      await store.offerFile('/in/tom.pdf', sha('e'));
      await store.setOutcome(sha('e'), { status: 'refused', reason: EMPTY });
      await route();
      const all = await store.granskaAntal();
      expect(all).toMatchObject({ total: (await store.granska()).total, haller: 1 });
      expect(all.orsaker.map(({ orsak }) => orsak)).toEqual(['refused', 'unsure', 'diarienummer-missing']);
      for (const { orsak, antal } of all.orsaker) expect((await ask({ orsak })).length).toBe(antal);
      for (const { typ, antal } of all.typer) expect((await ask({ typ })).length).toBe(antal);
      for (const { organ, huvudman, antal } of all.organ)
        expect((await ask({ organ, huvudman: huvudman ?? undefined })).length).toBe(antal);
      for (const { sha256, antal } of all.filer) expect((await ask({ sha256 })).length).toBe(antal);
      expect(all.organ.map(({ antal }) => antal)).toEqual([4, 1]);
      const some = await store.granskaAntal({ typ: 'beslut', huvudman: 'Lundvik' });
      expect(some.total).toBe(1);
      expect(some.huvudman.map(({ huvudman }) => huvudman).sort()).toEqual([
        'Ekbacka kommun',
        'Lundvik kommun',
      ]);
      expect(some.typer).toEqual([{ typ: 'beslut', antal: 1 }]);
    });

    test('page by page gives every row once', async () => {
      const beslut = [0.1, 0.2, 0.3, 0.4].map((confidence) => attsats('anta', { confidence }));
      await save(minutes('a', { beslut }));
      const numberless = { paragraf: '3', rubrik: 'Plan för skolskjuts', next: to('Kommunfullmäktige') };
      await save(fileRecord('b', [handling({ arenden: [arende(numberless)] })]));
      await store.offerFile('/in/tom.pdf', sha('e'));
      await store.setOutcome(sha('e'), { status: 'refused', reason: EMPTY });
      await route();
      const all = await store.granska();
      expect(all.total).toBe(6);
      for (const limit of [1, 2, 4, 5]) {
        const pages = [];
        for (let offset = 0; offset < 7; offset += limit) pages.push(await store.granska({ limit, offset }));
        expect(pages.flatMap(({ rader }) => rader)).toEqual(all.rader);
        expect(pages.every(({ total }) => total === 6)).toBe(true);
      }
    });

    test('a record that was read better leaves nothing behind', async () => {
      await save({ ...minutes('a', { beslut: [attsats('anta', { confidence: 0.5 })] }), warnings: [gap] });
      expect((await store.granska()).total).toBe(2);
      await store.saveRecord(minutes('a', { beslut: [attsats('anta')] }), '2.0');
      expect((await store.granska()).total).toBe(0);
    });

    test('a number that another file knows is shown', async () => {
      const beslut = [attsats('anta', { confidence: 0.5 })];
      await save(minutes('a', { diarienummer: null, beslut }), minutes('b', {}));
      expect(await ask()).toMatchObject([{ fileName: 'a.pdf', diarienummer: 'KS 2024/14' }]);
    });
  });
}
