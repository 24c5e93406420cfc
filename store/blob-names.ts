/** What every blob store calls what it keeps, from parts that came from outside and are checked here. */

const SHA256 = /^[0-9a-f]{64}$/u;
const KEY =
  /^(?:sha256\/[0-9a-f]{2}\/[0-9a-f]{62}|derived\/[0-9a-f]{64}\/[^/\\.]+\/[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\.json)$/u;
const NAME = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/u;

/** `sha256/ab/cdef…`: where the bytes with that hash are. Throws TypeError for what is no hash. */
export function contentPath(sha256: string): string {
  return `sha256/${checked(sha256).slice(0, 2)}/${sha256.slice(2)}`;
}

/** `derived/‹sha256›/‹version›`: where everything is that a version of ours derived from a content. */
export function derivedFolder(sha256: string, version: string): string {
  return `derived/${checked(sha256)}/${encodeURIComponent(version).replaceAll('.', '%2E')}`;
}

/** `derived/‹sha256›/‹version›/‹name›.json`. Throws TypeError for a name that could lead elsewhere. */
export function derivedPath(sha256: string, version: string, name: string): string {
  if (!NAME.test(name)) throw new TypeError(`not a name for derived data: ${name}`);
  return `${derivedFolder(sha256, version)}/${name}.json`;
}

/** The folders that hold everything. */
export const TOPS = ['sha256', 'derived'] as const;

/** Says whose blobs they are; see Blobs.marke. */
export const MARKE = 'installation.json';

/** Whether something kept could be called so. */
export const isKey = (key: string): boolean => KEY.test(key);

/** The key itself. Throws TypeError for what is none. */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new TypeError(`not a key of a blob: ${key}`);
  return key;
}

/** The sha256 that the bytes under a key must have; null: what the key has is derived. */
export const sha256OfKey = (key: string): string | null =>
  key.startsWith('sha256/') ? key.slice('sha256/'.length).replace('/', '') : null;

function checked(sha256: string): string {
  if (!SHA256.test(sha256)) throw new TypeError(`not a sha256: ${sha256}`);
  return sha256;
}
