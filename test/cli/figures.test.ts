/** One folder, told by every command that counts files: a registrator adds the figures up, and they agree. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Arkiv } from '../../store/arkiv.ts';
import type { StatusAnswer } from '../../store/store.ts';
import { zipOf } from '../engine/intake/zips.ts';
import { protokoll } from './fiskvik.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-figures-'));
const at = (...parts: string[]): string => join(folder, ...parts);
const env = { EXPEDIERA_HOME: at('home') };
const cli = (...args: string[]) => runCli(args, env);

/** What is met: 11 files and a link, which is none. 7 contents: 4 are read, the ZIPs among them, 3 are refused. */
beforeAll(async () => {
  const [first, second] = [protokoll('Fiskviks kommun'), protokoll('Fiskviks kommun', '2031/00018')];
  mkdirSync(at('in', 'kopior'), { recursive: true });
  mkdirSync(at('tom'));
  writeFileSync(at('in', 'a.txt'), first);
  writeFileSync(at('in', 'kopior', 'a.txt'), first);
  writeFileSync(at('in', 'tom.pdf'), '');
  writeFileSync(
    at('in', 'avtal.pdf'),
    Uint8Array.from({ length: 512 }, (_, n) => (n * 37) % 256),
  );
  const inner = await zipOf({ 'tom.txt': '', 'a.txt': first });
  const zip = await zipOf({ 'b.txt': second, 'a.txt': first, 'inre.zip': inner });
  writeFileSync(at('in', 'arkiv.zip'), zip);
  writeFileSync(at('in', 'trasig.pdf'), '%PDF-1.7\n1 0 obj\n<</Type /Catalog');
  symlinkSync(at('in', 'a.txt'), at('in', 'genvag.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = 11;
const counts = { total: 7, done: 4, refused: 3, failed: 0, running: 0 };
const LINE = `${FILES} filer, 7 olika innehåll: 4 inlästa, 3 nekade, 0 misslyckade`;

describe('a folder with copies, a ZIP in a ZIP and files that are refused', () => {
  it('is counted alike by ingest, arkiv, arkiv visa and status, as text and for programs', async () => {
    const { code, stdout, stderr } = await cli('ingest', at('in'));
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(`Inläsning 1: ${LINE}.\n`);
    expect(stdout).toContain('2 ZIP-filer är uppackade och räknas som inlästa');
    expect(stdout).toContain('1 länk eller annat som inte är en fil togs inte med.');
    // every file that did not come in, why, and what to do
    for (const name of ['tom.pdf', 'inre.zip!/tom.txt', 'avtal.pdf', 'trasig.pdf'])
      expect(stdout).toMatch(new RegExp(`nekad {2}\\S*${name}\\n {9}Fil`, 'u'));
    expect(stdout).toContain('Hämta eller skicka den på nytt');
    expect(stdout).toMatch(/innehållet\s+är\s+ingen\s+PDF/u);
    expect(stdout).toContain('expediera arkiv visa 1 --filer');
    expect(stderr).toContain('7 av 7 innehåll');

    expect((await cli('arkiv')).stdout).toMatch(/^ *1 +in +klar +11 +7 +4 +3 +0 +0 /m);
    const [row] = JSON.parse((await cli('arkiv', '--json')).stdout) as Arkiv[];
    expect(row).toMatchObject({ files: counts, sokvagar: FILES });

    const shown = (await cli('arkiv', 'visa', '1')).stdout;
    expect(shown).toContain(`\n${LINE}\n`);
    expect(shown).toMatch(/^ {2}nekad {2}\S*avtal\.pdf$/m);
    expect((await cli('arkiv', 'visa', '1', '--filer')).stdout).toMatch(/\n11 filer, 7 olika innehåll\n$/);

    const status = JSON.parse((await cli('status', '--json')).stdout) as StatusAnswer;
    expect(status).toMatchObject({ files: counts, sokvagar: FILES });
    expect((await cli('status')).stdout).toMatch(
      /^filer +11\nolika innehåll +7\n {2}inlästa +4\n {2}nekade +3\n {2}misslyckade +0\n {2}kvar +0\n/,
    );
    expect((await cli('status', '--files')).stdout).toMatch(/\n11 filer, 7 olika innehåll\n$/);
  }, 90_000);

  it('is counted so again, and said to be known', async () => {
    const { code, stdout, stderr } = await cli('start', '--once', at('in'));
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^${LINE}\\.\\nInget nytt: 4 redan inlästa, 3 redan nekade\\.\\n`, 'u'),
    );
    // a start that brought nothing leaves nothing behind
    expect(JSON.parse((await cli('arkiv', '--json')).stdout)).toHaveLength(1);
    expect((await cli('logg', '--vad', 'inlasning', '--json')).stdout).toContain('arkiv:2');
    expect(stdout.match(/^ {2}(inläst|nekad) /gm)).toHaveLength(FILES);

    const json = await cli('ingest', at('in'), '--json');
    const known = { paths: FILES, contents: 7, submitted: 0, already: 5, alreadyRefused: 3 };
    expect(JSON.parse(json.stdout)).toMatchObject({
      ...known,
      ...{ unpacked: 2, alreadyUnpacked: 2, refused: 0, files: counts },
    });
    const one = await cli('ingest', at('in', 'tom.pdf'));
    expect(one.stdout).toContain(
      '1 fil, 1 innehåll: 0 inlästa, 1 nekad, 0 misslyckade.\nInget nytt: 1 redan nekad.',
    );
    expect(one.stdout).toContain('Filen är tom. Hämta');
    expect((await cli('ingest', at('in', 'a.txt'))).stdout).toContain('\nAllt var redan inläst.\n');
  }, 120_000);

  it('and one with nothing in it is said to be so: no intake, and nothing started for it', async () => {
    const before = (JSON.parse((await cli('arkiv', '--json')).stdout) as Arkiv[]).length;
    expect(await cli('ingest', at('tom'))).toMatchObject({
      ...{ code: 0, stderr: '' },
      stdout: expect.stringMatching(/^I .*tom finns inga filer: det finns inget att läsa in\.\n$/),
    });
    expect(await cli('ingest', at('home'))).toMatchObject({
      ...{ code: 0, stdout: expect.stringContaining('är Expedieras egen mapp') },
    });
    const json = await cli('ingest', at('tom'), '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ arkiv: null, paths: 0, submitted: 0, ended: null });
    const once = await cli('start', '--once', at('tom'));
    expect(once.stdout).toMatch(/finns inga filer: det finns inget att läsa in\.\n$/);
    expect(once.code).toBe(0);
    expect(JSON.parse((await cli('arkiv', '--json')).stdout)).toHaveLength(before);
  }, 90_000);
});
