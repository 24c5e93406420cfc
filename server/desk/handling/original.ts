/** `/handling/SHA256/original`: the file as it came, whole or a part of it, and never as a page of ours. */
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { DOCX } from '../../../extraction/pages/media-types.ts';
import type { Blobs } from '../../../store/blobs.ts';
import type { DeskEnv } from '../deps.ts';

/** What a browser may show by itself; anything else is saved. A PDF is: some browsers run what scripts it holds. */
const SHOWN: readonly string[] = ['image/png', 'image/jpeg', 'text/plain'];
const SAVED: readonly string[] = ['application/pdf', 'image/tiff', DOCX];

/** Nothing in it runs, loads anything or is taken for something else. */
const STRICT = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  // it is asked each time whether this visitor may have it
  'Cache-Control': 'private, no-cache',
  'Accept-Ranges': 'bytes',
};

/** Bytes `first` to `last`, both included. */
export interface Part {
  first: number;
  last: number;
}

/**
 * The part of a file of `size` bytes that a Range header asks for; null: the whole file (no header, one of several parts or of
 * another unit); 'none': nothing of the file (RFC 9110, 14.2).
 */
export function partOf(range: string | undefined, size: number): Part | 'none' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(range?.trim() ?? '');
  if (!found) return null;
  const [, from = '', to = ''] = found;
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < first) return null;
  return first > last || first >= size ? 'none' : { first, last };
}

/** @param mediaType of the record; null: nobody knows what it is */
export async function sendOriginal(
  context: Context<DeskEnv>,
  blobs: Blobs,
  { sha256, fileName, mediaType }: { sha256: string; fileName: string; mediaType: string | null },
): Promise<Response | null> {
  const size = await blobs.size(sha256);
  if (size === null) return null;
  const etag = `"${sha256}"`;
  if (context.req.header('if-none-match') === etag)
    return new Response(null, { status: 304, headers: STRICT });
  const isShown = SHOWN.includes(mediaType ?? '');
  const isKnown = isShown || SAVED.includes(mediaType ?? '');
  const headers = {
    ...STRICT,
    ETag: etag,
    'Content-Type': isKnown ? (mediaType as string) : 'application/octet-stream',
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; ${named(fileName)}`,
  };
  const part = partOf(context.req.header('range'), size);
  if (part === 'none')
    return new Response(null, { status: 416, headers: { ...STRICT, 'Content-Range': `bytes */${size}` } });
  const { first, last } = part ?? { first: 0, last: size - 1 };
  const ranged = part && { 'Content-Range': `bytes ${first}-${last}/${size}` };
  const length = { 'Content-Length': String(last - first + 1) };
  const body = size === 0 ? null : Readable.toWeb(Readable.from(blobs.readPart(sha256, first, last)));
  return new Response(body as ReadableStream | null, {
    status: part ? 206 : 200,
    headers: { ...headers, ...length, ...ranged },
  });
}

/** A file's name in a header: plain letters for old programs, all of them for others (RFC 6266). */
function named(fileName: string): string {
  const plain = fileName.normalize('NFKD').replaceAll(/[^\w. ()-]/gu, (c) => (/\p{M}/u.test(c) ? '' : '_'));
  const whole = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
