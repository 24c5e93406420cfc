/** Before any page answers: who asks, what they may see, and whether they may do it. Whatever is added later is behind it. */
import type { Context, MiddlewareHandler } from 'hono';
import type { DeskDeps, DeskEnv } from '../desk/deps.ts';
import { fileMasks, maskedStore } from '../mask/index.ts';
import type { Access } from './access.ts';
import { lineOf, visitorKey } from './front.ts';
import { isPerson, NOBODY, saysForbidden, saysTooMany } from './told.ts';

/** Answered without log-in: pages by which one logs in, what they are made of, and what supervisors ask. */
const OPEN = /^\/(?:logga-in|healthz|readyz|val|desk\/.+)$/u;
/** What readers may send: it is about themselves. */
const OWN = /^\/(?:logga-in|logga-ut|konto(?:\/.+)?)$/u;
/** Parts that only registrators have; what is asked of the store there is refused by itself too. */
const REGISTRATORS = /^\/(?:granska|las-in|arkiv)(?:\/|$)/u;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @param deps all of it: readers get their own store, and what is hidden of pages is told of the rest */
export function gate(
  { store, blobs }: Pick<DeskDeps, 'store' | 'blobs'>,
  access: Access,
): MiddlewareHandler<DeskEnv> {
  const forReaders = maskedStore(store);
  const masks = fileMasks(store, blobs);
  return async (context, next) => {
    const { method, path, url } = context.req;
    context.set('ursprung', (access.front.publicUrl ?? new URL(url)).origin);
    const visitor = await access.who(context);
    context.set('besokare', visitor ?? NOBODY);
    const seesAll = visitor?.roll === 'registrator';
    context.set('store', seesAll ? store : forReaders);
    context.set('mask', seesAll ? async () => null : masks);
    if (await access.login()) {
      // an office has one address, and many people
      const whose = visitor
        ? JSON.stringify(visitor.namn)
        : visitorKey(lineOf(context, access.front).address);
      const seconds = await access.limits.request(whose);
      if (seconds !== null) return saysTooMany(context, seconds);
    }
    if (!visitor) return OPEN.test(path) ? next() : toLogIn(context);
    const isReaders = visitor.roll !== 'registrator';
    if (isReaders && ((!SAFE.has(method) && !OWN.test(path)) || REGISTRATORS.test(path)))
      return saysForbidden(context);
    return next();
  };
}

/** People are shown the page to log in at, and come back after it; programs are told how. */
function toLogIn(context: Context<DeskEnv>): Response {
  if (context.req.method === 'GET' && isPerson(context)) {
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(`/logga-in?${new URLSearchParams({ till: pathname + search })}`, 303);
  }
  context.header('WWW-Authenticate', 'Bearer realm="Expediera"');
  return context.json({ error: 'not logged in' }, 401);
}
