/** How much there is to review, of each reason, kind, huvudman, body and file. */
import { type Kysely, sql } from 'kysely';
import { huvudmanKey, organIndex } from '../../extraction/routing/organ.ts';
import {
  type GranskaAntal,
  type GranskaQuestion,
  type GranskaTyp,
  type GranskaUnder,
  holdsUp,
  rankOf,
} from '../granska.ts';
import { dialectOf, read } from './dialect.ts';
import { conditions } from './granska.ts';
import { isToldItself } from './once-a-file.ts';
import { allNameGroups } from './organ-poster.ts';
import { refresh } from './refresh.ts';
import type { Tables } from './schema.ts';
import { unreadFiles } from './unread-files.ts';
import { CODE, numberless } from './without-number.ts';

type Db = Kysely<Tables>;

/** So many rows that are the same in all that is counted. */
interface Group {
  orsak: string;
  typ: GranskaTyp;
  huvudman: string | null;
  huvudman_key: string;
  organ: string | null;
  sha256: string | null;
  file_name: string;
  lopande: number | null;
  n: number;
}

/** What is counted, and what of the question is said of it. */
const SAID = ['orsak', 'typ', 'huvudman', 'organ', 'sha256'] as const;
type Said = (typeof SAID)[number];

/** See Store.granskaAntal. */
export async function granskaAntal(
  db: Db,
  question: GranskaQuestion,
  now: () => string,
  under?: GranskaUnder,
): Promise<GranskaAntal> {
  await refresh(db, now, under);
  return read(db, async (at) => {
    const groups = {
      file: await groupsOf(at, question, 'file'),
      handling: await groupsOf(at, question, 'handling'),
    };
    return counted(groups, question, await sameBody(at));
  });
}

/** Rows that are told once a file are told once a handling where a body or huvudman is chosen: see once-a-file.ts. */
type Once = 'file' | 'handling';

/** Rows of all of them, whatever is said of reason, kind, huvudman, body and file. */
async function groupsOf(db: Db, question: GranskaQuestion, once: Once): Promise<Group[]> {
  const { fil, diarienummer, haller } = question;
  const asked: GranskaQuestion = { fil, diarienummer, haller };
  const said = (name: string) => dialectOf(db).jsonText(sql.ref('i.json'), name);
  const { rows } = await sql<Group>`select ${said('code')} as orsak, ${said('typ')} as typ,
      min(${said('huvudman')}) as huvudman, i.huvudman_key, i.organ, i.sha256, i.file_name, c.lopande, count(*) as n
    from doubts i left join contents c on c.sha256 = i.sha256
    where ${await conditions(db, asked, isToldItself({ ...asked, ...(once === 'handling' && { huvudman: '' }) }))}
    group by 1, 2, i.huvudman_key, i.organ, i.sha256, i.file_name, c.lopande`.execute(db);
  const none = { huvudman: null, huvudman_key: '', organ: null, lopande: null, n: 1 };
  const unread = await unreadFiles(db, asked);
  const matters = await numberless(db, asked);
  return [
    ...rows.map((row) => ({ ...row, n: Number(row.n) })),
    ...unread.map(
      ({ code, sha256, fileName }): Group => ({
        ...{ ...none, orsak: code, typ: 'fil', sha256, file_name: fileName },
      }),
    ),
    ...matters.map(
      ({ matter: { huvudman, huvudman_key, organ, sha256, file_name } }): Group => ({
        ...{ ...none, orsak: CODE, typ: 'arende', huvudman, huvudman_key, organ, sha256, file_name },
      }),
    ),
  ];
}

type KeyOf = (huvudmanKey: string, organ: string, among: readonly Group[]) => string;

/** What is the same for all names of one body. */
async function sameBody(db: Db): Promise<KeyOf> {
  const said = await allNameGroups(db);
  const indexes = new Map<string, ReturnType<typeof organIndex>>();
  return (key, organ, among) => {
    let index = indexes.get(key);
    if (!index) {
      const own = among.filter((group) => group.huvudman_key === key);
      const names = own.flatMap((group) => group.organ ?? []);
      index = organIndex(names, { huvudman: own[0]?.huvudman ?? null, lika: said.get(key) ?? [] });
      indexes.set(key, index);
    }
    return index.keyOf(organ);
  };
}

function counted(groups: { [once in Once]: Group[] }, question: GranskaQuestion, keyOf: KeyOf): GranskaAntal {
  const { orsak, typ, huvudman, organ, sha256 } = question;
  const body = (group: Group): string | null =>
    group.organ === null ? null : keyOf(group.huvudman_key, group.organ, groups.handling);
  const fits: { [said in Said]: (group: Group) => boolean } = {
    orsak: (group) => orsak === undefined || group.orsak === orsak,
    typ: (group) => typ === undefined || group.typ === typ,
    huvudman: (group) => huvudman === undefined || group.huvudman_key === huvudmanKey(huvudman),
    organ: (group) =>
      organ === undefined || body(group) === keyOf(group.huvudman_key, organ, groups.handling),
    sha256: (group) => sha256 === undefined || group.sha256 === sha256,
  };
  const chosen = huvudman !== undefined || organ !== undefined;
  const once = (own: Said | null): Once =>
    chosen || own === 'huvudman' || own === 'organ' ? 'handling' : 'file';
  const but = (own: Said | null): Group[] =>
    groups[once(own)].filter((group) => SAID.every((one) => one === own || fits[one](group)));
  const all = but(null);
  const held = all.filter((group) => group.lopande === 1 && holdsUp(group.orsak, group.typ));
  const by = (own: Said, key: (group: Group) => string | null) =>
    [...Map.groupBy(but(own), key)]
      .flatMap(([is, some]) => (is === null ? [] : [{ some, antal: sum(some) }]))
      .map(({ some, antal }) => ({ one: mostCommon(some), antal }))
      .sort((a, b) => b.antal - a.antal);
  return {
    total: sum(all),
    haller: sum(held),
    orsaker: by('orsak', (group) => group.orsak)
      .map(({ one, antal }) => ({ orsak: one.orsak, antal }))
      .sort((a, b) => rankOf(a.orsak) - rankOf(b.orsak)),
    typer: by('typ', (group) => group.typ).map(({ one, antal }) => ({ typ: one.typ, antal })),
    huvudman: by('huvudman', (group) => (group.huvudman === null ? null : group.huvudman_key)).map(
      ({ one, antal }) => ({ huvudman: one.huvudman ?? '', antal }),
    ),
    organ: by('organ', (group) => {
      const key = body(group);
      return key === null ? null : `${group.huvudman_key}\n${key}`;
    }).map(({ one, antal }) => ({ huvudman: one.huvudman, organ: one.organ ?? '', antal })),
    filer: by('sha256', (group) => group.sha256).map(({ one, antal }) => ({
      ...{ sha256: one.sha256 ?? '', fileName: one.file_name, antal },
    })),
  };
}

const sum = (groups: readonly Group[]): number => groups.reduce((n, group) => n + group.n, 0);

/** The one that stands for all. */
function mostCommon(groups: readonly Group[]): Group {
  return groups.reduce((most, group) => (group.n > most.n ? group : most));
}
