/** The official download of Temporal's programs, the way their own SDKs ask for it: one archive with the executable in it. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { officialPlatform, type Release } from './release.ts';

const run = promisify(execFile);

export const OFFICIAL = 'https://temporal.download';

/** Without internet the answer has to come at once; the archive itself (some 45 MB) may take its time. */
const ANSWER_MS = 4_000;
const BODY_MS = 180_000;

/** What the address says of one version for one platform. */
interface DownloadInfo {
  archiveUrl: string;
  fileToExtract: string;
}

/**
 * Downloads into `folder` and resolves to the executable's path. Throws when there is no answer within
 * seconds, or no archive for this platform. The address is the project's own over TLS, with the exact version.
 */
export async function fromOfficialDownload(
  release: Release,
  folder: string,
  address = OFFICIAL,
): Promise<string> {
  const { artifact, format } = release.download;
  const platform = officialPlatform();
  if (!platform) throw new Error(`no download for ${process.platform} ${process.arch}`);
  const wanted = new URLSearchParams({
    arch: platform.arch,
    platform: platform.os,
    ...(format && { format }),
  });
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error('no answer in time')), ANSWER_MS);
  try {
    const info = await answerOf(`${address}/${artifact}/v${release.version}?${wanted}`, abort.signal);
    const { archiveUrl, fileToExtract } = (await info.json()) as DownloadInfo;
    const response = await answerOf(archiveUrl, abort.signal);
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(new Error('too slow')), BODY_MS);
    const archive = join(folder, 'archive');
    const body = Readable.fromWeb(response.body as NonNullable<typeof response.body>);
    await pipeline(body, createWriteStream(archive), { signal: abort.signal });
    // tar is part of every Linux, macOS and Windows 10, and the latter's reads zip files.
    await run('tar', ['-xf', archive, '-C', folder, fileToExtract], { timeout: 60_000 });
    return join(folder, fileToExtract);
  } finally {
    clearTimeout(timer);
  }
}

async function answerOf(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(`answer ${response.status}`);
  return response;
}
