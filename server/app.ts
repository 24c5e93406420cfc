/** The door for programs: a small status page and its JSON. Only this machine is answered. */
import { Hono } from 'hono';
import type { StatusAnswer } from '../store/store.ts';
import { addEndings } from './endings.ts';
import { onlyLoopbackNames } from './loopback.ts';
import { addOps, type Ops } from './ops.ts';
import { requestLog } from './request-log.ts';

export interface AppDeps extends Ops {
  /** What `expediera status --json` prints. */
  status(): Promise<StatusAnswer>;
  /** The Temporal server's own page; null when none is known. */
  temporalPage(): string | null;
  version: string;
}

/** The program's web application, without a socket of its own. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  if (deps.log) app.use(requestLog(deps.log));
  app.use(onlyLoopbackNames);
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
  });
  app.get('/', (context) => {
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
  app.get('/status', async (context) => context.json(await deps.status()));
  addOps(app, deps);
  addEndings(app, deps.log);
  return app;
}
