/** `diarium` as a registrator runs it: lists, exports, confirms, changes, takes back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import type { DiariumAnswer } from '../../store/diarium.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { arende, fileRecord, handling, mottagare } from '../store/made-up.ts';
import { type Ran, runCli } from './run-cli.ts';

let home: string;
const run = (...args: string[]): Promise<Ran> => runCli(['diarium', ...args], { EXPEDIERA_HOME: home });
const json = async (...args: string[]): Promise<DiariumAnswer> =>
  JSON.parse((await run('--json', ...args)).stdout) as DiariumAnswer;
const lines = (ran: Ran): string[] => ran.stdout.trimEnd().split('\r\n');

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'expediera-diarium-'));
  const store = openSqliteStore(join(home, 'expediera.db'));
  const huvudman = 'Fiskviks kommun';
  const letter = { kind: 'tjansteskrivelse' as const, organ: null, avsandare: 'Fritidskontoret' };
  const { matters } = await store.saveRecord(
    fileRecord('a', [
      handling({
        ...{ id: 'aaaa1111', huvudman, ...letter, till: ['Fritidsnämnden'], datum: '2031-02-10' },
        ...{ diarienummer: 'FN 2031/17', rubrik: '=Ny taxa, "badhuset"' },
      }),
      handling({
        ...{ id: 'aaaa2222', huvudman, organ: 'Fritidsnämnden', datum: '2031-03-10' },
        arenden: [
          arende({
            ...{ id: 'bbbb1111', paragraf: '14', rubrik: 'Ny taxa för badhuset', diarienummer: 'FN 2031/17' },
            expediering: [mottagare('Badhusenheten')],
          }),
          arende({ id: 'bbbb2222', paragraf: '15', rubrik: 'Elljusspåret' }),
          arende({
            ...{ id: 'bbbb3333', paragraf: '16', rubrik: 'Avstängning av Y', diarienummer: 'FN 2031/30' },
            sekretess: 'sekretess enligt OSL',
          }),
        ],
      }),
    ]),
    '1.0',
  );
  for (const matter of matters) await store.updateWay(matter, wayOf);
  await store.close();
});
afterEach(() => rmSync(home, { recursive: true }));

describe('diarium', () => {
  it('tells people each line with what is missing and unsure', async () => {
    const ran = await run('--diarienummer', 'FN 2031/17');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toBe(
      [
        '2 rader i diariet',
        '',
        'ID        Datum                   Nummer      Status',
        '',
        'aaaa1111  2031-02-10   upprättad  FN 2031/17  föreslagen',
        '            Tjänsteskrivelse: =Ny taxa, "badhuset"',
        '            från Fritidskontoret till Fritidsnämnden',
        '            a.pdf, sida 1',
        '',
        'bbbb1111  2031-03-10?  upprättad  FN 2031/17  föreslagen',
        '            Protokoll: § 14 Ny taxa för badhuset',
        '            från Fritidsnämnden till Badhusenheten',
        '            Datum enligt sammanträdesdagen · a.pdf, sida 1',
        '',
        '? = inget bekräftar att det är vad lagen frågar efter.',
        '',
      ].join('\n'),
    );
    expect((await run('--saknas')).stdout).toContain('Saknas: diarienummer');
  });

  it('never cuts a number from the left, and tells a long one whole', async () => {
    const long = 'Barn- och utbildningsnämndens arbetsutskotts protokoll 2031-03-10';
    await run('ratta', 'bbbb2', '--nummer', long, '--av', 'Rut Berg');
    const { stdout } = await run('--diarienummer', long);
    const [head, line] = stdout.split('\n').filter((one) => /^(?:ID|bbbb2222)/u.test(one));
    expect(line).toContain('  Barn- och utbildningsnämndens arbetsuts…  ');
    expect(line?.indexOf('Barn-')).toBe(head?.indexOf('Nummer'));
    expect(stdout.replace(/\s+/gu, ' ')).toContain(`Nummer: ${long}`);
  });

  it('gives programs all of it', async () => {
    const { total, rader } = await json();
    expect(total).toBe(5);
    expect(rader.map(({ id, saknas, maskeras }) => [id, saknas, maskeras])).toEqual([
      ['aaaa1111', [], false],
      ['aaaa2222', [], false],
      ['bbbb1111', [], false],
      ['bbbb2222', ['nummer'], false],
      ['bbbb3333', [], true],
    ]);
    const { stdout } = await run('--format', 'jsonl', '--limit', '2', '--offset', '1');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(rader.slice(1, 3));
  });

  it('exports CSV with a header, safe in a spreadsheet', async () => {
    const ran = await run('--format', 'csv', '--to', '2031-02-28');
    expect(ran.stdout.endsWith('\r\n')).toBe(true);
    expect(lines(ran)).toEqual([
      '"id","status","datum","riktning","nummer","avsandare","mottagare","om","handling","paragraf","organ","huvudman","saknas","obekraftade","avviker","maskeras","sekretess","bekraftad_av","bekraftad","fil","sida"',
      `"aaaa1111","foreslagen","2031-02-10","upprattad","FN 2031/17","Fritidskontoret","Fritidsnämnden","'=Ny taxa, ""badhuset""","tjansteskrivelse",,"Fritidsnämnden","Fiskviks kommun","","","","nej",,,,"a.pdf","1"`,
    ]);
    const forExcel = await run('--format', 'csv', '--bom', '--skilj', 'semikolon', '--to', '2031-02-28');
    expect(forExcel.stdout.startsWith('\ufeff"id";"status";')).toBe(true);
  });

  it('keeps the public part to what is confirmed, and masks it', async () => {
    const none = await run('--offentlig', '--format', 'csv');
    expect(none.code).toBe(3);
    expect(lines(none)).toHaveLength(1);
    expect(none.stderr).toContain('bara bekräftade rader');
    await run('bekrafta', 'bbbb1', 'bbbb3', '--av', 'Rut Berg');
    const ran = await run('--offentlig', '--format', 'csv');
    expect(lines(ran)).toEqual([
      '"id","status","datum","riktning","nummer","avsandare","mottagare","om","handling","paragraf","organ","huvudman"',
      '"bbbb1111","bekraftad","2031-03-10","upprattad","FN 2031/17","Fritidsnämnden","Badhusenheten","§ 14 Ny taxa för badhuset","protokoll","14","Fritidsnämnden","Fiskviks kommun"',
      '"bbbb3333","bekraftad","2031-03-10","upprattad","FN 2031/30","[utelämnad]",,"[utelämnad]","protokoll","16","Fritidsnämnden","Fiskviks kommun"',
    ]);
    for (const form of [['--json'], ['--format', 'jsonl'], ['--format', 'tabell']]) {
      const { stdout } = await run('--offentlig', ...form);
      expect(stdout).toContain('[utelämnad]');
      expect(stdout).not.toMatch(/Avstängning|sekretess|Rut Berg|a\.pdf/u);
    }
    const proposed = await run('--offentlig', '--status', 'foreslagen', '--format', 'csv');
    expect(lines(proposed)).toHaveLength(4);
  });

  it('confirms by id or all complete lines, and says what it could not', async () => {
    const all = await run('bekrafta', '--alla-fullstandiga', '--av', 'Rut Berg');
    expect(all).toMatchObject({ code: 0, stdout: '1 rad bekräftad.\n' });
    expect((await json('--status', 'bekraftad')).rader.map(({ id }) => id)).toEqual(['aaaa1111']);
    const again = await run('bekrafta', '--alla-fullstandiga', '--av', 'Rut Berg');
    expect(again).toMatchObject({ code: 3, stdout: 'Inga fullständiga rader att bekräfta.\n' });
    const numberless = await run('bekrafta', 'bbbb2222', '--av', 'Rut Berg');
    expect(numberless.code).toBe(7);
    expect(numberless.stdout).toContain('bbbb2222 kan inte bekräftas: diarienummer saknas.');
    expect((await run('bekrafta', 'finns-inte', '--av', 'Rut Berg')).code).toBe(3);
    const several = await run('bekrafta', 'bbbb', '--av', 'Rut Berg', '--json');
    expect(several.code).toBe(4);
    expect(JSON.parse(several.stdout)).toMatchObject({ bekraftade: [], flertydiga: ['bbbb'] });
  });

  it('changes a line, which can then be confirmed, and takes back', async () => {
    const changed = await run(
      'ratta',
      'bbbb2',
      '--nummer',
      'FN 2031/22',
      '--datum',
      '2031-03-17',
      '--av',
      'Rut Berg',
    );
    expect(changed.code).toBe(0);
    expect(changed.stdout).toContain('2031-03-17  upprättad  FN 2031/22  föreslagen');
    expect(changed.stdout).toContain('rättad av Rut Berg');
    expect((await run('bekrafta', 'bbbb2')).code).toBe(0);
    const [line] = (await json('--status', 'bekraftad', '--diarienummer', 'FN 2031/22')).rader;
    expect(line?.bekraftad).toMatchObject({ enligt: 'person', av: userInfo().username });
    const undone = await run('angra', 'bbbb2', '--av', 'Nils Torp', '--json');
    expect(JSON.parse(undone.stdout)).toMatchObject({ status: 'foreslagen', nummer: 'FN 2031/22' });
    expect((await run('angra', 'finns-inte', '--av', 'Rut Berg')).code).toBe(3);
  });

  it('is said by the account where nobody is named', async () => {
    const av = userInfo().username;
    const changed = await run('ratta', 'bbbb2', '--nummer', 'FN 2031/22', '--json');
    expect(JSON.parse(changed.stdout)).toMatchObject({ rattningar: [{ av }] });
    expect((await run('bekrafta', 'aaaa1')).code).toBe(0);
    const [rad] = (await json('--status', 'bekraftad')).rader;
    expect(rad).toMatchObject({ id: 'aaaa1111', bekraftad: { av } });
    expect((await run('angra', 'aaaa1')).code).toBe(0);
  });

  it('lets complete lines pass where the installation says so', async () => {
    writeFileSync(join(home, 'config.json'), JSON.stringify({ diarieregel: 'fullstandiga' }));
    const { stdout } = await run('--status', 'bekraftad');
    expect(stdout).toContain('1 rad i diariet');
    expect(stdout).toContain('bekräftad enligt regel');
  });

  it('says so when there is nothing, and refuses what it cannot mean', async () => {
    expect(await run('--from', '2040-01-01')).toMatchObject({
      code: 3,
      stdout: 'Inga rader i diariet.\n',
    });
    const nobody = await run('--organ', 'Socialnämnden');
    expect(nobody).toMatchObject({ code: 3, stdout: '' });
    expect(nobody.stderr).toContain('Inget i registret heter Socialnämnden.');
    expect((await run('--huvudman', 'Ekstad')).stderr).toContain('Ingen huvudman heter Ekstad.');
    for (const wrong of [
      ['bekrafta', '--av', 'Rut Berg'],
      ['bekrafta', 'aaaa1', '--alla-fullstandiga', '--av', 'Rut Berg'],
      ['ratta', 'aaaa1', '--av', 'Rut Berg'],
      ['ratta', 'aaaa1', '--datum', '2031-02-30', '--av', 'Rut Berg'],
      ['--format', 'xlsx'],
      ['finnsinte'],
    ]) {
      expect([wrong, (await run(...wrong)).code]).toEqual([wrong, 2]);
    }
    expect((await run('ratta', '--help')).stdout).toContain('--motpart');
  });
});
