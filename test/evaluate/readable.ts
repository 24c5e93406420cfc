/** Sources with gold, opened so that they can be read again and again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from '../../evaluate/leave-one-out.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';

async function readable(path: string, goldPath: string): Promise<Readable | null> {
  const bytes = new Uint8Array(readFileSync(path));
  const { pages, ocr, mediaType, pageCount } = await openDocument(bytes);
  if (ocr.length > 0) return null;
  const source = { fileName: basename(path), sha256: path, bytes: bytes.length, mediaType, pageCount };
  const gold = JSON.parse(readFileSync(goldPath, 'utf8'));
  return { name: basename(path), gold, assemble: () => assembleRecord(source, pages) };
}

async function inFolder(folder: string, goldOf: (path: string) => string): Promise<Readable[]> {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const sources = paths.filter((path) => /\.(?:txt|pdf)$/.test(path) && existsSync(goldOf(path)));
  const all = await Promise.all(sources.map((path) => readable(path, goldOf(path))));
  return all.filter((one) => one !== null);
}

const root = join(import.meta.dirname, '../..');
const corpus = join(root, '../shared/corpus');

/** Real records lie beside the repository, where they do. */
export const corpusPresent = existsSync(corpus);

/** The made-up records of the repository, those of them that have text. */
export const samples = (): Promise<Readable[]> =>
  inFolder(join(root, 'samples'), (path) => path.replace(/\.\w+$/, '.expected.json'));

/** The real records as text. */
export async function realTexts(): Promise<Readable[]> {
  const goteborg = await inFolder(join(corpus, 'goteborg'), (path) => path.replace(/\.\w+$/, '.json'));
  const seeds = await inFolder(join(corpus, 'seeds'), (path) =>
    path.replace('/seeds/', '/gold/').replace(/\.txt$/, '.json'),
  );
  return [...goteborg, ...seeds].filter(({ name }) => name.endsWith('.txt'));
}
