import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT } from '../../cli/exit-codes.ts';
import { run } from '../../cli/program.ts';
import type { Terminal } from '../../cli/terminal/terminal.ts';
import { settingsGiven } from '../../engine/watch/note-start.ts';
import type { HandelseAnswer } from '../../store/handelselogg.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { testSettings } from '../engine/testbed.ts';
import { arende, attsats, fileRecord, handling, sha } from '../store/made-up.ts';

let home: string;
let clock = Date.parse('2031-03-10T10:00:00Z');
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'expediera-logg-'));
  const store = openSqliteStore(join(home, 'expediera.db'), { now: () => new Date(clock) });
  const numbered = (paragraf: string, diarienummer: string) =>
    arende({ paragraf, diarienummer, beslut: [attsats('bifalla')] });
  const arenden = [numbered('14', 'KS 2031/17'), numbered('15', 'KS 2031/22')];
  await store.saveRecord(fileRecord('a', [handling({ arenden })]), '1');
  await store.noteHandelse({ av: 'Elsa Norén', vad: 'inlasning', om: [sha('a')], uppgifter: { antal: 1 } });
  clock += 24 * 3_600_000;
  const [one, two] = await store.matters();
  await store.sammanfor(two?.id ?? '', one?.id ?? '', 'Bo Ek');
  await store.noteHandelse({ av: null, vad: 'leverans-levererad', om: ['§14-kommunstyrelse-2031-03-05'] });
  // the last minute of the 12th in Sweden, and the first of the 13th
  clock = Date.parse('2031-03-12T22:59:00Z');
  await store.noteHandelse({
    av: 'Bo Ek',
    vad: 'kanal-pa',
    om: ['diariet'],
    uppgifter: { kanal: 'diariet' },
  });
  clock += 60_000;
  await store.noteHandelse({
    av: 'Bo Ek',
    vad: 'kanal-av',
    om: ['diariet'],
    uppgifter: { kanal: 'diariet' },
  });
  await store.close();
});
afterAll(() => rmSync(home, { recursive: true }));

const logg = (...args: string[]) => loggOn({}, ...args);

async function loggOn(
  screen: Partial<Terminal>,
  ...args: string[]
): Promise<{ code: number; stdout: string }> {
  const said: string[] = [];
  const terminal: Terminal = {
    answer: (text) => void said.push(`${text}\n`),
    ...{ tell: () => {}, draw: () => {}, columns: 120, drawColumns: 120, interactive: false, ...screen },
  };
  const code = await run(['logg', '--home', home, ...args], terminal);
  return { code, stdout: said.join('') };
}
const found = async (...args: string[]): Promise<number[]> => {
  const { stdout } = await logg('--json', ...args);
  return (JSON.parse(stdout) as HandelseAnswer).handelser.map(({ nr }) => nr);
};

describe('logg', () => {
  it('tells in words who did what, the newest first', async () => {
    const { code, stdout } = await logg();
    expect(code).toBe(EXIT.done);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/ {2,}/g, ' | ').trim())).toEqual([
      '5 | 2031-03-13 00:00 | Bo Ek | stängde av en kanal | kanal diariet',
      '4 | 2031-03-12 23:59 | Bo Ek | slog på en kanal | kanal diariet',
      '3 | 2031-03-11 11:00 | programmet | levererade',
      expect.stringMatching(/^2 \| 2031-03-11 11:00 \| Bo Ek \| förde samman ärenden \| från /),
      '1 | 2031-03-10 11:00 | Elsa Norén | bad om inläsning | antal 1',
    ]);
  });

  it.each([
    ['who', ['--av', 'Bo Ek'], [5, 4, 2]],
    ['what', ['--vad', 'inlasning'], [1]],
    ['days, by the clock in Sweden', ['--fran', '2031-03-11', '--till', '2031-03-12'], [4, 3, 2]],
    ['days, by the other spelling', ['--from', '2031-03-11', '--to', '2031-03-12'], [4, 3, 2]],
    ['a day in which nothing was done', ['--fran', '2031-04-01'], []],
    ['the number of a matter, also of one joined to it', ['--om', 'KS 2031/22'], [2]],
    ['the number of the other', ['--om', 'ks2031/17'], [2]],
    ['the beginning of a hash', ['--om', sha('a').slice(0, 10).toUpperCase()], [1]],
    ['a §', ['--om', '§ 14'], [3]],
    ['the word itself', ['--om', 'diariet'], [5, 4]],
  ])('is asked by %s', async (_, args, expected) => {
    expect(await found(...args)).toEqual(expected);
  });

  it('cuts what a screen has no room for, and nothing in a file', async () => {
    const [joined = ''] = (await logg('--vad', 'arende-sammanfort')).stdout.split('\n');
    const [cut = ''] = (
      await loggOn({ onScreen: true, columns: 80 }, '--vad', 'arende-sammanfort')
    ).stdout.split('\n');
    expect(joined).not.toContain('…');
    expect(cut).toMatch(/…$/u);
    expect(joined.length).toBeGreaterThan(cut.length);
  });

  it('tells how what it is about can be asked for', async () => {
    const { stdout } = await logg('--help');
    const help = stdout.replace(/\s+/gu, ' ');
    for (const one of ['KS 2031/17', 'arkiv:3', '9f86d081', '§ 12', '--from, --fran', '--to, --till'])
      expect(help).toContain(one);
  });

  it('says so when there is nothing', async () => {
    const { code, stdout } = await logg('--om', 'nothing');
    expect([code, stdout]).toEqual([EXIT.nothingFound, 'Inget sådant står i loggen.\n']);
  });

  it('shows that it is whole, and gives a seal that holds', async () => {
    const { code, stdout } = await logg('kontrollera');
    expect(code).toBe(EXIT.done);
    const seal = /^Loggen är hel: 5 händelser\. Sigill: (5:[0-9a-f]{64})\n$/.exec(stdout)?.[1] ?? '';
    expect((await logg('kontrollera', '--sigill', seal)).code).toBe(EXIT.done);
    expect((await logg('kontrollera', '--sigill', '5')).code).toBe(EXIT.wrongUsage);
    const other = `5:${'0'.repeat(64)}`;
    expect(await logg('kontrollera', '--sigill', other)).toMatchObject({ code: EXIT.failed });
  });

  it('tells where it was broken', async () => {
    const raw = new Sqlite(join(home, 'expediera.db'));
    raw.exec("drop trigger handelser_kept; update handelser set av = 'Elsa Norén' where nr = 4");
    raw.close();
    const { code, stdout } = await logg('kontrollera');
    expect(code).toBe(EXIT.failed);
    expect(stdout).toContain('Loggen är bruten. Händelse 4 är inte som den skrevs');
    expect(JSON.parse((await logg('kontrollera', '--json')).stdout)).toMatchObject({
      ...{ antal: 3, brott: { nr: 4, vad: 'andrad' } },
    });
  });
});

describe('an entry about an intake', () => {
  it('says which, and is found by its number', async () => {
    const its = mkdtempSync(join(tmpdir(), 'expediera-logg-arkiv-'));
    const store = openSqliteStore(join(its, 'expediera.db'));
    const nytt = { namn: 'in', paths: ['/in'], lopande: false, om: null, av: 'Bo Ek' };
    const id = await store.newArkiv(nytt);
    await store.newArkiv({ ...nytt, om: id });
    await store.setArkivLage(id, 'avbrutet', 'Siv Ek', ['samlas']);
    await store.close();
    const { stdout } = await logg('--home', its);
    expect(stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toMatchObject([
      expect.stringMatching(/Siv Ek \| avbröt en inläsning | inläsning 1|bad om inläsning | inläsning 1$/u),
      expect.stringMatching(
        /läste om en inläsning | inläsning 2, .*, läser om inläsning 1| arkiv 2, .*, läser omavbröt en inläsning | inläsning 1$/u,
      ),
      expect.stringMatching(
        /bad om inläsning | inläsning 1|avbröt en inläsning | inläsning 1, namn in, sökvägar \/in, antal 1, löpande nej$/u,
      ),
      '',
    ]);
    for (const om of ['arkiv:1', 'arkiv 1', 'Arkiv1'])
      expect((await logg('--home', its, '--om', om, '--json')).stdout.match(/"nr"/g)).toHaveLength(2);
    rmSync(its, { recursive: true });
  });
});

describe('the settings that a start is noted with', () => {
  it('are those that were given, without what may be secret in them', () => {
    const settings = testSettings('/srv/expediera', { huvudman: 'Ekbacka kommun', window: 4 });
    expect(settingsGiven(settings)).toEqual([
      ...['home=/srv/expediera', 'huvudman=Ekbacka kommun', 'words=/srv/expediera/ord.json', 'window=4'],
      ...['shutdownSeconds=2', 'logLevel=silent'],
    ]);
    const addresses = ['postgres://expediera:hemligt@db:5432/x?password=hemligt', 's3://nyckel:hemligt@s3/b'];
    for (const words of addresses)
      expect(settingsGiven({ ...settings, words }).join()).not.toMatch(/hemligt|nyckel/);
  });
});
