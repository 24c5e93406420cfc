/** Ways to have a disk without room, from whatever the machine allows. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { MAY_MOUNT } from './may-mount.ts';

export interface SmallDisk {
  /** Where it is. */
  folder: string;
  /** Takes all room, for the process with this number at least. */
  fill(pid: number): void;
  makeRoom(pid: number): void;
  remove(): void;
}

const MEGABYTES = 64;

/** A file system of its own in memory: full for everybody, the Temporal server too. Needs the right to mount. */
function mounted(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder], { stdio: 'ignore' });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      try {
        for (const size of [1 << 20, 4_096]) writeUntilFull(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler),
    remove: () => execFileSync('umount', [folder]),
  };
}

function writeUntilFull(file: number, chunk: Buffer): void {
  for (;;) {
    try {
      writeSync(file, chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
      throw error;
    }
  }
}

/** The limit of the size of files, of a process that runs: whoever it is, and wherever it writes. */
function limited(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true });
  const limit = (pid: number, bytes: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
  return {
    folder,
    fill: (pid) => void limit(pid, '4096'),
    makeRoom: (pid) => void limit(pid, 'unlimited'),
    remove: () => {},
  };
}

export const SMALL_DISKS: { readonly [kind: string]: (folder: string) => SmallDisk } = {
  ...(MAY_MOUNT && { mounted }),
  limited,
};
