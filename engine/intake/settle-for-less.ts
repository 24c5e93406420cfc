/** An intake whose files were sent, and not all of them came. */
import type { Arkiv } from '../../store/arkiv.ts';
import type { Store } from '../../store/store.ts';
import type { IntakeDeps } from './index.ts';
import { arkivOf } from './steer.ts';
import { submitArkiv } from './submit-arkiv.ts';

/**
 * Takes what has come of an intake for all of it: one that was cut off goes on with that. Returns it as it is then.
 *
 * @param engine null: nothing runs, and the next start goes on
 */
export async function settleForLess(
  { store, engine }: { store: Store; engine: IntakeDeps | null },
  id: number,
  av: string,
): Promise<Arkiv> {
  if ((await store.setArkivLage(id, 'pagar', av, ['brutet', 'pausat'])) && engine) {
    const files = await store.arkivFiler(id);
    const open = files.flatMap(({ sha256, status }) =>
      sha256 !== null && status === 'running' ? sha256 : [],
    );
    const { namn } = await arkivOf(store, id);
    await submitArkiv(engine, { id, namn, rerun: false }, [...new Set(open)], { gathered: true });
  }
  return arkivOf(store, id);
}
