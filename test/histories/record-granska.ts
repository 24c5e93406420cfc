/** Records the history of a file that people have decided on: `node test/histories/record-granska.ts`. See record.ts. */
import { randomUUID } from 'node:crypto';
import type { Atgard } from '../../diarium/rattelser/index.ts';
import { angra, besluta, markeraKlar, startGranska } from '../../engine/tell/granska.ts';
import { granskaLageQuery } from '../../workflows/granska-messages.ts';
import { granskaWorkflowId } from '../../workflows/names.ts';
import { protokoll } from '../engine/made-up.ts';
import { testbed } from '../engine/testbed.ts';
import { keep } from './keep.ts';

const bed = await testbed({ granskaUnder: 1 });
try {
  const { offered } = await bed.ingest([bed.folder('in', { 'protokoll.txt': protokoll(1) })]);
  const sha256 = offered.toDo[0] as string;
  const [file] = await bed.store.files();
  const workflowId = granskaWorkflowId(sha256);
  const handle = bed.client.workflow.getHandle(workflowId);

  // a reminder, on a short timer
  await bed.store.offerFile(file?.path ?? '', sha256, true);
  const soon = { client: bed.client, settings: { granskaPaminnEfter: 2e-5, granskaPaminnVar: 1 } };
  await startGranska(soon, sha256);
  while ((await bed.store.granskningspaminnelser()).length === 0) await new Promise((go) => setTimeout(go, 100));
  while ((await handle.query(granskaLageQuery)).paminnelser === 0) await new Promise((go) => setTimeout(go, 100));

  const now = () => new Date().toISOString();
  const decide = async (id: string, atgard: Atgard, revision?: number): Promise<string> => {
    const vy = await bed.store.mal(sha256, id);
    if (!vy) throw new Error(`no ${id}`);
    const beslut = randomUUID();
    await besluta(bed, {
      ...{ id: beslut, sha256, mal: { typ: vy.typ, id, avtryck: vy.avtryck }, atgard, av: 'Elsa Norén' },
      ...{ at: now(), revision: revision ?? vy.revision },
    });
    return beslut;
  };
  const waiting = async () => (await bed.store.granska()).rader.flatMap(({ id }) => id ?? []);
  const [first = ''] = await waiting();
  const rattelse = await decide(first, { typ: 'godkann', falt: [] });
  // somebody who has not looked since
  await decide(first, { typ: 'avvisa', skal: 'fel' }, 0).catch(() => undefined);
  await angra(bed, { sha256, rattelse, av: 'Elsa Norén', at: now() });
  for (const id of await waiting()) await decide(id, { typ: 'godkann', falt: [] });
  await markeraKlar(bed, { sha256, av: 'Elsa Norén', at: now() });
  await handle.result();
  keep(bed, 'granska', workflowId);
} finally {
  await bed.destroy();
}
