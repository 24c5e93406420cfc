/** A process that never outlives the program that started it, however that ends. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface WatchedProcess {
  child: ChildProcess;
  /** Its own number, not that of the shell between. Never settles when the process could not be started. */
  pid: Promise<number>;
  /** How it ended: "exit code 2", a signal, or why it could not be started. */
  ended: Promise<string>;
}

/**
 * Runs the command given as arguments, and ends it when standard input ends: that is when whoever started us
 * is gone, `kill -9` included: asked to at first, made to after four seconds. A shell does it, since every POSIX system
 * has one and it costs a megabyte. It leaves nothing of its own behind.
 */
const WATCH = `exec 3<&0
"$@" </dev/null &
server=$!
echo "$server"
exec >/dev/null
{
  cat <&3 >/dev/null
  kill -TERM "$server" 2>/dev/null || exit
  sleep 4 & nap=$!
  trap 'kill "$nap"; exit' TERM
  wait "$nap"
  kill -KILL "$server" 2>/dev/null
} &
watch=$!
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"`;

/** @param log file descriptor for what it writes to standard error */
export function startWatched(command: readonly string[], log: number): WatchedProcess {
  const posix = process.platform !== 'win32';
  const [program, ...args] = posix ? ['/bin/sh', '-c', WATCH, 'sh', ...command] : command;
  const child = spawn(program as string, args, {
    stdio: ['pipe', 'pipe', log],
    // Ctrl-C in a terminal reaches the whole group: the workers need the server until they have finished.
    detached: posix,
    windowsHide: true,
  });
  child.stdin?.on('error', () => {}); // the pipe breaks when the process ends first
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const pid = new Promise<number>((resolve) => {
    if (!posix && child.pid) resolve(child.pid);
    else child.stdout?.once('data', (chunk: Buffer) => resolve(Number.parseInt(chunk.toString(), 10)));
  });
  return { child, pid, ended };
}
