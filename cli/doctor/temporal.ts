/** The engine: its program, its server, and who takes work from it. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { moment } from '../answers/moment.ts';
import { fel, type Kontroll, ok, type Sammanhang, type Svar, varning } from './check.ts';

/** How often it is asked who takes work, a second apart. */
const POLL_TRIES = 8;

async function programCheck({ say }: Sammanhang): Promise<Svar> {
  const { namesCluster } = await import('../../engine/temporal/cluster-env.ts');
  if (namesCluster()) return ok('ett kluster anges av miljön: inget eget program behövs');
  const { findTemporalCli } = await import('../../engine/temporal/cli/find.ts');
  try {
    return ok(await findTemporalCli({ say }));
  } catch (error) {
    return fel(
      (error as Error).message,
      'Lägg programmet temporal någonstans och peka ut det med TEMPORAL_CLI.',
    );
  }
}

async function runningCheck({ settings }: Sammanhang): Promise<Svar> {
  const [{ holderOf }, { readPorts }] = await Promise.all([
    import('../../engine/home/lock.ts'),
    import('../../engine/home/ports.ts'),
  ]);
  const holder = holderOf(settings.home);
  if (holder === null) return ok('inget kör');
  const ports = readPorts(settings.home);
  const text = `process ${holder.pid} sedan ${moment(holder.since)}`;
  if (ports === null) return varning(`${text}, utan adresser än`, 'Vänta tills den har startat.');
  return ok(
    [text, ports.temporalUi && `Temporal ${ports.temporalUi}`, ports.status && `status ${ports.status}`]
      .filter(Boolean)
      .join(', '),
  );
}

async function serverCheck({ settings }: Sammanhang): Promise<Svar> {
  const [{ connectClient }, { portsOfRunning, whereToWork }] = await Promise.all([
    import('../../engine/temporal/connection.ts'),
    import('../../engine/home/whereabouts.ts'),
  ]);
  const target = whereToWork(settings.home);
  if (target === null) return ok('ingen server är igång; en egen startas med Expediera');
  let client: Client;
  try {
    client = await connectClient(target);
  } catch (error) {
    return fel(
      (error as Error).message,
      portsOfRunning(settings.home)
        ? 'Starta om Expediera.'
        : 'Se efter adressen i TEMPORAL_ADDRESS och att klustret är igång.',
    );
  }
  try {
    return await lookAt(client, target.options.address ?? '');
  } finally {
    await client.connection.close();
  }
}

async function lookAt(client: Client, address: string): Promise<Svar> {
  const { connection, workflowService, options } = client;
  const { namespace } = options;
  try {
    await workflowService.describeNamespace({ namespace });
  } catch {
    return fel(
      `${address} har ingen namnrymd ${namespace}`,
      `Lägg till den: temporal operator namespace create ${namespace}.`,
    );
  }
  const text = `${address}, namnrymden ${namespace}`;
  const without = await queuesWithoutWorker(client);
  if (without.length > 0) {
    return varning(
      `${text}; ingen tar arbete från ${without.join(', ')}`,
      'Starta Expediera, eller läsprogrammet för sig: expediera worker --queues light eller ocr.',
    );
  }
  const { NAMES, whyNotFound } = await import('../../engine/temporal/search-attributes.ts');
  if ((await whyNotFound({ connection, namespace })) !== null) {
    return varning(
      `${text}; den känner inte sökattributen ${NAMES.join(', ')}`,
      'Allt fungerar utom att söka på Temporals sida. temporal operator search-attribute create lägger till dem (typ Keyword).',
    );
  }
  return ok(`${text}; någon tar arbete från alla köer`);
}

/** Asked for some seconds: of a worker that has just begun, or of a quiet one, the server hears only now and then. */
async function queuesWithoutWorker(client: Client): Promise<string[]> {
  const [{ isAnybodyAt }, { TASK_QUEUES }] = await Promise.all([
    import('../../engine/temporal/pollers.ts'),
    import('../../workflows/names.ts'),
  ]);
  let without: string[] = Object.values(TASK_QUEUES);
  for (let tries = 0; tries < POLL_TRIES && without.length > 0; tries++) {
    if (tries > 0) await setTimeout(1_000);
    const found = await Promise.all(without.map((queue) => isAnybodyAt(client, queue)));
    without = without.filter((_, n) => !found[n]);
  }
  return without;
}

/** The server's own database: that it is whole; that the server can work with it, only its start tells. */
async function databaseCheck({ settings, allt }: Sammanhang): Promise<Svar> {
  const { namesCluster } = await import('../../engine/temporal/cluster-env.ts');
  const path = join(settings.home, 'temporal.db');
  if (namesCluster() || !existsSync(path)) return ok('ingen i mappen');
  const [{ default: Database }, { damagedAdvice }] = await Promise.all([
    import('better-sqlite3'),
    import('../../engine/temporal/damaged-database.ts'),
  ]);
  const bytes = statSync(path).size;
  const text = `${path}, ${Math.ceil(bytes / 1024 ** 2)} MiB`;
  try {
    const database = new Database(path, { readonly: true });
    try {
      const one = (pragma: string) => database.pragma(pragma, { simple: true });
      const tables = database
        .prepare("select count(*) from sqlite_schema where type = 'table'")
        .pluck()
        .get();
      if (tables === 0 && !existsSync(join(settings.home, 'temporal.ny')))
        return fel(`${text}: utan tabeller`, damagedAdvice(path));
      const said = allt ? String(one('quick_check(1)')) : 'ok';
      if (said !== 'ok') return fel(`${text}: skadad (${said})`, damagedAdvice(path));
      return ok(`${text}${allt ? ', hel' : ', inte genomläst (--allt läser igenom den)'}`);
    } finally {
      database.close();
    }
  } catch (error) {
    return fel(`${text}: ${(error as Error).message}`, damagedAdvice(path));
  }
}

export const temporalChecks: Kontroll[] = [
  { namn: 'Temporal', sekunder: 300, look: programCheck },
  { namn: 'Temporals databas', sekunder: 60, look: databaseCheck },
  { namn: 'Igång', look: runningCheck },
  { namn: 'Temporals server', sekunder: 30, look: serverCheck },
];
