/** `expediera doctor`: whether everything that is needed is here, and what to do about what is not. */
import type { Command } from 'commander';
import type { Settings } from '../config/settings.ts';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';

interface Check {
  name: string;
  /** Says what is there, or throws with what is missing and how to give it. */
  look(settings: Settings, session: Session): Promise<string> | string;
}

interface Finding {
  name: string;
  ok: boolean;
  detail: string;
}

const LEAST_FREE_BYTES = 500 * 1024 * 1024;

async function homeCheck({ home }: Settings): Promise<string> {
  const { access, constants, mkdir, statfs } = await import('node:fs/promises');
  await mkdir(home, { recursive: true });
  await access(home, constants.W_OK);
  const { bavail, bsize } = await statfs(home);
  const free = `${Math.floor((bavail * bsize) / 1024 ** 3)} GiB ledigt`;
  if (bavail * bsize < LEAST_FREE_BYTES)
    throw new Error(`${home}: bara ${free}; frigör plats eller byt mapp`);
  return `${home}, ${free}`;
}

async function databaseCheck(): Promise<string> {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(':memory:');
  try {
    database.exec('create virtual table words using fts5(word)');
    const { version } = database.prepare('select sqlite_version() as version').get() as { version: string };
    return `SQLite ${version} med fulltextsökning`;
  } finally {
    database.close();
  }
}

async function ocrCheck(): Promise<string> {
  const { readdir } = await import('node:fs/promises');
  const { dirname, join } = await import('node:path');
  const { createRequire } = await import('node:module');
  const require = createRequire(import.meta.url);
  for (const language of ['swe', 'eng']) {
    const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    const files = await readdir(folder, { recursive: true });
    if (!files.some((file) => file.endsWith('.traineddata.gz'))) {
      throw new Error(`språkfilen för ${language} saknas i ${join(folder)}; kör npm install`);
    }
  }
  return 'svenska och engelska';
}

async function temporalCheck(_: Settings, { terminal }: Session): Promise<string> {
  const { findTemporalCli } = await import('../engine/temporal-cli/find.ts');
  return findTemporalCli({ say: (line) => terminal.tell(line) });
}

async function runningCheck({ home }: Settings): Promise<string> {
  const { holderOf } = await import('../engine/home-lock.ts');
  const { readPorts } = await import('../engine/ports.ts');
  const holder = holderOf(home);
  if (holder === null) return 'inget kör';
  const ports = readPorts(home);
  const pages = ports
    ? `, Temporal ${ports.temporalUi}${ports.status ? `, status ${ports.status}` : ''}`
    : '';
  return `process ${holder.pid} sedan ${holder.since}${pages}`;
}

const CHECKS: Check[] = [
  { name: 'Node.js', look: () => `${process.version} (${process.platform} ${process.arch})` },
  { name: 'Mapp', look: homeCheck },
  { name: 'Databas', look: databaseCheck },
  { name: 'Textigenkänning', look: ocrCheck },
  { name: 'Temporal', look: temporalCheck },
  { name: 'Igång', look: runningCheck },
];

async function doctor(options: { json?: boolean }, command: Command, session: Session): Promise<void> {
  const { terminal } = session;
  const settings = await settingsOf(command);
  const findings: Finding[] = [];
  for (const { name, look } of CHECKS) {
    try {
      findings.push({ name, ok: true, detail: await look(settings, session) });
    } catch (error) {
      findings.push({ name, ok: false, detail: (error as Error).message });
    }
  }
  const ok = findings.every((finding) => finding.ok);
  if (!ok) session.exitCode = EXIT.failed;
  if (options.json) {
    terminal.answer(asJson({ ok, checks: findings }));
    return;
  }
  const { table } = await import('./terminal/layout.ts');
  const rows = findings.map((finding) => [finding.ok ? 'ok' : 'SAKNAS', finding.name, finding.detail]);
  terminal.answer(table([{}, {}, {}], rows).join('\n'));
}

export function addDoctor(program: Command, session: Session): void {
  program
    .command('doctor')
    .summary('kontrollerar att allt som behövs finns')
    .description(
      'Kontrollerar att allt som behövs finns: Node.js, en mapp att skriva i, databasen, språk för textigenkänning och Temporals program (som hämtas om det saknas). Slutkod 1 om något saknas.',
    )
    .option('--json', 'svar för program')
    .action((options: { json?: boolean }, command: Command) => doctor(options, command, session));
}
