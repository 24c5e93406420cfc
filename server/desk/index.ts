/** The web desk: one line a part. Who asks is known before any of them answers. */
import { addAssets } from './assets.ts';
import { addChoices, readChoices } from './choices.ts';
import type { DeskApp, DeskDeps } from './deps.ts';
import { addHandling } from './handling/index.ts';
import { addHem } from './hem/index.ts';
import { addLaget } from './laget/index.ts';
import { addSok } from './sok/index.ts';

export function addDesk(app: DeskApp, deps: DeskDeps): void {
  app.use(readChoices);
  addAssets(app);
  addChoices(app);
  addHem(app);
  addLaget(app, deps);
  addSok(app);
  addHandling(app, deps);
}
