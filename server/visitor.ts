/** Who asks, where nobody logs in: whoever sits at this machine may do all that its commands may. */
import type { MiddlewareHandler } from 'hono';
import { accountName } from '../engine/home/account.ts';
import type { Store } from '../store/store.ts';
import type { DeskEnv } from './desk/deps.ts';

/** Takes everybody for the account that the program runs as. */
export function ownMachine(store: Store): MiddlewareHandler<DeskEnv> {
  const namn = accountName();
  return async (context, next) => {
    context.set('besokare', { namn, roll: 'registrator', inloggad: false });
    context.set('store', store);
    await next();
  };
}
