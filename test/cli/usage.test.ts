import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exitCodeTable } from '../../cli/exit-codes.ts';
import { programVersion } from '../../cli/version.ts';
import { runCli, startCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-usage-'));
const home = join(folder, 'home');
const env = { EXPEDIERA_HOME: home };
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = [
  'start',
  'ingest',
  'status',
  'search',
  'arende',
  'inkorg',
  'granska',
  'expediering',
  'kanal',
  'extract',
  'evaluate',
  'doctor',
  'worker',
  'serve',
];

describe('help', () => {
  it('lists every command', async () => {
    const { code, stdout, stderr } = await runCli(['--help'], env);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  });

  it.each(COMMANDS)('of %s is an answer', async (command) => {
    const { code, stdout, stderr } = await runCli([command, '--help'], env);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`^Så här: expediera ${command} `));
    expect(stdout).not.toMatch(/\b(Usage|Options|Arguments|display help)\b/);
  });

  it('comes the same way by the starter', async () => {
    const starter = join(import.meta.dirname, '../../bin/expediera.mjs');
    const { code, stdout } = await startCli(['status', '--help'], env, { program: starter }).ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Så här: expediera status /);
  });

  it('has the version beside it', async () => {
    const { code, stdout } = await runCli(['--version'], env);
    expect(code).toBe(0);
    expect(stdout.trim()).toBe(programVersion());
    expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('without a command goes to stderr, as wrong usage', async () => {
    const { code, stdout, stderr } = await runCli([], env);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Kommandon:');
  });
});

describe('wrong usage', () => {
  it.each([
    [['serch', 'taxa'], 'kommandot serch finns inte. Menade du search?'],
    [['arkiv', 'paus', '1'], 'arkiv: kommandot paus finns inte. Menade du pausa?'],
    [['arkiv', 'paus', '1', '--av', 'Bo'], 'kommandot paus finns inte. Menade du pausa?'],
    [['arkiv', '1'], 'kommandot 1 finns inte. De som finns: visa, pausa, avbryt, fortsatt, om.'],
    [['organ', 'rata', 'Kommunstyrelsen'], 'organ: kommandot rata finns inte. Menade du ratta?'],
    [['granska', 'ångr', 'x'], 'kommandot ångr finns inte. Menade du angra?'],
    [['arende', 'samanfor', '1', '2'], 'kommandot samanfor finns inte. Menade du sammanfor?'],
    [['organ', 'Barnnämnden', 'Nämnden'], 'organ: för många argument'],
    [['logg', '--vad', 'pausat'], 'kan inte vara "pausat". Menade du arkiv-pausat?'],
    [['logg', '--vad', 'avbröt'], 'kan inte vara "avbröt". Menade du arkiv-avbrutet?'],
    [['search', 'taxa', '--typ', 'förslag'], 'underlag. Menade du forslag?'],
    [['search'], 'argumentet FRÅGA saknas'],
    [['search', 'taxa', '--tpy', 'beslut'], 'flaggan --tpy finns inte. Menade du --typ?'],
    [
      ['search', 'taxa', '--typ', 'taxa'],
      'flaggan --typ <typ> kan inte vara "taxa"; den kan vara forslag, beslut',
    ],
    [['search', 'taxa', '--from', '2031-02-30'], 'en dag skrivs ÅÅÅÅ-MM-DD'],
    [['search', 'taxa', '--till', '2031-02-30'], 'en dag skrivs ÅÅÅÅ-MM-DD'],
    [['search', 'taxa', '--limit', '0'], 'ett helt tal från 1 väntas'],
    [['search', 'taxa', '--organ'], 'flaggan --organ <namn> saknar sitt värde'],
    [['arende'], 'argumentet DIARIENUMMER saknas'],
    [['arende', ' '], 'den är tom'],
    [['extract'], 'argumentet FIL saknas'],
    [['extract', 'a.pdf', '--format', 'xml'], 'den kan vara json, jsonl'],
    [['status', 'nu'], 'för många argument'],
    [['ingest', '/finns/inte'], '/finns/inte finns inte'],
    [['start', '/finns/inte', '--once'], '/finns/inte finns inte'],
    [['start', '--port', '70000'], 'en port är ett tal från 0 till 65535'],
    [['evaluate', '/finns/inte'], 'mappen kan inte läsas'],
    [['serve', '--host', '0.0.0.0'], 'bara på den egna maskinen'],
  ])('%j', async (args, said) => {
    const { code, stdout, stderr } = await runCli(args, env);
    expect(stderr).toContain(said);
    expect(code).toBe(2);
    expect(stdout).toBe('');
  });

  it('of a word that may be a command says so where it is a name as well', async () => {
    for (const [args, said] of [
      [['organ', 'rata'], 'expediera organ ratta'],
      [['arende', 'skilja'], 'expediera arende skilj'],
    ] as const) {
      const { code, stderr } = await runCli([...args], env);
      expect([code, stderr]).toEqual([3, expect.stringContaining(`\nMenade du kommandot ${said}?`)]);
    }
  });

  it('is none where a day is asked for by its English or its Swedish flag', async () => {
    const asked = [['search', 'taxa'], ['diarium'], ['logg'], ['export', '--punkter']];
    for (const args of asked) {
      const english = await runCli([...args, '--from', '2031-01-01', '--to', '2031-02-01'], env);
      const swedish = await runCli([...args, '--fran', '2031-01-01', '--till', '2031-02-01'], env);
      expect(english.code, english.stderr).not.toBe(2);
      expect(swedish).toEqual(english);
    }
  }, 60_000);

  it('of a setting names the variable', async () => {
    const { code, stderr } = await runCli(['status'], { ...env, EXPEDIERA_PORT: 'åtta' });
    expect(stderr).toContain('EXPEDIERA_PORT');
    expect(code).toBe(2);
  });

  it('makes no home', () => {
    expect(existsSync(home)).toBe(false);
  });
});

it('gives every exit code one meaning', () => {
  const codes = exitCodeTable().map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(codes.slice(8).every((code) => code >= 10 && code < 64)).toBe(true);
});

describe('a question beyond measure', () => {
  it.each([
    ['a hundred kilobytes', '"'.repeat(100_000), /Frågan är för lång: 100\s000 tecken, och högst 2\s000/],
    [
      'a hundred words',
      Array.from({ length: 100 }, (_, n) => `ord${n}`).join(' '),
      /Frågan har för många ord: högst 24/,
    ],
  ])('%s is wrong usage, in words', async (_, query, words) => {
    const { code, stdout, stderr } = await runCli(['search', query], env);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr.length).toBeLessThan(400);
  });
});
