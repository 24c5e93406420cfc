import { log } from '@temporalio/activity';
import { AVBRUTEN } from '../store/arkiv.ts';
import { alive } from './beating.ts';
import type { ActivityDeps } from './deps.ts';

export interface FileEnd {
  sha256: string;
  status: 'refused' | 'failed';
  code: string;
  /** Its record is saved: what failed comes after the reading. Left out: it is not. */
  saved?: boolean;
  /** For people; a code of ours brings its own. */
  sv?: string;
  en?: string;
}

/** Failures of ours, in words for people. */
const FAILURES: { readonly [code: string]: { sv: string; en: string } } = {
  internal: {
    sv: 'Filen kunde inte läsas in efter flera försök; felet är vårt. Se loggen, och läs in filen igen.',
    en: 'The file could not be taken in after several tries; the fault is ours. See the log, and ingest it again.',
  },
  outage: {
    sv: 'Databasen, fillagret eller disken var borta för länge: det väntades i en vecka. Läs in filen igen när allt är på plats.',
    en: 'The database, the object store or the disk was away for too long: it was waited for a week. Ingest the file again when all is there.',
  },
  missing: {
    sv: 'Filens innehåll finns inte där Expediera förvarar sina filer. Läs in originalet igen, eller återställ en säkerhetskopia.',
    en: 'The content is not where the files are kept. Ingest the original again, or restore a backup.',
  },
  cancelled: AVBRUTEN,
};

/** Says in the store why a file was not taken in, or not read anew: a record of an older reading stays. */
export const settleFile = ({ store, extractionVersion }: ActivityDeps) =>
  alive(async ({ sha256, status, code, saved = false, sv, en }: FileEnd): Promise<void> => {
    const words = FAILURES[code] ?? { sv: code, en: code };
    const reason = { code, sv: sv ?? words.sv, en: en ?? words.en };
    const stands = saved
      ? await store.setOutcome(sha256, { status, reason }).then(() => status)
      : await store.endUnread(sha256, { status, reason, version: extractionVersion });
    log.info(stands === 'done' ? 'not read anew' : status, { sha256, code });
  });
