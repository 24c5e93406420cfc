/**
 * One process at a time runs an installation: EXPEDIERA_HOME/lock says which. A lock whose holder is dead is
 * taken over; a holder in another container or on another machine counts as dead when it has not touched the
 * lock for a minute.
 */
import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { beganAt, isAlive } from './process.ts';

/** Who holds a home. */
export interface Holder {
  pid: number;
  host: string;
  /** The process's beginning in kernel ticks, or null where that cannot be known. */
  began: string | null;
  /** ISO 8601, UTC. */
  since: string;
}

export interface HomeLock {
  release(): void;
}

const TOUCH_EVERY_MS = 10_000;
const SILENT_AFTER_MS = 60_000;
/** While another takes over. */
const LOOK_AGAIN_MS = 20;

/** The live holder of a home, or null when nobody holds it. */
export function holderOf(home: string): Holder | null {
  const holder = holderIn(textOf(lockPath(home)));
  return holder && holds(holder, lockPath(home)) ? holder : null;
}

/** Somebody else runs on the home: who asked knows what a person can do instead. */
export class HomeInUse extends Problem {
  readonly home: string;
  readonly holder: Holder;

  constructor(home: string, holder: Holder) {
    super(
      'home-in-use',
      `${home} används redan av ${processOf(holder)}. / is already in use by that process.`,
    );
    this.home = home;
    this.holder = holder;
  }
}

/** "process 4711", and on which machine where that is another. */
export const processOf = ({ pid, host }: Holder): string =>
  `process ${pid}${host === hostname() ? '' : ` på datorn ${host}`}`;

/** Takes the home for this process. Throws HomeInUse (Problem "home-in-use"), which names the holder. */
export function lockHome(home: string): HomeLock {
  makeHome(home);
  const path = lockPath(home);
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    began: beganAt(process.pid),
    since: new Date().toISOString(),
  };
  // Written whole beside it and then linked into place: nobody ever reads half a lock, and only one link succeeds.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    while (!tryLink(draft, path)) {
      const found = textOf(path);
      const holder = holderIn(found);
      if (holder && holds(holder, path)) throw new HomeInUse(home, holder);
      if (takeOver(path, draft, found)) break;
    }
  } finally {
    rmSync(draft, { force: true });
  }
  const timer = setInterval(() => touch(path), TOUCH_EVERY_MS);
  timer.unref();
  return {
    release() {
      clearInterval(timer);
      if (textOf(path) === JSON.stringify(mine)) rmSync(path, { force: true });
    },
  };
}

/** Says at once what is wrong with a home that cannot be written to, and not later from the middle of the work. */
function makeHome(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new Problem(
      'home-unusable',
      `${home} kan inte användas: ${(error as Error).message}. Ange en mapp som går att skriva i med EXPEDIERA_HOME.\n` +
        `${home} cannot be used: give a folder that can be written to by EXPEDIERA_HOME.`,
    );
  }
}

const lockPath = (home: string): string => join(home, 'lock');

function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Puts our lock in the place of a dead holder's; false: look again. Of several who saw the same dead holder only one may,
 * or the second would throw out the first, who is alive: whoever takes over holds a lock on that, which is another lock of
 * the same kind, and looks again once it has it.
 */
function takeOver(path: string, draft: string, dead: string | null): boolean {
  if (dead === null) return false; // given back meanwhile
  const right = `${path}.over`;
  if (!tryLink(draft, right)) {
    const found = textOf(right);
    const other = holderIn(found);
    // who took over was killed at it
    if (!(other && holds(other, right)) && takeOver(right, draft, found)) rmSync(right, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
    return false;
  }
  try {
    if (textOf(path) !== dead) return false;
    const copy = `${draft}.copy`;
    linkSync(draft, copy);
    renameSync(copy, path);
    return true;
  } finally {
    rmSync(right, { force: true });
  }
}

function holds(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) return silentFor(path) < SILENT_AFTER_MS;
  if (!isAlive(holder.pid)) return false;
  const began = beganAt(holder.pid);
  return holder.began === null || began === null || began === holder.began;
}

function silentFor(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The home was taken away under us; the next write to it says so better than a timer can.
  }
}

/** What the lock says; null: there is none. Whoever may put another in its place compares it whole. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** null: nobody, or no lock at all. */
function holderIn(text: string | null): Holder | null {
  try {
    const value = JSON.parse(text ?? '') as Holder;
    return typeof value?.pid === 'number' ? value : null;
  } catch {
    return null;
  }
}
