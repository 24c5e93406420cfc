/** How an intake stands, for whoever looks at it: what is kept, and what the engine says where it runs. */
import {
  type ArkivWork,
  arkivWork,
  type NamedRunningFile,
  namedRunning,
} from '../../../engine/intake/work.ts';
import { within } from '../../../extraction/bounded/within.ts';
import type { Arkiv, ArkivOrsak, ArkivSida, DeladeFiler } from '../../../store/arkiv.ts';
import type { FileStatus } from '../../../store/files.ts';
import type { Store } from '../../../store/store.ts';
import type { DeskDeps } from '../deps.ts';

/** none: nothing runs; silent: what runs does not answer just now; no-worker: nobody takes work; there: all is well. */
export type EngineState = 'none' | 'silent' | 'no-worker' | 'there';

export interface ArkivState {
  arkiv: Arkiv;
  engine: EngineState;
  /** null: nothing works on it, or it is not known. */
  work: ArkivWork | null;
  running: NamedRunningFile[];
  reasons: ArkivOrsak[];
  delade: DeladeFiler[];
}

/** Which of its files are looked at. */
export interface Shown {
  status: FileStatus | undefined;
  /** From 1. */
  page: number;
}

export const PAGE = 50;

/** How long a page waits for the engine's word, and for how long that holds for all who look, milliseconds. */
const WAIT_MS = 2_500;
const HOLDS_MS = 900;

export interface StateReader {
  /** Asked once for all who look at the same time. null: there is no such intake. */
  read(id: number): Promise<ArkivState | null>;
  /** What is known of it is not so any more: somebody has done something to it. */
  forget(id: number): void;
}

export function stateReader(deps: DeskDeps): StateReader {
  const asked = new Map<number, { at: number; state: Promise<ArkivState | null> }>();
  return {
    read(id) {
      const now = Date.now();
      for (const [other, { at }] of asked) if (now - at > HOLDS_MS) asked.delete(other);
      const state = asked.get(id)?.state ?? stateOf(deps, id);
      if (!asked.has(id)) asked.set(id, { at: now, state });
      return state;
    },
    forget: (id) => void asked.delete(id),
  };
}

async function stateOf(deps: DeskDeps, id: number): Promise<ArkivState | null> {
  const { store } = deps;
  const arkiv = await store.ettArkiv(id);
  if (!arkiv) return null;
  const [reasons, delade] = await Promise.all([store.arkivOrsaker(id), store.deladeFiler(id)]);
  const kept = { arkiv, reasons, delade, work: null, running: [] };
  if (arkiv.files.running === 0 && arkiv.lage !== 'samlas') return { ...kept, engine: 'there' };
  const engine = await deps.engine();
  if (!engine) return { ...kept, engine: 'none' };
  try {
    const work = await within(arkivWork(engine.client, arkiv), WAIT_MS);
    if (work === 'no-worker') return { ...kept, engine: 'no-worker' };
    const running = work ? await namedRunning({ store, blobs: deps.blobs }, id, work.running) : [];
    return { ...kept, engine: 'there', work, running };
  } catch {
    return { ...kept, engine: 'silent' };
  }
}

export const filesShown = (store: Store, id: number, { status, page }: Shown): Promise<ArkivSida> =>
  store.arkivSida(id, { status, limit: PAGE, offset: (page - 1) * PAGE });
