/** Running files again: those that failed or were not read anew, or that an older version of the rules read. */
import type { Arkiv, KanGorasOm } from '../../store/arkiv.ts';
import type { Store } from '../../store/store.ts';
import { compareVersions } from '../../store/version-order.ts';
import { offerFound, offerPatiently } from './offer.ts';
import { keptSource, offerContent } from './offer-content.ts';
import { offerZip, wasOfferedAsZip } from './offer-zip.ts';
import type { OfferOptions } from './options.ts';
import { arkivOf } from './steer.ts';
import { type Offered, type Told, tally } from './tally.ts';

export interface AgainQuestion {
  /** Of this intake, or of all that was ever offered. */
  arkiv: number | null;
  failed: boolean;
  /** Also, or only, what is done and was read by an older version of the rules. */
  older: boolean;
  /** Of those only these contents. */
  only?: readonly string[];
}

export interface AgainOffer {
  namn: string;
  om: number | null;
  paths: string[];
  /** Offers them as files of the intake with this id. */
  offer(arkiv: number, onPath: (path: string, offered: Offered) => void): Promise<Offered>;
}

/** The files that there are to run again. Throws Problem "no-such-arkiv". */
export async function filesAgain(
  store: Store,
  { arkiv: id, failed, older, only }: AgainQuestion,
  extractionVersion: string,
): Promise<{ arkiv: Arkiv | null; files: KanGorasOm[] }> {
  const arkiv = id === null ? null : await arkivOf(store, id);
  const isOlder = ({ status, extractionVersion: by }: KanGorasOm): boolean =>
    status === 'done' && by !== null && compareVersions(by, extractionVersion) < 0;
  const files = (await store.kanGorasOm(id)).filter(
    (file) =>
      (!only || (file.sha256 !== null && only.includes(file.sha256))) &&
      ((failed && (file.status === 'failed' || file.ejOmlast)) || (older && isOlder(file))),
  );
  return { arkiv, files };
}

/** What there is to run again; null: nothing. Throws Problem "no-such-arkiv". */
export async function offerAgain(
  question: AgainQuestion,
  options: Omit<OfferOptions, 'arkiv'>,
): Promise<AgainOffer | null> {
  const { arkiv, files } = await filesAgain(options.store, question, options.extractionVersion);
  if (files.length === 0) return null;
  return {
    namn: arkiv?.namn ?? 'alla',
    om: question.arkiv,
    paths: files.map(({ path }) => path),
    async offer(as, onPath) {
      const { offered, told } = tally(onPath);
      const offering = { ...options, arkiv: as };
      for (const file of files)
        await offerPatiently((once) => offerOneAgain(file, offering, once), offering, told);
      return offered;
    },
  };
}

/** By its kept bytes; one that could not be read at all from where it was. */
async function offerOneAgain({ path, sha256 }: KanGorasOm, options: OfferOptions, told: Told): Promise<void> {
  if (sha256 === null) return offerFound({ path, at: path }, options, told);
  const source = await keptSource(options.blobs, path, sha256);
  if (await wasOfferedAsZip(options.blobs, sha256)) await offerZip(source, options, told);
  else told(path, await offerContent(source, options), sha256);
}
