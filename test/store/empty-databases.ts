/** Empty stores in one PostgreSQL server, used again and again: a new one takes fifty times as long as emptying one. */
import pg from 'pg';
import { openPostgresStore } from '../../store/postgres/index.ts';
import type { Store } from '../../store/store.ts';
import type { PostgresServer } from '../engine/postgres-server.ts';

/** What a store knows without asking again: its schema, its rules, and the stems that it has met. */
const KEPT = ['schema_version', 'meta', 'stems'];
/** Past the triggers that keep rows from being removed. */
const EMPTY = `set session_replication_role = replica;
do $$ declare one text; begin
  for one in select tablename from pg_tables
    where schemaname = 'public' and tablename not in (${KEPT.map((table) => `'${table}'`).join(', ')})
  loop execute format('delete from %I', one); end loop;
end $$;
delete from meta where key <> 'derived_rules'`;

interface Kept {
  store: Store;
  /** As the superuser. */
  client: pg.Client;
}

export interface EmptyDatabases {
  /** A store with nothing in it, which is free for the next one when it is closed. */
  open(): Promise<Store>;
  /** Really closes all of them. */
  end(): Promise<void>;
}

export function emptyDatabases(server: () => PostgresServer): EmptyDatabases {
  const free: Kept[] = [];
  const all: Kept[] = [];
  const made = async (): Promise<Kept> => {
    const url = await server().createDatabase();
    const client = new pg.Client({ connectionString: server().superuserUrl(url) });
    await client.connect();
    const kept = { store: await openPostgresStore(url), client };
    all.push(kept);
    return kept;
  };
  return {
    async open() {
      const kept = free.pop() ?? (await made());
      return {
        ...kept.store,
        async close() {
          await kept.client.query(EMPTY);
          free.push(kept);
        },
      };
    },
    async end() {
      for (const { store, client } of all) {
        await store.close();
        await client.end();
      }
    },
  };
}
