/** A page elsewhere can make a browser send something here, with the visitor's own cookie: only our own pages may. */
import type { Context, MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { type Front, ownOrigin } from './front.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what comes from another origin, whatever its kind: forms must say that they are ours (hono/csrf), and JSON and
 * everything else must not say that it is another's. Who shows a key in a header does so by themselves.
 */
export function sameOrigin(front: Front): MiddlewareHandler {
  const isOurs = (origin: string, context: Context): boolean => origin === ownOrigin(context, front);
  const forms = csrf({ origin: isOurs, secFetchSite: 'same-origin' });
  return async (context, next) => {
    if (SAFE.has(context.req.method) || context.req.header('authorization')?.startsWith('Bearer '))
      return next();
    const origin = context.req.header('origin');
    const site = context.req.header('sec-fetch-site');
    const isForeign =
      (origin !== undefined && !isOurs(origin, context)) || (site !== undefined && site !== 'same-origin');
    if (isForeign) return context.text('Forbidden', 403);
    return forms(context, next);
  };
}
