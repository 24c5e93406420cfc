/** The door for people (the desk) and for programs: one application. Only this machine is answered. */
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { DeskDeps, DeskEnv } from './desk/deps.ts';
import { addEndings } from './desk/endings.ts';
import { addDesk } from './desk/index.ts';
import { headers } from './headers.ts';
import { onlyLoopbackNames } from './loopback.ts';
import { addOps, type Ops } from './ops.ts';
import { requestLog } from './request-log.ts';
import { ownMachine } from './visitor.ts';

export interface AppDeps extends Ops, DeskDeps {
  /** The Temporal server's own page; null when none is known. */
  temporalPage(): string | null;
}

/** The program's web application, without a socket of its own. */
export function createApp(deps: AppDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  if (deps.log) app.use(requestLog(deps.log));
  app.use(onlyLoopbackNames);
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
  });
  app.use(headers);
  app.use(csrf());
  app.use(ownMachine(deps.store));
  app.get('/api', (context) => {
    const origin = new URL(context.req.url).origin;
    return context.json({
      name: 'Expediera',
      version: deps.version,
      status: `${origin}/status`,
      healthz: `${origin}/healthz`,
      readyz: `${origin}/readyz`,
      ...(deps.metrics && { metrics: `${origin}/metrics` }),
      temporal: deps.temporalPage(),
    });
  });
  app.get('/status', async (context) => context.json(await context.var.store.status()));
  addOps(app, deps);
  addDesk(app, deps);
  addEndings(app, deps.log);
  return app;
}
