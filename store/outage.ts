/**
 * Faults of what the program stands on (disk, database, object store, engine), told from those of a file or of the program
 * itself by the codes that these give: they pass, or a person mends them, and then the work goes on. No file is to be given
 * up for them.
 */
import { BlobsFault } from './blobs.ts';

/**
 * disk: no room; rights: not to be written to; database, storage, engine: does not answer or is held by another; damaged:
 * the database is no database any more.
 */
export type OutageKind = 'disk' | 'rights' | 'database' | 'damaged' | 'storage' | 'engine';

export interface Outage {
  kind: OutageKind;
  /** What the system called it, e.g. "ENOSPC", "SQLITE_BUSY", "57P01". */
  code: string;
  /** What it is, for people, with the code. */
  what: { sv: string; en: string };
  /** The same for those who wait: what it is, what to do and what comes then. */
  sv: string;
  en: string;
}

const BACK = {
  sv: 'Arbetet går vidare av sig självt när det går igen',
  en: 'The work goes on by itself when it can',
};

interface Words {
  sv: string;
  en: string;
}

/** What it is, and what comes of it. */
const WORDS: { readonly [kind in OutageKind]: readonly [what: Words, then: Words] } = {
  disk: [
    { sv: 'Disken är full', en: 'The disk is full' },
    { sv: 'Gör plats, så går arbetet vidare av sig självt', en: 'Make room, and the work goes on by itself' },
  ],
  rights: [
    {
      sv: 'Det går inte att skriva i Expedieras mapp: disken är skrivskyddad eller rättigheterna saknas',
      en: 'The home cannot be written to: a read-only disk, or rights are missing',
    },
    { sv: 'Rätta det, så går arbetet vidare av sig självt', en: 'Mend it, and the work goes on by itself' },
  ],
  database: [
    {
      sv: 'Databasen eller fillagret svarar inte, eller hålls låst av ett annat program',
      en: 'The database or the object store does not answer, or is locked by another program',
    },
    BACK,
  ],
  damaged: [
    { sv: 'Databasen är skadad', en: 'The database is damaged' },
    {
      sv: 'Stoppa Expediera och lägg tillbaka en säkerhetskopia',
      en: 'Stop the program and restore a backup',
    },
  ],
  storage: [
    {
      sv: 'Det går inte att läsa eller skriva där Expediera förvarar sina filer',
      en: 'Where the files are kept cannot be read or written',
    },
    BACK,
  ],
  engine: [{ sv: 'Temporal-servern svarar inte', en: 'The Temporal server does not answer' }, BACK],
};

/** By what a code begins with; the longest that fits counts. */
const KINDS: { readonly [prefix: string]: OutageKind } = {
  // the operating system
  ...{ ENOSPC: 'disk', EDQUOT: 'disk', EFBIG: 'disk' },
  ...{ EROFS: 'rights', EACCES: 'rights', EPERM: 'rights' },
  ...{ EIO: 'storage', ESTALE: 'storage', EMFILE: 'storage', ENFILE: 'storage', ENODEV: 'storage' },
  ...{ ECONNREFUSED: 'database', ECONNRESET: 'database', EPIPE: 'database', ETIMEDOUT: 'database' },
  ...{ EHOSTUNREACH: 'database', ENETUNREACH: 'database', ENOTFOUND: 'database', EAI_AGAIN: 'database' },
  // SQLite
  ...{ SQLITE_FULL: 'disk', SQLITE_IOERR: 'storage', SQLITE_READONLY: 'rights', SQLITE_PERM: 'rights' },
  ...{
    SQLITE_BUSY: 'database',
    SQLITE_LOCKED: 'database',
    SQLITE_CANTOPEN: 'storage',
    SQLITE_NOMEM: 'storage',
  },
  ...{ SQLITE_CORRUPT: 'damaged', SQLITE_NOTADB: 'damaged', SQLITE_PROTOCOL: 'database' },
  // PostgreSQL: connection, resources, operator's doing, read-only standby, waited too long for a lock or for others' writing
  ...{
    '08': 'database',
    '53': 'database',
    '53100': 'disk',
    '57P': 'database',
    '58': 'storage',
    '25006': 'database',
    '25P03': 'database',
    '40001': 'database',
    '40P01': 'database',
    '55P03': 'database',
    '57014': 'database',
  },
  ...{ XX001: 'damaged', XX002: 'damaged' },
};

/** What drivers say without a code. */
const SAID: readonly [RegExp, OutageKind][] = [
  [
    /^Connection terminated|timeout exceeded when trying to connect|^Client has encountered a connection/u,
    'database',
  ],
];

/** An object store's answer, as @aws-sdk/client-s3 has it: its own fault, or asked too often. */
interface S3Error {
  $metadata?: { httpStatusCode?: number };
  $retryable?: unknown;
}

/** google.rpc.Code: UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED. */
const GRPC = [14, 4, 8];

/** null: not one. Looks through causes, and through the parts of an AggregateError. */
export function outageOf(error: unknown): Outage | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    const found = ofOne(at);
    if (found) return found;
    if (at instanceof AggregateError) {
      for (const part of at.errors) {
        const of = outageOf(part);
        if (of) return of;
      }
    }
  }
  return null;
}

function ofOne(error: Error): Outage | null {
  if (error instanceof BlobsFault) {
    const { code, message } = error;
    const what = { sv: message, en: message };
    return { kind: 'storage', code, what, sv: `${message} ${BACK.sv}.`, en: message };
  }
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    const fits = Object.keys(KINDS).filter(
      (prefix) => code.startsWith(prefix) && (/^E|^S/.test(prefix) || code.length === 5),
    );
    const kind = KINDS[fits.sort((a, b) => b.length - a.length)[0] ?? ''];
    if (kind) return told(kind, code);
  }
  if (typeof code === 'number' && 'metadata' in error && GRPC.includes(code)) {
    return told('engine', `gRPC ${code}`);
  }
  const status = (error as S3Error).$metadata?.httpStatusCode;
  if (status !== undefined && (status >= 500 || status === 429)) return told('storage', `HTTP ${status}`);
  const kind = SAID.find(([words]) => words.test(error.message))?.[1];
  return kind ? told(kind, error.message) : null;
}

function told(kind: OutageKind, code: string): Outage {
  const [what, then] = WORDS[kind];
  const [sv, en] = [`${what.sv} (${code}).`, `${what.en} (${code}).`];
  return { kind, code, what: { sv, en }, sv: `${sv} ${then.sv}.`, en: `${en} ${then.en}.` };
}
