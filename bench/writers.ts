/**
 * How several writers get on in PostgreSQL: `node bench/writers.ts [--rounds 5] [--files 40] [--latency 1]`. For each way
 * of writing and two and four writers in two processes: files a second, and how many transactions lost a try. With a latency,
 * milliseconds, between them and the database, as over a network, and without. The ways take turns, so that
 * what else the machine does meets all of them; what counts is the ratio to the first of the same run.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Record as FileRecord } from '../extraction/record.ts';
import { openPostgresStore } from '../store/postgres/index.ts';
import type { SqlDialect } from '../store/sql/dialect.ts';
import type { Tables } from '../store/sql/schema.ts';
import { startPostgres } from '../test/engine/postgres-server.ts';
import { arende, attsats, fileRecord, handling, mottagare } from '../test/store/made-up.ts';
import { saveAll } from '../test/store/save-all.ts';

type Db = Kysely<Tables>;
type Isolation = 'serializable' | 'read committed';

const counts = { tries: 0, written: 0 };
const LOST = new Set(['40001', '40P01', '23505']);

/** @param together tries beside other writers before it is tried alone */
const writing =
  (together: number, isolation: Isolation): SqlDialect['write'] =>
  async <T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      counts.tries += 1;
      try {
        const done = await db
          .transaction()
          .setIsolationLevel(isolation)
          .execute(async (tx) => {
            await sql`lock table writers in ${sql.raw(tries > together ? 'exclusive' : 'row share')} mode`.execute(
              tx,
            );
            return work(tx);
          });
        counts.written += 1;
        return done;
      } catch (error) {
        if (!LOST.has((error as { code?: string }).code ?? '') || tries > 20) throw error;
      }
    }
  };

const WAYS: { readonly [name: string]: SqlDialect['write'] } = {
  'first together, then alone': writing(1, 'serializable'),
  'alone, serializable': writing(0, 'serializable'),
  'alone, read committed': writing(0, 'read committed'),
};

/** Minutes of ten §§ each, whose matters are among so many; the same in every process. */
function recordOf(nr: number, matters: number): FileRecord {
  const arenden = Array.from({ length: 10 }, (_, step) => {
    const number = (nr * 7919 + step * 104729) % matters;
    return arende({
      ...{
        diarienummer: `KS 2024/${number}`,
        paragraf: String(step + 1),
        rubrik: `Taxa för verksamhet ${number}`,
      },
      beslut: [attsats(`höja avgiften för mål${nr} i verksamhet ${number} från nästa år`)],
      expediering: [mottagare(['Socialnämnden', 'Tekniska nämnden'][nr % 2] as string)],
    });
  });
  const datum = `20${10 + (nr % 15)}-${String(1 + (nr % 12)).padStart(2, '0')}-10`;
  const record = fileRecord('x', [handling({ organ: `Nämnd ${nr % 9}`, datum, arenden })]);
  record.source.sha256 = nr.toString(16).padStart(64, '0');
  record.source.fileName = `${nr}.pdf`;
  let id = 0;
  return JSON.parse(
    JSON.stringify(record).replace(/"id":"\w+"/gu, () => `"id":"n${nr}x${++id}"`),
  ) as FileRecord;
}

interface Job {
  url: string;
  way: string;
  /** Of the files, and how many at a time. */
  from: number;
  count: number;
  window: number;
  matters: number;
}

/** A process that writes; told what, and then when. */
async function child(): Promise<void> {
  const [job] = (await once(process, 'message')) as [Job];
  const { url, way, from, count, window, matters } = job;
  const store = await openPostgresStore(url, { write: WAYS[way] as SqlDialect['write'] });
  const records = Array.from({ length: count }, (_, n) => recordOf(from + n, matters));
  process.send?.('ready');
  await once(process, 'message');
  await saveAll(store, records, window);
  process.send?.(counts);
  await store.close();
  process.disconnect();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      files: { type: 'string', default: '40' },
      latency: { type: 'string', default: '1' },
    },
  });
  const [rounds, files] = [Number(values.rounds), Number(values.files)];
  const server = await startPostgres({ durable: true });
  const distant = await delayed(server.port, Number(values.latency));
  try {
    for (const [matters, latency] of [
      ...[
        [4_000, 0],
        [4_000, Number(values.latency)],
        [100, 0],
      ],
    ] as [number, number][]) {
      const filled = await server.createDatabase();
      const store = await openPostgresStore(filled);
      await saveAll(
        store,
        Array.from({ length: 100 }, (_, nr) => recordOf(nr, matters)),
        4,
      );
      await store.close();
      for (const writers of [2, 4]) {
        const of = new Map(
          Object.keys(WAYS).map((way) => [way, [] as { ratio: number; pace: number; lost: number }[]]),
        );
        for (let round = 0; round < rounds; round++) {
          let first = 0;
          for (const way of of.keys()) {
            const at = new URL(await server.createDatabase(filled));
            if (latency > 0) at.port = String(distant.port);
            const url = at.href;
            const { pace, lost } = await together({ url, way, matters, files, writers });
            first ||= pace;
            of.get(way)?.push({ pace, lost, ratio: pace / first });
          }
        }
        for (const [way, runs] of of) {
          const median = (pick: (run: (typeof runs)[0]) => number) =>
            runs.map(pick).toSorted((a, b) => a - b)[runs.length >> 1] ?? 0;
          console.log(
            `${matters} matters, ${latency} ms away, ${writers} writers, ${way}: ${median((run) => run.pace).toFixed(1)} files/s, ` +
              `${median((run) => run.ratio).toFixed(2)} × the first, ${(median((run) => run.lost) * 100).toFixed(0)} % lost a try`,
          );
        }
      }
    }
  } finally {
    distant.close();
    await server.stop();
  }
}

/** The server as if it were so far away, milliseconds there and back. */
async function delayed(port: number, latency: number): Promise<{ port: number; close(): void }> {
  const server = createServer({ noDelay: true }, (from) => {
    const to = connect({ port, host: '127.0.0.1', noDelay: true });
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      one.on('data', (chunk) => void setTimeout(() => other.write(chunk), latency / 2));
      one.on('close', () => other.destroy());
      one.on('error', () => {});
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as { port: number }).port, close: () => void server.close() };
}

async function together(of: { url: string; way: string; matters: number; files: number; writers: number }) {
  const { url, way, matters, files, writers } = of;
  const count = files / 2;
  const processes: ChildProcess[] = [0, 1].map(() => fork(fileURLToPath(import.meta.url), ['--child']));
  await Promise.all(
    processes.map(async (process, part) => {
      process.send({
        url,
        way,
        from: 1_000 + part * count,
        count,
        window: writers / 2,
        matters,
      } satisfies Job);
      await once(process, 'message');
    }),
  );
  const began = performance.now();
  const told = await Promise.all(
    processes.map(async (process) => {
      const answer = once(process, 'message');
      process.send('go');
      return ((await answer) as [typeof counts])[0];
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(processes.map((process) => process.exitCode ?? once(process, 'exit')));
  const sum = (pick: (of: typeof counts) => number) => told.reduce((all, one) => all + pick(one), 0);
  return { pace: files / seconds, lost: 1 - sum((one) => one.written) / sum((one) => one.tries) };
}

if (process.argv.includes('--child')) await child();
else await main();
