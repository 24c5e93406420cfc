/** What the desk asks: the store for what is known, the blobs for the files themselves, and the engine for what is to be done. */
import type { Hono } from 'hono';
import type { Diarieregel } from '../../diarium/rader/types.ts';
import type { Connected } from '../../engine/installation.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Store } from '../../store/store.ts';
import type { FileMask } from '../mask/file.ts';
import type { RequestLog } from '../request-log.ts';
import type { Besokare } from './besokare.ts';
import type { Sprak, Tema } from './sprak.ts';

/** What the desk needs of the engine. */
export type Engine = Pick<
  Connected,
  'client' | 'store' | 'blobs' | 'ingest' | 'again' | 'uploads' | 'settings'
>;

export interface DeskDeps {
  /** For what is done; what is shown is asked of the visitor's own: see DeskEnv. */
  store: Store;
  blobs: Blobs;
  /** null: nothing runs that could take files in or keep what people decide; asked anew each time, for it comes and goes. */
  engine(): Promise<Engine | null>;
  version: string;
  /** Told what broke where the page can only say that it did. */
  log?: RequestLog | undefined;
  /** Whether a path is one of the samples that come with the program; left out: none is. */
  isSample?: ((path: string) => boolean) | undefined;
  /** Whether complete lines of the register pass by rule. Default: person. */
  diarieregel?: Diarieregel;
}

/** What every page knows of who asks. */
export interface DeskEnv {
  Variables: {
    sprak: Sprak;
    tema: Tema;
    besokare: Besokare;
    /** Where people reach the desk, "https://expediera.example": for links that go out of it. */
    ursprung: string;
    /** What this visitor may read: everything that a page shows is asked of it, and never of DeskDeps.store. */
    store: Store;
    /** What is hidden of a file as it is, by its sha256; null: nothing. Without it a registrator sees all, a läsare no page. */
    mask?(sha256: string): Promise<FileMask | null>;
  };
}

export type DeskApp = Hono<DeskEnv>;
