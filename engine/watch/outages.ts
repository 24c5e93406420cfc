/** Tells whoever looks after the machine what the workers cannot go on without, once and not with every step. */
import type { Outage } from '../../store/outage.ts';
import type { Logger } from '../../worker/log.ts';

/** While it lasts it is told again so often, milliseconds. */
const AGAIN_MS = 10 * 60_000;

export function tellOutages(say: (line: string) => void, log: Logger): (outage: Outage) => void {
  const toldAt = new Map<string, number>();
  return ({ kind, code, sv, en }) => {
    const now = Date.now();
    if (now - (toldAt.get(kind) ?? 0) < AGAIN_MS) return;
    toldAt.set(kind, now);
    log.error({ outage: kind, code }, en);
    say(sv);
  };
}
