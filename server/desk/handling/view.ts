/** What all pieces of this page's view are given. */
import type { Record as FileRecord } from '../../../extraction/record.ts';
import type { FileRow } from '../../../store/files.ts';
import { type PermanentId, permanentIdIn } from '../../../store/postnamn.ts';
import type { Sprak } from '../sprak.ts';
import type { Decided } from './decided.ts';
import type { HandlingOnPage } from './on-page.ts';
import { handlingPath } from './paths.ts';
import type { HandlingWords } from './words.ts';

export interface View {
  say: HandlingWords;
  sprak: Sprak;
  record: FileRecord;
  /** The paths of the file; none for whom the house does not tell. */
  files: FileRow[];
  /** null: all items of the file, without the page. */
  page: number | null;
  /** What the visitor came for. */
  post: string | null;
  delar: HandlingOnPage[];
  decided: ReadonlyMap<string, Decided>;
  /** The store's ids of the matters of ärenden, by the ids of these. */
  matters: ReadonlyMap<string, string>;
  /** What items are called for ever, where it is not their id. */
  names: ReadonlyMap<string, PermanentId>;
  /** A registrator, who is told who decided. */
  mayDecide: boolean;
}

/** Another page of the same file, or a place in it. */
export const to = (view: View, sida: number, post?: string): string =>
  handlingPath(view.record.source.sha256, { sida, post: post && permanentIdIn(view.names, post) });
