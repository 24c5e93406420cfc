/**
 * What a copy is made of. In a folder and in a tar file the same parts under the same names, in this order:
 * `om.json`, `tabeller/‹table›.jsonl.gz`, `hem/‹file›`, `blobs/‹key›` (what is derived as `.gz`), `kopia.json`. The last one
 * makes it a copy: without it, it was not finished.
 */
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { I_HEMMET } from './of-home.ts';

/** Raised when an older program could not read a copy any more. */
const FORMAT = 1;

const head = {
  format: z.int().min(1),
  /** Version of the program that made it, and of the rules it read files by. */
  program: z.string(),
  extraktion: z.string(),
  /** The number of the database's newest migration. */
  schema: z.int().min(1),
  /** ISO 8601, UTC: of when it is. */
  skapad: z.iso.datetime(),
  /** Whose it is a copy of: it may be restored beside blobs that are that one's. Not known of those made before it was noted. */
  installation: z.string().optional(),
};

const omSchema = z.object(head);
const manifestSchema = z.object({
  ...head,
  /** Rows, and the sha256 of the part. */
  tabeller: z.record(z.string(), z.object({ rader: z.int().min(0), sha256: z.string() })),
  /** Files of the home. */
  hem: z.record(z.string(), z.object({ sha256: z.string() })),
  /** How many. */
  blobar: z.int().min(0),
  /** sha256 of contents that were missing or damaged already where the copy was made. */
  skadade: z.array(z.string()),
  /** In a folder: the subfolder that the small parts are in. */
  mapp: z.string().optional(),
});

/** The head of a copy: all that has to be known before its rows are read. */
export type Om = z.output<typeof omSchema>;
export type Manifest = z.output<typeof manifestSchema>;

export const OM = 'om.json';
export const MANIFEST = 'kopia.json';
export const newOm = (of: Omit<Om, 'format'>): Om => ({ format: FORMAT, ...of });

export const tablePart = (table: string): string => `tabeller/${table}.jsonl.gz`;
export const homePart = (file: string): string => `hem/${file}`;
/** What is derived is JSON that shrinks to a fifth; what was taken in is mostly compressed as it is. */
export const blobPart = (key: string): string => `blobs/${key}${isDerived(key) ? '.gz' : ''}`;
export const isDerived = (key: string): boolean => key.startsWith('derived/');

export type Part =
  | { vad: 'om' | 'manifest' }
  | { vad: 'tabell'; tabell: string }
  | { vad: 'hem'; fil: string }
  | { vad: 'blob'; key: string };

/** What the part with this name holds; null: it is none of a copy. */
export function partOf(name: string): Part | null {
  if (name === OM) return { vad: 'om' };
  if (name === MANIFEST) return { vad: 'manifest' };
  const [, tabell] = /^tabeller\/([a-z_]+)\.jsonl\.gz$/u.exec(name) ?? [];
  if (tabell !== undefined) return { vad: 'tabell', tabell };
  const [, fil] = /^hem\/([a-z]+\.json)$/u.exec(name) ?? [];
  if (fil !== undefined && I_HEMMET.includes(fil)) return { vad: 'hem', fil };
  const [, key] = /^blobs\/(sha256\/.+|derived\/.+(?=\.gz$))/u.exec(name) ?? [];
  return key === undefined ? null : { vad: 'blob', key };
}

/** Throws Problem "copy-damaged", or "copy-newer" for one that only a newer program can read. */
export const parseOm = (text: string): Om => parse(text, { name: OM, schema: omSchema });
export const parseManifest = (text: string): Manifest =>
  parse(text, { name: MANIFEST, schema: manifestSchema });

function parse<T extends Om>(text: string, { name, schema }: { name: string; schema: z.ZodType<T> }): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(name, 'den går inte att läsa');
  }
  if (typeof value === 'object' && value !== null && Number((value as Om).format) > FORMAT) {
    throw new Problem(
      'copy-newer',
      'Kopian är gjord av en nyare version av programmet: uppgradera programmet och återställ sedan. / The copy was made by a newer version of the program.',
    );
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw damaged(name, 'den säger inte vad den ska');
  return parsed.data;
}

/** What of a copy is meant: the name of a part, or what it is called in both languages. */
export type Del = string | { sv: string; en: string };

/** Problem "copy-damaged", which names the part. */
export function damaged(del: Del, why: string, cause?: unknown): Problem {
  const { sv, en } = typeof del === 'string' ? { sv: del, en: del } : del;
  return new Problem(
    'copy-damaged',
    `Kopian är skadad: ${sv}: ${why}. Ta en annan kopia. / The copy is damaged at ${en}.`,
    { cause },
  );
}
