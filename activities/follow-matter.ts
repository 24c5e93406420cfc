/** The matter as its process sees it: computed anew from all its handlingar, and told in a few words. */
import { shownName } from '../diarium/bild/ord.ts';
import { isLate, nextDay } from '../diarium/way/nasta-dag.ts';
import type { Way } from '../diarium/way/types.ts';
import type { Matter } from '../store/store.ts';
import { alive } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { remindLate } from './remind-late.ts';
import { type AttSanda, toSend } from './to-send.ts';

/** Where a matter is. Small whatever the matter: it travels through the engine. */
export interface Lage {
  huvudman: string | null;
  diarienummer: string | null;
  rubrik: string | null;
  /** The body that has it now. */
  hos: string | null;
  avslutat: boolean;
  /** Something of it came in as current work; else all that is known of it is an archive's, which is history. */
  lopande: boolean;
  /** Steps so far, and what is awaited: all, and that whose last day is over. */
  steg: number;
  vantar: number;
  sena: number;
  /**
   * The next day that something is late or gains legal force, YYYY-MM-DD. Null where no day is known, and for history, of
   * which nobody is reminded.
   */
  nastaDag: string | null;
  /** The §§ that are to be sent. */
  expediera: AttSanda[];
  /** The engine's server knows what workflows are found by. */
  findable: boolean;
}

export interface FollowMatterInput {
  matter: string;
  /** YYYY-MM-DD by the engine's clock, since it is the engine that waits. */
  idag: string;
}

/**
 * Brings the matter's way up to its handlingar and tells where it is. null: there is no such matter any more, its
 * handlingar are another's. Done again it does the same.
 */
export const followMatter = ({ store, wayOf, findable }: ActivityDeps) =>
  alive(async ({ matter: id, idag }: FollowMatterInput): Promise<Lage | null> => {
    const way = await store.updateWay(id, wayOf);
    const matter = await store.matter(id);
    if (!way || !matter) return null;
    await store.follow(id);
    const sources = await lopandeSources(store, way);
    const lopande = sources.size > 0;
    if (lopande) await remindLate(store, matter, { vantar: way.vantar, idag });
    return {
      ...{ huvudman: matter.huvudman, diarienummer: matter.diarienummer, rubrik: openRubrik(matter, way) },
      ...{
        hos: way.hos && shownName(way.hos),
        avslutat: way.avslutat,
        lopande,
        steg: way.steg.length,
        vantar: way.vantar.length,
      },
      sena: way.vantar.filter((vantan) => isLate(vantan, idag)).length,
      nastaDag: lopande ? nextDay(way, idag) : null,
      expediera: await toSend(store, { matter, way, lopande: sources }),
      findable,
    };
  });

/** What a secret matter is about is not for the engine's page, nor for its histories. */
const openRubrik = ({ rubrik }: Matter, { steg }: Way): string | null =>
  steg.some(({ sekretess }) => sekretess != null) ? null : rubrik;

/** Those of the matter's contents that came in as current work. */
async function lopandeSources(store: ActivityDeps['store'], way: Way): Promise<Set<string>> {
  const contents = way.steg.flatMap(({ kallor }) => kallor.map(({ sha256 }) => sha256));
  return new Set(await store.lopandeOf([...new Set(contents)]));
}

/** No process follows the matter any more. */
export const releaseMatter = ({ store }: ActivityDeps) =>
  alive(({ matter }: { matter: string }): Promise<void> => store.release(matter));
