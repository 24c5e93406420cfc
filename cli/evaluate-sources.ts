/** Which file of a folder is measured against which gold: those with the same name before the dot. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { LooseDocument } from '../evaluate/document.ts';
import type { EvaluationPair } from '../evaluate/score.ts';
import { CommandError, EXIT } from './exit-codes.ts';

export type LoadedPair = EvaluationPair;

export interface Sources {
  /** Records that were read before, with their gold. */
  pairs: LoadedPair[];
  /** Files to be read, with their gold. */
  unread: { name: string; path: string; gold: LooseDocument }[];
  /** Names of files that have no gold, and of gold that has no file. */
  withoutGold: string[];
  withoutSource: string[];
}

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'schemaVersion' in value;

/** A name before its dot; `.expected` marks the gold of a file with the same name. */
const stemOf = (name: string): string =>
  name.slice(0, name.length - extname(name).length).replace(/\.expected$/, '');

async function filesOf(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    throw new CommandError(`${folder}: mappen kan inte läsas: ${(error as Error).message}`, EXIT.wrongUsage);
  }
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    if (extname(path) !== '.jsonl') return JSON.parse(text);
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): unknown => JSON.parse(line));
  } catch (error) {
    throw new CommandError(`${path}: är inte JSON: ${(error as Error).message}`, EXIT.failed);
  }
}

/** What a file of records holds, as one document; null when it holds no record. */
function recordsOf(value: unknown): LooseDocument | null {
  if (isRecord(value)) return value as LooseDocument;
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return null;
  return { handlingar: (value as LooseDocument[]).flatMap((record) => record.handlingar ?? []) };
}

/** Gold: any JSON object with handlingar. A record beside its source serves too. */
async function goldOf(folder: string): Promise<Map<string, { name: string; document: LooseDocument }>> {
  const gold = new Map<string, { name: string; document: LooseDocument }>();
  for (const name of await filesOf(folder)) {
    if (extname(name) !== '.json') continue;
    const value = await readJson(join(folder, name));
    if (typeof value === 'object' && value !== null && 'handlingar' in value) {
      gold.set(stemOf(name), { name, document: value as LooseDocument });
    }
  }
  return gold;
}

const DATA = ['.json', '.jsonl'];
/** Files that describe a folder and are no records. */
const NOTES = ['.md'];

/**
 * The sources of `folder` with the gold of `goldFolder`. When both are the same folder its JSON files are gold;
 * else they are records. One gold may have several sources (a text and a PDF): each is measured,
 * unless `only` says which type of file counts.
 */
export async function findSources(folder: string, goldFolder: string, only?: string): Promise<Sources> {
  const gold = await goldOf(goldFolder);
  const sources: Sources = { pairs: [], unread: [], withoutGold: [], withoutSource: [] };
  const used = new Set<string>();
  const apart = resolve(folder) !== resolve(goldFolder);
  for (const name of await filesOf(folder)) {
    const [path, stem, type] = [join(folder, name), stemOf(name), extname(name).toLowerCase()];
    if (only !== undefined && type !== `.${only.replace(/^\./, '').toLowerCase()}`) {
      // Its gold is not without a source: this one is left out on purpose.
      if (!DATA.includes(type)) used.add(stem);
      continue;
    }
    if (NOTES.includes(type) || (DATA.includes(type) && !apart && type === '.json')) continue;
    const found = DATA.includes(type) ? recordsOf(await readJson(path)) : undefined;
    if (found === null) continue;
    const own = gold.get(stem)?.document;
    if (!own) {
      sources.withoutGold.push(name);
      continue;
    }
    used.add(stem);
    if (found) sources.pairs.push({ name, gold: own, found });
    else sources.unread.push({ name, path, gold: own });
  }
  for (const [stem, { name }] of gold) if (!used.has(stem)) sources.withoutSource.push(name);
  return sources;
}
