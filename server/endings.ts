/** What is answered where no page is, and when one breaks: what broke is told to the log alone. */
import type { Hono } from 'hono';
import type { RequestLog } from './request-log.ts';

export function addEndings(app: Hono, log?: RequestLog): void {
  app.notFound((context) => context.json({ error: 'not found' }, 404));
  app.onError((error, context) => {
    log?.error({ error, path: context.req.path.slice(0, 200) }, 'a page broke');
    return context.json({ error: 'internal error' }, 500);
  });
}
