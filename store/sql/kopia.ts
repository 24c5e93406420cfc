/** Which rows a copy holds, and the mark of a store that is being filled from one. */
import type { Kysely } from 'kysely';
import { meta } from './meta.ts';
import type { Tables } from './schema.ts';

/** true: given by files and people; false: follows from what is. In an order in which they can be filled. */
const GIVEN = {
  contents: true,
  files: true,
  records: true,
  ej_omlasta: true,
  rattelser: true,
  granskade: true,
  granskningspaminnelser: true,
  sammanforda: true,
  sammanforingar: true,
  postmarken: true,
  postnamn: true,
  lydelser: true,
  diarieord: true,
  organ_andringar: true,
  paminnelser: true,
  arkiv: true,
  arkiv_filer: true,
  kanaler: true,
  kanalhandelser: true,
  leveranser: true,
  leveranshandelser: true,
  handelser: true,
  handelse_om: true,
  konton: true,
  nycklar: true,
  // who was logged in logs in again
  sessioner: false,
  meta: false,
  handlingar: false,
  arenden: false,
  andra_nummer: false,
  matters: false,
  items: false,
  item_persons: false,
  ways: false,
  poster: false,
  vantningar: false,
  doubts: false,
  mal: false,
  organ_lasningar: false,
  oppna: false,
  stems: false,
} as const satisfies { readonly [table in keyof Tables]: boolean };

/** The tables that a copy holds. */
export const KOPIERADE: readonly string[] = Object.entries(GIVEN).flatMap(([table, given]) =>
  given ? table : [],
);

/** Key in meta: there only while a copy is restored. */
export const ATERSTALLS = 'aterstalls';
/** Rules in meta of which none of the derived rows are. */
export const NOT_DERIVED = 'kopia';

/** See KopiaStore.aterstalls. */
export const aterstalls = (db: Kysely<Tables>): Promise<string | null> => meta(db, ATERSTALLS);
