/** Empty databases of one PostgreSQL server, used again and again: a new one takes fifty times as long as emptying one. */
import { openPostgresStore } from '../../store/postgres/index.ts';
import type { Store } from '../../store/store.ts';
import type { PostgresServer } from '../engine/postgres-server.ts';

/** Past the triggers that keep rows from being removed. */
const EMPTY = `set session_replication_role = replica;
do $$ declare one text; begin
  for one in select tablename from pg_tables where schemaname = 'public' and tablename not in ('meta', 'schema_version')
  loop execute format('delete from %I', one); end loop;
end $$;
delete from meta where key <> 'derived_rules'`;

/** A way to open a store on an empty database, which is free for the next one when the store is closed. */
export function emptyDatabases(server: () => PostgresServer): () => Promise<Store> {
  const free: string[] = [];
  let newest: Promise<string> | undefined;
  /** With the newest schema and nothing in it. */
  const made = async (): Promise<string> => {
    const url = await server().createDatabase();
    await (await openPostgresStore(url)).close();
    return url;
  };
  return async () => {
    newest ??= made();
    const url = free.pop() ?? (await server().createDatabase(await newest));
    const store = await openPostgresStore(url);
    return {
      ...store,
      async close() {
        await store.close();
        await server().asSuperuser(EMPTY, url);
        free.push(url);
      },
    };
  };
}
