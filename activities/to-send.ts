/** What of a matter is to be sent, and whether that changed: so that its deliveries are planned anew only then. */
import { createHash } from 'node:crypto';
import type { Way } from '../diarium/way/types.ts';
import { attExpediera, stegAttExpediera } from '../expediering/att-expediera.ts';
import type { Matter } from '../store/store.ts';
import { alive } from './beating.ts';
import type { ActivityDeps } from './deps.ts';
import { allHinder } from './plan-leverans.ts';

/** A § that is sent. `tecken` changes with the decision, its recipients and what stands in the way. */
export interface AttSanda {
  /** `Steg.nyckel`. */
  steg: string;
  tecken: string;
}

/** The §§ of a matter that came in as current work and have somebody to be sent to. */
export async function toSend(
  store: ActivityDeps['store'],
  { matter, way, lopande }: { matter: Matter; way: Way; lopande: ReadonlySet<string> },
): Promise<AttSanda[]> {
  const steps = stegAttExpediera(way);
  if (steps.length === 0 || lopande.size === 0) return [];
  const handlingar = await store.handlingar(matter.id);
  const found: AttSanda[] = [];
  for (const nyckel of steps) {
    const expediering = attExpediera(way, nyckel, { handlingar, matter });
    if (!expediering?.steg.kallor.some(({ sha256 }) => lopande.has(sha256))) continue;
    const { innehall, mottagare, steg, sha256, arende } = expediering;
    const hinder = await allHinder(store, expediering);
    const what = [innehall, mottagare, steg.datum, steg.paragraf, sha256, arende.id, hinder];
    const tecken = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 16);
    found.push({ steg: nyckel, tecken });
  }
  return found;
}

/** Has the deliveries of these §§ planned anew, by workflows of their own. */
export const tellLeveranser = ({ wakeLeverans }: ActivityDeps) =>
  alive(async ({ matter, steg }: { matter: string; steg: string[] }): Promise<void> => {
    for (const one of steg) await wakeLeverans({ matter, steg: one });
  });
