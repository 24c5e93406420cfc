/** Accounts, sessions and keys. */
import { describe, expect, it } from 'vitest';
import type { Vem } from '../../../store/konton.ts';
import { type Open, useStore } from './use-store.ts';

const ELSA: Vem = { av: 'Elsa Norén', dorr: 'cli' };
const SIDA: Vem = { av: 'Bo Ek', dorr: 'sida' };
const LONG_AGO = '2000-01-01T00:00:00.000Z';
const NEVER = '9999-01-01T00:00:00.000Z';
/** A session counts whenever it was begun or used, and its use is not noted. */
const ANY = { borjad: LONG_AGO, anvand: LONG_AGO, senast: LONG_AGO };

export function kontonContract(open: Open): void {
  describe('accounts', () => {
    const { store } = useStore(open);
    const bo = () => store.skapaKonto({ namn: 'Bo Ek', roll: 'lasare', losenord: 'hash-1' }, ELSA);
    const session = (hash: string, losenord = 'hash-1') =>
      store.borjaSession({ hash, namn: 'bo ek', program: 'Firefox', losenord }, LONG_AGO);

    it('are made once, whatever capitals the name has', async () => {
      const made = await bo();
      expect(made).toMatchObject({ namn: 'Bo Ek', roll: 'lasare', stangd: null, senast: null });
      await expect(
        store.skapaKonto({ namn: ' bo  EK', roll: 'registrator', losenord: 'x' }, ELSA),
      ).rejects.toMatchObject({ code: 'finns' });
      expect(await store.konton()).toEqual([made]);
      expect(JSON.stringify(await store.konton())).not.toContain('hash-1');
    });

    it('are logged in by sessions, which other web servers see too', async () => {
      await bo();
      expect(await session('a')).toBe(true);
      expect(await session('b')).toBe(true);
      expect(await store.session('a', ANY)).toMatchObject({ namn: 'Bo Ek', roll: 'lasare' });
      expect(await store.session('c', ANY)).toBeNull();
      expect((await store.konton())[0]?.senast).not.toBeNull();
      expect((await store.sessioner('BO EK')).map(({ hash }) => hash).sort()).toEqual(['a', 'b']);
    });

    it('lose sessions that are too old, or were not used for too long', async () => {
      await bo();
      await session('a');
      expect(await store.session('a', { ...ANY, borjad: NEVER })).toBeNull();
      expect(await store.session('a', { ...ANY, anvand: NEVER })).toBeNull();
      await store.borjaSession({ hash: 'b', namn: 'Bo Ek', program: '', losenord: 'hash-1' }, NEVER);
      expect((await store.sessioner('Bo Ek')).map(({ hash }) => hash)).toEqual(['b']);
    });

    it('have their sessions ended, one or all but one', async () => {
      await bo();
      for (const hash of ['a', 'b', 'c']) await session(hash);
      expect(await store.avslutaSessioner('Bo Ek', { hash: 'a' })).toBe(1);
      expect(await store.avslutaSessioner('Bo Ek', { hash: 'a' })).toBe(0);
      expect(await store.avslutaSessioner('Bo Ek', { utom: 'c' })).toBe(1);
      expect((await store.sessioner('Bo Ek')).map(({ hash }) => hash)).toEqual(['c']);
    });

    it('get another password, which ends all sessions but the one it was given in', async () => {
      await bo();
      for (const hash of ['a', 'b']) await session(hash);
      await store.bytLosenord('Bo Ek', 'hash-2', SIDA, 'b');
      expect(await store.session('a', ANY)).toBeNull();
      expect(await store.session('b', ANY)).not.toBeNull();
      expect((await store.losenord('bo ek'))?.losenord).toBe('hash-2');
      // whoever was checked against the old one meanwhile is not let in
      expect(await session('c', 'hash-1')).toBe(false);
      expect(await store.session('c', ANY)).toBeNull();
    });

    it('are closed for good', async () => {
      await bo();
      await session('a');
      await store.stangKonto('BO EK', ELSA);
      expect(await store.session('a', ANY)).toBeNull();
      expect(await store.losenord('Bo Ek')).toBeNull();
      expect(await session('b')).toBe(false);
      await expect(store.stangKonto('Bo Ek', ELSA)).rejects.toMatchObject({ code: 'stangd' });
      await expect(store.bytLosenord('Bo Ek', 'x', ELSA)).rejects.toMatchObject({ code: 'stangd' });
      await expect(store.stangKonto('Nils', ELSA)).rejects.toMatchObject({ code: 'okand' });
      await expect(bo()).rejects.toMatchObject({ code: 'finns' });
    });

    it('stand in the log with what was done, and never a secret', async () => {
      await bo();
      await session('secret-a');
      await store.noteInloggning('bo ek', 'inloggning-nekad');
      await store.noteInloggning('nobody, or a password', 'inloggning-nekad');
      await store.noteInloggning('Bo Ek', 'utloggning');
      await store.bytLosenord('Bo Ek', 'hash-2', SIDA);
      await store.stangKonto('Bo Ek', ELSA);
      const { handelser } = await store.handelser();
      expect(handelser.map(({ vad, av, dorr }) => [vad, av, dorr]).reverse()).toEqual([
        ['konto-skapat', 'Elsa Norén', 'cli'],
        ['inloggning', 'Bo Ek', 'sida'],
        ['inloggning-nekad', 'Bo Ek', 'sida'],
        ['utloggning', 'Bo Ek', 'sida'],
        ['konto-losenord', 'Bo Ek', 'sida'],
        ['konto-stangt', 'Elsa Norén', 'cli'],
      ]);
      expect(JSON.stringify(handelser)).not.toMatch(/hash-|secret|nobody/u);
    });
  });

  describe('keys', () => {
    const { store } = useStore(open);
    const key = (id: string, hash: string) =>
      store.skapaNyckel({ id, hash, namn: 'Bevakaren', roll: 'lasare' }, ELSA);

    it('are known by their hash, until they are closed', async () => {
      const made = await key('abcd1234', 'h1');
      expect(made).toMatchObject({ id: 'abcd1234', namn: 'Bevakaren', skapadAv: 'Elsa Norén', senast: null });
      expect(await store.nyckel('h1', NEVER)).toMatchObject({ id: 'abcd1234', roll: 'lasare' });
      expect(await store.nyckel('h2', NEVER)).toBeNull();
      expect((await store.nycklar())[0]?.senast).not.toBeNull();
      expect(await store.stangNyckel('abcd1234', ELSA)).toMatchObject({ id: 'abcd1234' });
      expect(await store.nyckel('h1', NEVER)).toBeNull();
      await expect(store.stangNyckel('abcd1234', ELSA)).rejects.toMatchObject({ code: 'okand' });
      expect(JSON.stringify(await store.nycklar())).not.toContain('h1');
      expect((await store.handelser()).handelser.map(({ vad }) => vad)).toEqual([
        'nyckel-stangd',
        'nyckel-skapad',
      ]);
    });

    it('are closed by a name that only one has', async () => {
      await key('a', 'h1');
      await key('b', 'h2');
      await expect(store.stangNyckel('Bevakaren', ELSA)).rejects.toMatchObject({ code: 'okand' });
      await store.stangNyckel('a', ELSA);
      expect(await store.stangNyckel('Bevakaren', ELSA)).toMatchObject({ id: 'b' });
    });
  });
}
