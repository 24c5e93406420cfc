/** Workflows for search-attributes.test.ts. */
import { condition, continueAsNew, defineSignal, setHandler } from '@temporalio/workflow';
import { type Findable, makeFindable } from '../../../workflows/search-attributes.ts';

export const nowSignal = defineSignal<[Findable | 'again' | 'end']>('now');

/** Is found by what it was told last, over any number of runs. */
export async function found(at: Findable): Promise<void> {
  const told: (Findable | 'again' | 'end')[] = [at];
  setHandler(nowSignal, (now) => void told.push(now));
  for (;;) {
    await condition(() => told.length > 0);
    const now = told.shift();
    if (now === 'end') return;
    if (now === 'again') await continueAsNew<typeof found>(at);
    else if (now) makeFindable(now);
  }
}
