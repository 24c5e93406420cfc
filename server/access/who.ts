/** Who a request is: the seam for other ways to tell (single sign-on), one function chosen at start. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Store } from '../../store/store.ts';
import type { Besokare } from '../desk/besokare.ts';
import type { DeskEnv } from '../desk/deps.ts';
import { type Front, lineOf } from './front.ts';
import { hashOf, looksLikeKey } from './secrets.ts';

/** null: nobody we know; they are asked to log in. */
export type WhoAsks = (context: Context<DeskEnv>) => Promise<Besokare | null>;

export interface SessionRules {
  /** How long after it was last used, and after it was begun, a session ends. */
  idleMs: number;
  wholeMs: number;
}

const MINUTE = 60_000;
/** Uses are noted this often: not every picture of a page is a write. */
const NOTED_MS = MINUTE;

export const ago = (ms: number, now: number = Date.now()): string => new Date(now - ms).toISOString();

/** What the browser is logged in by, under the name that it has where the line is secret, or is this machine's own. */
export function sessionCookie(front: Front) {
  const isSecret = (context: Context): boolean => lineOf(context, front).https;
  // a cookie of this name is only taken from us, over HTTPS, and for all of the site (RFC 6265bis)
  const name = (context: Context): string => (isSecret(context) ? '__Host-expediera' : 'expediera');
  return {
    read: (context: Context): string | undefined => getCookie(context, name(context)),
    write(context: Context, token: string): void {
      setCookie(context, name(context), token, {
        ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecret(context) },
      });
    },
    remove(context: Context): void {
      deleteCookie(context, name(context), { path: '/', secure: isSecret(context) });
    },
  };
}

/** By the accounts and keys of the store: a program shows its key, a browser its cookie. */
export function byOwnAccounts(store: Store, front: Front, rules: SessionRules): WhoAsks {
  const cookie = sessionCookie(front);
  return async (context) => {
    const shown = context.req.header('authorization');
    if (shown !== undefined) {
      const key = keyIn(shown, context.req.method);
      const found = key === null ? null : await store.nyckel(hashOf(key), ago(NOTED_MS));
      return found && { namn: found.namn, roll: found.roll, inloggad: true };
    }
    const token = cookie.read(context);
    if (!token || token.length > 100) return null;
    const since = { borjad: ago(rules.wholeMs), anvand: ago(rules.idleMs), senast: ago(NOTED_MS) };
    const konto = await store.session(hashOf(token), since);
    return konto && { namn: konto.namn, roll: konto.roll, inloggad: true };
  };
}

/** `Bearer KEY`; readers of feeds can only send a password, and with it only read. */
function keyIn(header: string, method: string): string | null {
  const [, scheme = '', rest = ''] = /^(\S+)\s+(\S+)$/u.exec(header.trim()) ?? [];
  if (/^bearer$/iu.test(scheme)) return looksLikeKey(rest) ? rest : null;
  if (!/^basic$/iu.test(scheme) || (method !== 'GET' && method !== 'HEAD')) return null;
  const password = Buffer.from(rest, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/u, '');
  return looksLikeKey(password) ? password : null;
}
