/** The register of bodies and other recipients: what is read, and what people have said of it. */
import type { Kysely } from 'kysely';
import { type RegisterOrgan, type Uppslag, uppslagOf } from '../../diarium/organ/index.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { OrganAnswer, OrganStore } from '../organ.ts';
import type { Choices, OfHuvudman } from '../store.ts';
import { write } from './dialect.ts';
import { andra, angra, historik } from './organ-andringar.ts';
import { grunder } from './organ-grund.ts';
import { readMissing } from './organ-lasningar.ts';
import { poster } from './organ-poster.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** `now` gives the time as ISO 8601, UTC. */
export function organStore(db: Kysely<Tables>, now: () => string): OrganStore {
  return {
    organregister: async (of = {}) => (await uppslag(db, of)).map(({ register }) => register),
    organ: (namn, of = {}) => organ(db, namn, of),
    async andraOrgan(who, delar) {
      await readMissing(db);
      return write(db, (tx) => andra(tx, who, delar, now()));
    },
    async angraOrgan(av, andring) {
      await readMissing(db);
      return write(db, (tx) => angra(tx, av, andring, now()));
    },
    organhistorik: (of = {}) => historik(db, of),
    organposter: async (huvudman) => (await poster(db, huvudmanKey(huvudman))).map(({ post }) => post),
  };
}

async function uppslag(db: Db, of: OfHuvudman): Promise<Uppslag[]> {
  return (await grunder(db, of)).map(uppslagOf);
}

/** See OrganStore.organ. */
async function organ(db: Db, namn: string, of: OfHuvudman): Promise<OrganAnswer | Choices | null> {
  const found = (await uppslag(db, of)).flatMap(({ register: { huvudman }, find }) => {
    const one = find(namn);
    return one ? [{ huvudman, one }] : [];
  });
  const [only, ...others] = found;
  if (only === undefined) return null;
  if (others.length > 0) {
    return {
      choices: found.map(({ huvudman, one }) => ({ huvudman, diarienummer: null, label: one.namn })),
    };
  }
  const { id: _, ...rest }: RegisterOrgan = only.one;
  return { huvudman: only.huvudman, ...rest };
}
