/** What a file holds besides what is seen of it. Called in a thread of its own. */
import { readFile } from 'node:fs/promises';
import type { Besides } from './beside-text.ts';
import { besidesPdf } from './pdf-besides.ts';
import { hasMoreThanPages } from './pictures.ts';

/** @param mediaType anything but a PDF, PNG or JPEG is not looked through, and so may hold more */
export async function besidesOf(path: string, mediaType: string): Promise<Besides> {
  const file = await readFile(path);
  if (mediaType === 'application/pdf') {
    const found = besidesPdf(file);
    return found.more === null && (await hasMoreThanPages(file)) ? { ...found, more: 'beyond' } : found;
  }
  const isPlain =
    mediaType === 'image/png' ? isPlainPng(file) : mediaType === 'image/jpeg' ? isPlainJpeg(file) : false;
  return { more: isPlain ? null : 'picture', texts: [] };
}

/** Chunks that say how a PNG is drawn, and nothing else (PNG specification, 11.3). */
const DRAWING = /^(?:IHDR|PLTE|IDAT|tRNS|gAMA|cHRM|sRGB|sBIT|pHYs|bKGD|tIME|hIST|iCCP)$/u;

function isPlainPng(file: Buffer): boolean {
  for (let at = 8; at + 12 <= file.length; ) {
    const name = file.toString('latin1', at + 4, at + 8);
    at += 12 + file.readUInt32BE(at);
    if (name === 'IEND') return at === file.length;
    if (!DRAWING.test(name)) return false;
  }
  return false;
}

/** Tables, colours, frames and scans of a JPEG, and "JFIF" without a small picture beside it (ITU-T T.81, annex B; T.871). */
function isPlainJpeg(file: Buffer): boolean {
  let at = 2;
  while (at + 2 <= file.length && file[at] === 0xff) {
    const mark = file[at + 1] as number;
    if (mark === 0xd9) return at + 2 === file.length;
    if (at + 4 > file.length) return false;
    const length = file.readUInt16BE(at + 2);
    const isJfif = mark === 0xe0 && length === 16 && file.toString('latin1', at + 4, at + 9) === 'JFIF\0';
    const isColour = mark === 0xe2 && file.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
    const isAdobe = mark === 0xee && length === 14;
    const isDrawing = (mark >= 0xc0 && mark <= 0xcf) || (mark >= 0xda && mark <= 0xdd);
    if (!isJfif && !isColour && !isAdobe && !isDrawing) return false;
    at += 2 + length;
    if (mark === 0xda) at = nextMark(file, at);
  }
  return false;
}

/** Where packed pixels end. */
function nextMark(file: Buffer, from: number): number {
  let at = file.indexOf(0xff, from);
  while (at >= 0 && (file[at + 1] === 0 || ((file[at + 1] as number) & 0xf8) === 0xd0))
    at = file.indexOf(0xff, at + 2);
  return at < 0 ? file.length : at;
}
