/** Changes of the register by people: only ever added to, and taken back by adding once more. */
import type { Kysely } from 'kysely';
import { nameGroups, OrganFel, type OrganPost, takeIn } from '../../diarium/organ/index.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import type { OrganAndring, OrganHistorik, OrganStore, OrganVad } from '../organ.ts';
import type { OfHuvudman } from '../store.ts';
import { chunks } from './chunks.ts';
import { noteHandelse } from './handelselogg.ts';
import { markTouched } from './organ-berorda.ts';
import { type Grund, grunder, grundOf } from './organ-grund.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** See OrganStore.andraOrgan. */
export async function andra(
  tx: Db,
  who: { vad: OrganVad; av: string },
  delar: Parameters<OrganStore['andraOrgan']>[1],
  at: string,
): Promise<OrganAndring | null> {
  const known = new Map((await grunder(tx, {})).map((grund) => [grund.huvudmanKey, grund]));
  const changes = delar.map(({ huvudman, compute }): Change => {
    const key = huvudmanKey(huvudman);
    const grund = known.get(key) ?? { ...grundOf(key, [], []), huvudman };
    return { grund, efter: compute(grund) };
  });
  return keep(tx, { ...who, angrar: null, at }, changes);
}

/** Bodies named in one entry of the log at most; all are counted. */
const NAMED = 100;

interface Change {
  grund: Grund;
  efter: OrganPost[];
}

interface Gjort {
  vad: OrganVad;
  av: string;
  angrar: number | null;
  at: string;
}

/** Keeps the entries that differ from what holds, and marks the matters that their names touch. */
async function keep(tx: Db, gjort: Gjort, changes: Change[]): Promise<OrganAndring | null> {
  const last = await tx
    .selectFrom('organ_andringar')
    .select((eb) => eb.fn.max<number | null>('andring').as('nr'))
    .executeTakeFirst();
  const andring = (last?.nr ?? 0) + 1;
  const organ: string[] = [];
  const matters: string[] = [];
  for (const { grund, efter } of changes) {
    const [fore, nu] = [byId(grund.poster), byId(efter)];
    const ids = [...new Set([...fore.keys(), ...nu.keys()])].sort();
    const changed = ids.filter((id) => asJson(fore.get(id)) !== asJson(nu.get(id)));
    const { huvudman, huvudmanKey } = grund;
    const rows = changed.map((id) => ({
      ...{ andring, ...gjort, huvudman, huvudman_key: huvudmanKey, organ: id },
      ...{ fore: asJson(fore.get(id)), efter: asJson(nu.get(id)) },
    }));
    for (const part of chunks(rows)) await tx.insertInto('organ_andringar').values(part).execute();
    organ.push(...changed.map((id) => (nu.get(id) ?? fore.get(id))?.namn ?? id));
    if (changed.length > 0) await wakeDeliveries(tx, grund.huvudmanKey);
    const before = new Set(nameGroups([...grund.poster]).map((group) => JSON.stringify(group)));
    const after = new Set(nameGroups(efter).map((group) => JSON.stringify(group)));
    const differing = [...before, ...after]
      .filter((one) => !(before.has(one) && after.has(one)))
      .map((one) => JSON.parse(one) as string[]);
    matters.push(...(await markTouched(tx, grund, differing)));
  }
  if (organ.length === 0) return null;
  const { vad, av, angrar, at } = gjort;
  await noteHandelse(
    tx,
    {
      ...{ av, vad: vad === 'angrat' ? 'organ-angrat' : 'organ-andrat', om: organ.slice(0, NAMED) },
      uppgifter: { andring, hur: vad, angrar, antal: organ.length, organ: organ.slice(0, NAMED) },
    },
    at,
  );
  return { andring, organ, matters };
}

/** Who is one and by which channel may be other than when they were planned; what was delivered stays so. */
async function wakeDeliveries(tx: Db, huvudmanKey: string): Promise<void> {
  await tx
    .updateTable('leveranser')
    .set({ vack: 1 })
    .where('huvudman_key', '=', huvudmanKey)
    .where('status', 'in', ['vantar_granskning', 'vantar_kanal', 'provkord', 'skickas'])
    .execute();
}

const byId = (all: readonly OrganPost[]) => new Map(all.map((post) => [post.id, post]));

/** The same entry gives the same JSON, in whatever order its fields were said. */
function asJson(post: OrganPost | undefined): string | null {
  if (post === undefined) return null;
  const fields = Object.entries(post).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** See OrganStore.angraOrgan. */
export async function angra(
  tx: Db,
  av: string,
  asked: number | undefined,
  at: string,
): Promise<OrganAndring | null> {
  const rows = await tx.selectFrom('organ_andringar').selectAll().orderBy('nr').execute();
  const changes = Map.groupBy(rows, (row) => row.andring);
  const holds = new Map(rows.map((row) => [`${row.huvudman_key} ${row.organ}`, row]));
  const takenBack = new Set<number>();
  for (const [nr, own] of [...changes].reverse()) {
    const angrar = own[0]?.angrar;
    if (angrar && !takenBack.has(nr)) takenBack.add(angrar);
  }
  const still = (nr: number) =>
    !takenBack.has(nr) &&
    (changes.get(nr) ?? []).every(
      (row) => holds.get(`${row.huvudman_key} ${row.organ}`)?.efter === row.efter,
    );
  const last = () =>
    [...changes.keys()].findLast((nr) => changes.get(nr)?.[0]?.vad !== 'angrat' && still(nr));
  const nr = asked ?? last();
  if (nr === undefined) return null;
  const own = changes.get(nr);
  if (!own) throw new OrganFel([`Det finns ingen ändring ${nr}.`]);
  if (takenBack.has(nr)) throw new OrganFel([`Ändring ${nr} är redan ångrad.`]);
  const later = own
    .map((row) => holds.get(`${row.huvudman_key} ${row.organ}`))
    .find((row) => row && row.andring !== nr);
  if (later && !still(nr)) {
    const name = (JSON.parse(later.efter ?? later.fore ?? '{}') as Partial<OrganPost>).namn ?? later.organ;
    throw new OrganFel([
      `Ändring ${nr} kan inte ångras: ${name} är ändrat igen, i ändring ${later.andring}. Ångra den först.`,
    ]);
  }
  const known = await grunder(tx, {});
  const delar = [...Map.groupBy(own, (row) => row.huvudman_key)].map(([key, of]): Change => {
    const grund = known.find((one) => one.huvudmanKey === key) ?? grundOf(key, [], []);
    const back = byId(grund.poster);
    for (const { organ, fore } of of) {
      if (fore === null) back.delete(organ);
      else back.set(organ, JSON.parse(fore) as OrganPost);
    }
    // a name that it had may be another's by now
    return { grund, efter: takeIn({ ...grund, poster: [...back.values()] }, []) };
  });
  return keep(tx, { vad: 'angrat', av, angrar: nr, at }, delar);
}

/** See OrganStore.organhistorik. */
export async function historik(db: Db, { huvudman }: OfHuvudman): Promise<OrganHistorik[]> {
  let query = db.selectFrom('organ_andringar').selectAll().orderBy('andring', 'desc').orderBy('nr');
  if (huvudman !== undefined) query = query.where('huvudman_key', '=', huvudmanKey(huvudman));
  const rows = await query.execute();
  const withoutId = (json: string | null) => {
    if (json === null) return null;
    const { id: _, ...post } = JSON.parse(json) as OrganPost;
    return post;
  };
  return [...Map.groupBy(rows, (row) => `${row.andring} ${row.huvudman_key}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { andring, vad, angrar, at, av } = first;
    const changed = group.map(({ fore, efter }) => ({ fore: withoutId(fore), efter: withoutId(efter) }));
    return { andring, vad, angrar, at, av, huvudman: first.huvudman, poster: changed };
  });
}
