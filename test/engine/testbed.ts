/** A whole installation in a folder of its own, on a real local server, for one test file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { loadSettings } from '../../config/load.ts';
import type { GivenSettings, Settings } from '../../config/settings.ts';
import { type Installation, type StartOptions, startInstallation } from '../../engine/installation.ts';
import type { Readers } from '../../engine/workers.ts';

export interface Testbed extends Installation {
  home: string;
  /** Writes files under a folder beside the home; returns that folder. */
  folder(name: string, files: { [path: string]: string | Uint8Array }): string;
  /** Ends everything and removes the folder. */
  destroy(): Promise<void>;
}

/** Settings for a test, of nothing outside it. */
export const testSettings = (home: string, given: GivenSettings = {}): Settings =>
  loadSettings({ home, logLevel: 'silent', shutdownSeconds: 2, ...given }, {});

export async function testbed(
  given: GivenSettings = {},
  readers: Readers & Pick<StartOptions, 'metrics' | 'log'> = {},
): Promise<Testbed> {
  const base = mkdtempSync(join(tmpdir(), 'expediera-testbed-'));
  const home = join(base, 'home');
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' }, process.stderr);
  const installation = await startInstallation({ settings: testSettings(home, given), log, ...readers });
  return {
    ...installation,
    home,
    folder: (name, files) => writeFolder(join(base, name), files),
    async destroy() {
      await installation.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

export function writeFolder(folder: string, files: { [path: string]: string | Uint8Array }): string {
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
