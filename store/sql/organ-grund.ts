/** What a register is made from: what is read, and what people have said. */
import type { Kysely } from 'kysely';
import type { Underlag } from '../../diarium/organ/index.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { OfHuvudman } from '../store.ts';
import { allaLasningar, type FilLasning } from './organ-lasningar.ts';
import { type PostRad, poster } from './organ-poster.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** All that is known of one huvudman. */
export interface Grund extends Underlag {
  huvudmanKey: string;
  filer: FilLasning[];
}

/** One for each huvudman that documents or people name, in order of their keys. */
export async function grunder(db: Db, { huvudman }: OfHuvudman): Promise<Grund[]> {
  const [lasta, sagda] = [await allaLasningar(db), Map.groupBy(await poster(db), (rad) => rad.huvudmanKey)];
  const keys = [...new Set([...lasta.keys(), ...sagda.keys()])].sort();
  return keys
    .filter((key) => huvudman === undefined || key === huvudmanKey(huvudman))
    .map((key) => grundOf(key, lasta.get(key) ?? [], sagda.get(key) ?? []));
}

/** Of a huvudman that nothing is known of: with nothing in it. */
export function grundOf(key: string, filer: FilLasning[], rader: PostRad[]): Grund {
  const lasningar = filer.map((one) => one.lasning);
  return {
    huvudmanKey: key,
    huvudman: usual(lasningar.map((one) => one.huvudman)) ?? usual(rader.map((one) => one.huvudman)),
    filer,
    lasningar,
    poster: rader.map((rad) => rad.post),
  };
}

/** As most often printed; of equals the first by the alphabet. */
function usual(names: (string | null)[]): string | null {
  const counts = [...Map.groupBy(names, (name) => name)].flatMap(([name, all]) =>
    name === null ? [] : [{ name, n: all.length }],
  );
  return counts.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))[0]?.name ?? null;
}
