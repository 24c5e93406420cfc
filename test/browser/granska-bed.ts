/** An installation with a scan, a PDF and a text to review, and the desks of three people on it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { DeskDeps } from '../../server/desk/deps.ts';
import { protokoll } from '../cli/fiskvik.ts';
import { testbed } from '../engine/testbed.ts';
import { samples } from './filled.ts';
import { deskOf } from './visitors.ts';

export const SCAN = 'lovstrand-stadsdelsnamnden.pdf';
export const TEXT = 'fritid.txt';

export async function granskaBed() {
  const bed = await testbed();
  let running = true;
  const deps: DeskDeps = {
    ...{ store: bed.store, blobs: bed.blobs, version: '1.2.3' },
    engine: async () => (running ? bed : null),
  };
  const [elsa, olle, liv] = await Promise.all([
    deskOf(deps, 'Elsa Norén'),
    deskOf(deps, 'Olle Berg'),
    deskOf(deps, 'Liv Ås', 'lasare'),
  ]);
  const hashes = new Map<string, string>();
  return {
    bed,
    deps,
    elsa,
    olle,
    liv,
    /** Takes some of the three files in, as current work. */
    async take(...names: string[]): Promise<void> {
      const content = (name: string) =>
        name === TEXT ? protokoll('Fiskviks kommun') : readFileSync(join(samples, name));
      const folder = bed.folder('in', Object.fromEntries(names.map((name) => [name, content(name)])));
      await bed.ingest([folder], { lopande: true });
      for (const { path, sha256 } of await bed.store.files())
        hashes.set(path.split('/').at(-1) ?? '', sha256 ?? '');
    },
    sha256: (name: string): string => hashes.get(name) ?? '',
    /** Whether something takes decisions. */
    engineRuns(now: boolean): void {
      running = now;
    },
    async record(name: string) {
      const found = await bed.store.recordWithRattelser(hashes.get(name) ?? '');
      if (!found) throw new Error(`${name} is not there`);
      return found.record;
    },
    async close(): Promise<void> {
      await Promise.all([elsa, olle, liv].map((desk) => desk.close()));
      await bed.destroy();
    },
  };
}

/** What tests of review in other files are given. */
export interface OnGranska {
  browser: Browser;
  on: Awaited<ReturnType<typeof granskaBed>>;
}
