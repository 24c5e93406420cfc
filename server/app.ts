/** The door for people (the desk) and for programs: one application. Who may ask, and by what name, is `access`. */
import { Hono } from 'hono';
import { type Access, ownMachineAccess } from './access/access.ts';
import { costly } from './access/costly.ts';
import { onlyOwnNames } from './access/front.ts';
import { gate } from './access/gate.ts';
import { sameOrigin } from './access/same-origin.ts';
import { bodyLimits } from './body-limits.ts';
import { readChoices } from './desk/choices.ts';
import type { DeskDeps, DeskEnv } from './desk/deps.ts';
import { addEndings } from './desk/endings.ts';
import { addDesk } from './desk/index.ts';
import { addKonto } from './desk/konto/index.ts';
import { headers, notKept, strictTransport } from './headers.ts';
import { addOps, type Ops } from './ops.ts';
import { requestLog } from './request-log.ts';

export interface AppDeps extends Ops, DeskDeps {
  /** The Temporal server's own page; null when none is known. */
  temporalPage(): string | null;
  /** Left out: only this machine asks, and nobody logs in. */
  access?: Access | undefined;
}

/** The program's web application, without a socket of its own. */
export function createApp(deps: AppDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const access = deps.access ?? ownMachineAccess();
  if (deps.log) app.use(requestLog(deps.log));
  app.use(notKept, headers, strictTransport(access.front));
  app.use(onlyOwnNames(access.front));
  app.use(sameOrigin(access.front));
  app.use(readChoices);
  app.use(bodyLimits);
  app.use(gate(deps, access));
  app.use(costly(access));
  app.get('/api', (context) => {
    const origin = context.var.ursprung;
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
  addKonto(app, deps.store, access);
  addDesk(app, deps);
  addEndings(app, deps.log);
  return app;
}
