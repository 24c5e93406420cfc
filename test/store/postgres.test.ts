import { afterAll, beforeAll } from 'vitest';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { emptyDatabases } from './empty-databases.ts';
import { storeContract } from './store-contract.ts';

let server: PostgresServer;
const stores = emptyDatabases(() => server);
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await stores.end();
  await server?.stop();
});

storeContract('PostgreSQL', stores.open);
