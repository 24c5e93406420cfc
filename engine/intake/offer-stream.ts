/** Takes a file over that comes as a stream, from somebody who sends it: by the same rules as one that lies on a disk. */
import { beginsAsZip } from '../../extraction/pages/zip-names.ts';
import { Refusal } from '../../extraction/refusal.ts';
import type { Reason } from '../../store/store.ts';
import { asZip, hasRoom, noRoomFor, offerPatiently } from './offer.ts';
import { offerContent, type Source } from './offer-content.ts';
import { markZip, offerZip } from './offer-zip.ts';
import type { OfferOptions } from './options.ts';
import { withRegular } from './read-file.ts';
import type { Told } from './tally.ts';

/** What is sent cannot be asked for again: what the program stands on is waited for no longer than a person waits, milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * Keeps what comes and offers it. Rejects as the stream does, and then nothing of it is kept or noted. Of a file that is
 * too large the rest is left in the stream. A ZIP is kept and noted, so that a kill loses nothing of it; as it may hold very
 * many files, whoever sends it need not wait for them.
 *
 * @param pathOf the path by its content, which is known when all of it has come; null: nobody will know it
 * @returns for a ZIP: takes out what it holds
 */
export async function offerStream(
  chunks: AsyncIterable<Uint8Array>,
  pathOf: (sha256: string | null) => string,
  options: OfferOptions,
  told: Told,
): Promise<(() => Promise<void>) | null> {
  const patient = { ...options, patience: options.patience ?? PATIENCE_MS };
  let head = Buffer.alloc(0);
  let path: string | undefined;
  async function* bounded(): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4)]);
      if (bytes > (beginsAsZip(head) ? options.zip.maxBytes : options.maxFileBytes))
        throw new Refusal('too-large');
      yield chunk;
    }
  }
  try {
    const { sha256, bytes } = await options.blobs.putStream(bounded());
    path = pathOf(sha256);
    const source = { path, sha256, bytes, fileName: path.slice(path.lastIndexOf('/') + 1) };
    const mayBeZip = beginsAsZip(head);
    let isZip = false;
    await offerPatiently(
      async (once) => {
        isZip = await offerKept(source, mayBeZip, patient, once);
      },
      patient,
      told,
    );
    return isZip ? () => offerPatiently((once) => offerZip(source, options, once), options, told) : null;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'too-large')) throw error;
    const named = path ?? pathOf(null);
    const reason = tooLarge(options);
    await offerPatiently(
      async (once) => {
        const outcome = { status: 'refused', reason, nekadAv: options.extractionVersion } as const;
        await options.store.offerUnreadable(named, outcome, options.arkiv);
        once(named, 'refused', null);
      },
      patient,
      told,
    );
    return null;
  }
}

/** Returns whether it is a ZIP that is still to be unpacked. */
async function offerKept(
  source: Source,
  mayBeZip: boolean,
  options: OfferOptions,
  told: Told,
): Promise<boolean> {
  const { store, blobs, lopande, arkiv } = options;
  const { path, sha256, bytes } = source;
  const zip = mayBeZip
    ? await blobs.withFile(sha256, (at) => withRegular(at, (file) => asZip(file, options)))
    : null;
  if (zip === null) {
    // a document that is a ZIP inside
    if (bytes > options.maxFileBytes) throw new Refusal('too-large');
    told(path, await offerContent(source, options), sha256);
    return false;
  }
  await markZip(blobs, sha256);
  const { status } = await store.offerFile(path, sha256, lopande, arkiv);
  if (await hasRoom(zip.bytes, options)) return true;
  if (status === 'running' || status === 'failed')
    await store.setOutcome(sha256, { status: 'failed', reason: noRoomFor(zip.bytes) });
  told(path, 'unreadable', sha256);
  return false;
}

function tooLarge({ maxFileBytes }: OfferOptions): Reason {
  const { code, sv, en } = new Refusal('too-large', {
    sv: `Gränsen är ${sizeText(maxFileBytes, 'sv-SE')}. Dela upp den, eller låt den som sköter Expediera höja gränsen.`,
    en: `The limit is ${sizeText(maxFileBytes, 'en-GB')}. Divide it, or have whoever looks after Expediera raise the limit.`,
  });
  return { code, sv, en };
}

/** 2 GB, 100 kB: as people say how large a file may be. */
export function sizeText(bytes: number, locale: string): string {
  const [unit, value] =
    bytes >= 1e9 ? ['GB', bytes / 1e9] : bytes >= 1e6 ? ['MB', bytes / 1e6] : ['kB', bytes / 1e3];
  return `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} ${unit}`;
}
