/** The web desk: one line a part. Who asks is known before any of them answers. */
import { addAssets } from './assets.ts';
import { addChoices, readChoices } from './choices.ts';
import type { DeskApp, DeskDeps } from './deps.ts';
import { addHem } from './hem/index.ts';
import { addLaget } from './laget/index.ts';
import { addLasIn } from './las-in/index.ts';

export function addDesk(app: DeskApp, deps: DeskDeps): void {
  app.use(readChoices);
  addAssets(app);
  addChoices(app);
  addHem(app, deps);
  addLaget(app, deps);
  addLasIn(app, deps);
}
