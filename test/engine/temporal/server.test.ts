import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, waitUntilGone } from '../../../engine/home/process.ts';
import { findTemporalCli } from '../../../engine/temporal/cli/find.ts';
import { startTemporalServer } from '../../../engine/temporal/server.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'expediera-server-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const cli = await findTemporalCli();

async function withClient<T>(address: string, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

describe('the Temporal server', () => {
  it('keeps its state in the home over a stop and a start', async () => {
    const first = await startTemporalServer({ home, cli });
    await withClient(first.address, (client) =>
      client.workflow.start('anything', { workflowId: 'file:abc', taskQueue: 'nobody' }),
    );
    expect((await fetch(first.uiUrl)).status).toBe(200);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await startTemporalServer({ home, cli });
    const { status } = await withClient(second.address, (client) =>
      client.workflow.getHandle('file:abc').describe(),
    );
    expect(status.name).toBe('RUNNING');
    await second.stop();
  });

  it('does not outlive a starter that is killed', async () => {
    const module = join(import.meta.dirname, '../../../engine/temporal/server.ts');
    const code = `import { startTemporalServer } from ${JSON.stringify(module)};
      const server = await startTemporalServer(${JSON.stringify({ home, cli })});
      console.log(server.pid); setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = Number(await new Promise((resolve) => starter.stdout.once('data', resolve)));
    expect(isAlive(pid)).toBe(true);
    starter.kill('SIGKILL');
    expect(await waitUntilGone(pid, 10_000)).toBe(true);
  });

  it('that ends by itself is noticed', async () => {
    const server = await startTemporalServer({ home, cli });
    process.kill(server.pid, 'SIGKILL');
    await expect(server.lost).rejects.toMatchObject({ code: 'temporal-lost' });
    await server.stop();
  });

  it('that cannot start is told with what it said', async () => {
    const server = await startTemporalServer({ home, cli });
    const port = Number(server.address.split(':')[1]);
    const other = mkdtempSync(join(tmpdir(), 'expediera-server-'));
    await expect(startTemporalServer({ home: other, cli, port, timeout: 5_000 })).rejects.toMatchObject({
      code: 'temporal-start',
    });
    await server.stop();
    rmSync(other, { recursive: true, force: true });
  });

  it('that was killed while it made its database makes it anew, and no other', async () => {
    // as a kill at that moment leaves it: a database without a table, and the note
    writeFileSync(join(home, 'temporal.ny'), '');
    const empty = new Sqlite(join(home, 'temporal.db'));
    empty.pragma('journal_mode = wal');
    empty.close();
    const server = await startTemporalServer({ home, cli });
    expect(existsSync(join(home, 'temporal.ny'))).toBe(false);
    await server.stop();
  });
});
