/** Why a Temporal server did not start: whether another try may help, and what a person is told when it did not. */

import { Problem } from '../problem.ts';
import { damagedAdvice } from './damaged-database.ts';

/** One try to start a server. */
export interface FailedTry {
  /** "exit code 2", "SIGKILL", "no answer within 60 s" … */
  how: string;
  /** Whether the process ended by itself before it answered. */
  ended: boolean;
  /** What it wrote to its log. */
  said: string;
}

/**
 * Whether the fault may be gone the next time. A server that states its reason ("Error: …") will state it again,
 * unless a free port was taken between asking and binding; a crash while it starts is its own, and mostly passes.
 *
 * @param asked ports that a person asked for, which are never exchanged for others
 */
export function mayPass({ how, ended, said }: FailedTry, asked: readonly number[]): boolean {
  if (!ended || /^exit code 12[67]$|ENOENT|EACCES/.test(how)) return false;
  if (/address already in use/i.test(said)) {
    return !asked.some((port) => new RegExp(`\\b${port}\\b`).test(said));
  }
  return !/^Error: /m.test(said);
}

/** What is told when the last try failed. Code "temporal-start". */
export function startProblem(tries: readonly FailedTry[], database: string, logPath: string): Problem {
  const last = tries.at(-1) as FailedTry;
  const often = tries.length > 1 ? ` efter ${tries.length} försök` : '';
  const told = tries.map(({ how, said }, at) =>
    [tries.length > 1 ? `Försök ${at + 1} (${how}):` : '', ...gist(said)].filter(Boolean).join('\n'),
  );
  const lines = [
    `Temporal-servern kunde inte startas${often} (${last.how}). Loggen finns i ${logPath}.`,
    adviceOn(last.said, database),
    ...told,
    'The Temporal server could not be started.',
  ];
  return new Problem('temporal-start', lines.filter(Boolean).join('\n'));
}

/** What can be done about it, where the server's own words tell. SQLite's numbers stand in brackets after its words. */
function adviceOn(said: string, database: string): string {
  if (/disk is full|no space left/i.test(said)) return 'Disken är full: gör plats och starta igen.';
  if (/not a database|malformed|no such table|no such column|has no column/i.test(said)) {
    return damagedAdvice(database);
  }
  if (/unable to open database|readonly database|read-only file system|permission denied/i.test(said)) {
    return `Serverns databas ${database} går inte att öppna eller skriva i: se över rättigheterna till mappen.`;
  }
  if (/address already in use/i.test(said)) return 'Porten är upptagen: ange en annan, eller 0 för en ledig.';
  return '';
}

const GIST_LINES = 5;

/** The lines that tell: from a crash's or an error's own line on, else the last ones. */
function gist(said: string): string[] {
  const lines = said.trim().split('\n').filter(Boolean);
  const at = lines.findIndex((line) => /^(panic|fatal error|Error): /.test(line));
  return at < 0 ? lines.slice(-GIST_LINES) : lines.slice(at, at + GIST_LINES);
}
