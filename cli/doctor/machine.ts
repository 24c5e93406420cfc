/** The machine and the home: disk, memory, cores, clock, ports. */
import { existsSync } from 'node:fs';
import { access, constants, mkdir, open, readFile, rm, stat, statfs } from 'node:fs/promises';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { moment } from '../answers/moment.ts';
import { fel, type Kontroll, ok, type Sammanhang, type Svar, varning } from './check.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
/** Below the first nothing more can be kept; below the second the next archive may fill it. */
const LEAST_FREE = 500 * MIB;
const LITTLE_FREE = 5 * GIB;
/** The first thread that reads by OCR, with its models, drawing and strips, and each further one (docs/operation.md, Resources). */
const FIRST_OCR_BYTES = 400 * MIB;
const FURTHER_OCR_BYTES = 100 * MIB;
/** Everything else: the engine, the server of Temporal, the store. */
const REST_BYTES = 900 * MIB;
/** f_type of statfs(2) of file systems that lie on another machine. */
const REMOTE: { readonly [type: number]: string } = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'CIFS',
  4266872130: 'SMB',
};
/** Clocks of the machine and its disk that differ by more than this are told. */
const SKEW_MS = 60_000;

const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1).replace('.', ',')} GiB`;

async function homeCheck({ settings }: Sammanhang): Promise<Svar> {
  const { home } = settings;
  const there = existsSync(home);
  let nearest = home;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  const choose = 'Ange en annan mapp med EXPEDIERA_HOME, eller ge rätt att skriva i den.';
  try {
    await access(nearest, constants.W_OK);
  } catch {
    return fel(`${nearest} går inte att skriva i`, choose);
  }
  const { bavail, bsize, type } = await statfs(nearest);
  const free = bavail * bsize;
  const text = `${home}${there ? '' : ' (finns inte än, skapas vid start)'}, ${gib(free)} ledigt`;
  if (free < LEAST_FREE) return fel(text, 'Frigör plats, eller flytta mappen till en större disk.');
  if (there) {
    const fault = await writeTest(home);
    if (fault !== null) return fel(`${home}: ${fault}`, choose);
  }
  const remote = REMOTE[type];
  if (remote !== undefined && settings.database === undefined) {
    return varning(
      `${text}; den ligger på en nätverksdisk (${remote})`,
      'SQLite kan gå sönder där. Lägg EXPEDIERA_HOME på en egen disk.',
    );
  }
  if (free < LITTLE_FREE) return varning(text, 'Frigör plats innan nästa arkiv läses in.');
  return ok(text);
}

/** Writes a file down to the disk, reads it and takes it away. Returns what went wrong. */
async function writeTest(home: string): Promise<string | null> {
  const path = join(home, `.doctor-${process.pid}`);
  try {
    await mkdir(home, { recursive: true });
    const file = await open(path, 'w');
    try {
      await file.writeFile('doctor');
      await file.sync();
    } finally {
      await file.close();
    }
    const read = await readFile(path, 'utf8');
    const skew = Math.abs((await stat(path)).mtimeMs - Date.now());
    if (read !== 'doctor') return 'det som skrevs lästes inte tillbaka';
    return skew > SKEW_MS ? `diskens klocka går ${Math.round(skew / 1000)} s fel mot datorns` : null;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await rm(path, { force: true });
  }
}

function memoryCheck({ settings }: Sammanhang): Svar {
  const { ocrWorkers, memoryMb, queues } = settings;
  const limit = process.constrainedMemory();
  const memory = limit > 0 && limit < totalmem() ? limit : totalmem();
  const ocr = queues.includes('ocr') ? FIRST_OCR_BYTES + (ocrWorkers - 1) * FURTHER_OCR_BYTES : 0;
  const need = ocr + (queues.includes('light') ? memoryMb * MIB : 0) + REST_BYTES;
  const cores = availableParallelism();
  const text = `${gib(memory)} minne (${gib(freemem())} ledigt), ${cores} kärnor; inställningarna kan ta ${gib(need)}`;
  if (need > memory) {
    return varning(text, 'Sänk ocrWorkers eller memoryMb, eller ge datorn mer minne.');
  }
  if (queues.includes('ocr') && ocrWorkers > cores * 2) {
    return varning(text, `ocrWorkers är ${ocrWorkers}: fler än kärnorna gör det inte fortare. Sänk det.`);
  }
  return ok(text);
}

/** The program cannot run before the day it was made. */
const MADE = Date.parse('2026-01-01');

function clockCheck(): Svar {
  const now = new Date();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const text = `${moment(now.toISOString())} svensk tid (datorns tidszon: ${timeZone})`;
  return now.getTime() < MADE
    ? fel(text, 'Ställ datorns klocka: dagar som räknas ut blir annars fel.')
    : ok(text);
}

async function portsCheck({ settings }: Sammanhang): Promise<Svar> {
  const [{ holderOf }, { isFree }] = await Promise.all([
    import('../../engine/home/lock.ts'),
    import('../../engine/home/ports.ts'),
  ]);
  const { port, temporalPort, temporalUiPort, home } = settings;
  const asked = Object.entries({ port, temporalPort, temporalUiPort }).filter(([, nr]) => nr !== 0);
  if (asked.length === 0) return ok('tas lediga vid start');
  const text = asked.map(([name, nr]) => `${name} ${nr}`).join(', ');
  if (holderOf(home) !== null) return ok(`${text}; Expediera är igång`);
  for (const [name, nr] of asked) {
    if (!(await isFree(nr))) {
      return fel(`port ${nr} är upptagen`, `Ange en annan med inställningen ${name}, eller 0 för en ledig.`);
    }
  }
  return ok(`${text}: lediga`);
}

export const machineChecks: Kontroll[] = [
  { namn: 'Mapp', look: homeCheck },
  { namn: 'Minne', look: memoryCheck },
  { namn: 'Klocka', look: clockCheck },
  { namn: 'Portar', look: portsCheck },
];
