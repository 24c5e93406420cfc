/** A run that ends by itself sends first what it can. */
import type { Store } from '../store/store.ts';

const POLL_MS = 500;
/** Looks in a row that find nothing on its way, before nothing is; what cannot be sent now goes at the next start. */
const QUIET_LOOKS = 4;
const SENDING_MS = 60_000;

/** Current work is sent as soon as it is in: until all of it that can be is, or for a minute. */
export async function untilSent(store: Store, signal: AbortSignal): Promise<void> {
  const end = Date.now() + SENDING_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS && Date.now() < end && !signal.aborted; ) {
    const [matters, steps, sending] = await Promise.all([
      store.mattersToWake(),
      store.stepsToWake(),
      store.leveranser({ status: 'skickas' }),
    ]);
    quiet = matters.length + steps.length + sending.length === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
