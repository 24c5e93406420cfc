/**
 * The store as a reader (läsare) sees it. It can only be asked: whatever changes something is refused, and so is every
 * question that is not listed here, also one that is new. What is masked is not found either: by no word, number or count.
 */
import type { RegisterOrgan } from '../../diarium/organ/index.ts';
import { offentlig } from '../../diarium/rader/masking.ts';
import { isOrganName } from '../../extraction/routing/organ.ts';
import type { Leverans } from '../../store/expediering.ts';
import type { Hit } from '../../store/search.ts';
import { isChoices, type OfHuvudman, type Store } from '../../store/store.ts';
import { maskAnswer } from './answer.ts';
import { maskRecord } from './record.ts';
import { maskText } from './text.ts';

/** What a reader asked for is not for readers. */
export class InteForLasare extends Error {
  override readonly name = 'InteForLasare';
}

export function maskedStore(store: Store): Store {
  const open = openQuestions(store);
  return Object.fromEntries(
    Object.keys(store).map((name) => [name, open[name as keyof Store] ?? refuse(name)]),
  ) as unknown as Store;
}

const refuse = (name: string) => async (): Promise<never> => {
  throw new InteForLasare(`${name} is not for readers`);
};

/** Deliveries in open matters, without how and by what they went. */
async function openLeveranser(store: Store, all: Leverans[]): Promise<Leverans[]> {
  const secret = await store.hemligaMatters(all.map(({ matter }) => matter));
  return all
    .filter(({ matter }) => !secret.has(matter))
    .map((one) => ({
      ...one,
      ...{ hinder: [], slappt: [], fel: null, kvitto: null, provkorning: null, provkordFor: null },
      ...{ kanal: null, forsandelse: null },
    }));
}

/** Recipients of these kinds are shown only where an open matter names them too. */
const MAY_BE_PRIVATE: readonly RegisterOrgan['slag'][] = ['person', 'okant', 'utanfor', 'bolag'];

function openQuestions(store: Store): Partial<Store> {
  /** An answer, masked by what is known of the matters and files in it. */
  const shown = async <T>(answer: T): Promise<T> => {
    const { ids, fileNames } = namedIn(answer);
    const [hemliga, filnamn] = await Promise.all([
      store.hemligaMatters([...ids]),
      store.hemligaFilnamn([...fileNames]),
    ]);
    return maskAnswer(answer, { sekretess: false, hemliga, filnamn });
  };
  const register = shared(store.diarium);
  const recordOf = async <T extends Awaited<ReturnType<Store['record']>>>(
    sha256: string,
    found: T,
  ): Promise<T> =>
    found && { ...found, record: maskRecord(found.record, new Set(await store.hemligaArenden(sha256))) };
  /** Recipients that open matters have, but for those who are written with a number. */
  const openRecipients = async (of: OfHuvudman | undefined) =>
    (await store.mottagare({ ...of, offentligt: true })).filter(({ mottagare }) => !isMasked(mottagare));
  const openNames = async (of: OfHuvudman): Promise<Set<string>> =>
    new Set((await openRecipients(of)).map(({ mottagare }) => mottagare));
  const forReaders = <T extends Omit<RegisterOrgan, 'id'>>(
    all: readonly T[],
    names: ReadonlySet<string>,
  ): T[] =>
    all.flatMap((one) => {
      if (!MAY_BE_PRIVATE.includes(one.slag)) return [one];
      if (!names.has(one.namn)) return [];
      return [{ ...one, skrivs: one.skrivs.filter(({ namn }) => names.has(namn)) }];
    });

  return {
    status: () => store.status(),
    content: (sha256) => store.content(sha256).then(shown),
    recordIds: () => store.recordIds(),
    record: async (sha256) => recordOf(sha256, await store.record(sha256)),
    recordWithRattelser: async (sha256) => recordOf(sha256, await store.recordWithRattelser(sha256)),
    matters: (of) => store.matters(of).then(shown),
    matter: (id) => store.matter(id).then(shown),
    handlingar: async (id) => {
      const [all, secret] = await Promise.all([store.handlingar(id), store.hemligaMatters([id])]);
      return secret.has(id) ? maskAnswer(all, { sekretess: true }) : shown(all);
    },
    arende: async (diarienummer, of) => {
      if (isMasked(diarienummer)) return null;
      const answer = await store.arende(diarienummer, of);
      if (answer === null || isChoices(answer)) return shown(answer);
      return shown({ ...answer, sammanforingar: [] });
    },
    mottagare: async (of) => shown(await openRecipients(of)),
    inkorg: async (mottagare, of) => {
      if (isMasked(mottagare)) return null;
      const answer = await store.inkorg(mottagare, { ...of, offentligt: true });
      if (answer === null || isChoices(answer)) return shown(answer);
      return shown({ ...answer, poster: answer.poster.map(({ marke: _, ...post }) => post) });
    },
    search: async (question) => {
      const answer = await store.search({ ...question, offentligt: true });
      return shown({ ...answer, hits: answer.hits.map(withOpenBeslut) });
    },
    punkt: async (id) => {
      const found = await store.punkt(id, { offentligt: true });
      return shown(found && { ...found, hit: withOpenBeslut(found.hit) });
    },
    borta: async (id) => shown(await store.borta(id, { offentligt: true })),
    matterId: async (id) => {
      if (isMasked(id)) return null;
      const known = await store.matterId(id);
      return known === null || isMasked(known) ? null : known;
    },
    itemId: (permanentId) => store.itemId(permanentId),
    permanentIds: (ids) => store.permanentIds(ids),
    liknande: async (word) =>
      (await store.liknande(word, { offentligt: true })).filter((one) => !isMasked(one)),
    person: async (namn, of) =>
      isMasked(namn) ? null : shown(await store.person(namn, { ...of, offentligt: true })),
    bevakning: async (question) => {
      const organ = question.organ !== undefined && isMasked(question.organ) ? NOBODY : question.organ;
      const answer = await store.bevakning({ ...question, organ, offentligt: true });
      return shown({ ...answer, rader: answer.rader.map((rad) => ({ ...rad, paminnelser: [] })) });
    },
    organregister: async (of = {}) => {
      const names = await openNames(of);
      const registers = (await store.organregister(of)).map(({ huvudman, organ, kanVaraSamma }) => {
        const some = forReaders(organ, names);
        const known = new Set(some.map(({ namn }) => namn));
        const alike = kanVaraSamma.filter((two) => known.has(two.namn) && known.has(two.tidigare));
        return { huvudman, organ: some, kanVaraSamma: alike };
      });
      return shown(registers);
    },
    organ: async (namn, of = {}) => {
      if (isMasked(namn)) return null;
      const [answer, names] = await Promise.all([store.organ(namn, of), openNames(of)]);
      if (answer === null) return null;
      if (!isChoices(answer)) return shown(forReaders([answer], names)[0] ?? null);
      const choices = answer.choices.filter(
        ({ label }) => isOrganName(label ?? '') || names.has(label ?? ''),
      );
      return choices.length === 0 ? null : shown({ choices });
    },
    diarium: async (question) => {
      const { total, rader } = await register(question);
      return shown({ total, rader: rader.map(offentlig), losa: [] });
    },
    leveranser: async (question) => {
      if (isMasked(question?.mottagare ?? '')) return [];
      return shown(await openLeveranser(store, await store.leveranser(question)));
    },
    leverans: async (nyckel) => {
      const one = await store.leverans(nyckel);
      return shown(one && ((await openLeveranser(store, [one]))[0] ?? null));
    },
    leveransHandelser: async (nyckel) => {
      const one = await store.leverans(nyckel);
      if (one === null || (await openLeveranser(store, [one])).length === 0) return [];
      return (await store.leveransHandelser(nyckel)).map((handelse) => ({
        ...handelse,
        av: null,
        uppgift: null,
      }));
    },
    // of one file, and only what it is called: the folders are ours
    files: async (sha256) => {
      if (sha256 === undefined) return refuse('files')();
      const rows = (await store.files(sha256)).map((row) => ({
        ...row,
        path: row.path.split(/[\\/]/u).at(-1) ?? '',
      }));
      const filnamn = await store.hemligaFilnamn(rows.map(({ path }) => path));
      return maskAnswer(rows, { sekretess: false, filnamn });
    },
    // who has decided what is not told; what they decided is in the record
    rattelser: async () => [],
    hemligaMatters: (ids) => store.hemligaMatters(ids),
    hemligaArenden: (sha256) => store.hemligaArenden(sha256),
  };
}

/** What of the decision beside a hit is masked is found nowhere, and so told of nowhere either. */
function withOpenBeslut(hit: Hit): Hit {
  if (hit.beslut === undefined) return hit;
  const { satser, antal, mot } = hit.beslut;
  const open = satser.filter(({ text }) => !isMasked(text));
  return { ...hit, beslut: { satser: open, antal: antal - (satser.length - open.length), mot } };
}

/**
 * One answer for all who ask the same while it is made: all of the register is read for it. Only for those who change
 * nothing: others would not see what they did a moment ago.
 */
function shared<Q, A>(ask: (question?: Q) => Promise<A>): (question?: Q) => Promise<A> {
  const underWay = new Map<string, Promise<A>>();
  return (question) => {
    const key = JSON.stringify(question ?? null);
    const same = underWay.get(key);
    if (same) return same;
    const answer = ask(question).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}

/** No body is called so. */
const NOBODY = '[ingen]';

/** A name or number that holds what is masked finds nothing: an answer would tell that it is there. */
const isMasked = (asked: string): boolean => maskText(asked) !== asked;

/** All that may be the id of a matter, and all names of files, wherever in the answer they stand. */
function namedIn(answer: unknown): { ids: Set<string>; fileNames: Set<string> } {
  const found = { ids: new Set<string>(), fileNames: new Set<string>() };
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, one] of Object.entries(value)) {
      if (typeof one !== 'string') look(one);
      else if (name === 'fileName') found.fileNames.add(one);
      else if (name === 'id' || name === 'matterId' || name === 'arende' || name === 'matter')
        found.ids.add(one);
    }
  };
  look(answer);
  return found;
}
