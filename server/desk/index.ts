/** The web desk: one line a part. Who asks is known before any of them answers. */
import { addAssets } from './assets.ts';
import { addChoices } from './choices.ts';
import type { DeskApp, DeskDeps } from './deps.ts';
import { addHem } from './hem/index.ts';
import { addLaget } from './laget/index.ts';

export function addDesk(app: DeskApp, deps: DeskDeps): void {
  addAssets(app);
  addChoices(app);
  addHem(app);
  addLaget(app, deps);
}
