/** The door for programs: a small status page and its JSON. Only this machine is answered. */
import { Hono } from 'hono';
import type { StatusAnswer } from '../store/store.ts';
import { isLoopbackName } from './loopback.ts';

export interface AppDeps {
  /** What `expediera status --json` prints. */
  status(): Promise<StatusAnswer>;
  /** The Temporal server's own page; null when none is known. */
  temporalPage(): string | null;
  version: string;
}

/** The name in a Host header, without its port. */
const hostName = (host: string): string => host.replace(/:\d+$/, '');

/** The program's web application, without a socket of its own. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    // A page elsewhere can make a browser ask us under a name of its own (DNS rebinding): only our names are served.
    if (!isLoopbackName(hostName(context.req.header('host') ?? ''))) {
      return context.json({ error: 'only the loopback address is served' }, 421);
    }
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
    return undefined;
  });
  app.get('/', (context) => {
    const origin = new URL(context.req.url).origin;
    return context.json({
      name: 'Expediera',
      version: deps.version,
      status: `${origin}/status`,
      healthz: `${origin}/healthz`,
      temporal: deps.temporalPage(),
    });
  });
  app.get('/status', async (context) => context.json(await deps.status()));
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.notFound((context) => context.json({ error: 'not found' }, 404));
  app.onError((error, context) => context.json({ error: error.message }, 500));
  return app;
}
