/**
 * Files that are sent to the program, as one intake: its files may come in any number of parts, over connections that break.
 * Each is kept and noted before it is answered for, work on it begins while others are still being sent, and where no more
 * comes the intake is cut off, as one is whose paths could not be gone through to their end.
 */
import { within } from '../../extraction/bounded/within.ts';
import type { Arkiv } from '../../store/arkiv.ts';
import type { Store } from '../../store/store.ts';
import { patiently } from '../patiently.ts';
import { Problem } from '../problem.ts';
import { wakeMatters } from '../tell/matters.ts';
import { isUnderWay } from '../temporal/under-way.ts';
import { type IntakeDeps, noteOffered } from './index.ts';
import { isUploaded } from './is-uploaded.ts';
import { offerStream } from './offer-stream.ts';
import { offerOptions } from './options.ts';
import { arkivOf } from './steer.ts';
import { archiveName } from './submit.ts';
import { submitArkiv } from './submit-arkiv.ts';
import { type Taken, tally } from './tally.ts';
import { otherName, uploadFolder, uploadPath } from './upload-names.ts';

export interface NewUpload {
  /** What people would call it: a folder's or a file's name. */
  namn: string;
  /** As current work; see IntakeOptions. */
  lopande: boolean;
  av: string;
}

/** What became of a file that was sent. */
export interface SentFile {
  /** As it is kept and shown. */
  path: string;
  sha256: string | null;
  taken: Taken;
  /** Files in it, of a ZIP. */
  inside: number;
}

/** An intake whose files are being sent. */
export interface Upload {
  arkiv: number;
  /** Takes a file over; rejects, and keeps nothing of it, when the stream breaks off. */
  add(name: string, chunks: AsyncIterable<Uint8Array>): Promise<SentFile>;
  /** All that there is has come. */
  finish(): Promise<void>;
  /** No more comes, though there may be more. */
  cutOff(): Promise<void>;
}

export interface Uploads {
  begin(upload: NewUpload): Promise<Upload>;
  /**
   * One that was begun, also by an earlier run of the program. Throws Problem "no-such-arkiv", and "refused" when it is
   * none of what is sent or takes no more.
   */
  open(arkiv: number): Promise<Upload>;
  /** All of one has come; said again it changes nothing. Throws as `open`. */
  finish(arkiv: number): Promise<void>;
  /** Hands over what has come; what is still to come is cut off. */
  close(): Promise<void>;
}

/** How often what has come is handed over, and after how long without a file no more is waited for, milliseconds. */
export interface UploadTimes {
  everyMs?: number;
  quietMs?: number;
}

/** How long a stop waits for it, milliseconds. */
const CLOSE_WITHIN_MS = 5_000;

interface Session {
  arkiv: Pick<Arkiv, 'id' | 'namn' | 'lopande'> & { folder: string; av: string };
  /** The content under each path. */
  paths: Map<string, string | null>;
  tally: ReturnType<typeof tally>;
  /** How many of the contents to be read are handed over, and to what. */
  handedOver: number;
  workflowId: string | null;
  /** Files on their way now, and when the last one came. */
  busy: number;
  lastAt: number;
  /** Handing over comes one after the other. */
  handing: Promise<void>;
  isOver: boolean;
}

/** What is sent to one installation. */
export function uploadsOf(of: IntakeDeps, { everyMs = 2_000, quietMs = 60_000 }: UploadTimes = {}): Uploads {
  const { settings, store, blobs, client } = of;
  const sessions = new Map<number, Session>();
  let timer: NodeJS.Timeout | undefined;

  function watch(): void {
    timer ??= setInterval(() => {
      if (sessions.size === 0) {
        clearInterval(timer);
        timer = undefined;
      }
      for (const session of sessions.values()) {
        const isQuiet = session.busy === 0 && Date.now() - session.lastAt > quietMs;
        // what is away now is asked again the next time, and found by the next start
        (isQuiet ? end(session, false) : inTurn(session, () => handOverSome(session))).catch(() => {});
      }
    }, everyMs).unref();
  }

  function sessionFor(arkiv: Session['arkiv']): Session {
    const session: Session = {
      ...{ arkiv, paths: new Map(), tally: tally(), handedOver: 0, workflowId: null },
      ...{ busy: 0, lastAt: Date.now(), handing: Promise.resolve(), isOver: false },
    };
    sessions.set(arkiv.id, session);
    watch();
    return session;
  }

  function inTurn(session: Session, work: () => Promise<void>): Promise<void> {
    const turn = session.handing.then(work);
    session.handing = turn.catch(() => {});
    return turn;
  }

  const pending = ({ tally: { offered }, handedOver }: Session): string[] => offered.toDo.slice(handedOver);

  async function handOver(session: Session, gathered: boolean): Promise<void> {
    const contents = pending(session);
    session.workflowId =
      (await submitArkiv(of, { ...session.arkiv, rerun: false }, contents, { gathered })) ??
      session.workflowId;
    session.handedOver += contents.length;
  }

  /** One workflow at a time, each with all that has come since: their number does not grow with the files'. */
  async function handOverSome(session: Session): Promise<void> {
    if (session.isOver || pending(session).length === 0) return;
    if (session.workflowId !== null && (await isUnderWay(client, session.workflowId))) return;
    await handOver(session, false);
  }

  function end(session: Session, isWhole: boolean): Promise<void> {
    return inTurn(session, async () => {
      if (session.isOver) return;
      const { arkiv, tally: told } = session;
      if (arkiv.lopande) await wakeMatters({ client, store });
      if (isWhole || pending(session).length > 0) await handOver(session, isWhole);
      if (!isWhole) await store.setArkivLage(arkiv.id, 'brutet', null, ['samlas']);
      session.isOver = true;
      sessions.delete(arkiv.id);
      await noteOffered(store, arkiv, told.offered);
    });
  }

  function uploadOf(session: Session): Upload {
    const { arkiv, paths, tally: all } = session;
    const pathOf = (name: string, sha256: string | null): string => {
      const path = uploadPath(arkiv.folder, name);
      let free = path;
      for (let n = 2; paths.has(free) && paths.get(free) !== sha256; n++) free = otherName(path, n);
      paths.set(free, sha256);
      return free;
    };
    return {
      arkiv: arkiv.id,
      async add(name, chunks) {
        let sent: SentFile | undefined;
        let members = 0;
        session.busy += 1;
        try {
          const options = {
            ...offerOptions(settings),
            store,
            blobs,
            lopande: arkiv.lopande,
            arkiv: arkiv.id,
          };
          await offerStream(
            chunks,
            (sha256) => pathOf(name, sha256),
            options,
            (path, taken, sha256) => {
              all.told(path, taken, sha256);
              // its own path comes last, after those in it
              if (sent) members += 1;
              sent = { path, taken, sha256, inside: 0 };
            },
          );
        } finally {
          session.busy -= 1;
          session.lastAt = Date.now();
        }
        // the first at once, others now and then; a fault of the engine is no fault of the file
        if (session.workflowId === null) inTurn(session, () => handOverSome(session)).catch(() => {});
        if (!sent) throw new Error('a file that was offered is told of');
        return { ...sent, inside: members };
      },
      finish: () => end(session, true),
      cutOff: () => end(session, false),
    };
  }

  async function open(id: number): Promise<Upload> {
    const arkiv = await arkivOf(store, id);
    const session = sessions.get(id);
    if (session && arkiv.lage !== 'avbrutet') return uploadOf(session);
    const [folder = ''] = arkiv.paths;
    if (!['samlas', 'brutet', 'pausat'].includes(arkiv.lage) || !isUploaded(folder))
      throw new Problem(
        'refused',
        `Arkiv ${id} tar inte emot fler filer. / Intake ${id} takes no more files.`,
      );
    await store.setArkivLage(id, 'samlas', null, ['brutet']);
    const { namn, lopande, av } = arkiv;
    // another request may have asked for it meanwhile
    return uploadOf(sessions.get(id) ?? sessionFor({ id, namn, lopande, folder, av: av ?? '' }));
  }

  return {
    async begin({ namn: given, lopande, av }) {
      const [folder, namn] = [uploadFolder(new Date()), archiveName([given])];
      const nytt = { namn, paths: [folder], lopande, om: null, av };
      const id = await patiently(() => store.newArkiv(nytt), { limit: 30_000 });
      return uploadOf(sessionFor({ id, namn, lopande, folder, av }));
    },
    open,
    async finish(id) {
      const { lage } = await arkivOf(store, id);
      if (!sessions.has(id) && (lage === 'pagar' || lage === 'klart')) return;
      await (await open(id)).finish();
    },
    async close() {
      clearInterval(timer);
      const ending = [...sessions.values()].map((session) => end(session, false));
      // what is away now is found by the next start
      await within(Promise.all(ending), CLOSE_WITHIN_MS).catch(() => {});
    },
  };
}

/**
 * Takes what has come of an intake for all of it: one that was cut off goes on with that. Returns it as it is then.
 *
 * @param engine null: nothing runs, and the next start goes on
 */
export async function settleForLess(
  { store, engine }: { store: Store; engine: IntakeDeps | null },
  id: number,
  av: string,
): Promise<Arkiv> {
  if ((await store.setArkivLage(id, 'pagar', av, ['brutet', 'pausat'])) && engine) {
    const files = await store.arkivFiler(id);
    const open = files.flatMap(({ sha256, status }) =>
      sha256 !== null && status === 'running' ? sha256 : [],
    );
    const { namn } = await arkivOf(store, id);
    await submitArkiv(engine, { id, namn, rerun: false }, [...new Set(open)], { gathered: true });
  }
  return arkivOf(store, id);
}
