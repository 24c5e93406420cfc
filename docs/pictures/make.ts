/**
 * Makes the pictures of the README out of what the program really prints: takes the samples into a home of its
 * own, asks it, and draws each answer as a terminal, `docs/pictures/NAME.svg`; an answer that is a picture is kept as it is. Run by `npm run pictures`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { photographDesk } from './desk.ts';
import { terminalSvg } from './terminal-svg.ts';

const root = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'expediera-pictures-'));
const program = join(root, 'bin', 'expediera.mjs');

/** The pictures: what a person types, and what is run for it. */
const PICTURES: { name: string; typed: string; args: string[]; drawn?: boolean }[] = [
  { name: 'start', typed: 'npm start', args: ['start', '--once'] },
  {
    name: 'arende',
    typed: 'npm run -s expediera -- arende "KFN 2023/41"',
    args: ['arende', 'KFN 2023/41'],
  },
  {
    name: 'vag',
    typed: 'npm run -s expediera -- arende "KFN 2023/41" --format svg',
    args: ['arende', 'KFN 2023/41', '--format', 'svg', '--idag', '2023-10-01'],
    drawn: true,
  },
];

/** Answers and what is told besides, in the order of a terminal, without the log and the addresses of this one run. */
function printed(args: string[]): string[] {
  const run = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, EXPEDIERA_HOME: home, EXPEDIERA_LOG_LEVEL: 'error' },
  });
  if (run.status !== 0)
    throw new Error(`expediera ${args.join(' ')} ended with ${run.status}:\n${run.stderr}`);
  const told = run.stderr.split('\n').filter((line) => line !== '' && !/https?:\/\//.test(line));
  // A terminal redraws the line of progress: only its last state stays.
  const last = told.findLastIndex((line) => line.startsWith('Läser in'));
  const kept = told.filter((line, at) => !line.startsWith('Läser in') || at === last);
  const text = [...kept, ...run.stdout.trimEnd().split('\n')].join('\n');
  return text.replaceAll(`${root}/`, '').split('\n');
}

try {
  for (const { name, typed, args, drawn } of PICTURES) {
    const path = join(import.meta.dirname, `${name}.svg`);
    const lines = printed(args);
    writeFileSync(path, drawn ? `${lines.join('\n')}\n` : terminalSvg(`$ ${typed}`, lines));
    process.stderr.write(`${path}\n`);
  }
  await photographDesk();
} finally {
  rmSync(home, { recursive: true, force: true });
}
