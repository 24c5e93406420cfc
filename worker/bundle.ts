/** The workflows' code as the one file Temporal's sandbox loads. Made once for each state of the code, then kept. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundledFiles } from './bundled-files.ts';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
/** Exports the workflows. */
export const ENTRY = join(root, 'workflows', 'index.ts');
/** Carries traces into and out of workflows. */
const TRACES = '@temporalio/interceptors-opentelemetry/lib/workflow-interceptors';

/**
 * Bundling takes some four seconds, reading what is kept a few milliseconds.
 *
 * @param traced with what carries traces: another bundle, of the same workflows
 */
export async function workflowBundle({ traced = false }: { traced?: boolean } = {}): Promise<{
  code: string;
}> {
  const name = `workflows-${fingerprint(ENTRY)}${traced ? '-traced' : ''}.js`;
  const kept = join(root, 'node_modules', '.cache', 'expediera', name);
  try {
    return { code: readFileSync(kept, 'utf8') };
  } catch {
    // not made yet
  }
  const { code } = await bundleWorkflowCode({
    workflowsPath: ENTRY,
    logger: silent,
    ...(traced && { workflowInterceptorModules: [require.resolve(TRACES)] }),
  });
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

/** Changes with every file in the bundle, with the packages and with the SDK: it must be the very one that made the bundle. */
export function fingerprint(entry: string): string {
  const hash = createHash('sha256');
  const { version } = require('@temporalio/worker/package.json') as { version: string };
  hash.update(version).update(readFileSync(join(root, 'package.json')));
  for (const path of bundledFiles(entry)) hash.update(relative(root, path)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

const nothing = (): void => {};
const silent = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
