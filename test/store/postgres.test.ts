import { afterAll, beforeAll } from 'vitest';
import { type PostgresServer, startPostgres } from '../engine/postgres-server.ts';
import { emptyDatabases } from './empty-databases.ts';
import { storeContract } from './store-contract.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.stop());

storeContract(
  'PostgreSQL',
  emptyDatabases(() => server),
);
