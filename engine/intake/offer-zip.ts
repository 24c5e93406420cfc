/**
 * A ZIP is a file that was offered, and each file in it is one as well, by a path of its own: `arkiv.zip!/mapp/a.pdf`.
 * It is `running` from the moment it is kept until all that it holds is offered, so that a start after a kill knows
 * what to go on with.
 */

import { Refusal } from '../../extraction/refusal.ts';
import type { Blobs } from '../../store/blobs.ts';
import { putIntake } from '../../store/derived.ts';
import { offerContent, type Source } from './offer-content.ts';
import type { OfferOptions } from './options.ts';
import type { Told } from './tally.ts';
import { type Budget, eachMember, type Member } from './zip/members.ts';

/** What a ZIP lies in, the outermost first. */
interface Around {
  zips: readonly string[];
  budget: Budget;
  /** Bombs met so far: some are a pity, many are what the file is for. */
  bombs: { count: number };
}

/** More bombs than this in one file, and the file is one. */
const MOST_BOMBS = 10;

const MARK = ['intake', 'zip'] as const;

/** Whether the content was offered as a ZIP: no workflow works on it, it is unpacked. */
export const wasOfferedAsZip = async (blobs: Blobs, sha256: string): Promise<boolean> =>
  (await blobs.getDerived(sha256, ...MARK)) !== null;

/** Says that the content is to be unpacked, and not read. */
export const markZip = (blobs: Blobs, sha256: string): Promise<void> => blobs.putDerived(sha256, ...MARK, {});

/** Offers a kept ZIP and what it holds; `told` hears of each path, the ZIP's own last. */
export async function offerZip(
  source: Source,
  options: OfferOptions,
  told: Told,
  around: Around = {
    zips: [],
    budget: { files: options.zip.maxFiles, bytes: options.zip.maxBytes },
    bombs: { count: 0 },
  },
): Promise<void> {
  const { store, blobs, rerun } = options;
  const { path, sha256, bytes, fileName } = source;
  await putIntake(blobs, sha256, { fileName, bytes });
  await markZip(blobs, sha256);
  const state = await store.offerFile(path, sha256, options.lopande, options.arkiv);
  // one that only an earlier version of the program could not read is unpacked now
  if (state.status === 'refused' && state.code !== 'not-supported' && !rerun) {
    told(path, 'alreadyRefused', sha256);
    return;
  }
  if (state.status !== 'running') await store.setOutcome(sha256, { status: 'running' });
  try {
    if (around.zips.length >= options.zip.maxDepth) throw new Refusal('zip-too-deep');
    const inside = { ...around, zips: [...around.zips, sha256] };
    await eachMember(
      sha256,
      { ...options, limits: options.zip, budget: around.budget, fresh: rerun },
      (member) => offerMember(`${path}!/${member.name}`, member, options, told, inside),
    );
    await store.setOutcome(sha256, { status: 'done' });
    told(path, state.status === 'done' ? 'alreadyUnpacked' : 'unpacked', sha256);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, sv, en } = error;
    await store.setOutcome(sha256, {
      status: 'refused',
      reason: { code, sv, en },
      nekadAv: options.extractionVersion,
    });
    told(path, 'refused', sha256);
    if (code !== 'bomb' || around.zips.length === 0) return;
    around.bombs.count += 1;
    if (around.bombs.count > MOST_BOMBS) throw error;
  }
}

async function offerMember(
  path: string,
  { name, content, refusal }: Member,
  options: OfferOptions,
  told: Told,
  around: Around,
): Promise<void> {
  if (refusal) {
    const before = await options.store.offerUnreadable(
      path,
      { status: 'refused', reason: refusal },
      options.arkiv,
    );
    told(path, before === 'refused' ? 'alreadyRefused' : 'refused', null);
    return;
  }
  if (!content) throw new Error('a file of a ZIP is kept or refused');
  const { sha256, bytes, isZip } = content;
  const source = { path, sha256, bytes, fileName: name.slice(name.lastIndexOf('/') + 1) };
  if (!isZip) {
    told(path, await offerContent(source, options), sha256);
  } else if (around.zips.includes(sha256)) {
    // it holds itself: all that is in it is offered already
    await options.store.offerFile(path, sha256, options.lopande, options.arkiv);
    told(path, 'already', sha256);
  } else {
    await offerZip(source, options, told, around);
  }
}
