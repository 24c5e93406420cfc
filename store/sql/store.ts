/** The store over any database that speaks SQL: what differs between them is in their own folders. */
import type { Kysely } from 'kysely';
import type { GranskaUnder } from '../granska.ts';
import type { Store } from '../store.ts';
import { arkivStore } from './arkiv.ts';
import { bevakningStore } from './bevakning.ts';
import { read } from './dialect.ts';
import { diariumStore } from './diarium.ts';
import { ejOmlasta, endUnread } from './ej-omlasta.ts';
import { expedieringStore } from './expediering.ts';
import * as files from './files.ts';
import { granska } from './granska.ts';
import { granskaAntal } from './granska-antal.ts';
import { handelseloggStore } from './handelselogg.ts';
import { installationStore } from './installation.ts';
import { kontoStore } from './konton.ts';
import { aterstalls } from './kopia.ts';
import * as matters from './matters.ts';
import { matvardenStore } from './matvarden.ts';
import { beginOmlasning, foraldrade, foraldradeFiler } from './omlasning.ts';
import { oppnaStore } from './oppna.ts';
import { organStore } from './organ.ts';
import { postnamnStore } from './postnamn.ts';
import { processStore } from './processer.ts';
import { rattelseStore } from './rattelser.ts';
import * as records from './records.ts';
import { refresh } from './refresh.ts';
import type { Tables } from './schema.ts';
import { searchStore } from './search-store.ts';
import { sekretessStore } from './sekretess.ts';
import * as ways from './ways.ts';

export interface SqlStoreOptions {
  /** The clock of `offeredAt` and `changedAt`. */
  now?: () => Date;
  /** Below what confidence a person is asked; left out, what the store was last derived by. */
  granskaUnder?: GranskaUnder;
}

/** The store on an open database with the newest schema; `close` is its end. */
export function sqlStore(db: Kysely<Tables>, close: () => Promise<void>, options: SqlStoreOptions): Store {
  const now = () => (options.now?.() ?? new Date()).toISOString();
  return {
    offerFile: (file, sha256, lopande = false, arkiv = undefined) =>
      files.offerFile(db, { file, sha256, lopande, arkiv }, now()),
    offerUnreadable: (file, outcome, arkiv = undefined) =>
      files.offerUnreadable(db, { file, outcome, arkiv }, now()),
    setOutcome: (sha256, outcome) => files.setOutcome(db, sha256, outcome, now()),
    beginAnew: (sha256, seen) => files.beginAnew(db, sha256, seen, now()),
    content: (sha256) => files.content(db, sha256),
    files: (sha256) => files.files(db, sha256),
    status: () => read(db, files.status),

    saveRecord: (record, version) => records.saveRecord(db, record, version, now()),
    record: (sha256) => records.record(db, sha256),
    recordIds: () => records.recordIds(db),
    refresh: () => refresh(db, now, options.granskaUnder),
    matters: (of = {}) => matters.matters(db, of),
    matter: (id) => matters.matter(db, id),
    handlingar: (id) => matters.handlingar(db, id),

    updateWay: (id, compute) => ways.updateWay(db, id, compute),
    staleMatters: () => ways.staleMatters(db),
    arende: (diarienummer, of = {}) => read(db, (at) => ways.arende(at, diarienummer, of)),
    inkorg: (mottagare, of = {}) => read(db, (at) => ways.inkorg(at, mottagare, of)),
    mottagare: (of = {}) => read(db, (at) => ways.mottagare(at, of)),

    ...arkivStore(db, now),
    ...rattelseStore(db, now),
    ...organStore(db, now),
    ...expedieringStore(db, now),
    ...diariumStore(db, now),
    ...bevakningStore(db, now),
    ...processStore(db, now),
    ...handelseloggStore(db, now),
    ...installationStore(db),
    ...matvardenStore(db),
    ...searchStore(db),
    ...sekretessStore(db),
    ...kontoStore(db, now),
    ...oppnaStore(db, now),
    ...postnamnStore(db),

    aterstalls: () => aterstalls(db),
    foraldrade: (version) => read(db, (at) => foraldrade(at, version)),
    foraldradeFiler: (version) => read(db, (at) => foraldradeFiler(at, version)),
    beginOmlasning: (version, contents) => beginOmlasning(db, version, contents, now()),
    endUnread: (sha256, end) => endUnread(db, sha256, end, now()),
    ejOmlasta: () => ejOmlasta(db),
    granska: (question = {}) => granska(db, question, now, options.granskaUnder),
    granskaAntal: (question = {}) => granskaAntal(db, question, now, options.granskaUnder),

    close,
  };
}
