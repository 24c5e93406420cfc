import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gold, misread } from '../evaluate/made-up.ts';
import { protokoll } from './fiskvik.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-evaluate-'));
const at = (...parts: string[]): string => join(folder, ...parts);
const env = { EXPEDIERA_HOME: at('home') };
afterAll(() => rmSync(folder, { recursive: true }));

const beslut = [
  {
    text: 'att anta ny taxa för badhuset från den 1 juli 2031.',
    kedja: ['Fritidsnämnden', 'Kommunstyrelsen'],
  },
];
const facit = {
  handlingar: [
    {
      kind: 'protokoll',
      organ: 'Fritidsnämnden',
      datum: '2031-03-10',
      arenden: [
        {
          paragraf: '14',
          rubrik: 'Ny bassängtaxa för badhuset',
          diarienummer: '2031/00017',
          beslut,
          yrkanden: [
            {
              av: ['Alva Strandmark (S)'],
              typ: 'avslag',
              text: 'Alva Strandmark (S) yrkar avslag på förslaget.',
            },
          ],
          expediering: ['Badhusenheten'],
          next: 'Kommunstyrelsen',
        },
      ],
    },
  ],
};

beforeAll(() => {
  for (const name of ['beside', 'second', 'records', 'gold', 'nothing']) mkdirSync(at(name));
  writeFileSync(at('beside', 'namnd.txt'), protokoll('Fiskviks kommun'));
  writeFileSync(at('beside', 'namnd.json'), JSON.stringify(facit));
  writeFileSync(at('beside', 'utan-facit.txt'), 'x');
  writeFileSync(at('second', 'utdrag.txt'), protokoll('Ekuddens kommun'));
  writeFileSync(at('second', 'utdrag.json'), JSON.stringify(facit));
  writeFileSync(at('records', 'a.json'), JSON.stringify({ schemaVersion: '1', ...misread() }));
  writeFileSync(at('gold', 'a.json'), JSON.stringify(gold));
  writeFileSync(at('gold', 'b.expected.json'), JSON.stringify(gold));
});

interface Answer {
  files: string[];
  types: { [type: string]: { gold: number; f1: number } };
  macroF1: number;
  huvudman: { name: string; macroF1: number }[];
  reliability: { all: { n: number } };
}

describe('evaluate', () => {
  it('reads the sources and measures them against the gold beside them', async () => {
    const { code, stdout, stderr } = await runCli(['evaluate', at('beside'), '--json'], env);
    expect(code).toBe(0);
    expect(stderr).toContain('utan-facit.txt: källa utan facit');
    const { files, types, macroF1 } = JSON.parse(stdout) as Answer;
    expect(files).toEqual(['namnd.txt']);
    expect(types.beslut).toMatchObject({ gold: 1, f1: 1 });
    expect(macroF1).toBe(1);
  });

  it('measures records that were read before against gold in another folder', async () => {
    const args = ['evaluate', at('records'), '--gold', at('gold')];
    const { code, stdout, stderr } = await runCli([...args, '--json'], env);
    expect(code).toBe(0);
    expect(stderr).toContain('b.expected.json: facit utan källa');
    expect((JSON.parse(stdout) as Answer).macroF1).toBe(0.759);
  });

  it('prints the table and what was missed to people', async () => {
    const { stdout } = await runCli(['evaluate', at('records'), '--gold', at('gold'), '--misses', '2'], env);
    expect(stdout).toMatch(/^beslut +3 {6}0\.667 {3}0\.667 {2}0\.667$/m);
    expect(stdout).toMatch(/^nästa organ, där ett finns +\d/m);
    expect(stdout).not.toMatch(/\b(few|routed|next|where)\b/);
    expect(stdout).toContain('macro-F1 0.759');
    expect(stdout).toContain('- a.json: Att inte höja avgiften för barn under 7 år.');
  });

  it('counts a refused source as one in which nothing was found', async () => {
    writeFileSync(at('nothing', 'tom.pdf'), '');
    writeFileSync(at('nothing', 'tom.expected.json'), JSON.stringify(facit));
    const { code, stdout, stderr } = await runCli(['evaluate', at('nothing'), '--json'], env);
    expect(stderr).toContain('Filen är tom.');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Answer).macroF1).toBe(0);
  });

  it('measures one type of file where several have the same name', async () => {
    writeFileSync(at('beside', 'namnd.pdf'), '');
    const both = await runCli(['evaluate', at('beside'), '--json'], env);
    expect((JSON.parse(both.stdout) as Answer).files).toEqual(['namnd.pdf', 'namnd.txt']);
    writeFileSync(at('beside', 'annan.pdf'), '');
    writeFileSync(at('beside', 'annan.json'), JSON.stringify(facit));
    const { stdout, stderr } = await runCli(['evaluate', at('beside'), '--only', 'txt', '--json'], env);
    expect(stderr).not.toContain('facit utan källa');
    expect((JSON.parse(stdout) as Answer).files).toEqual(['namnd.txt']);
  });

  it('tells each huvudman apart, and how often what it was sure of is right', async () => {
    const args = ['evaluate', at('beside'), at('second'), '--only', 'txt', '--reliability'];
    const { code, stdout } = await runCli(args, env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Fiskviks kommun +1 +1\.000 +–$/m);
    expect(stdout).toMatch(/^alla +6 /m);
    const { huvudman, reliability } = JSON.parse((await runCli([...args, '--json'], env)).stdout) as Answer;
    expect(huvudman.map(({ name }) => name)).toEqual(['Fiskviks kommun', 'Ekuddens kommun']);
    expect(reliability.all.n).toBe(6);
  });

  it('tells what each huvudman loses without its own words', async () => {
    const args = ['evaluate', at('beside'), at('second'), '--only', 'txt', '--leave-one-out'];
    const { code, stdout } = await runCli(args, env);
    expect(code).toBe(0);
    // both are written alike: neither has a word of its own
    expect(stdout).toMatch(/^Ekuddens kommun +1 +0 +1\.000 +1\.000 +0\.0$/m);
    expect(stdout).toContain('0 av 2 tappar mer än 5 poäng');
    const alone = await runCli(['evaluate', at('beside'), '--only', 'txt', '--leave-one-out'], env);
    expect(alone.code).toBe(2);
    expect(alone.stderr).toContain('ange flera mappar');
  });

  it('says so when there is nothing to measure', async () => {
    const { code, stderr } = await runCli(['evaluate', at('records')], env);
    expect(code).toBe(3);
    expect(stderr).toContain('Inget att mäta');
  });
});
