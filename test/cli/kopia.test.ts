/** `sakerhetskopiera` and `aterstall`, as a person runs them. */
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { fillHome } from '../engine/kopia/full-home.ts';
import { protokoll } from './fiskvik.ts';
import { runCli } from './run-cli.ts';

let base: string;
let home: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'expediera-cli-kopia-'));
  home = join(base, 'home');
  await fillHome(home);
});
afterAll(() => rm(base, { recursive: true }));

test('copy, look at the copy, restore it, and ask the same', { timeout: 120_000 }, async () => {
  const kopia = join(base, 'kopia.tar');
  const made = await runCli(['sakerhetskopiera', kopia, '--home', home]);
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toMatch(/Kopian är klar: .*kopia\.tar\n8 filer och \d+ rader ur databasen, från 20/u);
  const twice = await runCli(['sakerhetskopiera', kopia, '--home', home]);
  expect([twice.code, twice.stdout]).toEqual([2, '']);
  expect(twice.stderr).toContain('finns redan');

  const whole = await runCli(['aterstall', '--kontrollera', kopia, '--json']);
  expect(JSON.parse(whole.stdout)).toMatchObject({ hel: true, manifest: { format: 1 } });

  const ny = join(base, 'ny');
  const done = await runCli(['aterstall', kopia, '--home', ny]);
  expect(done.code).toBe(0);
  expect(done.stdout).toContain('Kanaler som var på är av nu: Arkivet, Badhuset.');
  for (const question of [['status', '--files'], ['search', 'taxan'], ['granska']]) {
    const [before, after] = await Promise.all(
      [home, ny].map((one) => runCli([...question, '--json', '--home', one])),
    );
    expect(after?.stdout).toBe(before?.stdout);
  }
  const told = async (one: string): Promise<string[]> => {
    const { stdout } = await runCli(['logg', '--json', '--home', one]);
    return (JSON.parse(stdout) as { handelser: { vad: string }[] }).handelser.map(({ vad }) => vad);
  };
  const [before, after] = [await told(home), await told(ny)];
  expect(before[0]).toBe('sakerhetskopia');
  // what was restored, the channels switched off, and that it was restored: one chain
  expect(after.slice(0, 3)).toEqual(['aterstallning', 'kanal-av', 'kanal-av']);
  expect(after.slice(3)).toEqual(before.slice(1));
  expect((await runCli(['logg', 'kontrollera', '--home', ny])).code).toBe(0);
  const full = await runCli(['aterstall', kopia, '--home', ny]);
  expect(full.code).toBe(7);
  expect(full.stderr).toContain('är inte tom');
});

test('what is no copy is said so, and nothing is made', async () => {
  await writeFile(join(base, 'brev.tar'), 'Hej!');
  const ny = join(base, 'tom');
  const refused = await runCli(['aterstall', join(base, 'brev.tar'), '--home', ny]);
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/brev\.tar är ingen säkerhetskopia\. .*\n$/u);
  expect(await readdir(ny)).toEqual([]);
  const none = await runCli(['aterstall', '--kontrollera', join(base, 'finns-inte')]);
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('finns-inte finns inte.')]);
});

test('a disk that is not there gets no copy, unless its folder is to be made', {
  timeout: 60_000,
}, async () => {
  const kopia = join(base, 'disk', 'kopior');
  const none = await runCli(['sakerhetskopiera', kopia, '--home', home]);
  expect([none.code, none.stdout]).toEqual([2, '']);
  expect(none.stderr).toContain(`Mappen ${kopia} finns inte. Är disken eller nätverksmappen inkopplad?`);
  expect(await readdir(base)).not.toContain('disk');
  const made = await runCli(['sakerhetskopiera', kopia, '--skapa-mapp', '--home', home]);
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect((await runCli(['aterstall', '--kontrollera', kopia])).code).toBe(0);
});

test('words that lie outside the home come along, and files are read with them there', {
  timeout: 60_000,
}, async () => {
  const own = join(base, 'egen');
  await cp(home, own, { recursive: true });
  const words = join(base, 'vara-ord.json');
  await writeFile(words, '{"headings": {"expediering": ["Hit går paragrafen"]}}');
  await writeFile(join(own, 'config.json'), JSON.stringify({ words, fileSeconds: 30 }));
  const egna = join(base, 'egna.txt');
  await writeFile(egna, protokoll('Fiskviks kommun').replace('Beslutet skickas till', 'Hit går paragrafen'));
  const mottagare = async (one: string): Promise<string[] | undefined> => {
    const { stdout } = await runCli(['extract', egna, '--home', one]);
    return (JSON.parse(stdout) as FileRecord).handlingar[0]?.arenden[0]?.expediering.map(
      (one) => one.mottagare,
    );
  };
  expect([await mottagare(home), await mottagare(own)]).toEqual([[], ['Badhusenheten']]);
  const kopia = join(base, 'ord.tar');
  expect((await runCli(['sakerhetskopiera', kopia, '--home', own])).code).toBe(0);
  await rm(words);
  const ny = join(base, 'ny-ord');
  expect((await runCli(['aterstall', kopia, '--home', ny])).code).toBe(0);
  expect(await mottagare(ny)).toEqual(['Badhusenheten']);
});
