/**
 * Takes files over before any work begins: their bytes are kept by content, and the store knows that they were
 * offered. From then on nothing can be lost, whatever is killed.
 */
import type { FileHandle } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { beginsAsZip } from '../../extraction/pages/zip-names.ts';
import { REFUSALS, Refusal } from '../../extraction/refusal.ts';
import type { Reason } from '../../store/store.ts';
import { sha256OfParts } from '../../store/whole.ts';
import { patiently } from '../patiently.ts';
import { offerContent } from './offer-content.ts';
import { offerZip, wasOfferedAsZip } from './offer-zip.ts';
import type { OfferOptions } from './options.ts';
import { chunksOf, headOf, withRegular } from './read-file.ts';
import { type Offered, type Told, tally } from './tally.ts';
import { type Found, walk } from './walk.ts';
import { inspect } from './zip/inspect.ts';

/** Left free when a ZIP is unpacked, for what follows from its files, bytes. */
const SPARE_BYTES = 500_000_000;

/** Offers every file under the paths. Throws Problem "no-such-path", "not-a-file". */
export async function offerAll(paths: string[], options: OfferOptions): Promise<Offered> {
  const { offered, told } = tally(options.onPath);
  for await (const found of walk(paths, options.home)) {
    if (found.skipped) told(found.path, 'skipped', null);
    else await offerPatiently((once) => offerFound(found, options, once), options, told);
  }
  return offered;
}

/** Offers one path, again where what it stands on was away meanwhile. */
export async function offerPatiently(
  offer: (told: Told) => Promise<void>,
  { onWait, patience }: OfferOptions,
  told: Told,
): Promise<void> {
  // a ZIP that is begun again after a fault tells of its first files again
  const before = new Set<string>();
  const once: Told = (path, taken, sha256) => {
    if (before.has(path)) return;
    before.add(path);
    told(path, taken, sha256);
  };
  await patiently(() => offer(once), {
    ...(onWait && { tell: onWait }),
    ...(patience !== undefined && { limit: patience }),
  });
}

/** Offers one path; see offerAll. */
export async function offerFound(found: Found, options: OfferOptions, told: Told): Promise<void> {
  const { path, at } = found;
  try {
    if (found.unreadable) throw found.unreadable;
    await withRegular(at, async (file) => {
      const stats = await file.stat();
      const { size } = stats;
      const zip = beginsAsZip(await headOf(file, 4)) ? await asZip(file, options) : null;
      if (size > (zip ? options.zip.maxBytes : options.maxFileBytes)) {
        await offerTooLarge(path, chunksOf(file, stats), options, told);
      } else if (zip && !(await hasRoom(size + zip.bytes, options))) {
        await noRoom(path, size + zip.bytes, options);
        told(path, 'unreadable', null);
      } else {
        const { sha256, bytes } = await options.blobs.putStream(chunksOf(file, stats));
        const source = { path, sha256, bytes, fileName: basename(path) };
        if (zip) await offerZip(source, options, told);
        else told(path, await offerContent(source, options), sha256);
      }
    });
  } catch (error) {
    if (!isAboutThePath(error, options.home)) throw error;
    await options.store.offerUnreadable(path, { status: 'failed', reason: reasonOf(error) }, options.arkiv);
    told(path, 'unreadable', null);
  }
}

/** What it says that it holds, as far as that can be read; null: a document that is a ZIP inside. */
export async function asZip(file: FileHandle, { zip }: OfferOptions): Promise<{ bytes: number } | null> {
  try {
    const { isDocument, bytes } = await inspect(file, zip);
    return isDocument ? null : { bytes };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { bytes: 0 }; // it is kept as any other, and its row says why it was refused
  }
}

export async function hasRoom(bytes: number, { blobs, zip }: OfferOptions): Promise<boolean> {
  const free = await blobs.free();
  // what is more than the limit is refused before any of it is unpacked
  return free === null || bytes > zip.maxBytes || bytes + SPARE_BYTES <= free;
}

async function noRoom(path: string, bytes: number, { store, arkiv }: OfferOptions): Promise<void> {
  await store.offerUnreadable(path, { status: 'failed', reason: noRoomFor(bytes) }, arkiv);
}

/** Why a ZIP is not unpacked now. */
export function noRoomFor(bytes: number): Reason {
  const gigabytes = (bytes / 1e9).toFixed(1).replace('.', ',');
  return {
    code: 'no-space',
    sv: `Det finns inte plats för ZIP-filens innehåll: ${gigabytes} GB behövs. Gör plats och läs in den igen.`,
    en: `There is no room for what the ZIP holds: it needs ${gigabytes} GB. Make room and ingest it again.`,
  };
}

const TOO_LARGE = {
  sv: `${REFUSALS['too-large'].sv} Dela upp den, eller låt den som sköter Expediera höja gränsen.`,
  en: `${REFUSALS['too-large'].en} Divide it, or have whoever looks after Expediera raise the limit.`,
};

/**
 * Refused unread: only its hash is taken. The outcome first, so that a kill in between leaves nothing half offered. What was
 * taken over under a higher limit is kept: it stays as read as it is, or ends by itself.
 */
async function offerTooLarge(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  { store, blobs, lopande, arkiv, extractionVersion }: OfferOptions,
  told: Told,
): Promise<void> {
  const sha256 = await sha256OfParts(chunks);
  const before = (await store.content(sha256))?.status;
  if (before === 'done' || before === 'running') {
    await store.offerFile(path, sha256, lopande, arkiv);
    const isOpen = before === 'running' && !(await wasOfferedAsZip(blobs, sha256));
    told(path, isOpen ? 'toDo' : 'already', sha256);
    return;
  }
  const { sv, en } = TOO_LARGE;
  await store.setOutcome(sha256, {
    status: 'refused',
    reason: { code: 'too-large', sv, en },
    nekadAv: extractionVersion,
  });
  await store.offerFile(path, sha256, false, arkiv);
  told(path, before === 'refused' ? 'alreadyRefused' : 'refused', sha256);
}

/** Faults of one path (no rights, vanished, a broken disk block); a full disk is not, and is waited for. */
const OF_THE_PATH = [
  ...['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EIO', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'],
  ...['ENXIO', 'EBUSY', 'ESTALE', 'not-a-file', 'changed'],
];

/** A fault of the home (no rights there) would be met with every file. */
function isAboutThePath(error: unknown, home: string): error is Error & { code: string } {
  const { path, syscall } = error as NodeJS.ErrnoException;
  if (path?.startsWith(join(home, sep)) || ['write', 'fsync'].includes(syscall ?? '')) return false;
  return OF_THE_PATH.includes((error as NodeJS.ErrnoException).code ?? '');
}

function reasonOf({ code, message }: Error & { code: string }): Reason {
  if (code === 'changed')
    return {
      code,
      sv: 'Filen ändrades medan den lästes. Läs in den igen när den är färdig.',
      en: 'The file was written to while it was read. Ingest it again when it is finished.',
    };
  return {
    code: 'unreadable',
    sv: `Filen kunde inte läsas (${code}). Kontrollera rättigheterna och läs in den igen.`,
    en: `The file could not be read: ${message}.`,
  };
}
