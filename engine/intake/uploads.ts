/**
 * Files that are sent to the program, as one intake: its files may come in any number of parts, over connections that break.
 * Each is kept and noted before it is answered for, work on it begins while others are still being sent, and where no more
 * comes the intake is cut off, as one is whose paths could not be gone through to their end.
 */
import { within } from '../../extraction/bounded/within.ts';
import type { Arkiv } from '../../store/arkiv.ts';
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
import { tally } from './tally.ts';
import { otherName, uploadFolder, uploadPath } from './upload-names.ts';
import type { SentFile, Upload, Uploads, UploadTimes } from './upload-types.ts';

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
  /** ZIPs that are unpacked, one after the other. */
  zips: number;
  unpacking: Promise<void>;
  /** What it is to be ended as, when they are; null: more may come. */
  wanted: 'whole' | 'cut off' | null;
  /** Handing over comes one after the other. */
  handing: Promise<void>;
  turns: number;
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
        const isQuiet = session.busy + session.zips === 0 && Date.now() - session.lastAt > quietMs;
        if (isQuiet) session.wanted ??= 'cut off';
        // what is away now is asked again the next time, and found by the next start
        if (session.turns > 0) continue;
        inTurn(session, () => handOverSome(session))
          .then(() => settle(session))
          .catch(() => {});
      }
    }, everyMs).unref();
  }

  function sessionFor(arkiv: Session['arkiv']): Session {
    const session: Session = {
      ...{ arkiv, paths: new Map(), tally: tally(), handedOver: 0, workflowId: null },
      ...{ busy: 0, lastAt: Date.now(), handing: Promise.resolve(), turns: 0, isOver: false },
      ...{ zips: 0, unpacking: Promise.resolve(), wanted: null },
    };
    sessions.set(arkiv.id, session);
    watch();
    return session;
  }

  function inTurn(session: Session, work: () => Promise<void>): Promise<void> {
    session.turns += 1;
    const turn = session.handing.then(work).finally(() => {
      session.turns -= 1;
    });
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
      if (!isWhole && (session.busy > 0 || pending(session).length > 0)) {
        // more came meanwhile after all
        session.wanted = null;
        await store.setArkivLage(arkiv.id, 'samlas', null, ['brutet']);
        return;
      }
      session.isOver = true;
      sessions.delete(arkiv.id);
      await patiently(() => noteOffered(store, arkiv, told.offered), { limit: 30_000 });
    });
  }

  /** Ends it as is wanted, where nothing is left to be unpacked. */
  async function settle(session: Session): Promise<void> {
    if (session.wanted !== null && session.zips === 0) await end(session, session.wanted === 'whole');
  }

  function unpackLater(session: Session, unpack: () => Promise<void>): void {
    session.zips += 1;
    session.unpacking = session.unpacking
      .then(unpack)
      // it stays begun, and the next start goes on with it
      .catch(() => {
        session.wanted = 'cut off';
      })
      .then(() => {
        session.zips -= 1;
        session.lastAt = Date.now();
        return settle(session);
      })
      // asked again now and then
      .catch(() => {});
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
        let path = '';
        session.busy += 1;
        try {
          const options = {
            ...offerOptions(settings),
            store,
            blobs,
            lopande: arkiv.lopande,
            arkiv: arkiv.id,
          };
          const named = (sha256: string | null): string => {
            path = pathOf(name, sha256);
            return path;
          };
          const unpack = await offerStream(chunks, named, options, (its, taken, sha256) => {
            all.told(its, taken, sha256);
            sent ??= { path: its, taken, sha256 };
          });
          if (unpack) {
            sent = { path, taken: 'zip', sha256: paths.get(path) ?? null };
            unpackLater(session, unpack);
          }
        } finally {
          session.busy -= 1;
          session.lastAt = Date.now();
        }
        // the first at once, others now and then; a fault of the engine is no fault of the file
        if (session.workflowId === null) inTurn(session, () => handOverSome(session)).catch(() => {});
        if (!sent) throw new Error('a file that was offered is told of');
        return sent;
      },
      finish() {
        session.wanted = 'whole';
        return settle(session);
      },
      cutOff() {
        session.wanted = 'cut off';
        return settle(session);
      },
    };
  }

  async function open(id: number): Promise<Upload> {
    const arkiv = await arkivOf(store, id);
    const session = sessions.get(id);
    if (session && !session.isOver && arkiv.lage !== 'avbrutet') {
      session.lastAt = Date.now();
      return uploadOf(session);
    }
    const [folder = ''] = arkiv.paths;
    if (!['samlas', 'brutet', 'pausat'].includes(arkiv.lage) || !isUploaded(folder))
      throw new Problem(
        'refused',
        `Inläsning ${id} tar inte emot fler filer. / Intake ${id} takes no more files.`,
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
