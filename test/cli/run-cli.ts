/** Runs the program as a person does: a process of its own, with its own home. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const main: string = join(root, 'cli/main.ts');

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** What it has written so far. */
  written: { stdout: string; stderr: string };
  ended: Promise<Ran>;
}

export interface How {
  /** Another program than ours. */
  program?: string;
  /** A command that runs the one after it in its own place: `setpriv --inh-caps=-all`. */
  through?: readonly string[];
}

/** Starts it and does not wait. The environment is ours with what is given, and no setting from outside. */
export function startCli(args: string[], env: NodeJS.ProcessEnv, how: How = {}): Running {
  const { program = main, through = [] } = how;
  const outside = Object.entries(process.env).filter(([name]) => !/^(EXPEDIERA_|NODE_OPTIONS)/.test(name));
  const [first, ...rest] = [...through, process.execPath, program, ...args] as [string, ...string[]];
  const child = spawn(first, rest, {
    env: { ...Object.fromEntries(outside), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...written }));
  });
  return { child, written, ended };
}

export function runCli(args: string[], env: NodeJS.ProcessEnv = {}, how: How = {}): Promise<Ran> {
  return startCli(args, env, how).ended;
}

/** Resolves when what was written to stderr or stdout matches. */
export async function until(running: Running, pattern: RegExp, milliseconds = 60_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!pattern.test(running.written.stderr + running.written.stdout)) {
    const { exitCode } = running.child;
    if (exitCode !== null || Date.now() > end) {
      throw new Error(`${pattern} did not come (exit code ${exitCode}):\n${running.written.stderr}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
