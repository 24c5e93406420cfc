/** The web desk: one line a part. Who asks is known before any of them answers. */
import { addArende } from './arende/index.ts';
import { addAssets } from './assets.ts';
import { addChoices, readChoices } from './choices.ts';
import type { DeskApp, DeskDeps } from './deps.ts';
import { addDiarium } from './diarium/index.ts';
import { addExpediering } from './expediering/index.ts';
import { addGranska } from './granska/index.ts';
import { addHandling } from './handling/index.ts';
import { addHem } from './hem/index.ts';
import { addInkorg } from './inkorg/index.ts';
import { addLaget } from './laget/index.ts';
import { addLasIn } from './las-in/index.ts';
import { addOrgan } from './organ/organ.ts';
import { addPersoner } from './organ/person.ts';
import { addPost } from './post/index.ts';
import { addSent } from './sent/index.ts';
import { addSok } from './sok/index.ts';

export function addDesk(app: DeskApp, deps: DeskDeps): void {
  app.use(readChoices);
  addAssets(app);
  addChoices(app);
  addArende(app, deps);
  addHem(app, deps);
  addInkorg(app, deps);
  addExpediering(app, deps);
  addDiarium(app, deps);
  addSent(app, deps);
  addGranska(app, deps);
  addLaget(app, deps);
  addSok(app, deps);
  addLasIn(app, deps);
  addPost(app);
  addOrgan(app, deps);
  addPersoner(app);
  addHandling(app, deps);
}
