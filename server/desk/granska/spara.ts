/** Has the engine keep what a person said: for so long a page can wait. */
import { within } from '../../../extraction/bounded/within.ts';
import { RattelseAvvisad } from '../../../store/rattelser.ts';
import type { DeskDeps, Engine } from '../deps.ts';

/** kept; refused, in words; or nobody knows: the engine does not run, or does not answer in time. */
export type Utfall = { ok: true } | { ok: false; avvisad: RattelseAvvisad | null };

const MAX_MS = 15_000;

/** @param work is safe to be done twice: what is kept has an id of its own */
export async function keep(
  { engine: runs, log }: Pick<DeskDeps, 'engine' | 'log'>,
  work: (engine: Engine) => Promise<unknown>,
  maxMs = MAX_MS,
): Promise<Utfall> {
  try {
    const engine = await within(runs(), maxMs);
    if (engine === null) return { ok: false, avvisad: null };
    await within(work(engine), maxMs);
    return { ok: true };
  } catch (error) {
    if (error instanceof RattelseAvvisad) return { ok: false, avvisad: error };
    log?.error({ error }, 'nobody knows whether a decision was kept');
    return { ok: false, avvisad: null };
  }
}

/** Whether something runs that could keep a decision, as far as one knows without asking it. */
export const isRunning = async ({ engine }: Pick<DeskDeps, 'engine'>): Promise<boolean> =>
  within(engine(), 2_000).then(
    (one) => one !== null,
    () => false,
  );
