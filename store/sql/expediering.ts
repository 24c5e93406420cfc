/** Channels, and what was delivered to whom. */
import type { Kysely } from 'kysely';
import type { ExpedieringStore } from '../expediering.ts';
import * as kanaler from './kanaler.ts';
import * as leveranser from './leveranser.ts';
import { leveransHandelser } from './leveransrader.ts';
import * as vag from './leveransvag.ts';
import type { Tables } from './schema.ts';

/** `now` gives the time as ISO 8601, UTC. */
export function expedieringStore(db: Kysely<Tables>, now: () => string): ExpedieringStore {
  return {
    saveKanal: (kanal, av, { ersatt = false } = {}) =>
      kanaler.saveKanal(db, kanal, { av, now: now(), ersatt }),
    setKanalLage: (of, lage, av) => kanaler.setKanalLage(db, of, { lage, av, now: now() }),
    kanaler: (of = {}) => kanaler.kanaler(db, of),
    kanalHandelser: (of = {}) => kanaler.kanalHandelser(db, of),

    updateLeveranser: (of, plan) => leveranser.updateLeveranser(db, of, { plan, now: now() }),
    leverans: (nyckel) => leveranser.leverans(db, nyckel),
    leveranser: (question = {}) => leveranser.leveranser(db, question),
    leveransHandelser: (nyckel) => leveransHandelser(db, nyckel),
    movedTo: (of) => leveranser.movedTo(db, of),
    stepsToWake: () => leveranser.stepsToWake(db),
    doubtsAbout: (sha256, arendeId) => leveranser.doubtsAbout(db, sha256, arendeId),

    beginSend: (nyckel) => vag.beginSend(db, nyckel, now()),
    noteBuilt: (nyckel, forsandelse) => vag.noteBuilt(db, nyckel, forsandelse),
    noteDelivered: (nyckel, kvitto) => vag.noteDelivered(db, nyckel, kvitto, now()),
    noteDryRun: (nyckel, path, kanal) => vag.noteDryRun(db, nyckel, { path, kanal, now: now() }),
    noteSendFailed: (nyckel, fel, gaveUp) => vag.noteSendFailed(db, nyckel, { fel, gaveUp, now: now() }),
    noteReminder: (of) => vag.noteReminder(db, of, now()),
    letGo: (nyckel, av) => vag.letGo(db, nyckel, { av, now: now() }),
    askResend: (nyckel, av, { paNytt = false } = {}) => vag.askResend(db, nyckel, { av, now: now(), paNytt }),
  };
}
