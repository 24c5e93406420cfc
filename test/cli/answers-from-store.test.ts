/** The questions that are answered from the store with nothing else running. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type {
  ArendeAnswer,
  Choices,
  InkorgAnswer,
  SearchAnswer,
  StatusAnswer,
  Store,
} from '../../store/store.ts';
import { protokoll } from './fiskvik.ts';
import { type Ran, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-answers-'));
const empty = { EXPEDIERA_HOME: join(folder, 'empty') };
const full = { EXPEDIERA_HOME: join(folder, 'full') };
afterAll(() => rmSync(folder, { recursive: true }));

async function save(store: Store, fileName: string, huvudman: string): Promise<void> {
  const bytes = new TextEncoder().encode(protokoll(''));
  const { mediaType, pageCount, pages } = await openDocument(bytes);
  const sha256 = fileName.padEnd(64, '0');
  const source = { fileName, sha256, bytes: bytes.length, mediaType, pageCount };
  await store.offerFile(`/in/${fileName}`, sha256);
  const { matters } = await store.saveRecord(assembleRecord(source, pages, { huvudman }), EXTRACTION_VERSION);
  for (const matter of matters) await store.updateWay(matter, wayOf);
  await store.setOutcome(sha256, { status: 'done' });
}

beforeAll(async () => {
  const store = openSqliteStore(join(full.EXPEDIERA_HOME, 'expediera.db'));
  await save(store, 'fiskvik.txt', 'Fiskviks kommun');
  await save(store, 'norrvall.txt', 'Norrvalls kommun');
  await store.offerFile('/in/tom.pdf', 'e'.repeat(64));
  await store.setOutcome('e'.repeat(64), {
    status: 'refused',
    reason: { code: 'empty', sv: 'Filen är tom.', en: 'The file is empty.' },
  });
  await store.close();
});

const json = <T>({ stdout }: Ran): T => JSON.parse(stdout) as T;

describe('an installation with nothing in it', () => {
  it.each<[string[], number, unknown]>([
    [['search', 'taxa'], 3, { total: 0, hits: [] }],
    [['arende', '2031/00017'], 3, null],
    [['inkorg', 'Kommunstyrelsen'], 3, { mottagare: 'Kommunstyrelsen', poster: [] }],
    [['inkorg'], 3, []],
    [['granska'], 3, { total: 0, rader: [] }],
    [['status', '--files'], 0, []],
  ])('answers %j with exit code %i', async (args, exitCode, answer) => {
    const ran = await runCli([...args, '--json'], empty);
    expect(json(ran)).toEqual(answer);
    expect(ran.code).toBe(exitCode);
    expect(ran.stderr).toContain('Inget är inläst');
  });

  it('counts nothing, and asking makes no files', async () => {
    const ran = await runCli(['status', '--json'], empty);
    expect(ran.code).toBe(0);
    const status = json<StatusAnswer>(ran);
    expect(status.files).toEqual({ total: 0, done: 0, refused: 0, failed: 0, running: 0 });
    expect(Object.keys(status.items)).toHaveLength(8);
    expect(existsSync(empty.EXPEDIERA_HOME)).toBe(false);
  });

  it('says so to people', async () => {
    expect((await runCli(['search', 'taxa'], empty)).stdout).toBe('Inga träffar.\n');
    const { stdout, stderr } = await runCli(['arende', '2031/00017'], empty);
    expect(stdout).toBe('');
    expect(stderr).toContain('Inget ärende 2031/00017 är inläst.');
  });
});

describe('an installation with two municipalities', () => {
  it('counts files, items and matters', async () => {
    const status = json<StatusAnswer>(await runCli(['status', '--json'], full));
    expect(status.files).toEqual({ total: 3, done: 2, refused: 1, failed: 0, running: 0 });
    expect(status.items).toMatchObject({ beslut: 2, yrkanden: 2, expediering: 2 });
    expect(status.arenden).toBe(2);
  });

  it('accounts for every file', async () => {
    const files = json<{ path: string }[]>(await runCli(['status', '--files', '--json'], full));
    expect(files).toHaveLength(3);
    expect(files.find(({ path }) => path === '/in/tom.pdf')).toEqual({
      path: '/in/tom.pdf',
      sha256: 'e'.repeat(64),
      status: 'refused',
      code: 'empty',
      reason: 'Filen är tom.',
    });
    expect((await runCli(['status', '--files'], full)).stdout).toContain('nekad   /in/tom.pdf');
    expect((await runCli(['status', '--filer'], full)).stdout).toContain('nekad   /in/tom.pdf');
    expect((await runCli(['status'], full)).stdout).not.toContain('tom.pdf');
  });

  it('searches with filters, in JSON and for people', async () => {
    const args = ['search', 'badhusets taxor', '--typ', 'beslut', '--huvudman', 'Fiskviks kommun'];
    const ran = await runCli([...args, '--json'], full);
    const { total, hits } = json<SearchAnswer>(ran);
    expect(ran.code).toBe(0);
    expect(total).toBe(1);
    expect(hits[0]).toMatchObject({ typ: 'beslut', organ: 'Fritidsnämnden', paragraf: '14', page: 1 });
    expect(Object.keys(hits[0] ?? {})).toEqual([
      ...['id', 'typ', 'text', 'huvudman', 'organ', 'datum', 'diarienummer', 'paragraf'],
      ...['rubrik', 'parti', 'fileName', 'page', 'bbox', 'sekretess', 'obekraftade'],
      ...['personer', 'utfall', 'sha256', 'arende', 'permanentId', 'kallor'],
    ]);
    expect((await runCli(args, full)).stdout).toContain('fiskvik.txt, sida 1');
    const two = ['search', 'bassängtaxa OR avslag', '--typ', 'yrkanden', '--typ', 'reservationer'];
    const moved = json<SearchAnswer>(await runCli([...two, '--person', 'Strandmark', '--json'], full));
    expect(moved.hits.map(({ typ, personer }) => [typ, personer])).toEqual([
      ['yrkanden', [{ namn: 'Alva Strandmark', parti: 'S' }]],
      ['yrkanden', [{ namn: 'Alva Strandmark', parti: 'S' }]],
    ]);
    expect((await runCli([...two, '--utfall', 'bordlagt'], full)).code).toBe(3);
  });

  it('asks which huvudman is meant, and takes the answer', async () => {
    const ran = await runCli(['arende', '2031/17', '--json'], full);
    expect(ran.code).toBe(4);
    const { choices } = json<Choices>(ran);
    expect(choices.map(({ huvudman }) => huvudman).sort()).toEqual(['Fiskviks kommun', 'Norrvalls kommun']);
    const people = await runCli(['arende', '2031/17'], full);
    expect(people.code).toBe(4);
    expect(people.stdout).toMatch(/--huvudman "Fiskviks kommun"/);

    const chosen = await runCli(['arende', '2031/17', '--huvudman', 'Fiskviks kommun', '--json'], full);
    expect(chosen.code).toBe(0);
    const arende = json<ArendeAnswer>(chosen);
    expect(arende).toMatchObject({ diarienummer: '2031/00017', avslutat: false });
    expect(arende.hos?.toLowerCase()).toBe('kommunstyrelsen');
    expect(arende.steg[0]).toMatchObject({
      datum: '2031-03-10',
      organ: 'Fritidsnämnden',
      kind: 'protokoll',
      paragraf: '14',
      fileName: 'fiskvik.txt',
      page: 1,
    });
  });

  it("shows a matter's way with its clauses", async () => {
    const { stdout } = await runCli(['arende', '2031/17', '--huvudman', 'Norrvalls kommun'], full);
    expect(stdout).toMatch(/● .* 2031-03-10 {2}Fritidsnämnden · § 14[\s\S]*▶ .*→ Kommunstyrelsen/);
    expect(stdout).toContain('• att anta ny taxa för badhuset från den 1 juli 2031.');
  });

  it('says so when it is the huvudman that nobody knows', async () => {
    const near = await runCli(['inkorg', 'KS', '--huvudman', 'Fisk'], full);
    expect(near.stderr).toBe('Ingen huvudman heter Fisk. Menade du "Fiskviks kommun"?\n');
    expect(near.code).toBe(3);
    const far = await runCli(['search', 'taxa', '--huvudman', 'Ekstad'], full);
    expect(far.stderr).toContain('De som finns: Fiskviks kommun, Norrvalls kommun.');
    expect((await runCli(['arende', '2031/17', '--huvudman', 'Fiskvik'], full)).code).toBe(0);
    const other = await runCli(['inkorg', 'Vaktmästeriet', '--huvudman', 'Fiskvik'], full);
    expect(other.stderr).toContain('Ingen mottagare hos Fiskvik heter Vaktmästeriet.');
  });

  it('lists inboxes and opens one', async () => {
    const recipients = json<{ mottagare: string }[]>(await runCli(['inkorg', '--json'], full));
    expect(recipients.map(({ mottagare }) => mottagare)).toContain('Badhusenheten');
    expect((await runCli(['inkorg', 'badhusenheten', '--json'], full)).code).toBe(4);
    const ran = await runCli(['inkorg', 'KS', '--huvudman', 'Fiskviks kommun', '--json'], full);
    expect(ran.code).toBe(0);
    const { poster } = json<InkorgAnswer>(ran);
    expect(poster).toHaveLength(1);
    expect(poster[0]).toMatchObject({ status: 'vantar', diarienummer: '2031/00017', fran: 'Fritidsnämnden' });
  });
});
