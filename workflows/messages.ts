/** What the workflows can be told and asked while they run. */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Lage } from '../activities/follow-matter.ts';
import type { Postmarke } from '../store/processer.ts';
import type { PaceSample } from './pace.ts';

/** How a file ended. `pages`: how many it has, 0 when it could not be opened. */
export interface FileSettled {
  sha256: string;
  status: 'done' | 'refused' | 'failed';
  pages: number;
}

/** Where a file is on its way. */
export interface FileProgress {
  step: 'open' | 'ocr' | 'save' | 'route' | 'settled';
  /** 0 until the file is open. */
  pages: number;
  /** Pages that need OCR, and those of them that are read. */
  ocrPages: number;
  ocrRead: number;
  /** What is away that it cannot go on without, in Swedish: a full disk, a database that does not answer. null: nothing. */
  waits?: string | null;
}

export interface ArchiveProgress {
  name: string;
  /** Files of the list: all, started, and ended by how. */
  total: number;
  started: number;
  done: number;
  refused: number;
  failed: number;
  /** Pages of the files that ended. */
  pages: number;
  /** sha256 of the files under way, at most as many as the window is wide. */
  running: string[];
  /** What had ended when, lately; not of a run that began by an earlier version of the program. */
  samples?: PaceSample[];
  state: 'running' | 'paused' | 'cancelled' | 'finished';
}

/** To an archive, from a file of it that ended. */
export const fileSettledSignal = defineSignal<[FileSettled]>('fileSettled');
/** To a file: tell this workflow too when you end. */
export const reportToSignal = defineSignal<[string]>('reportTo');
/** To an archive: start no more files until `resume`. Those under way go on. */
export const pauseSignal = defineSignal('pause');
export const resumeSignal = defineSignal('resume');
/** To an archive: start no more files; those under way go on, the others are marked as called off. */
export const cancelSignal = defineSignal('cancel');

/** To a leverans: a person wants this delivery (its key) sent now, also when it waits for its next try. */
export const skickaOmSignal = defineSignal<[string]>('skickaOm');

export const fileProgressQuery = defineQuery<FileProgress>('progress');
export const archiveProgressQuery = defineQuery<ArchiveProgress>('progress');

/** Where a matter is, as its process knows; null before it has looked, or when there is no such matter any more. */
export type ArendeLage = Lage;

/** To a matter: a handling came in, a person said something, a delivery ended … look again. To a
 * leverans: its §, a channel or what a person says of it changed; plan anew. */
export const andratSignal = defineSignal('andrat');
export const arendeLageQuery = defineQuery<ArendeLage | null>('lage');

/** The matters that were routed anew. */
export interface Berorda {
  matters: string[];
}

/** To a matter: a person has received a post of it, refuses it, or takes that back. */
export const markeraUpdate = defineUpdate<Berorda, [Postmarke]>('markera');
/** To a matter: it is one with `till` (the store's id of it), says `av`. */
export const sammanforUpdate = defineUpdate<Berorda, [{ till: string; av: string }]>('sammanfor');
/** To a matter that was joined to another: it is one of its own again. */
export const skiljUpdate = defineUpdate<Berorda, [{ av: string }]>('skilj');
