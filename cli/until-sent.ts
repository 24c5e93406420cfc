/** Current work is sent as soon as it is in: waits for that, and says how it went. */
import type { Store } from '../store/store.ts';
import { deliveriesLine } from './answers/expediering-text.ts';
import { SENT_LATER } from './tell-deliveries.ts';
import type { Terminal } from './terminal/terminal.ts';

const POLL_MS = 500;
/** Looks in a row that find nothing on its way, before nothing is. */
const QUIET_LOOKS = 4;
/** What is not sent by then is tried again when the engine runs next. */
const SENDING_MS = 60_000;

/** @param last nothing runs after this: what could not be sent has to wait for the next start */
export async function sendAndTell(
  store: Store,
  terminal: Terminal,
  { signal, last }: { signal: AbortSignal; last: boolean },
): Promise<void> {
  await untilSent(store, signal);
  const rows = await store.leveranser();
  terminal.answer(`\nExpedierat\n  ${deliveriesLine(rows)}`);
  terminal.answer('  Mer: npm run -s expediera -- expediering');
  if (last && rows.some(({ status }) => status === 'skickas')) terminal.tell(SENT_LATER);
}

async function untilSent(store: Store, signal: AbortSignal): Promise<void> {
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
