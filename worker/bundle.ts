/** The workflows' code as the one file Temporal's sandbox loads. Made once for each state of the code, then kept. */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'workflows');

/** Bundling takes some four seconds, reading what is kept a few milliseconds. */
export async function workflowBundle(): Promise<{ code: string }> {
  const kept = join(root, 'node_modules', '.cache', 'expediera', `workflows-${fingerprint()}.js`);
  try {
    return { code: readFileSync(kept, 'utf8') };
  } catch {
    // not made yet
  }
  const { code } = await bundleWorkflowCode({ workflowsPath: join(folder, 'index.ts'), logger: silent });
  try {
    mkdirSync(join(kept, '..'), { recursive: true });
    const draft = `${kept}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, kept);
  } catch {
    // A read-only installation makes it anew each time.
  }
  return { code };
}

/** What may be in the bundle: the workflows and the pure code that they use. */
const SOURCES = ['workflows/*.ts', 'diarium/**/*.ts', 'extraction/record.ts'];

/** Changes with every file that goes in and with the SDK: the SDK must be the very one that made the bundle. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as {
    version: string;
  };
  hash.update(version);
  for (const file of globSync(SOURCES, { cwd: root }).sort()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

const nothing = (): void => {};
const silent = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
