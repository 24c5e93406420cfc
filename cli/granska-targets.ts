/** Which thing a person means by an id, or by the beginning of one. */
import type { MalTraff, MalVy } from '../store/rattelser.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';

/** The one that an id means; a matter's id means all of its ärenden. Throws in words when none or several are meant. */
export async function meantBy(store: Store, id: string): Promise<MalTraff[]> {
  const matter = await store.matter(id);
  if (matter !== null) {
    const handlingar = await store.handlingar(id);
    return handlingar.flatMap(({ sha256, handling }): MalTraff[] =>
      handling.arenden.length === 0
        ? [{ id: handling.id, typ: 'handling', sha256 }]
        : handling.arenden.map((arende) => ({ id: arende.id, typ: 'arende', sha256 })),
    );
  }
  const found = await store.hittaMal(id);
  if (found.length === 0)
    throw new CommandError(`Inget har id ${id}. Id visas av: expediera granska`, EXIT.nothingFound);
  if (found.length > 1)
    throw new CommandError(
      `Flera saker har ett id som börjar med ${id}: ${found.map((one) => one.id).join(', ')}`,
      EXIT.choices,
    );
  return found;
}

/** What there is to decide on. Throws in words. */
export async function shownOf(store: Store, id: string): Promise<MalVy[]> {
  const shown: MalVy[] = [];
  for (const { id: own, typ, sha256 } of await meantBy(store, id)) {
    if (typ === 'rattelse')
      throw new CommandError(
        `${id} är en rättelse. Den ångras med: expediera granska angra ${id}`,
        EXIT.wrongUsage,
      );
    const vy = await store.mal(sha256, own);
    if (vy !== null) shown.push(vy);
  }
  return shown;
}

/** The content of a file with a record, by its name, its path or the end of it, or the beginning of its sha256. */
export async function fileMeant(store: Store, asked: string): Promise<string> {
  const found = new Set<string>();
  for (const { path, sha256 } of await store.files()) {
    if (sha256 === null) continue;
    const end = `/${asked.replace(/^\.?\/+/, '')}`;
    if (`/${path}`.endsWith(end) || (asked.length >= 8 && sha256.startsWith(asked))) found.add(sha256);
  }
  const [one, ...others] = found;
  if (one === undefined) throw new CommandError(`Ingen inläst fil heter ${asked}.`, EXIT.nothingFound);
  if (others.length > 0)
    throw new CommandError(
      `Flera filer heter ${asked}: ange mer av sökvägen, eller början av innehållets sha256: ${[...found].map((sha) => sha.slice(0, 12)).join(', ')}`,
      EXIT.choices,
    );
  return one;
}
