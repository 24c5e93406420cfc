/** `granska` as a person runs it: minutes with gaps are taken in, and what needs a person is asked for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { granskaText } from '../../cli/answers/granska-text.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { GranskaAnswer, GranskaRad } from '../../store/store.ts';
import { type Ran, runCli } from './run-cli.ts';

const home = mkdtempSync(join(tmpdir(), 'expediera-granska-'));
const env = { EXPEDIERA_HOME: home };
afterAll(() => rmSync(home, { recursive: true }));

/** § 15 is declared and not there, § 14 has no decision, and § 16 names nobody under its heading. */
const gaps = (kommun: string) => `${kommun}
Fritidsnämnden                          SAMMANTRÄDESPROTOKOLL
Sammanträdesdatum 2031-03-10

Utses att justera       Nils Torp (M)
Paragrafer              14–16

§ 14  Ny bassängtaxa för badhuset
Dnr FN 2031/17

Förvaltningens förslag till beslut
Fritidsnämnden antar ny taxa för badhuset, se www.badhuset.example.

§ 16  Avtal om skötsel av elljusspåret
Dnr FN 2031/22

Beslut
Fritidsnämnden godkänner avtalet.

Beslutet skickas till
`;

beforeAll(async () => {
  const store = openSqliteStore(join(home, 'expediera.db'));
  for (const [letter, kommun] of [
    ['a', 'Fiskviks kommun'],
    ['b', 'Norrvalls kommun'],
  ] as const) {
    const bytes = new TextEncoder().encode(gaps(kommun));
    const { mediaType, pageCount, pages } = await openDocument(bytes);
    const sha256 = letter.repeat(64);
    const source = { fileName: `${letter}.txt`, sha256, bytes: bytes.length, mediaType, pageCount };
    await store.offerFile(`/in/${letter}.txt`, sha256);
    const { matters } = await store.saveRecord(assembleRecord(source, pages), EXTRACTION_VERSION);
    for (const matter of matters) await store.updateWay(matter, wayOf);
    await store.setOutcome(sha256, { status: 'done' });
  }
  await store.offerFile('/in/tom.pdf', 'e'.repeat(64));
  await store.setOutcome('e'.repeat(64), {
    status: 'refused',
    reason: { code: 'empty', sv: 'Filen är tom.', en: 'The file is empty.' },
  });
  await store.close();
});

const answer = ({ stdout }: Ran): GranskaAnswer => JSON.parse(stdout) as GranskaAnswer;

describe('granska', () => {
  it('gives programs all of it in order, typed', async () => {
    const ran = await runCli(['granska', '--json'], env);
    expect(ran.code).toBe(0);
    const { total, rader } = answer(ran);
    expect(total).toBe(9);
    expect(rader.map(({ code, fileName }) => [code, fileName])).toEqual([
      ['refused', 'tom.pdf'],
      ['paragraf-missing', 'a.txt'],
      ['paragraf-missing', 'b.txt'],
      ['beslut-missing', 'a.txt'],
      ['beslut-missing', 'b.txt'],
      // a web address stands inside the proposal
      ['unsure', 'a.txt'],
      ['unsure', 'b.txt'],
      ['expediering-empty', 'a.txt'],
      ['expediering-empty', 'b.txt'],
    ]);
    expect(rader[1]).toEqual({
      ...{ code: 'paragraf-missing', typ: 'varning', id: null },
      reason: '§ 15 saknas mellan § 14 och § 16.',
      reasonEn: '§ 15 missing between § 14 and § 16.',
      ...{ text: null, huvudman: 'Fiskviks kommun', organ: 'Fritidsnämnden', datum: '2031-03-10' },
      ...{ diarienummer: null, paragraf: null, rubrik: null, confidence: null, obekraftade: [] },
      ...{ fileName: 'a.txt', path: '/in/a.txt', sha256: 'a'.repeat(64), page: 1, bbox: null },
    });
  });

  it('tells people what, where and why', async () => {
    const { stdout, code } = await runCli(['granska', '--limit', '2'], env);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        '9 att granska, visar 1–2',
        '',
        '1. FIL · nekad',
        '   Filen är tom.',
        '   /in/tom.pdf',
        '',
        '2. VARNING · Fritidsnämnden · 2031-03-10 · Fiskviks kommun',
        '   § 15 saknas mellan § 14 och § 16.',
        '   a.txt, sida 1',
        '',
        'Varningar är borta när någon sett dem och filen är genomgången: expediera granska klar FIL',
        '',
      ].join('\n'),
    );
    const next = await runCli(['granska', '--limit', '2', '--offset', '7'], env);
    expect(next.stdout).toContain('9 att granska, visar 8–9\n\n8. VARNING');
  });

  it('can be narrowed to a huvudman, a body, a matter or a file', async () => {
    const total = async (...args: string[]) =>
      answer(await runCli(['granska', '--json', ...args], env)).total;
    expect(await total('--huvudman', 'Fiskvik')).toBe(4);
    expect(await total('--organ', 'fritidsnämndens', '--huvudman', 'Norrvall')).toBe(4);
    expect(await total('--diarienummer', 'FN 2031/17')).toBe(8);
    expect(await total('--fil', 'in/b.txt')).toBe(4);
  });

  it('says so when there is nothing', async () => {
    const nothing = await runCli(['granska', '--organ', 'Socialnämnden'], env);
    expect(nothing).toMatchObject({ code: 3, stdout: '' });
    expect(nothing.stderr).toMatch(/^Inget i registret heter Socialnämnden\./);
    const nobodys = await runCli(['granska', '--diarienummer', 'FN 2031/999'], env);
    expect(nobodys).toEqual({ code: 3, stdout: '', stderr: 'Inget ärende FN 2031/999 är inläst.\n' });
    const done = await runCli(['granska', '--fil', 'annan.txt'], env);
    expect(done).toMatchObject({ code: 3, stdout: 'Inget att granska.\n' });
    const unknown = await runCli(['granska', '--huvudman', 'Ekstad'], env);
    expect(unknown.code).toBe(3);
    expect(unknown.stdout).toBe('');
    expect(unknown.stderr).toContain('Ingen huvudman heter Ekstad.');
  });

  it('has help, and refuses what it cannot mean', async () => {
    expect((await runCli(['granska', '--help'], env)).stdout).toContain('--diarienummer');
    expect((await runCli(['granska', '--limit', '0'], env)).code).toBe(2);
  });
});

describe('what people read of one row', () => {
  const rad: GranskaRad = {
    ...{ code: 'unconfirmed', typ: 'beslut', id: '98cb01436bdc92595259', reasonEn: '' },
    reason: 'Bara en läsning med OCR har gett textens tal; inget bekräftar det.',
    text: 'att avsätta 40 000 kronor för ny belysning.',
    ...{ huvudman: 'Fiskviks kommun', organ: 'fritidsnämnden', datum: '2031-03-10' },
    ...{ diarienummer: 'FN 2031/17', paragraf: '14', rubrik: 'Belysning i elljusspåret' },
    ...{ confidence: 0.91, obekraftade: ['text'], fileName: 'a.pdf', path: null, sha256: null },
    ...{ page: 3, bbox: null },
  };

  it('is whose it is, why, and what was read', () => {
    expect(granskaText({ total: 1, rader: [rad] }, 100)).toBe(
      [
        '1 att granska',
        '',
        '1. BESLUT · Fritidsnämnden · 2031-03-10 · § 14 · FN 2031/17 · Fiskviks kommun',
        '   Bara en läsning med OCR har gett textens tal; inget bekräftar det.',
        '     Belysning i elljusspåret',
        '     att avsätta 40 000 kronor för ny belysning.',
        '   a.pdf, sida 3 · 98cb0143',
      ].join('\n'),
    );
  });

  it('of a warning ends with how it leaves, and of other things does not', () => {
    const warning = { ...rad, code: 'no-text', typ: 'varning' as const, id: null, text: null };
    expect(granskaText({ total: 2, rader: [rad, warning] }, 100)).toMatch(/expediera granska klar FIL$/u);
    expect(granskaText({ total: 1, rader: [rad] }, 100)).not.toContain('granska klar');
  });

  it('of a file that was not read anew says so, with its path', () => {
    const file: GranskaRad = {
      ...{ ...rad, code: 'ej-omlast', typ: 'fil', id: null, text: null, rubrik: null, page: null },
      ...{ huvudman: null, organ: null, datum: null, diarienummer: null, paragraf: null },
      ...{ path: '/in/a.pdf', reason: 'Kunde inte läsas om. Försök igen med: expediera arkiv om 7' },
    };
    expect(
      granskaText({ total: 1, rader: [file] }, 100)
        .split('\n')
        .slice(2),
    ).toEqual([
      '1. FIL · inte omläst',
      '   Kunde inte läsas om. Försök igen med: expediera arkiv om 7',
      '   /in/a.pdf',
    ]);
  });

  it('does not say a title twice', () => {
    const text = granskaText({ total: 1, rader: [{ ...rad, typ: 'arende', text: rad.rubrik }] }, 100);
    expect(text.match(/Belysning i elljusspåret/g)).toHaveLength(1);
  });
});
