/** Says of what is late that it is: on its first late day, and again every four weeks while it stays so. */
import { createHash } from 'node:crypto';
import { paminnelserTill } from '../diarium/way/nasta-dag.ts';
import type { Vantan } from '../diarium/way/types.ts';
import type { Matter } from '../store/store.ts';
import type { ActivityDeps } from './deps.ts';

/** Where reminders are read: `expediera bevaka`. */
const LIST = 'bevakningslistan';

/** Notes each reminder that was due up to this day, once however often it is asked. */
export async function remindLate(
  store: ActivityDeps['store'],
  matter: Matter,
  { vantar, idag }: { vantar: readonly Vantan[]; idag: string },
): Promise<void> {
  for (const vantan of vantar) {
    const due = paminnelserTill(vantan, idag);
    // only the newest: a process that slept over several says it once
    if (due === 0) continue;
    const { vad, av, steg, senast } = vantan;
    const what = JSON.stringify([matter.id, steg, vad, av, senast, due]);
    await store.notePaminnelse({
      ...{ id: createHash('sha256').update(what).digest('hex').slice(0, 24), matterId: matter.id },
      ...{ steg, vad, av, till: LIST },
      text: `${matter.diarienummer ?? 'Ett ärende utan nummer'}: ${WHAT[vad]}${av === null ? '' : ` från ${av}`} skulle ha kommit senast ${senast}.`,
    });
  }
}

const WHAT: { readonly [vad in Vantan['vad']]: string } = {
  beslut: 'beslut',
  yttrande: 'yttrande',
  svar: 'svar',
  aterkomst: 'det återremitterade',
  utforande: 'redovisning av uppdraget',
};
