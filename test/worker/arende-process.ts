/**
 * A worker in a process of its own, for the test that kills it. `node arende-process.ts HOME`
 * A line on its standard input names steps to stop in for ever, just before or just after they have written something.
 */
import { createInterface } from 'node:readline';
import { loadSettings } from '../../config/load.ts';
import { type Ports, readPorts } from '../../engine/home/ports.ts';
import { openStores } from '../../engine/stores/index.ts';
import { localTarget } from '../../engine/temporal/connection.ts';
import { runWorkers } from '../../engine/workers.ts';
import type { Store } from '../../store/store.ts';
import { createLog, logRuntimeThrough } from '../../worker/log.ts';

/** Where to stop: in that call of the store whose first argument has `of` in it. */
export interface Hold {
  call: keyof Store;
  of: string;
  when: 'before' | 'after';
}

const [home] = process.argv.slice(2) as [string];
const settings = loadSettings({ home, logLevel: 'error', queues: 'light' }, {});
const log = createLog(settings.logLevel);
logRuntimeThrough(log);
const tell = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

let holds: Hold[] = [];
createInterface({ input: process.stdin }).on('line', (line) => {
  holds = JSON.parse(line) as Hold[];
  tell({ armed: holds.length });
});

function stopIn(hold: Hold): Promise<never> {
  tell({ held: hold.call });
  return new Promise(() => {});
}

type Call = (...args: unknown[]) => Promise<unknown>;
const stores = await openStores({ home });
const store = new Proxy(stores.store, {
  get(real, name) {
    const call = real[name as keyof Store] as unknown as Call;
    return async (...args: unknown[]) => {
      const of = JSON.stringify(args[0] ?? null);
      const hold = holds.find((one) => one.call === name && of.includes(JSON.stringify(one.of)));
      if (hold?.when === 'before') await stopIn(hold);
      const result = await call.apply(real, args);
      if (hold?.when === 'after') await stopIn(hold);
      return result;
    };
  },
});

const target = localTarget((readPorts(home) as Ports).temporal);
await runWorkers({ settings, target, stores: { ...stores, store }, log });
tell({ ready: true });
