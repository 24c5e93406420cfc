/** What is offered, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { fileRecord, sha } from '../made-up.ts';
import { type Open, useStore } from './use-store.ts';

const refused = {
  status: 'refused',
  reason: { code: 'encrypted', sv: 'Filen är låst med lösenord.', en: 'The file is encrypted.' },
} as const;

export function filesContract(open: Open): void {
  describe('files', () => {
    const { store, save } = useStore(open);
    test('a content offered under two paths counts once', async () => {
      await store.offerFile('in/a.pdf', sha('a'));
      await store.offerFile('in/copy of a.pdf', sha('a'));
      await store.offerFile('in/a.pdf', sha('a'));
      await store.offerFile('in/b.pdf', sha('b'));
      expect((await store.status()).files).toEqual({
        ...{ total: 2, done: 0, refused: 0, failed: 0, running: 2 },
      });
      expect((await store.files()).map((file) => file.path)).toEqual([
        ...['in/a.pdf', 'in/b.pdf', 'in/copy of a.pdf'],
      ]);
      expect((await store.files(sha('a'))).map((file) => file.path)).toEqual([
        ...['in/a.pdf', 'in/copy of a.pdf'],
      ]);
    });

    test('an outcome is that of all paths of the content, and is kept when it is offered again', async () => {
      await store.offerFile('a.pdf', sha('a'));
      await store.offerFile('b.pdf', sha('a'));
      await store.setOutcome(sha('a'), refused);
      expect(await store.offerFile('c.pdf', sha('a'))).toEqual({
        ...{ sha256: sha('a'), status: 'refused', code: 'encrypted', extractionVersion: null, nekadAv: null },
        ejOmlastAv: null,
      });
      const files = await store.files();
      expect(files).toHaveLength(3);
      for (const file of files) {
        expect(file).toMatchObject({
          ...{ sha256: sha('a'), status: 'refused', code: 'encrypted' },
          ...{ reason: 'Filen är låst med lösenord.', reasonEn: 'The file is encrypted.' },
        });
      }
      await store.setOutcome(sha('a'), { status: 'running' });
      await store.setOutcome(sha('a'), { status: 'done' });
      expect((await store.files())[0]).toMatchObject({ status: 'done', code: null, reason: null });
      expect((await store.status()).files).toMatchObject({ total: 1, done: 1 });
    });

    test('a path that cannot be read is accounted for, until it can', async () => {
      expect(await store.offerUnreadable('x.pdf', refused)).toBeNull();
      expect(await store.offerUnreadable('x.pdf', refused)).toBe('refused');
      expect((await store.status()).files).toMatchObject({ total: 1, refused: 1 });
      expect(await store.files()).toMatchObject([{ path: 'x.pdf', sha256: null, status: 'refused' }]);
      await store.offerFile('x.pdf', sha('a'));
      expect(await store.files()).toMatchObject([{ path: 'x.pdf', sha256: sha('a'), status: 'running' }]);
      expect((await store.status()).files.total).toBe(1);
    });

    test('begins a content anew only where nothing has become of it since', async () => {
      expect(await store.beginAnew(sha('a'), null)).toBe(true);
      const running = await store.content(sha('a'));
      expect(running).toMatchObject({ status: 'running' });
      await store.setOutcome(sha('a'), refused);
      expect(await store.beginAnew(sha('a'), running)).toBe(false);
      expect(await store.beginAnew(sha('a'), null)).toBe(false);
      expect(await store.content(sha('a'))).toMatchObject({ status: 'refused' });
      expect(await store.beginAnew(sha('a'), await store.content(sha('a')))).toBe(true);
      await save(fileRecord('a', []));
      await store.setOutcome(sha('a'), { status: 'done' });
      const done = await store.content(sha('a'));
      await store.saveRecord(fileRecord('a', []), '1.1');
      expect(await store.beginAnew(sha('a'), done)).toBe(false);
      expect(await store.files()).toEqual([]);
    });

    test('says which version read a content', async () => {
      expect(await store.content(sha('a'))).toBeNull();
      await store.offerFile('a.pdf', sha('a'));
      await save(fileRecord('a', []));
      expect(await store.content(sha('a'))).toMatchObject({ status: 'running', extractionVersion: '1.0' });
    });
  });
}
