/** Ways to take the right to write away, also from root, from whatever the machine allows. */
import { execFileSync } from 'node:child_process';
import type { How } from '../cli/run-cli.ts';
import { MAY_MOUNT } from './may-mount.ts';

export interface ReadOnly {
  /** Makes the folder read-only; what it gives back makes it writable again. */
  make(folder: string): () => void;
  /** How a program is run that is bound by it. */
  how: How;
}

/** Root's right to write everywhere is taken from it; anybody else has none. */
export const WITHOUT_PRIVILEGE: How =
  process.getuid?.() === 0 ? { through: ['setpriv', '--bounding-set=-all', '--inh-caps=-all'] } : {};

export const READ_ONLY: { readonly [kind: string]: ReadOnly } = {
  rights: {
    make(folder) {
      execFileSync('chmod', ['-R', 'a-w', folder]);
      return () => void execFileSync('chmod', ['-R', 'u+w', folder]);
    },
    how: WITHOUT_PRIVILEGE,
  },
  ...(MAY_MOUNT && {
    mounted: {
      make(folder: string) {
        execFileSync('mount', ['--bind', folder, folder]);
        execFileSync('mount', ['-o', 'remount,ro,bind', folder]);
        return () => void execFileSync('umount', [folder]);
      },
      how: {},
    },
  }),
};
