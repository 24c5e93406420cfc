/** Running files again: those that failed, were refused or not read anew, or that an older version of the rules read. */
import type { Arkiv, KanGorasOm } from '../../store/arkiv.ts';
import type { Store } from '../../store/store.ts';
import { compareVersions } from '../../store/version-order.ts';
import { isUploaded } from './is-uploaded.ts';
import { offerFound, offerPatiently } from './offer.ts';
import { keptSource, offerContent } from './offer-content.ts';
import { offerZip, wasOfferedAsZip } from './offer-zip.ts';
import type { OfferOptions } from './options.ts';
import { arkivOf } from './steer.ts';
import { archiveName } from './submit.ts';
import { type Offered, type Told, tally } from './tally.ts';

export interface AgainQuestion {
  /** Of this intake, or of all that was ever offered. */
  arkiv: number | null;
  failed: boolean;
  /** Also, or only, what is done and was read by an older version of the rules. */
  older: boolean;
  /** Also what was refused. It is refused again unless something else has changed: the program, its words or its limits. */
  refused?: boolean;
  /** Of those only these contents; one that could not be read at all is named by its path. */
  only?: readonly string[];
}

export interface AgainOffer {
  namn: string;
  om: number | null;
  /** As the intake was whose files they are. */
  lopande: boolean;
  paths: string[];
  /** Offers them as files of the intake with this id. */
  offer(arkiv: number, onPath: (path: string, offered: Offered) => void): Promise<Offered>;
}

/** Whether it can be had again: what was sent here and never kept, or never came out of its ZIP, has to be sent again. */
export const isToBeHad = ({ path, sha256 }: Pick<KanGorasOm, 'path' | 'sha256'>): boolean =>
  sha256 !== null || !(isUploaded(path) || path.includes('!/'));

/** The files that there are to run again. Throws Problem "no-such-arkiv". */
export async function filesAgain(
  store: Store,
  { arkiv: id, failed, older, refused = false, only }: AgainQuestion,
  extractionVersion: string,
): Promise<{ arkiv: Arkiv | null; files: KanGorasOm[] }> {
  const arkiv = id === null ? null : await arkivOf(store, id);
  const isOlder = ({ status, extractionVersion: by }: KanGorasOm): boolean =>
    status === 'done' && by !== null && compareVersions(by, extractionVersion) < 0;
  const files = (await store.kanGorasOm(id)).filter(
    (file) =>
      (!only || only.includes(file.sha256 ?? file.path)) &&
      ((failed && (file.status === 'failed' || file.ejOmlast)) ||
        (refused && file.status === 'refused' && isToBeHad(file)) ||
        (older && isOlder(file))),
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
  const paths = files.map(({ path }) => path);
  const lopande = arkiv?.lopande ?? false;
  return {
    // one that was asked for is what people look for
    namn: question.only && paths.length === 1 ? archiveName(paths) : (arkiv?.namn ?? 'alla'),
    ...{ om: question.arkiv, lopande, paths },
    async offer(as, onPath) {
      const { offered, told } = tally(onPath);
      const offering = { ...options, lopande, arkiv: as };
      for (const file of files)
        await offerPatiently((once) => offerOneAgain(file, offering, once), offering, told);
      return offered;
    },
  };
}

/** By its kept bytes; one that could not be read at all, or is too large to have been kept, from where it was. */
async function offerOneAgain(
  { path, sha256, status }: KanGorasOm,
  options: OfferOptions,
  told: Told,
): Promise<void> {
  const isRefused = status === 'refused';
  const anew = { ...options, rerun: options.rerun || isRefused };
  if (sha256 === null || (isRefused && !(await options.blobs.has(sha256))))
    return offerFound({ path, at: path }, anew, told);
  const source = await keptSource(options.blobs, path, sha256);
  if (await wasOfferedAsZip(options.blobs, sha256)) await offerZip(source, anew, told);
  else told(path, await offerContent(source, anew), sha256);
}
