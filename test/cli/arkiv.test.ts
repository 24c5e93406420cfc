/** `expediera arkiv` as a person types it: what was taken in, how it ended, and running it again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arkivenText, arkivText, type ShownArkiv } from '../../cli/answers/arkiv-text.ts';
import { shownPath } from '../../cli/answers/paths-text.ts';
import { nothingAgainText, styrtText } from '../../cli/answers/styrt-text.ts';
import { isUnder } from '../../cli/paths.ts';
import { lockHome } from '../../engine/home/lock.ts';
import { removePorts, writePorts } from '../../engine/home/ports.ts';
import { openStores } from '../../engine/stores/index.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Arkiv } from '../../store/arkiv.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-arkiv-cli-'));
const env = { EXPEDIERA_HOME: join(folder, 'home') };
const cli = (...args: string[]) => runCli(['arkiv', ...args], env);

beforeAll(async () => {
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'a.txt'), 'a');
  const { store, blobs, close } = await openStores({ home: join(folder, 'home') });
  const id = await store.newArkiv({
    ...{ namn: 'protokoll', paths: [join(folder, 'in')], lopande: false, om: null, av: 'Siv Ek' },
  });
  const offer = async (name: string): Promise<string> => {
    const { sha256 } = await blobs.put(Buffer.from(name));
    await store.offerFile(join(folder, 'in', name), sha256, false, id);
    return sha256;
  };
  await store.setOutcome(await offer('a.txt'), { status: 'done' });
  await store.setOutcome(await offer('b.txt'), {
    status: 'refused',
    reason: { code: 'encrypted', sv: 'Filen är krypterad.', en: 'Encrypted.' },
    nekadAv: EXTRACTION_VERSION,
  });
  await offer('c.txt');
  await store.setArkivWorkflow(id, 'archive:protokoll-1-0123456789ab');
  await store.setArkivLage(id, 'pagar', null, ['samlas']);
  await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('arkiv', () => {
  it('shows what is kept while the engine that runs does not answer', async () => {
    const home = join(folder, 'home');
    const lock = lockHome(home);
    const nobody = { temporal: '127.0.0.1:1', temporalUi: '', namespace: 'default', serverPid: null };
    writePorts(home, { ...nobody, pid: process.pid });
    try {
      const { code, stdout, stderr } = await cli('visa', '1');
      expect(code, stderr).toBe(0);
      expect(stderr).toContain('Läsprogrammet svarar inte just nu');
      expect(stdout).toContain('3 olika innehåll: 1 inläst, 1 nekad, 0 misslyckade, 1 kvar');
      expect(stdout).not.toContain('Ingen Expediera är igång');
    } finally {
      removePorts(home);
      lock.release();
    }
  });

  it('lists what was taken in, and shows one with its reasons and files, with nothing running', async () => {
    const list = await cli();
    expect(list.stdout, list.stderr).toMatch(
      /^Nr +Namn +Läge +Filer +Olika innehåll +Inlästa +Nekade +Misslyckade +Kvar/m,
    );
    expect(list.stdout).toMatch(/^ *1 +protokoll +pågår +3 +3 +1 +1 +0 +1 .*Siv Ek$/m);
    const [row] = JSON.parse((await cli('--json')).stdout) as Arkiv[];
    expect(row).toMatchObject({ id: 1, lage: 'pagar', files: { total: 3, running: 1 } });
    const { code, stdout } = await cli('visa', '1', '--filer');
    expect((await cli('visa', '1', '--files')).stdout).toContain('a.txt');
    expect((await cli('visa', '1')).stdout).not.toContain('a.txt');
    expect(code).toBe(0);
    expect(stdout).toContain('3 filer, 3 olika innehåll: 1 inläst, 1 nekad, 0 misslyckade, 1 kvar\n');
    expect(stdout).toContain('Ingen Expediera är igång');
    expect(stdout).toMatch(/1 {2}nekad {2}Filen är krypterad\. {2}encrypted/);
    expect(stdout).toContain('a.txt');
    const short = (await cli('visa', '1')).stdout;
    expect(short).toMatch(/^Kom inte in:\n {2}nekad {2}.*b\.txt\n {9}Filen är krypterad\.\n/m);
    expect(short).toContain('Alla filer, med orsak: expediera arkiv visa 1 --filer');
    expect(stdout).not.toContain('Kom inte in');
    const shown = JSON.parse((await cli('visa', '1', '--json')).stdout) as ShownArkiv;
    expect(shown).toMatchObject({ work: null, isRunning: false, reasons: [{ code: 'encrypted', files: 1 }] });
  }, 90_000);

  it('pauses, lets go on and calls off, by whom is kept, and refuses what cannot be', async () => {
    const paused = await cli('pausa', '1', '--av', 'Bo Ek');
    expect(paused.stdout, paused.stderr).toContain('Inläsning 1 (protokoll): pausad.');
    expect((await cli('visa', '1')).stdout).toContain('pausad (Bo Ek, ');
    expect(await cli('pausa', '1', '--av', 'Siv Ek')).toMatchObject({ code: 0, stdout: paused.stdout });
    expect((await cli('visa', '1')).stdout).toContain('pausad (Bo Ek, ');
    expect((await cli('fortsatt', '1')).stdout).toMatch(
      /^Inläsning 1 \(protokoll\): pågår\. .*läses när Expediera startas/u,
    );
    const ended = await cli('avbryt', '1', '--json');
    expect(JSON.parse(ended.stdout)).toMatchObject({ id: 1, lage: 'avbrutet' });
    expect(await cli('fortsatt', '1')).toMatchObject({
      code: 7,
      stderr: expect.stringMatching(
        /^Inläsning 1 är avbruten; det finns inget att gå vidare med\. .* arkiv om 1\n/u,
      ),
    });
    const { stdout } = await runCli(['logg', '--om', 'arkiv:1', '--vad', 'arkiv-pausat'], env);
    expect(stdout).toMatch(/ Bo Ek +pausade en inläsning +inläsning 1\n$/u);
  }, 90_000);

  it('tells programs null of one that is not there', async () => {
    for (const what of ['visa', 'pausa', 'fortsatt', 'avbryt', 'om'])
      expect(await cli(what, '9', '--json')).toMatchObject({ code: 3, stdout: 'null\n' });
  });

  it.each([
    [['visa', '9'], 3],
    [['pausa', '9'], 3],
    [['visa', 'x'], 2],
    [['om'], 2],
    [['om', '1', '--alla'], 2],
    [['visa'], 2],
  ])('%j ends with %i', async (args, code) => {
    const ran = await cli(...args);
    expect(ran.code, ran.stderr).toBe(code);
    expect(ran.stderr).not.toBe('');
  });

  it('runs again what was called off: it is an intake of its own', async () => {
    // the start calls off what was left of the first
    const again = await cli('om', '1', '--json', '--av', 'Bo Ek');
    expect(again.stderr).toContain('Ingen Expediera är igång: en startas');
    expect(again.stderr).toContain('Pausa den: expediera arkiv pausa 2');
    expect(JSON.parse(again.stdout)).toMatchObject({ arkiv: 2, paths: 1, submitted: 1, ended: { done: 1 } });
    expect(again.code).toBe(0);
    const [newest, first] = JSON.parse((await cli('--json')).stdout) as Arkiv[];
    expect(newest).toMatchObject({ om: 1, lage: 'klart', files: { total: 1, done: 1 } });
    expect(first).toMatchObject({ id: 1, lage: 'avbrutet', files: { done: 2, refused: 1, failed: 0 } });
  }, 90_000);
});

describe('arkiv om', () => {
  it('starts nothing to say that there is nothing, or no such one', async () => {
    const starts = async () =>
      JSON.parse((await runCli(['logg', '--vad', 'start', '--json'], env)).stdout).total as number;
    const before = await starts();
    const nothing = await cli('om', '2');
    expect(nothing).toMatchObject({
      ...{ code: 0, stderr: '' },
      stdout: 'Det finns inget att läsa om i inläsning 2: inget har misslyckats.\n',
    });
    expect(await cli('om', '2', '--json')).toMatchObject({ code: 0, stdout: 'null\n' });
    expect((await cli('om', '1')).stdout).toMatch(/inget har misslyckats\.\n1 fil är nekad: /u);
    const unknown = await cli('om', '9');
    expect(unknown).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^Det finns ingen inläsning 9\./u),
    });
    expect(await starts()).toBe(before);
  }, 60_000);
});

describe('arkiv fortsatt', () => {
  it('finds the files of one that was paused while they were found, and cut off then', async () => {
    const { store, close } = await openStores({ home: join(folder, 'home') });
    const nytt = { namn: 'in', paths: [join(folder, 'in')], lopande: false, om: null, av: null };
    const id = await store.newArkiv(nytt);
    await store.setArkivLage(id, 'pausat', 'Bo Ek', ['samlas']);
    await close();
    const ended = await cli('fortsatt', String(id), '--json', '--av', 'Siv Ek');
    expect(JSON.parse(ended.stdout), ended.stderr).toMatchObject({ arkiv: id, paths: 1, ended: { done: 1 } });
    const [newest] = JSON.parse((await cli('--json')).stdout) as Arkiv[];
    expect(newest).toMatchObject({ id, lage: 'klart', lageAv: 'Siv Ek', files: { total: 1, done: 1 } });
  }, 90_000);
});

describe('the texts', () => {
  const scan = { sha256: 'a'.repeat(64), step: 'ocr' as const, pages: 9, opening: null };
  const arkiv: ShownArkiv = {
    ...{ id: 3, namn: 'in', paths: ['/in'], lopande: true, om: 1, av: null },
    ...{ at: '2031-05-14T07:12:00.000Z', andrad: '2031-05-14T07:12:00.000Z' },
    ...{ workflowId: 'w', version: null },
    ...{ lage: 'pagar', lageAt: null, lageAv: null, reasons: [], delade: [], isRunning: true },
    sokvagar: 2100,
    files: { total: 2000, done: 900, refused: 40, failed: 60, running: 1000 },
    work: {
      ...{ state: 'running', started: 1008, pages: 12_000, secondsLeft: 600, waitsForOcr: false },
      pace: { filesPerMinute: 100, pagesPerMinute: 1250.4 },
      running: [
        { ...scan, path: '/in/protokoll 2009.pdf', ocrPages: 5, ocrRead: 2 },
        { ...scan, path: null, pages: 1, ocrPages: 1, ocrRead: 0 },
      ],
    },
  };

  it('tell the pace, the time left and what is under way', () => {
    const text = arkivText(arkiv, []);
    expect(text).toContain('Började 2031-05-14 09:12, löpande ärenden, omläsning av inläsning 1');
    expect(text).toMatch(
      /Takt: 100 filer och 1\s250 sidor i minuten · 12\s000 sidor hittills · ungefär 10 min kvar/,
    );
    expect(text).toContain('  /in/protokoll 2009.pdf  OCR: 2 av 5 sidor lästa\n');
    expect(text).toContain('  aaaaaaaaaaaa  OCR: 0 av 1 sida läst');
    const work = arkiv.work as Exclude<ShownArkiv['work'], string | null>;
    const text400 = {
      ...{ ...scan, step: 'open' as const, path: '/in/bilagor.pdf', pages: 0, ocrPages: 0, ocrRead: 0 },
      opening: { page: 120, pageCount: 400 },
    };
    expect(arkivText({ ...arkiv, work: { ...work, running: [text400] } }, [])).toContain(
      '  /in/bilagor.pdf  sida 120 av 400',
    );
  });

  it('tell what is waited for', () => {
    const work = arkiv.work as Exclude<ShownArkiv['work'], string | null>;
    expect(arkivText({ ...arkiv, work: { ...work, waitsForOcr: true } }, [])).toContain(
      'läsprogrammet för dem (OCR) är inte igång',
    );
    expect(arkivText({ ...arkiv, work: 'no-worker' }, [])).toContain('Läsprogrammet tar inte emot filer');
    expect(arkivText({ ...arkiv, lage: 'brutet' }, [])).toContain('expediera arkiv fortsatt 3');
    const stopped = arkivText({ ...arkiv, lage: 'pausat', isRunning: false, work: null }, []);
    expect(stopped).toContain('inläsningen är pausad också när den startas');
    expect(stopped).not.toContain('det går vidare när den startas');
    const omlasning = { ...arkiv, version: '2031.2', paths: [], av: null };
    expect(arkivText(omlasning, [])).toContain('Läser om det som lästs av versioner före 2031.2');
    const unread = {
      status: 'refused',
      code: 'damaged',
      reason: 'Skadad.',
      ejOmlast: true,
      files: 2,
    } as const;
    expect(arkivText({ ...omlasning, reasons: [unread] }, [])).toMatch(
      /2 +inte omläst +Skadad\. +damaged\n.*står kvar som de lästes förut\.\nLäs om .*arkiv om 3/u,
    );
    const calledOff = { ...omlasning, lage: 'avbrutet', underWay: 1 } as const;
    expect(styrtText(calledOff)).toContain('arkiv om --alla --aldre');
    expect(arkivenText([])).toBe('Inget är inläst än.');
  });

  it('tell what a pause lets end and what it holds', () => {
    const pausat = (running: number, underWay: number | null, more: Partial<Arkiv> = {}) =>
      styrtText({ ...arkiv, lage: 'pausat', files: { ...arkiv.files, running }, underWay, ...more });
    expect(pausat(6, 2)).toBe(
      'Inläsning 3 (in): pausad. 2 filer på gång läses klart, 4 väntar. Gå vidare med: expediera arkiv fortsatt 3',
    );
    expect(pausat(6, 0)).toContain('pausad. Inget är på gång, 6 filer väntar. Gå');
    expect(pausat(1, 1)).toContain(
      'Men inget hålls tillbaka: 1 fil är kvar och redan på gång, och läses klart',
    );
    expect(pausat(6, null)).toContain(
      '6 filer är kvar. Det som var på gång när Expediera stoppades läses klart',
    );
    expect(pausat(0, 0, { workflowId: null })).toContain('Det som hittas av dess filer väntar');
    expect(pausat(0, 0, { lage: 'klart' })).toBe(
      'Inläsning 3 (in): klar. Filerna hann läsas klart: inget är kvar.',
    );
    const work = { ...(arkiv.work as Exclude<ShownArkiv['work'], string | null>), state: 'paused' as const };
    const files = { ...arkiv.files, running: 2 };
    const standing = { ...work, pace: null, secondsLeft: null };
    const shown = { ...arkiv, lage: 'pausat' as const, work: standing };
    expect(arkivText(shown, [])).toContain(
      'Pausad: 2 filer är på gång och läses klart, 998 väntar. Gå vidare',
    );
    expect(arkivText({ ...shown, files }, [])).toContain(
      'Pausad, men inget hålls tillbaka: 2 filer är på gång',
    );
  });

  it('tell what calling off does to what is under way', () => {
    const avbrutet = (underWay: number | null, atOnce = false): string =>
      styrtText({ ...arkiv, lage: 'avbrutet', underWay }, atOnce);
    expect(avbrutet(2)).toContain('avbruten. 2 filer på gång läses klart. Läs om');
    expect(avbrutet(2, true)).toContain('avbruten. 2 filer på gång avbryts också. Läs om');
    expect(avbrutet(0, true)).toContain('avbruten. Inget är på gång. Läs om');
    expect(avbrutet(null)).toMatch(/läses klart när den startas, resten avbryts\. Läs om/u);
    expect(avbrutet(null, true)).toContain('starta Expediera och gör om kommandot');
  });

  it('tell that files of a paused one are read through another', () => {
    const delade = [{ pausat: 3, genom: 5, namn: 'fler', filer: 4, kvar: 2 }];
    const paused = { ...arkiv, delade, lage: 'pausat' as const };
    expect(arkivText(paused, [])).toContain(
      '4 av filerna hör också till inläsning 5 (fler) och läses där, fast den här är pausad.',
    );
    const ended = delade.map((one) => ({ ...one, kvar: 0 }));
    expect(arkivText({ ...paused, delade: ended, lage: 'klart' }, [])).toContain(
      '4 av filerna hör också till inläsning 5 (fler) och har lästs där, efter att den här pausats.',
    );
    expect(arkivText({ ...arkiv, id: 5, delade }, [])).toContain(
      '4 av filerna hör också till inläsning 3, som är pausad. De läses här.',
    );
  });

  it('tell why there is nothing to run again, and what to do', () => {
    const files = { total: 6, done: 2, refused: 4, failed: 0, running: 0 };
    const failed = { failed: true, older: false };
    const text = nothingAgainText({ id: 1, files }, failed);
    expect(text).toContain('Det finns inget att läsa om i inläsning 1: inget har misslyckats.');
    expect(text).toMatch(/4 filer är nekade: .* arkiv visa 1 --filer\. .*: expediera ingest SÖKVÄG$/u);
    expect(nothingAgainText({ files: { ...files, refused: 0 } }, { failed: false, older: true })).toBe(
      'Det finns inget att läsa om: inget är läst av en äldre version av reglerna.',
    );
  });

  it('show paths in ZIPs, and obey no sign in them', () => {
    const path = `${process.cwd()}/a.zip!/../b\n\u001b[2J.txt`;
    expect(shownPath(path)).toBe('a.zip!/../b\\n\\u001b[2J.txt');
    expect(isUnder('/in/a.zip!/b.txt', ['/in/a.zip'])).toBe(true);
    expect(isUnder('/in/a.zipped', ['/in/a.zip'])).toBe(false);
  });
});
