/** What people choose for themselves: the language, and light or dark. Kept in cookies, which hold nothing else. */
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { DeskApp, DeskEnv } from './deps.ts';
import { SPRAK, TEMAN } from './sprak.ts';

const A_YEAR = 365 * 24 * 60 * 60;

function chosen<T extends string>(context: Context, name: string, among: readonly T[]): T {
  const given = getCookie(context, name);
  return among.find((one) => one === given) ?? (among[0] as T);
}

/** Says in which language and theme a page is to be shown. */
export const readChoices: MiddlewareHandler<DeskEnv> = async (context, next) => {
  context.set('sprak', chosen(context, 'sprak', SPRAK));
  context.set('tema', chosen(context, 'tema', TEMAN));
  await next();
};

/** `/val?sprak=en&till=/sok`: chooses, and shows the page again. */
export function addChoices(app: DeskApp): void {
  app.get('/val', (context) => {
    const { till = '/', ...given } = context.req.query();
    for (const [name, among] of Object.entries({ sprak: SPRAK, tema: TEMAN })) {
      const value = among.find((one) => one === given[name]);
      if (value)
        setCookie(context, name, value, { path: '/', maxAge: A_YEAR, sameSite: 'Lax', httpOnly: true });
    }
    return context.redirect(isOwnPath(till) ? till : '/', 303);
  });
}

/** A path of this desk: not `//elsewhere`, nor one that a browser would read so. */
export const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\s\\]*$/u.test(path);
