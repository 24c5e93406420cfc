/** `export` as a program that takes over what was read would run it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordSchema } from '../../extraction/record.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { arende, attsats, fileRecord, handling, person, yrkande } from '../store/made-up.ts';
import { runCli } from './run-cli.ts';

let home: string;
const run = (...args: string[]) => runCli(['export', ...args], { EXPEDIERA_HOME: home });
const lines = (stdout: string) => stdout.trimEnd().split('\n');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'expediera-export-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const yrkanden = [yrkande('Aina Ström (M) yrkar avslag.', [person('Aina Ström', 'M')])];

async function fill(): Promise<void> {
  const store = openSqliteStore(join(home, 'expediera.db'));
  for (const [nr, organ] of [
    ['a', 'Fritidsnämnden'],
    ['b', 'Kommunstyrelsen'],
  ] as const) {
    const beslut = [attsats(`${organ} bifaller "badet", taxan`), attsats('=1+1')];
    await store.saveRecord(
      fileRecord(nr, [
        handling({
          ...{ id: `${nr}111`, huvudman: 'Fiskviks kommun', organ, datum: '2031-03-10' },
          arenden: [arende({ id: `${nr}222`, paragraf: '14', beslut, ...(nr === 'b' && { yrkanden }) })],
        }),
      ]),
      '1.0',
    );
  }
  await store.close();
}

describe('export', () => {
  it('writes each record as it is kept, one a line', async () => {
    await fill();
    const ran = await run();
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const records = lines(ran.stdout).map((line) => recordSchema.parse(JSON.parse(line)));
    expect(records.map((record) => record.handlingar[0]?.organ)).toEqual([
      'Fritidsnämnden',
      'Kommunstyrelsen',
    ]);
  });

  it('writes each item with where it stands, narrowed as a search is', async () => {
    await fill();
    const all = lines((await run('--punkter')).stdout).map((line) => JSON.parse(line));
    expect(all.length).toBe(5);
    const some = lines((await run('--punkter', '--typ', 'beslut', '--organ', 'Kommunstyrelsen')).stdout);
    expect(some.map((line) => JSON.parse(line).text).sort()).toEqual([
      '=1+1',
      'Kommunstyrelsen bifaller "badet", taxan',
    ]);
  });

  it('writes them for spreadsheets, which compute nothing of it', async () => {
    await fill();
    const { stdout } = await run('--punkter', '--format', 'csv', '--organ', 'Fritidsnämnden');
    const [head, ...rows] = stdout.split('\r\n');
    expect(head).toMatch(/^"huvudman","organ","datum","paragraf"/);
    expect(rows.filter(Boolean).length).toBe(2);
    expect(stdout).toContain('"Fritidsnämnden bifaller ""badet"", taxan"');
    expect(stdout).toContain(`"'=1+1"`);
    expect(stdout.endsWith('\r\n')).toBe(true);
  });

  it('writes them as Excel reads them in Swedish, with headings in one language', async () => {
    await fill();
    const asked = ['--punkter', '--format', 'csv', '--organ', 'Fritidsnämnden'];
    const { stdout } = await run(...asked, '--skilj', 'semikolon', '--bom');
    const [head, first] = stdout.split('\r\n');
    expect(head).toBe(
      '\ufeff"huvudman";"organ";"datum";"paragraf";"diarienummer";"rubrik";"typ";"text";"parti";"sekretess";"fil";"sida";"ruta";"obekraftade";"id"',
    );
    expect(first).toMatch(/^"Fiskviks kommun";"Fritidsnämnden";"2031-03-10";"14";/);
    expect(stdout.split('\ufeff')).toHaveLength(2);
  });

  it('says when there is nothing, and what cannot be asked for', async () => {
    expect(await run()).toMatchObject({ code: 3, stdout: '', stderr: `Inget är inläst i ${home} än.\n` });
    await fill();
    expect(await run('--format', 'csv')).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    [
      ['--organ', 'Valnämnden'],
      'Inget i registret heter Valnämnden. Hela registret visas med: expediera organ',
    ],
    [['--organ', 'Frititsnämdnen'], 'Inget i registret heter Frititsnämdnen. Menade du "Fritidsnämnden"?'],
    [['--organ', 'styrelsen'], 'Inget i registret heter styrelsen. Menade du "Kommunstyrelsen"?'],
    [
      ['--organ', 'Valnämnden', '--huvudman', 'Fisk'],
      'Ingen huvudman heter Fisk. Menade du "Fiskviks kommun"?',
    ],
    [['--parti', 'Moderaterna'], 'Inget i det som är inläst nämner partiet Moderaterna. Menade du M?'],
    [
      ['--parti', 'XY'],
      'Inget i det som är inläst nämner partiet XY. Partier anges som i protokollen, t.ex. S eller MP.',
    ],
    [['--diarienummer', '2099/1'], 'Inget ärende 2099/1 är inläst.'],
    [['--typ', 'voteringar'], 'Ingen inläst punkt passar --typ voteringar.'],
    [
      ['--typ', 'yrkanden', '--organ', 'Fritidsnämnden'],
      'Ingen inläst punkt passar allt detta: --typ yrkanden, --organ Fritidsnämnden. Ta bort ett villkor i taget.',
    ],
  ])('says what there is none of: %j', async (asked, said) => {
    await fill();
    expect(await run('--punkter', ...asked)).toEqual({ code: 3, stdout: '', stderr: `${said}\n` });
  });

  it('is told of in the log of who did what', async () => {
    await fill();
    await run('--punkter');
    const { stdout } = await runCli(['logg', '--vad', 'exporterat', '--json'], { EXPEDIERA_HOME: home });
    expect(JSON.parse(stdout).handelser[0].uppgifter).toEqual({ format: 'jsonl', vad: 'punkter', rader: 5 });
  });
});
