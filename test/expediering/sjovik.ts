/** Sjöviks kommun, made up: its minutes taken in, its channels switched on, its deliveries waited for. */
import { wakeLeverans } from '../../engine/tell/leveranser.ts';
import type { KanalSlag, Leverans, NyKanal, StegRef } from '../../store/expediering.ts';
import type { Store } from '../../store/store.ts';
import type { Testbed } from '../engine/testbed.ts';

export const HUVUDMAN = 'Sjöviks kommun';
export const SECRET = 'SJOVIK_NYCKEL';
process.env[SECRET] = `whsec_${Buffer.from('en nyckel som bara finns i ett prov').toString('base64')}`;

/** A channel to one recipient; a webhook unless told otherwise. */
export function kanal(mottagare: string, adress: string, over: Partial<NyKanal> = {}): NyKanal {
  const slag: KanalSlag = over.slag ?? 'webhook';
  const installningar = slag === 'webhook' ? { nyckelEnv: SECRET, internt: true, sekunder: 1 } : {};
  return { huvudman: HUVUDMAN, namn: mottagare, slag, mottagare, adress, installningar, ...over };
}

/** Makes the channel and switches it on, over a dry run that leaves nothing behind. */
export async function switchedOn(store: Store, made: NyKanal): Promise<void> {
  const { huvudman, namn, slag } = made;
  await store.saveKanal(made, 'Alva Strand');
  await store.setKanalLage({ huvudman, namn }, 'prov', 'Alva Strand');
  const of = { huvudman, matter: 'prov', steg: `prov ${namn}` };
  const row: Leverans = {
    ...{ ...of, nyckel: Buffer.from(namn).toString('hex').padEnd(32, '0'), version: 1, mottagare: 'Prov' },
    ...{ organ: false, fran: null, datum: null, paragraf: null, rubrik: null, diarienummer: null },
    ...{ kanal: namn, slag, status: 'vantar_kanal', hinder: [], slappt: [], innehall: '' },
    ...{ forsandelse: null, andrad: false, forsok: 0, fel: null, kvitto: null, provkorning: null },
    ...{ provkordFor: null, paminnelser: 0, skapad: '2031-05-01', skickad: null, levererad: null },
  };
  await store.updateLeveranser(of, () => [row]);
  const begun = await store.beginSend(row.nyckel);
  if (begun?.kanal) await store.noteDryRun(row.nyckel, '/prov', begun.kanal);
  await store.setKanalLage({ huvudman, namn }, 'pa', 'Alva Strand');
  await store.updateLeveranser(of, () => []);
}

let count = 0;

/** Takes texts in and has every § of theirs sent that is to be; returns where the §§ are filed. */
export async function takeIn(
  bed: Testbed,
  texts: string[],
  { lopande = true }: { lopande?: boolean } = {},
): Promise<StegRef[]> {
  const files = Object.fromEntries(texts.map((text, n) => [`protokoll-${n}.txt`, text]));
  await bed.ingest([bed.folder(`in-${++count}`, files)], { lopande });
  const steps = new Map<string, StegRef>();
  for (const { id } of await bed.store.matters({ huvudman: HUVUDMAN })) {
    const answer = await bed.store.arende(id);
    if (!answer || !('steg' in answer)) continue;
    for (const { nyckel, kind } of answer.steg) {
      if (nyckel && kind === 'protokoll') steps.set(nyckel, { matter: id, steg: nyckel });
    }
  }
  for (const step of steps.values()) await wakeLeverans(bed.client, step);
  return [...steps.values()];
}

/** The deliveries of a §, once they are as `when` says. */
export async function untilLeveranser(
  store: Store,
  of: Partial<StegRef>,
  when: (rows: Leverans[]) => boolean,
  milliseconds = 60_000,
): Promise<Leverans[]> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const rows = await store.leveranser(of);
    if (when(rows)) return rows;
    if (Date.now() > end) {
      const seen = rows.map(({ mottagare, status, forsok, fel, hinder }) => ({
        mottagare,
        status,
        forsok,
        fel,
        hinder,
      }));
      throw new Error(`that did not come: ${JSON.stringify(seen, null, 1)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** There are some, and all have come to one of these. */
export const all =
  (...status: Leverans['status'][]) =>
  (rows: Leverans[]): boolean =>
    rows.length > 0 && rows.every((row) => status.includes(row.status));
