/** A person decides on the command line: looks, accepts, corrects, takes back, and makes an evaluation set of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GranskaAnswer } from '../../store/store.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { type Ran, runCli } from './run-cli.ts';

/** One matter with what can be decided on; all of it waits, since the limit is 1. */
const minutes = (paragraf: number) => `Fiskviks kommun
Fritidsnämnden                          PROTOKOLL
Sammanträdesdatum 2031-03-10

§ ${paragraf}  Ny bassängtaxa för badhuset
Dnr FN 2031/${paragraf}

Beslut
Fritidsnämnden föreslår kommunstyrelsen besluta

att anta ny taxa för badhuset från den 1 juli 2031.

Yrkanden
Alva Strandmark (S) yrkar avslag på förslaget.

Beslutet skickas till
Badhusenheten
`;

let bed: Testbed;
let folder: string;
const env = () => ({ EXPEDIERA_HOME: bed.home, EXPEDIERA_GRANSKA_UNDER: '1' });
const cli = (...args: string[]): Promise<Ran> => runCli(['granska', ...args], env());

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-beslut-'));
  bed = await testbed({ granskaUnder: 1 });
  await bed.ingest([
    bed.folder('in', Object.fromEntries([14, 15, 16, 17].map((nr) => [`p${nr}.txt`, minutes(nr)]))),
  ]);
});
afterAll(async () => {
  await bed?.destroy();
  rmSync(folder, { recursive: true, force: true });
});

/** What waits of a file. */
async function waiting(file: string): Promise<{ typ: string; id: string; text: string | null }[]> {
  const { stdout } = await cli('--json', '--fil', file);
  return (JSON.parse(stdout) as GranskaAnswer).rader.flatMap(({ typ, id, text }) =>
    id === null ? [] : [{ typ, id, text }],
  );
}
async function idOf(file: string, typ: string): Promise<string> {
  const found = (await waiting(file)).find((one) => one.typ === typ);
  if (!found) throw new Error(`no ${typ} of ${file} waits`);
  return found.id;
}

describe('granska', { timeout: 120_000 }, () => {
  it('shows one thing: where it stands, what was read, why it waits', async () => {
    const id = await idOf('p14.txt', 'beslut');
    expect((await cli('--fil', 'p14.txt')).stdout).toContain(`p14.txt, sida 1 · ${id.slice(0, 8)}`);
    const { stdout, code } = await cli('visa', id.slice(0, 8));
    expect(code).toBe(0);
    expect(stdout).toContain(`BESLUT ${id} · Fritidsnämnden · 2031-03-10 · § 14 · Fiskviks kommun`);
    expect(stdout).toMatch(/p14\.txt, sida 1/);
    expect(stdout).toMatch(/Läsningen är osäker/);
    expect(stdout).toMatch(/text: att anta ny taxa för badhuset från den 1 juli 2031\./);
    expect(stdout).toMatch(/nästa organ: kommunstyrelsen/i);
    const json = JSON.parse((await cli('visa', id, '--json')).stdout) as object[];
    expect(json).toMatchObject([{ id, typ: 'beslut', revision: 0, historik: [] }]);
  });

  it('corrects word for word, and what was decided is told with who and when', async () => {
    const id = await idOf('p14.txt', 'beslut');
    const text = 'att anta ny taxa för badhuset från den 1 augusti 2031.';
    const made = await cli('ratta', id, '--text', text, '--av', 'Elsa Norén');
    expect(made.code, made.stderr).toBe(0);
    expect(made.stdout).toMatch(/^rättat: beslut \w{8}, p14\.txt, sida 1 \(rättelse \w{8}\)\n$/);
    const found = await runCli(['search', 'augusti', '--json'], env());
    expect(JSON.parse(found.stdout)).toMatchObject({ total: 1, hits: [{ id, text }] });
    expect((await waiting('p14.txt')).map((one) => one.id)).not.toContain(id);
    const { stdout } = await cli('historik', '--fil', 'p14.txt');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /\d{4}-\d\d-\d\d \d\d:\d\d Elsa Norén rättade text till "att anta .* augusti 2031\."/,
    );
  });

  it('corrects who it is, and where it goes', async () => {
    const id = await idOf('p14.txt', 'yrkanden');
    const people = ['--av-person', 'Alva Strand (S)', 'Bo Ek (V)'];
    expect(await cli('ratta', id, ...people, '--typ', 'bifall')).toMatchObject({ code: 0 });
    expect(await cli('ratta', await arendeOf('p14.txt'), '--diarienummer', 'FN 2031/99')).toMatchObject({
      code: 0,
    });
    const record = (await bed.store.recordWithRattelser(await shaOf('p14.txt')))?.record;
    expect(record?.handlingar[0]?.arenden[0]).toMatchObject({
      diarienummer: 'FN 2031/99',
      yrkanden: [
        {
          typ: 'bifall',
          av: [
            { namn: 'Alva Strand', parti: 'S' },
            { namn: 'Bo Ek', parti: 'V' },
          ],
        },
      ],
    });
    const way = await runCli(['arende', 'FN 2031/99', '--json'], env());
    expect(JSON.parse(way.stdout)).toMatchObject({ steg: [{ paragraf: '14' }] });
    expect((await runCli(['arende', 'FN 2031/14'], env())).code).toBe(3);
  });

  it('takes back what was decided', async () => {
    const before = (JSON.parse((await cli('historik', '--json')).stdout) as { rattelser: { id: string }[] })
      .rattelser[0];
    expect(await cli('angra', before?.id.slice(0, 8) ?? '')).toMatchObject({ code: 0 });
    expect((await waiting('p14.txt')).map(({ typ }) => typ)).toContain('beslut');
    expect((await cli('historik')).stdout).toMatch(/ångrad/);
  });

  it('splits, puts together, adds and rejects', async () => {
    const id = await idOf('p15.txt', 'beslut');
    const parts = ['--text', 'att anta ny taxa för badhuset', '--text', 'från den 1 juli 2031.'];
    expect(await cli('dela', id, ...parts)).toMatchObject({ code: 0 });
    const clauses = async () =>
      (await bed.store.recordWithRattelser(await shaOf('p15.txt')))?.record.handlingar[0]?.arenden[0]?.beslut;
    const [one, two] = (await clauses()) ?? [];
    expect(await cli('sla-ihop', one?.id ?? '', two?.id ?? '')).toMatchObject({ code: 0 });
    expect((await clauses())?.map(({ text }) => text)).toEqual([
      'att anta ny taxa för badhuset från den 1 juli 2031.',
    ]);
    const arende = await arendeOf('p15.txt');
    const added = await cli('lagg-till', arende, 'expediering', '--sida', '1', '--text', 'Ekonomienheten');
    expect(added.code, added.stderr).toBe(0);
    expect(
      await cli('avvisa', await idOf('p15.txt', 'yrkanden'), '--skal', 'motionärens eget'),
    ).toMatchObject({ code: 0 });
    const after = (await bed.store.recordWithRattelser(await shaOf('p15.txt')))?.record;
    expect(after?.handlingar[0]?.arenden[0]).toMatchObject({
      yrkanden: [],
      expediering: [{ mottagare: 'Badhusenheten' }, { mottagare: 'Ekonomienheten' }],
    });
  });

  it('says in words what cannot be, with exit codes of their own', async () => {
    const id = await idOf('p16.txt', 'beslut');
    const wrong = await cli('ratta', id, '--datum', '2031-03-11');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/--datum hör inte till beslut\. Det gör .*--text.*--organ/);
    expect(await cli('ratta', id)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^Säg vad som ska rättas\. Till beslut hör --text, .*--organ/),
    });
    expect(await cli('avvisa', id)).toMatchObject({ code: 2, stderr: expect.stringMatching(/--skal/) });
    expect(await cli('dela', id, '--text', 'en')).toMatchObject({ code: 2 });
    expect(await cli('visa', 'finnsinte')).toMatchObject({
      ...{ code: 3, stdout: '' },
      stderr: expect.stringMatching(/Inget har id finnsinte/),
    });
    for (const asked of [['visa'], ['historik'], ['godkann'], ['ratta', '--text', 'att']])
      expect(await cli(...asked.toSpliced(1, 0, 'finnsinte'), '--json')).toMatchObject({
        ...{ code: 3, stdout: 'null\n' },
      });
    // what was kept before is told
    const own = await idOf('p16.txt', 'yrkanden');
    const half = await cli('godkann', own, 'finnsinte', '--json');
    expect(half.code).toBe(3);
    expect(JSON.parse(half.stdout)).toMatchObject([{ id: own, typ: 'yrkanden' }]);
    const nowhere = join(folder, 'ingenstans');
    expect(await cli('visa', id, '--home', nowhere)).toMatchObject({
      ...{ code: 3, stdout: '' },
      stderr: expect.stringContaining(`Inget är inläst i ${nowhere} än.`),
    });
    expect(await cli('klar', 'p16.txt')).toMatchObject({
      ...{ code: 7, stdout: '' },
      stderr: expect.stringMatching(/väntar på beslut än/),
    });
  });

  it('tells the second of two who decide on the same thing', async () => {
    const id = await idOf('p16.txt', 'expediering');
    const both = await Promise.all([
      cli('godkann', id, '--av', 'Elsa Norén'),
      cli('avvisa', id, '--skal', 'fel', '--av', 'Olle Berg'),
    ]);
    const codes = both.map(({ code }) => code);
    // the second may have looked after the first had decided, and then decides on that
    if (codes.includes(7)) {
      const lost = both.find(({ code }) => code === 7);
      expect(lost?.stderr).toMatch(/(Elsa Norén|Olle Berg|Någon annan) hann före/);
      expect(codes).toContain(0);
    } else expect(codes.every((code) => code === 0 || code === 3)).toBe(true);
  });

  it('makes an evaluation set of what was gone through, on which the reading is right', async () => {
    expect(await cli('facit', folder)).toMatchObject({
      code: 3,
      stdout: expect.stringMatching(/Ingen fil är genomgången/),
    });
    const items = (await waiting('p17.txt')).filter(({ typ }) => typ !== 'arende' && typ !== 'handling');
    const all = await cli('godkann', ...items.map(({ id }) => id), '--av', 'Elsa Norén', '--json');
    expect(all.code, all.stderr).toBe(0);
    expect(JSON.parse(all.stdout)).toHaveLength(items.length);
    const klar = await cli('klar', 'p17.txt', '--av', 'Elsa Norén');
    expect(klar.code, klar.stderr).toBe(0);
    const made = await cli('facit', folder);
    expect(made.code, made.stderr).toBe(0);
    expect(made.stdout).toMatch(/^1 fil med facit i /);
    expect(made.stdout).toMatch(/säkerhet +antal/);
    const names = readdirSync(folder).sort();
    expect(names).toEqual([
      expect.stringMatching(/^p17-\w{8}\.json$/),
      expect.stringMatching(/^p17-\w{8}\.txt$/),
    ]);
    expect(readFileSync(join(folder, names[1] ?? ''), 'utf8')).toBe(minutes(17));
    const gold = JSON.parse(readFileSync(join(folder, names[0] ?? ''), 'utf8')) as object;
    expect(gold).toMatchObject({
      source: names[1],
      handlingar: [
        {
          kind: 'protokoll',
          arenden: [{ paragraf: '17', yrkanden: [{ av: ['Alva Strandmark (S)'], typ: 'avslag' }] }],
        },
      ],
    });
  });

  it('and the reading of accepted files is measured as right', async () => {
    const { stdout, code } = await runCli(['evaluate', folder, '--gold', folder, '--json'], env());
    expect(code).toBe(0);
    const types = Object.fromEntries(
      ['beslut', 'yrkanden', 'expediering', 'arenden'].map((typ) => [typ, { f1: 1 }]),
    );
    expect(JSON.parse(stdout)).toMatchObject({ macroF1: 1, types });
  });
});

async function shaOf(file: string): Promise<string> {
  return (await bed.store.files()).find(({ path }) => path.endsWith(file))?.sha256 ?? '';
}
async function arendeOf(file: string): Promise<string> {
  return (await bed.store.record(await shaOf(file)))?.record.handlingar[0]?.arenden[0]?.id ?? '';
}
