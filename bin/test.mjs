#!/usr/bin/env node
/**
 * `npm test`: installs what is missing, checks form (biome) and types (tsc), runs all tests, and ends with
 * the plain line `N passed, N failed, N skipped`. Arguments go to vitest (`npm test -- test/store`), and
 * then only the tests run. A failed check of form or types counts as one failed.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, root, runOwnNode, say } from './bootstrap.mjs';

const bin = (...path) => join(root, 'node_modules', ...path);
const args = process.argv.slice(2);

ensureInstalled({ dev: true });
process.chdir(root);

const total = { passed: 0, failed: 0, skipped: 0 };

async function check(name, command) {
  say(`> ${name}`);
  const code = await runOwnNode(command);
  total[code === 0 ? 'passed' : 'failed'] += 1;
}

if (args.length === 0) {
  await check('biome check', [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.']);
  const tsc = bin('typescript', 'bin', 'tsc');
  await check('tsc --noEmit', [tsc, '--noEmit']);
  await check('tsc --noEmit, of what runs in the browser', [tsc, '--noEmit', '-p', 'server/desk/client']);
}

const scratch = mkdtempSync(join(tmpdir(), 'expediera-test-'));
const report = join(scratch, 'report.json');
say('> vitest run');
const code = await runOwnNode([
  bin('vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...args,
]);
const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
rmSync(scratch, { recursive: true, force: true });
total.passed += counts?.numPassedTests ?? 0;
total.failed += counts?.numFailedTests ?? 0;
total.skipped += (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0);
// A file that does not even load has no failed test, and a run that dies has no report: neither is a pass.
if (code !== 0 && (counts?.numFailedTests ?? 0) === 0)
  total.failed += Math.max(1, counts?.numFailedTestSuites ?? 0);

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed > 0 ? 1 : 0);
