/**
 * The files of a ZIP that is kept, each kept by its own content. What was found is noted as it goes on, so that the
 * same ZIP again, or after a kill, costs nothing for what is unpacked already.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { Entry, ZipFile } from 'yauzl';
import { beginsAsZip } from '../../../extraction/pages/zip-names.ts';
import { Refusal, type RefusalCode } from '../../../extraction/refusal.ts';
import type { Blobs } from '../../../store/blobs.ts';
import { entriesOf } from './directory.ts';
import { type Inspected, inspect, tooMany, type ZipLimits } from './inspect.ts';
import { type CodePage, nameOf } from './names.ts';
import { obstacle, typeOf, unpack } from './unpack.ts';

/** One file of a ZIP: kept, or why not. */
export interface Member {
  /** Its path in the ZIP; no two have the same. */
  name: string;
  content: { sha256: string; bytes: number; isZip: boolean } | null;
  refusal: { code: RefusalCode; sv: string; en: string } | null;
}

/** What is left of the bounds for all ZIPs in one file that was offered. */
export interface Budget {
  files: number;
  bytes: number;
}

export interface MembersOptions {
  blobs: Blobs;
  limits: ZipLimits;
  /** A larger file is refused unread. */
  maxFileBytes: number;
  /** What is taken out is taken from it, before any of it is unpacked. */
  budget: Budget;
  /** Unpack again, whatever is noted: the limits or the program may have changed. */
  fresh: boolean;
}

/** The form of what is noted; another form is another name. */
const NOTED = 'zip-1';
const PART = 200;
const partName = (nr: number): string => `members/${String(nr).padStart(6, '0')}`;

interface End {
  members: number;
  entries: number;
  bytes: number;
}

/**
 * Hands over each file of the ZIP with this content, in its order. Throws Refusal when it cannot be unpacked, or no
 * further; what was handed over by then is kept.
 */
export async function eachMember(
  sha256: string,
  options: MembersOptions,
  use: (member: Member) => Promise<void>,
): Promise<void> {
  const { blobs, budget, limits } = options;
  const end = options.fresh ? null : await blobs.getDerived<End>(sha256, NOTED, 'end');
  if (end) {
    reserve(budget, limits, end);
    for (let nr = 0; nr * PART < end.members; nr++) {
      for (const member of (await noted(blobs, sha256, nr)) ?? []) await use(member);
    }
    return;
  }
  const found = await blobs.withFile(sha256, async (path) => {
    const file = await open(path, 'r');
    try {
      const inspected = await inspect(file, limits);
      reserve(budget, limits, inspected);
      const members = await unpackAll(sha256, file, inspected, options, use);
      await blobs.putDerived(sha256, NOTED, 'end', { members, ...inspected } satisfies End);
    } finally {
      await file.close();
    }
    return true;
  });
  if (!found) throw new Error(`the content ${sha256} is not here`);
}

/** Whether this kept content is an archive of files, and no document that is a ZIP inside. */
async function isArchive(blobs: Blobs, sha256: string, limits: ZipLimits): Promise<boolean> {
  const found = await blobs.withFile(sha256, async (path) => {
    const file = await open(path, 'r');
    try {
      return !(await inspect(file, limits)).isDocument;
    } catch (error) {
      if (error instanceof Refusal) return true; // its row will say why
      throw error;
    } finally {
      await file.close();
    }
  });
  return found ?? false;
}

function reserve(
  budget: Budget,
  limits: ZipLimits,
  { entries, bytes }: Pick<End, 'entries' | 'bytes'>,
): void {
  if (entries > budget.files) throw tooMany(limits);
  if (bytes > budget.bytes) {
    const gigabytes = Math.round(limits.maxBytes / 1e9).toLocaleString('sv-SE');
    throw new Refusal('bomb', { sv: `Gränsen är ${gigabytes} GB.`, en: `The limit is ${gigabytes} GB.` });
  }
  budget.files -= entries;
  budget.bytes -= bytes;
}

const noted = (blobs: Blobs, sha256: string, nr: number): Promise<Member[] | null> =>
  blobs.getDerived<Member[]>(sha256, NOTED, partName(nr));

/** Resolves to how many files were handed over. */
async function unpackAll(
  sha256: string,
  file: FileHandle,
  { codePage }: Inspected,
  options: MembersOptions,
  use: (member: Member) => Promise<void>,
): Promise<number> {
  const { blobs, fresh } = options;
  const naming = namesOnce(codePage);
  let nr = 0;
  let before = fresh ? null : await noted(blobs, sha256, nr);
  let part: Member[] = [];
  let members = 0;
  for await (const { entry, zip } of entriesOf(file)) {
    const name = naming(entry);
    if (name === null) continue;
    const known = before?.[part.length];
    const member = known?.name === name.path ? known : await take(file, zip, entry, name, options);
    part.push(member);
    members += 1;
    await use(member);
    if (part.length < PART) continue;
    if (!before) await blobs.putDerived(sha256, NOTED, partName(nr), part);
    nr += 1;
    part = [];
    before = fresh ? null : await noted(blobs, sha256, nr);
  }
  if (part.length > 0) await blobs.putDerived(sha256, NOTED, partName(nr), part);
  return members;
}

interface MemberName {
  path: string;
  leadsOut: boolean;
}

/** Tells each entry's name, the second of the same one with a number behind it; null: a folder, nothing by itself. */
function namesOnce(codePage: CodePage): (entry: Entry) => MemberName | null {
  const used = new Set<string>();
  /** The next number for a name: a hundred thousand of the same are not counted through for each. */
  const numbers = new Map<string, number>();
  return (entry) => {
    const { path, isFolder, leadsOut } = nameOf(entry, codePage);
    if (entry.uncompressedSize === 0 && (isFolder || typeOf(entry) === 'folder')) return null;
    let once = path;
    let n = numbers.get(path) ?? 2;
    for (; used.has(once); n++) once = `${path} (${n})`;
    numbers.set(path, n);
    used.add(once);
    return { path: once, leadsOut };
  };
}

async function take(
  file: FileHandle,
  zip: ZipFile,
  entry: Entry,
  { path: name, leadsOut }: MemberName,
  { blobs, limits, maxFileBytes }: MembersOptions,
): Promise<Member> {
  try {
    if (leadsOut) throw new Refusal('zip-path-out');
    if (typeOf(entry) === 'special') throw new Refusal('zip-link');
    const why = obstacle(entry, maxFileBytes);
    if (why) throw why;
    let head = Buffer.alloc(0);
    const stored = await blobs.putStream(
      (async function* () {
        for await (const chunk of unpack(file, zip, entry)) {
          if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)]);
          yield chunk;
        }
      })(),
    );
    const isZip = beginsAsZip(head) && (await isArchive(blobs, stored.sha256, limits));
    return { name, content: { ...stored, isZip }, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, sv, en } = error;
    return { name, content: null, refusal: { code, sv, en } };
  }
}
