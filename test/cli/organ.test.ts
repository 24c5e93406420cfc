/** The register of bodies: seen, loaded, corrected and taken back from the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CommandError } from '../../cli/exit-codes.ts';
import { run } from '../../cli/program.ts';
import type { OrganRegister } from '../../diarium/organ/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { OrganHistorik } from '../../store/store.ts';
import { HANDLINGAR, protokoll, REGION } from '../diarium/organ/made-up.ts';
import { fileRecord } from '../store/made-up.ts';
import { type Ran, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-organ-'));
afterAll(() => rmSync(folder, { recursive: true }));

let nr = 0;
let env: { EXPEDIERA_HOME: string };
beforeEach(async () => {
  env = { EXPEDIERA_HOME: join(folder, String(++nr)) };
  const store = openSqliteStore(join(env.EXPEDIERA_HOME, 'expediera.db'));
  const records = [
    fileRecord('a', HANDLINGAR),
    fileRecord('b', [
      { ...protokoll('Kommunstyrelsen', '2019-01-15', { till: ['Diariet'] }), huvudman: 'Granviks kommun' },
    ]),
  ];
  for (const record of records) await store.saveRecord(record, '1');
  for (const id of await store.staleMatters()) await store.updateWay(id, wayOf);
  await store.close();
});

/** The program in this process, which is much faster than one of its own. */
async function cli(args: string[], { EXPEDIERA_HOME }: typeof env = env): Promise<Ran> {
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  const told = (text: string) => {
    ran.stderr += text;
  };
  const terminal = {
    ...{ columns: 100, drawColumns: 100, interactive: false, draw: told },
    tell: (text: string) => told(`${text}\n`),
    answer(text: string) {
      ran.stdout += `${text}\n`;
    },
  };
  ran.code = await run([...args, '--home', EXPEDIERA_HOME], terminal).catch((error: unknown) => {
    if (!(error instanceof CommandError)) throw error;
    terminal.tell(error.message);
    return error.exitCode;
  });
  return ran;
}

const organ = (...args: string[]): Promise<Ran> => cli(['organ', ...args]);
const json = <T>({ stdout }: Ran): T => JSON.parse(stdout) as T;
const written = (text: string): string => {
  const path = join(folder, `fil-${++nr}.json`);
  writeFileSync(path, text);
  return path;
};
const EXAMPLE = join(import.meta.dirname, '../../docs/organ-exempel.json');

describe('expediera organ', () => {
  it('shows every body and recipient, for people and for programs', async () => {
    const { stdout, code } = await organ();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Granviks kommun\n/u);
    expect(stdout).toMatch(/\n {2}Regionstyrelsen +styrelse +1 +2019 +1\n/u);
    expect(stdout).toMatch(/\n {2}Serviceutskottet +utskott +Regionstyrelsen +2 +2019 +1\n/u);
    const [granvik, region] = json<OrganRegister[]>(await organ('--json'));
    expect(granvik?.organ.map(({ namn }) => namn)).toEqual(['Kommunstyrelsen', 'Diariet']);
    expect(region?.organ).toHaveLength(13);
    const some = json<OrganRegister[]>(await organ('--slag', 'utskott', '--json'));
    expect(some.flatMap((one) => one.organ.map(({ namn }) => namn))).toEqual([
      'regionstyrelsens arbetsutskott',
      'Serviceutskottet',
    ]);
    expect(json(await organ('--huvudman', 'Ingenstad', '--json'))).toEqual([]);
  });

  it('shows one with its names, members and what waits there', async () => {
    const { stdout } = await organ('RS');
    expect(stdout).toMatch(/^Regionstyrelsen · Region Fjällmark\n/u);
    expect(stdout).toContain('Regionstyrelsens arbetsutskott, Serviceutskottet');
    expect(stdout).toMatch(/Bo Fors +M +ordförande +2019-01-15 +1\n/u);
    expect(json(await organ('RS', '--json'))).toMatchObject({
      ...{
        huvudman: REGION,
        namn: 'Regionstyrelsen',
        underordnade: ['regionstyrelsens arbetsutskott', 'Serviceutskottet'],
      },
      inkorg: { poster: 1, vantar: 1 },
    });
  });

  it('asks whose it is where several have one, and says where there is none', async () => {
    const several = await organ('Diariet');
    expect(several.code).toBe(4);
    expect(several.stdout).toContain('--huvudman "Granviks kommun"');
    expect((await organ('Diariet', '--huvudman', 'Granvik')).stdout).toContain('Diariet · Granviks kommun');
    const none = await organ('Havsnämnden', '--json');
    expect([none.code, json(none)]).toEqual([3, null]);
    expect((await organ('ratta', 'Diariet', '--kanal', 'x')).code).toBe(4);
    expect((await organ('ratta', 'Havsnämnden', '--kanal', 'x')).stderr).toContain(
      'Inget i registret heter Havsnämnden',
    );
  });

  it('makes no files by asking', async () => {
    const empty = { EXPEDIERA_HOME: join(folder, 'empty') };
    const { code, stdout, stderr } = await runCli(['organ', '--json'], empty);
    expect([code, stdout]).toEqual([3, '[]\n']);
    expect(stderr).toContain('Inget är inläst');
  });
});

describe('expediera organ ladda', () => {
  it('reads no file that is larger than any register', async () => {
    const { code, stdout, stderr } = await organ('ladda', '/dev/zero', '--av', 'Kim Registrator');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('/dev/zero är större än 10 MB och läses inte');
  });

  it('takes in the example of the documentation, the second time without a change', async () => {
    const first = await organ('ladda', EXAMPLE, '--av', 'Kim Registrator');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^Ändrat: 6 poster \(ändring 1\)\. \d+ ärenden är omräknade\.\n$/u);
    expect((await organ('ladda', EXAMPLE)).stdout).toBe('Registret är redan som filen säger.\n');
    const { stdout } = await organ('Landstingsstyrelsen');
    expect(stdout).toMatch(
      /tidigare namn +Landstingsstyrelsen 1993-01-01–2018-12-31, Förvaltningsutskottet –1992-12-31/u,
    );
    expect(stdout).toMatch(/Alva Strand +S +ordförande +2019-01-01–2022-12-31 +\*/u);
    const [region] = json<OrganRegister[]>(await organ('--huvudman', REGION, '--json'));
    expect(region?.organ.find(({ namn }) => namn === 'Regionstyrelsen')?.sammantraden.antal).toBe(3);
    const inbox = json<{ mottagare: string; poster: { status: string }[] }>(
      await cli(['inkorg', 'Landstingsfullmäktige', '--json']),
    );
    expect(inbox.mottagare).toBe('Regionfullmäktige');
    expect(inbox.poster).toHaveLength(2);
  });

  it('takes in its own answer without a change, and gives the same in a new home', async () => {
    await organ('ladda', EXAMPLE);
    const file = join(folder, `skriv-${nr}.json`);
    expect((await organ('skriv', file)).code).toBe(0);
    expect(await organ('skriv', file)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('den finns redan'),
    });
    expect((await organ('ladda', file)).stdout).toBe('Registret är redan som filen säger.\n');
    const text = readFileSync(file, 'utf8');
    expect((await organ('skriv')).stdout).toBe(text);
    env = { EXPEDIERA_HOME: join(folder, `ny-${nr}`) };
    expect((await organ('ladda', file)).code).toBe(0);
    expect((await organ('skriv')).stdout).toBe(text);
  });

  it('writes only what people have said, where that is asked for', async () => {
    await organ('ratta', 'Serviceutskottet', '--utan-overordnat', '--kanal', 'mapp');
    expect(json(await organ('skriv', '--rattat'))).toEqual({
      version: 1,
      huvudman: [{ namn: REGION, organ: [{ namn: 'Serviceutskottet', overordnat: null, kanal: 'mapp' }] }],
    });
  });

  it('changes nothing when anything is wrong, and says where', async () => {
    const wrong = written(`{ "version": 1, "huvudman": [
      { "namn": "${REGION}", "organ": [{ "namn": "Badnämnden" }] },
      { "namn": "Granviks kommun", "organ": [
        { "namn": "Vattennämnden" },
        { "namn": "Sjöutskottet", "overordnat": "Havsnämnden" }
      ] }
    ] }`);
    const ran = await organ('ladda', wrong);
    expect(ran.code).toBe(7);
    expect(ran.stderr).toBe(
      'Inget är ändrat. rad 5, organ nr 2 (Sjöutskottet): överordnat: inget i registret eller filen heter Havsnämnden\n',
    );
    const twice = await organ(
      'ladda',
      written(readFileSync(EXAMPLE, 'utf8').replace('Granviks kommun', 'REGION FJÄLLMARK')),
    );
    expect(twice.stderr).toContain('huvudmannen står redan tidigare i filen');
    const broken = await organ(
      'ladda',
      written(readFileSync(EXAMPLE, 'utf8').replace('"slag": "styrelse"', '"slag": "Styrelse"')),
    );
    expect(broken.stderr).toMatch(
      /inget är ändrat:\n {2}rad \d+, organ nr 2 \(Regionstyrelsen\), slag: en av dessa väntas: fullmaktige, /u,
    );
    expect(await organ('ladda', join(folder, 'finns-inte.json'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('finns-inte.json kan inte läsas: Filen finns inte.'),
    });
    expect(json(await organ('historik', '--json'))).toEqual([]);
  });
});

describe('expediera organ ratta, sammanfor, angra', () => {
  it('corrects field by field, and says so', async () => {
    const done = await organ('ratta', 'diariet', '--huvudman', REGION, '--slag', 'enhet', '--kanal', 'mapp');
    expect(done.stdout).toMatch(/^Ändrat: Diariet \(ändring 1\)\. 2 ärenden är omräknade\.\n$/u);
    expect((await organ('ratta', 'Diariet', '--huvudman', REGION, '--kanal', 'mapp')).stdout).toBe(
      'Registret säger det redan.\n',
    );
    await organ(
      'ratta',
      'Serviceutskottet',
      '--namn',
      'Fjällutskottet',
      '--till',
      '2020-12-31',
      '--forkortning',
      'FJU',
      '--forkortning',
      'SU',
    );
    expect(json(await organ('SU', '--json'))).toMatchObject({
      ...{ namn: 'Fjällutskottet', forkortningar: ['FJU', 'SU'], rattat: ['forkortningar', 'tidigareNamn'] },
      tidigareNamn: [{ namn: 'Serviceutskottet', fran: null, till: '2020-12-31' }],
      ...{ overordnat: 'Regionstyrelsen', sammantraden: { antal: 2 } },
    });
    await organ('ratta', 'FJU', '--tidigare', 'Linutskottet', '--fran', '1990-01-01');
    expect(json<{ tidigareNamn: unknown }>(await organ('Linutskottet', '--json')).tidigareNamn).toEqual([
      { namn: 'Serviceutskottet', fran: null, till: '2020-12-31' },
      { namn: 'Linutskottet', fran: '1990-01-01', till: null },
    ]);
  });

  it('adds what is in no document, and refuses what cannot be', async () => {
    expect(
      (await organ('ratta', 'Sjöutskottet', '--ny', '--overordnat', 'RS', '--huvudman', REGION)).code,
    ).toBe(0);
    expect(json(await organ('Sjöutskottet', '--json'))).toMatchObject({
      slag: 'utskott',
      overordnat: 'Regionstyrelsen',
    });
    for (const [code, args, said] of [
      [7, ['ratta', 'Sjöutskottet', '--ny', '--huvudman', REGION], 'finns redan'],
      [4, ['ratta', 'Badutskottet', '--ny'], 'Hos vilken huvudman?'],
      [
        2,
        ['ratta', 'Sjöutskottet', '--slag', 'utskottet'],
        'flaggan --slag <slag> kan inte vara "utskottet"',
      ],
      [2, ['ratta', 'Sjöutskottet', '--fran', '2020-13-01'], 'en dag skrivs ÅÅÅÅ-MM-DD'],
      [
        2,
        [
          'ratta',
          'Sjöutskottet',
          '--tidigare',
          'X-utskottet',
          '--fran',
          '2020-02-01',
          '--till',
          '2020-01-01',
        ],
        '--till är före --fran',
      ],
      [7, ['sammanfor', 'Sjöutskottet', 'Sjöutskottets'], 'är redan samma'],
      [2, ['sammanfor', 'Sjöutskottet'], 'argumentet ANNAT saknas'],
      [7, ['angra', '7'], 'Det finns ingen ändring 7.'],
    ] as const) {
      const ran = await organ(...args);
      expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)]);
    }
  });

  it('makes two names one body, and takes it back', async () => {
    const before = (await organ()).stdout;
    const waiting = async () =>
      json<{ poster: { status: string }[] }>(await cli(['inkorg', 'Regionfullmäktige', '--json'])).poster
        .length;
    expect(before).toContain(
      'organ sammanfor "Regionfullmäktige" "Landstingsfullmäktige" --huvudman "Region Fjällmark"',
    );
    expect(await waiting()).toBe(1);
    const args = ['Regionfullmäktige', 'Landstingsfullmäktige', '--till', '2018-12-31'];
    expect((await organ('sammanfor', ...args, '--av', 'Kim')).stdout).toMatch(
      /^Ändrat: Regionfullmäktige \(ändring 1\)\./u,
    );
    expect(await waiting()).toBe(2);
    expect((await organ('historik')).stdout).toMatch(
      /^1\. \d{4}-\d\d-\d\d \d\d:\d\d Kim sammanförde · Region Fjällmark\n {3}Regionfullmäktige \(tidigare namn: Landstingsfullmäktige –2018-12-31\)\n$/u,
    );
    expect((await organ('angra')).stdout).toMatch(/^Ändrat: Regionfullmäktige \(ändring 2\)\./u);
    expect(await waiting()).toBe(1);
    expect((await organ()).stdout).toBe(before);
    expect((await organ('angra')).stdout).toBe('Det finns ingen ändring att ångra.\n');
    const [undone] = json<OrganHistorik[]>(await organ('historik', '--json'));
    expect(undone).toMatchObject({ andring: 2, vad: 'angrat', angrar: 1, av: userInfo().username });
  });

  it('tells what each does', async () => {
    const { stdout } = await organ('sammanfor', '--help');
    expect(stdout).toContain('Så här: expediera organ sammanfor');
    expect((await organ('--help')).stdout).toContain('ladda FIL');
    expect(json<{ properties: object }>(await organ('schema')).properties).toHaveProperty('huvudman');
  });
});
