/** What supervisors and Prometheus ask: whether the process lives, whether it can work, and its figures. Nothing secret. */
import { type Env, Hono } from 'hono';
import { addEndings } from './endings.ts';
import { onlyLoopbackNames } from './loopback.ts';
import type { Readiness } from './readiness.ts';
import type { RequestLog } from './request-log.ts';

export interface Ops {
  /** Left out: whoever lives can work. */
  ready?: (() => Promise<Readiness>) | undefined;
  log?: RequestLog | undefined;
  /** Left out: nothing is measured. */
  metrics?: { text(): Promise<string>; readonly contentType: string } | undefined;
}

/** `/healthz`, `/readyz` and `/metrics`, for an application that has other pages too. */
export function addOps<E extends Env>(app: Hono<E>, { ready, metrics }: Ops): void {
  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    const answer = (await ready?.()) ?? { ok: true, checks: [] };
    return context.json(answer, answer.ok ? 200 : 503);
  });
  if (!metrics) return;
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }),
  );
}

/**
 * These pages alone.
 *
 * @param anyName answers whatever name it is asked by: for a port that other machines reach
 */
export function createOpsApp(ops: Ops, { anyName = false }: { anyName?: boolean } = {}): Hono {
  const app = new Hono();
  if (!anyName) app.use(onlyLoopbackNames);
  app.use(async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
  });
  addOps(app, ops);
  addEndings(app, ops.log);
  return app;
}
