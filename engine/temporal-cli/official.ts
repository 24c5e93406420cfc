/** The official download of the Temporal CLI: one archive with the executable in it. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { CLI_VERSION, EXECUTABLE, officialPlatform } from './release.ts';

const run = promisify(execFile);

/** Without internet the answer has to come at once; the archive itself (some 45 MB) may take its time. */
const ANSWER_MS = 4_000;
const BODY_MS = 180_000;

/**
 * Downloads into `folder` and resolves to the executable's path. Throws when there is no answer within
 * seconds, or no archive for this platform. The address is the project's own over TLS, with the exact version.
 */
export async function fromOfficialDownload(folder: string): Promise<string> {
  const platform = officialPlatform();
  if (!platform) throw new Error(`no download for ${process.platform} ${process.arch}`);
  const url = `https://temporal.download/cli/archive/v${CLI_VERSION}?platform=${platform.os}&arch=${platform.arch}`;
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error('no answer in time')), ANSWER_MS);
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`answer ${response.status}`);
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(new Error('too slow')), BODY_MS);
    const archive = join(folder, platform.os === 'windows' ? 'temporal.zip' : 'temporal.tar.gz');
    await pipeline(Readable.fromWeb(response.body), createWriteStream(archive), { signal: abort.signal });
    // tar is part of every Linux, macOS and Windows 10, and the latter's reads zip files.
    await run('tar', ['-xf', archive, '-C', folder, EXECUTABLE], { timeout: 60_000 });
    return join(folder, EXECUTABLE);
  } finally {
    clearTimeout(timer);
  }
}
