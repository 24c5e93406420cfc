/** Who has a thing open: noted while its page is, told to the others who come to it. */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Oppen, OppenSak } from '../../../store/oppna.ts';
import type { DeskDeps, DeskEnv } from '../deps.ts';

const COOKIE = 'granskar';
/** What is waiting to be given to a browser that has no name yet. */
const given = new WeakMap<object, string>();

/** A random name for the browser, for as long as it runs: it tells two browsers of one person apart, and nothing else. */
export function browserOf(context: Context): string {
  const known = getCookie(context, COOKIE) ?? given.get(context);
  if (known && /^[0-9a-f]{16}$/.test(known)) return known;
  const name = randomBytes(8).toString('hex');
  given.set(context, name);
  const secure = new URL(context.req.url).protocol === 'https:';
  setCookie(context, COOKIE, name, { path: '/granska', sameSite: 'Lax', httpOnly: true, secure });
  return name;
}

/** Notes it, and answers who else has it open. A store that cannot write just now keeps nobody from reading. */
export async function noteOpen(
  context: Context<DeskEnv>,
  { store }: Pick<DeskDeps, 'store'>,
  sak: OppenSak,
): Promise<Oppen[]> {
  const vem = { av: context.var.besokare.namn, webblasare: browserOf(context) };
  return store.noteOppen(sak, vem).catch(() => []);
}
