/** How much may be sent, and how slowly. What takes files in bounds itself, by file: see las-in. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { saysTooLarge } from './access/told.ts';
import type { DeskEnv } from './desk/deps.ts';

/** Forms and decisions; the longest are texts of clauses. */
const FORM = 1024 * 1024;
/** Who logs in sends a name and a password. */
const LOG_IN = 16 * 1024;
const TAKES_FILES = /^\/las-in(?:\/|$)/u;

const tooLarge = (maxSize: number): MiddlewareHandler<DeskEnv> =>
  bodyLimit({ maxSize, onError: (context) => saysTooLarge(context, maxSize) });
const [ofLogIn, ofForm] = [tooLarge(LOG_IN), tooLarge(FORM)];

export const bodyLimits: MiddlewareHandler<DeskEnv> = (context, next) => {
  const { path } = context.req;
  if (TAKES_FILES.test(path)) return next() as Promise<undefined>;
  return (path === '/logga-in' ? ofLogIn : ofForm)(context, next);
};
