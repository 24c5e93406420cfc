/** Keeps what a person decides on things, one after the other, and tells what was kept. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { type Atgard, beslutSchema, latestNr } from '../diarium/rattelser/index.ts';
import { besluta } from '../engine/tell/granska.ts';
import { fieldsAsked } from '../store/rattelse-fragat.ts';
import type { MalVy } from '../store/rattelser.ts';
import type { Store } from '../store/store.ts';
import { shortId, thing } from './answers/granska-visa-text.ts';
import { place } from './answers/words.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { shownOf } from './granska-targets.ts';
import { inWords } from './in-words.ts';
import { asJson, orNull, type Session } from './session.ts';
import { whoSays } from './who.ts';
import { withEngine } from './with-engine.ts';

/** One decision that was kept, as `--json` tells it. */
interface Kept {
  id: string;
  typ: string;
  sha256: string;
  fileName: string;
  rattelse: string;
  nr: number;
}

export interface Deciding {
  command: Command;
  session: Session;
  options: { av?: string; json?: boolean };
  /** What was done, as it is told: "godkänt". */
  said: string;
  /** What is decided on a thing that the id `asked` meant. */
  atgard(vy: MalVy, asked: string, store: Store): Promise<Atgard> | Atgard;
}

/** Decides on everything that the ids mean. What was kept before one is refused stays kept, and is told. */
export async function decide(ids: string[], by: Deciding): Promise<void> {
  const { command, session, options, said } = by;
  const kept: Kept[] = [];
  const decided = withEngine(command, session, async (connected) => {
    const { store } = connected;
    for (const asked of ids) {
      for (const { id, sha256 } of await orNull(session, options.json && kept.length === 0, () =>
        shownOf(store, asked),
      )) {
        // what was decided just now may have changed this one too
        const seen = latestNr(await store.rattelser(sha256));
        const vy = await store.mal(sha256, id);
        if (vy === null) continue;
        const { typ, avtryck, fileName, page } = vy;
        const revision = Math.max(seen, vy.revision);
        const beslut = beslutSchema.safeParse({
          ...{ id: randomUUID(), sha256, mal: { typ, id, avtryck }, revision },
          ...{ atgard: await by.atgard(vy, asked, store), av: whoSays(options) },
          at: new Date().toISOString(),
        });
        if (!beslut.success) throw new CommandError(whyNot(beslut.error.issues), EXIT.wrongUsage);
        const { nr } = await inWords(() => besluta(connected, beslut.data));
        kept.push({ id, typ, sha256, fileName, rattelse: beslut.data.id, nr });
        if (options.json) continue;
        const what = `${thing(typ)} ${shortId(id)}, ${place(fileName, page)}`;
        session.terminal.answer(`${said}: ${what} (rättelse ${shortId(beslut.data.id)})`);
      }
    }
  });
  await decided.catch((error) => {
    if (options.json && kept.length > 0) session.terminal.answer(asJson(kept));
    throw error;
  });
  if (options.json) session.terminal.answer(asJson(kept));
}

const whyNot = (issues: { message: string }[]): string =>
  `Så kan det inte sägas: ${issues.map(({ message }) => message).join('; ')}.`;

/** An item as a whole; of an ärende or handling the fields named, or else all that is asked about. */
export function approval(vy: MalVy, asked: string, named: string[] | undefined): Atgard {
  if (vy.typ !== 'arende' && vy.typ !== 'handling') return { typ: 'godkann', falt: named ?? [] };
  // a matter's id is asked about when it has no number
  const without = asked === vy.id || vy.id.startsWith(asked) ? [] : ['diarienummer'];
  const falt = named ?? [...new Set([...fieldsAsked(vy), ...without])];
  if (falt.length > 0) return { typ: 'godkann', falt };
  throw new CommandError(
    `Inget i ${asked} väntar på någon. Säg vad som godkänns: --falt ${Object.keys(vy.falt).join(', ')}`,
    EXIT.wrongUsage,
  );
}
