/** Channels and deliveries from the command line, with nothing else running. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planLeverans } from '../../activities/plan-leverans.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openStores } from '../../engine/stores/index.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Kanal, KanalHandelse, Leverans, StegRef } from '../../store/expediering.ts';
import { isChoices } from '../../store/store.ts';
import { protokoll } from '../expediering/made-up.ts';
import { type Ran, runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-expediering-'));
const home = join(folder, 'home');
const env = { EXPEDIERA_HOME: home };
afterAll(() => rmSync(folder, { recursive: true }));

let step: StegRef;

/** Plans the § anew, as its workflow would. */
async function plan(): Promise<void> {
  const stores = await openStores({ home });
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => {}) });
  const leveransTider = { sekunder: 1, paminnelse: 1 };
  try {
    await environment.run(
      planLeverans({
        store: stores.store,
        wayOf,
        startGranska: async () => {},
        findable: false,
        leveransTider,
      }),
      step,
    );
  } finally {
    await stores.close();
  }
}

beforeAll(async () => {
  const { store, blobs, close } = await openStores({ home });
  const bytes = new TextEncoder().encode(protokoll({ justerad: '' }));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await blobs.put(bytes);
  const { mediaType, pageCount, pages } = await openDocument(bytes);
  const source = { fileName: 'tn.txt', sha256, bytes: bytes.length, mediaType, pageCount };
  await store.offerFile('/in/tn.txt', sha256, true);
  const { matters } = await store.saveRecord(assembleRecord(source, pages), EXTRACTION_VERSION);
  for (const matter of matters) await store.updateWay(matter, wayOf);
  const way = await store.arende(matters[0] ?? '');
  if (!way || isChoices(way)) throw new Error('the fixture has no matter');
  step = { matter: matters[0] ?? '', steg: way.steg[0]?.nyckel ?? '' };
  await close();
});

const json = <T>({ stdout }: Ran): T => JSON.parse(stdout) as T;
const leveranser = async (...args: string[]) =>
  json<{ leveranser: Leverans[] }>(await runCli(['expediering', ...args, '--json'], env)).leveranser;

describe('kanal', () => {
  it('tells that there are none, and whose it is to be', async () => {
    const { code, stdout } = await runCli(['kanal'], env);
    expect([code, stdout]).toEqual([3, 'Inga kanaler än: alla mottagare har sin inkorg här.\n']);
  });

  it.each<[string, string[], string]>([
    ['nobody', ['ny', 'hamn', '--slag', 'mapp', '--adress', 'ut'], '--till NAMN eller --till-alla'],
    ['no address', ['ny', 'hamn', '--slag', 'mapp', '--till', 'Hamnenheten'], '--adress saknas'],
    ['no kind', ['ny', 'hamn', '--till', 'Hamnenheten'], '--slag'],
    [
      'a secret itself',
      [
        'ny',
        'hamn',
        '--slag',
        'webhook',
        '--till',
        'X',
        '--adress',
        'https://x.example/',
        '--satt',
        'nyckel=hemlig',
      ],
      'okänd inställning nyckel',
    ],
    [
      'no address at all',
      ['ny', 'h', '--slag', 'epost', '--till', 'X', '--adress', 'ingen'],
      'adressen: en e-postadress',
    ],
  ])('refuses one with %s', async (_, args, said) => {
    const { code, stderr, stdout } = await runCli(['kanal', ...args], env);
    expect(stderr).toContain(said);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('is made off, put on trial, and not approved before a dry run', { timeout: 120_000 }, async () => {
    const args = [
      'kanal',
      'ny',
      'hamn',
      '--slag',
      'mapp',
      '--till',
      'Hamnenheten',
      '--adress',
      join(folder, 'ut'),
    ];
    const made = await runCli([...args, '--av', 'Alva Strand'], env);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('Kanalen hamn (mapp, till Hamnenheten) är av.');
    expect((await runCli(args, env)).stderr).toContain('finns redan');
    const [kanal] = json<Kanal[]>(await runCli(['kanal', '--json'], env));
    expect(kanal).toMatchObject({ huvudman: 'Sjöviks kommun', lage: 'av', andradAv: 'Alva Strand' });

    const early = await runCli(['kanal', 'godkann', 'hamn'], env);
    expect([early.code, early.stdout]).toEqual([7, '']);
    expect(early.stderr).toContain('inte sättas på förrän den är på prov');
    const tried = await runCli(['kanal', 'prova', 'hamn', '--av', 'Bo Lind'], env);
    expect(tried.code).toBe(0);
    expect(tried.stderr).toContain('inte igång');
    expect((await runCli(['kanal', 'godkann', 'hamn'], env)).stderr).toContain('Inget har provkörts');
    expect((await runCli(['kanal', 'av', 'hamn', '--av', 'Bo Lind'], env)).stdout).toContain('är av');
    expect((await runCli(['kanal', 'av', 'okand'], env)).stderr).toBe(
      'Ingen kanal heter okand. De som finns: hamn.\n',
    );
    const said = json<KanalHandelse[]>(await runCli(['kanal', 'historik', '--json'], env));
    expect(said.map(({ vad, av }) => [vad, av])).toEqual([
      ['skapad', 'Alva Strand'],
      ['prov', 'Bo Lind'],
      ['av', 'Bo Lind'],
    ]);
    expect((await runCli(['kanal'], env)).stdout).toMatch(/hamn +av +Hamnenheten +mapp/);
  });
});

describe('expediering', () => {
  it('shows what waits and why, and lets it go when a person says so', { timeout: 120_000 }, async () => {
    await plan();
    const { stdout } = await runCli(['expediering'], env);
    expect(stdout).toContain('3 leveranser: 3 väntar på åtgärd');
    expect(stdout).toMatch(/Tekniska nämnden § 31, 2031-05-07 +TN 2031\/0031 +→ Hamnenheten +mapp \(hamn\)/);
    expect(stdout).toContain(
      'Protokollet är inte justerat. (Kan skickas ändå: expediera expediering slapp NYCKEL)',
    );
    const [row] = await leveranser('--mottagare', 'hamnenheten');
    const nyckel = row?.nyckel ?? '';
    const released = await runCli(['expediering', 'slapp', nyckel.slice(0, 8), '--av', 'Alva Strand'], env);
    expect(released.stdout).toBe('Leveransen till Hamnenheten skickas ändå.\n');
    await plan();
    expect(await leveranser('--status', 'vantar_kanal')).toMatchObject([{ mottagare: 'Hamnenheten' }]);
    expect(await leveranser('--diarienummer', '2031/31')).toHaveLength(3);
    expect(await leveranser('--organ', 'Kulturnämnden')).toEqual([]);
    const again = await runCli(['expediering', 'slapp', nyckel], env);
    expect([again.code, again.stderr]).toEqual([
      7,
      'Inget i själva paragrafen hindrar den här leveransen.\n',
    ]);
  });

  it('shows one with the utdrag as a file', { timeout: 120_000 }, async () => {
    const [row] = await leveranser('--mottagare', 'Hamnenheten');
    const ran = await runCli(['expediering', 'visa', row?.nyckel ?? '', '--json'], env);
    const { utdrag, handelser } = json<{ utdrag: string; handelser: { vad: string; av: string }[] }>(ran);
    expect(utdrag).toBe(join(home, 'utdrag', `${row?.nyckel}.pdf`));
    expect(readFileSync(utdrag).subarray(0, 5).toString()).toBe('%PDF-');
    expect(handelser.map(({ vad }) => vad)).toEqual(['vantar_granskning', 'slappt', 'vantar_kanal']);
    const people = await runCli(['expediering', 'visa', row?.nyckel ?? ''], env);
    expect(people.stdout).toMatch(/skickas ändå +av Alva Strand +Protokollet är inte justerat\./);
  });

  it('sends again what was given up, and nothing that is on its way or there', {
    timeout: 120_000,
  }, async () => {
    const [row] = await leveranser('--mottagare', 'Hamnenheten');
    const nyckel = row?.nyckel ?? '';
    const waiting = await runCli(['expediering', 'skicka-om', nyckel], env);
    expect([waiting.code, waiting.stderr]).toEqual([
      7,
      'Leveransen väntar och har inte skickats: det finns inget att skicka om.\n',
    ]);
    const { store, close } = await openStores({ home });
    await store.updateLeveranser({ ...step, huvudman: 'Sjöviks kommun' }, (kanda) =>
      kanda.map((one) => ({ ...one, status: 'skickas', hinder: [], kanal: null, slag: 'inkorg' })),
    );
    await store.beginSend(nyckel);
    await store.noteSendFailed(nyckel, 'Mappen finns inte.', true);
    await close();
    const shown = await runCli(['expediering'], env);
    expect(shown.stdout).toMatch(/^3 leveranser: 1 misslyckad, 2 skickas\n\nMisslyckade /);
    expect(shown.stdout).toContain('Mappen finns inte.');
    const again = await runCli(['expediering', 'skicka-om', nyckel, '--av', 'Alva Strand'], env);
    expect(again.stdout).toBe('Leveransen till Hamnenheten skickas om.\n');
    expect(again.stderr).toContain('inte igång');
    expect(await leveranser('--status', 'misslyckad')).toEqual([]);
  });

  it('says so when nothing is known', { timeout: 120_000 }, async () => {
    const unknown = await runCli(['expediering', 'visa', 'ffffffff'], env);
    expect([unknown.code, unknown.stdout]).toEqual([3, '']);
    for (const name of ['visa', 'skicka-om', 'slapp']) {
      const told = await runCli(['expediering', name, 'ffffffff', '--json'], env);
      expect([told.code, told.stdout]).toEqual([3, 'null\n']);
    }
    const other = { EXPEDIERA_HOME: join(folder, 'tomt') };
    const { code, stdout } = await runCli(['expediering'], other);
    expect([code, stdout]).toEqual([3, 'Inget är expedierat, och inget väntar.\n']);
    expect(existsSync(other.EXPEDIERA_HOME)).toBe(false);
    expect((await runCli(['expediering', '--huvudman', 'Ekstad'], env)).stderr).toContain('Sjöviks kommun');
  });
});
