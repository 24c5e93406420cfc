/** A desk that somebody of a name looks at: each has an address of their own, as if they had logged in there. */
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { Besokare } from '../../server/desk/besokare.ts';
import type { DeskDeps, DeskEnv } from '../../server/desk/deps.ts';
import { addDesk } from '../../server/desk/index.ts';
import { headers } from '../../server/headers.ts';
import { type Listening, listen } from '../../server/listen.ts';

export function deskOf(
  deps: DeskDeps,
  namn: string,
  roll: Besokare['roll'] = 'registrator',
): Promise<Listening> {
  const app = new Hono<DeskEnv>();
  app.use(headers);
  app.use(csrf());
  app.use(async (context, next) => {
    context.set('besokare', { namn, roll, inloggad: true });
    context.set('store', deps.store);
    await next();
  });
  addDesk(app, deps);
  return listen(app, 0);
}
