/** One line a request: its id, path and how it went. Never what was asked for after the question mark, or by whom. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Where the lines go: pino has this form. */
export interface RequestLog {
  info(line: object, message: string): void;
  debug(line: object, message: string): void;
  error(line: object, message: string): void;
}

/** An id that a proxy before us may have given: short, and of characters that can do no harm in a log. */
const GIVEN_ID = /^[\w.:-]{1,64}$/;
/** Asked every few seconds by machines. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);

/** Writes a line when a request is answered, and gives the answer the request's id. */
export const requestLog =
  (log: RequestLog): MiddlewareHandler =>
  async (context, next) => {
    const given = context.req.header('x-request-id') ?? '';
    const request = GIVEN_ID.test(given) ? given : randomUUID();
    const began = performance.now();
    await next();
    context.header('X-Request-Id', request);
    const { method, path } = context.req;
    const ms = Math.round(performance.now() - began);
    const line = { request, method, path: path.slice(0, 200), status: context.res.status, ms };
    if (PROBES.has(path)) log.debug(line, 'answered');
    else log.info(line, 'answered');
  };
