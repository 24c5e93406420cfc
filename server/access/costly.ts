/** What takes the machine long: the register, drawings, lists to take along, pictures of pages. Nobody has all of it. */
import type { MiddlewareHandler } from 'hono';
import type { DeskEnv } from '../desk/deps.ts';
import type { Access } from './access.ts';
import { saysBusy, saysTooMany } from './told.ts';

const COSTLY = /^\/(?!desk\/)(?:diarium$|.{0,2000}\.(?:csv|jsonl|svg|pdf)$)/u;
const WRITTEN = /\.(?:csv|jsonl)$/u;
const PICTURE = /^\/handling\/[0-9a-f]{64}\/sida\//u;

export interface CostlyOptions {
  /** Of one person at a time; a browser asks for half a dozen pictures. */
  atOnce?: number;
  picturesAtOnce?: number;
  /** Of all, pictures apart: these wait in their own line. */
  inAll?: number;
}

/** Seconds after which one may come again: most is done by then. */
const AGAIN = 5;

export function costly(
  { limits, login }: Pick<Access, 'limits' | 'login'>,
  { atOnce = 3, picturesAtOnce = 12, inAll = 12 }: CostlyOptions = {},
): MiddlewareHandler<DeskEnv> {
  const underWay = new Map<string, number>();
  const add = (key: string, n: number): void => {
    const now = (underWay.get(key) ?? 0) + n;
    if (now === 0) underWay.delete(key);
    else underWay.set(key, now);
  };
  return async (context, next) => {
    const { path } = context.req;
    const isPicture = PICTURE.test(path);
    if (!(isPicture || COSTLY.test(path)) || !(await login())) return next();
    const { namn } = context.var.besokare;
    const own = JSON.stringify([isPicture, namn]);
    if ((underWay.get(own) ?? 0) >= (isPicture ? picturesAtOnce : atOnce)) return saysTooMany(context, AGAIN);
    if (!isPicture) {
      const seconds = await limits.costly(JSON.stringify(namn));
      if (seconds !== null) return saysTooMany(context, seconds);
      if ((underWay.get(ALL) ?? 0) >= inAll) return saysBusy(context, AGAIN);
    }
    const keys = isPicture ? [own] : [own, ALL];
    for (const key of keys) add(key, 1);
    let isOver = false;
    const over = (): void => {
      if (!isOver) for (const key of keys) add(key, -1);
      isOver = true;
    };
    try {
      await next();
    } catch (error) {
      over();
      throw error;
    }
    const { body } = context.res;
    // a long list is written while it is read
    if (body === null || !WRITTEN.test(path)) return over();
    const watched = body.pipeThrough(new TransformStream({ flush: over, cancel: over }));
    context.res = new Response(watched, context.res);
    return undefined;
  };
}

const ALL = 'all';
