/**
 * How long saving and searching take on a store of 50,000 items of made-up text:
 * `node bench/store-speed.ts [items] [--postgres[=URL]]`. Prints milliseconds; the medians of some runs. In an empty
 * database of that URL, or else in one of a server of its own on this machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { wayOf } from '../diarium/way/index.ts';
import { openPostgresStore } from '../store/postgres/index.ts';
import { openSqliteStore } from '../store/sqlite/index.ts';
import { startPostgres } from '../test/engine/postgres-server.ts';
import { arende, attsats, fileRecord, handling, mottagare, person, yrkande } from '../test/store/made-up.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' } },
  // without an address: of a server of its own
  args: process.argv.slice(2).map((arg) => (arg === '--postgres' ? '--postgres=' : arg)),
});
const ITEMS = Number(positionals[0] ?? 50_000);
const PER_RECORD = 400;
const PARTS = (
  'patient skol vård bygg vatten kommun social miljö kultur fritids barn äldre omsorgs trafik gatu park energi ' +
  'bostads mark plan budget avgifts taxe tillsyns handlings verksamhets års del upphandlings revisions personal'
).split(' ');
const HEADS = (
  'avgift nämnd plan styrelse förvaltning taxa verksamhet policy program strategi utredning rapport bidrag stöd ' +
  'avtal lokal enhet chef fråga regel'
).split(' ');
const WORDS =
  'att godkänna fastställa avslå bifalla enligt förslag till beslut daterat samt för och med i den av'.split(
    ' ',
  );

// The same text every time (mulberry32).
let seed = 7;
const random = (below: number) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
};
const pick = (from: string[]) => from[random(from.length)] ?? '';
const ending = () => pick(['', 'en', 'ens', 'er', 'erna', 's']);
const word = () => (random(3) === 0 ? pick(PARTS) + pick(HEADS) + ending() : pick(WORDS));
// Names and misprints: an archive's words never end.
const rare = () => pick(PARTS) + pick(HEADS) + pick(PARTS) + random(3000).toString(36).replace(/\d/gu, 'a');
const text = () => Array.from({ length: 12 + random(30) }, (_, i) => (i === 5 ? rare() : word())).join(' ');

function made(nr: number) {
  const arenden = Array.from({ length: 40 }, (_, i) =>
    arende({
      ...{
        paragraf: String(i + 1),
        diarienummer: `KS 20${10 + (nr % 15)}/${random(4000)}`,
        rubrik: text().slice(0, 60),
      },
      beslut: Array.from({ length: 5 }, () => attsats(text())),
      yrkanden: Array.from({ length: 2 }, () => yrkande(text(), [person('Eva Ek', pick(['S', 'M', 'V']))])),
      expediering: Array.from({ length: 3 }, () =>
        mottagare(pick(PARTS) + pick(['nämnden', 'förvaltningen'])),
      ),
    }),
  );
  const record = fileRecord('x', [
    handling({
      datum: `20${10 + (nr % 15)}-0${1 + random(9)}-1${random(9)}`,
      organ: `${pick(PARTS)}nämnden`,
      arenden,
    }),
  ]);
  record.source.sha256 = nr.toString(16).padStart(64, '0');
  return record;
}

async function time<T>(what: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await what();
  return { ms: performance.now() - start, value };
}

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const server = options.postgres === '' ? await startPostgres({ durable: true }) : null;
const url = server?.url ?? options.postgres;
const store =
  url === undefined ? openSqliteStore(join(folder, 'expediera.db')) : await openPostgresStore(url);
const saves: number[] = [];
const routes: number[] = [];
for (let nr = 0; nr * PER_RECORD < ITEMS; nr++) {
  const record = made(nr);
  saves.push((await time(() => store.saveRecord(record, '1'))).ms);
  const stale = await store.staleMatters();
  const routed = await time(async () => {
    for (const id of stale) await store.updateWay(id, wayOf);
  });
  routes.push(routed.ms / stale.length);
}
const median = (times: number[]) => (times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1);
console.log(`save ${PER_RECORD} items: median ${median(saves)}, slowest ${Math.max(...saves).toFixed(0)} ms`);
console.log(`way of a matter: median ${median(routes)} ms`);
console.log(`save again: ${(await time(() => store.saveRecord(made(3), '2'))).ms.toFixed(0)} ms`);
for (const question of [
  ...[
    'patientavgift',
    'avgift',
    'plan',
    'patient avgifter',
    '"förslag till beslut"',
    'beslut',
    'KS 2014/120',
  ],
  ...['skolavgift trafikplan', 'fastställa budgetrapporten', 'finnsinte', ''],
]) {
  const runs = [];
  for (let i = 0; i < 5; i++) runs.push(await time(() => store.search({ query: question })));
  console.log(`search ${question}: ${median(runs.map((r) => r.ms))} ms, ${runs[0]?.value.total} hits`);
}
const body = (await store.search({ query: '', from: '2015-01-01', limit: 1 })).hits[0]?.organ ?? '';
const organ = await time(() =>
  store.search({ query: 'avgift', organ: body, parti: 'S', from: '2015-01-01' }),
);
console.log(`search with filters: ${organ.ms.toFixed(1)} ms, ${organ.value.total} hits`);
const inbox = await time(() => store.inkorg('skolnämnden'));
console.log(
  `inkorg: ${inbox.ms.toFixed(1)} ms; status: ${(await time(() => store.status())).ms.toFixed(1)} ms`,
);
await store.close();
await server?.stop();
rmSync(folder, { recursive: true });
