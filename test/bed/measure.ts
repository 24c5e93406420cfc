/** Extracts the bed's files and compares them with their gold. */

import type { LooseDocument } from '../../evaluate/document.ts';
import { type Evaluation, type EvaluationPair, evaluate } from '../../evaluate/score.ts';
import { extract, type ReadScanned } from '../../extraction/index.ts';
import type { Record } from '../../extraction/record.ts';
import { type BedFile, buildNonRecords, buildScan, buildScans, buildText } from './build.ts';
import { HELD_OUT } from './held-out.ts';
import { MALLAR } from './templates/index.ts';

export interface Reading extends BedFile {
  record: Record;
}
export interface TemplateReadings {
  name: string;
  heldOut: boolean;
  files: Reading[];
}

async function read(file: BedFile, readScanned?: ReadScanned): Promise<Reading> {
  const record = await extract(file.bytes, file.fileName, readScanned ? { readScanned } : {});
  return { ...file, record };
}

/** Every template with its text and PDF file and what extraction makes of them. */
export async function readTexts(): Promise<TemplateReadings[]> {
  const all: TemplateReadings[] = [];
  for (const mall of MALLAR) {
    const files: Reading[] = [];
    for (const file of await buildText(mall)) files.push(await read(file));
    all.push({ name: mall.namn, heldOut: HELD_OUT.has(mall.namn), files });
  }
  return all;
}

/** What extraction makes of pages that are no record. */
export async function readNonRecords(): Promise<Reading[]> {
  return Promise.all((await buildNonRecords()).map((file) => read(file)));
}

/** Every item of a record, of whatever type, as text. */
export const itemsOf = (record: Record): string[] =>
  record.handlingar.flatMap((h) =>
    h.arenden.flatMap((a) => [
      ...[...a.forslag, ...a.beslut, ...a.yrkanden, ...a.reservationer, ...a.anteckningar].map((i) => i.text),
      ...a.voteringar.map((v) => `${v.ja}-${v.nej}`),
      ...a.expediering.map((e) => e.mottagare),
      ...a.underlag.map((u) => u.text),
    ]),
  );

/**
 * The scanned templates.
 * @param readScanned the OCR to read them with
 * @param which `few`: those that the tests read; `all`: two files of every template
 */
export async function readScans(
  readScanned: ReadScanned,
  which: 'few' | 'all' = 'few',
): Promise<TemplateReadings[]> {
  const all: TemplateReadings[] = [];
  for (const mall of MALLAR) {
    const files = await (which === 'all' ? buildScans(mall) : buildScan(mall));
    if (files.length === 0) continue;
    const readings = await Promise.all(files.map((file) => read(file, readScanned)));
    all.push({ name: mall.namn, heldOut: HELD_OUT.has(mall.namn), files: readings });
  }
  return all;
}

/** The measure over some readings; voteringar and recipients are read as the gold has them. */
export function score(readings: Reading[]): Evaluation {
  return evaluate(
    readings.map(
      (r): EvaluationPair => ({
        name: r.fileName,
        gold: r.gold as LooseDocument,
        found: r.record as unknown as LooseDocument,
      }),
    ),
  );
}
