import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this process may mount file systems: root of a machine may, root of most containers may not. */
export const MAY_MOUNT: boolean = tryIt();

function tryIt(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'expediera-mount-'));
  try {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status !== 0) return false;
    return spawnSync('umount', [folder]).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
