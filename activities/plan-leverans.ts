import { log } from '@temporalio/activity';
import type { Expediering } from '../expediering/att-expediera.ts';
import { expedieringOf } from '../expediering/expediering-of.ts';
import { hinderAvGranskning, hinderOf } from '../expediering/hinder.ts';
import { planera } from '../expediering/planera.ts';
import { grannarOf } from '../expediering/utdrag/grannar.ts';
import type { Hinder, Kanal, Leverans, StegRef } from '../store/expediering.ts';
import type { ActivityDeps } from './deps.ts';

export interface LeveransPlan {
  /** Keys of those to send now, or to make the dry run of. */
  skicka: string[];
  /** How many wait for a person. */
  vantar: number;
  levererade: number;
  misslyckade: number;
  tider: ActivityDeps['leveransTider'];
  /** What is sent, for who looks at the engine's page; null: nothing of it any more. */
  om: {
    huvudman: string | null;
    organ: string | null;
    diarienummer: string | null;
    paragraf: string | null;
    rubrik: string | null;
  } | null;
  /** The engine's server knows what workflows are found by. */
  findable: boolean;
}

/**
 * Brings the deliveries of a § up to what is known of it and of the channels. May be done at any time and any number of
 * times: what was delivered stays so.
 */
export const planLeverans =
  ({
    store,
    wayOf,
    startGranska,
    findable,
    leveransTider,
  }: Pick<ActivityDeps, 'store' | 'wayOf' | 'startGranska' | 'findable' | 'leveransTider'>) =>
  async (of: StegRef): Promise<LeveransPlan> => {
    const expediering = await expedieringOf({ store, wayOf }, of);
    const [known] = expediering ? [] : await store.leveranser(of);
    const huvudman = expediering?.huvudman ?? known?.huvudman ?? null;
    const flyttad = known ? await store.movedTo(known) : null;
    const hinder = expediering ? await allHinder(store, expediering) : [];
    if (expediering && hinder.some(({ kod }) => kod === 'granskning')) await startGranska(expediering.sha256);
    const register = await store.organposter(huvudman);
    const now = new Date().toISOString();
    let channels: Kanal[] = [];
    const all = await store.updateLeveranser({ ...of, huvudman }, (kanda, kanaler) => {
      channels = kanaler;
      return planera({ expediering, hinder, matter: of.matter, flyttad, now, register }, kanda, kanaler);
    });
    const rows = all.filter(({ matter }) => matter === of.matter);
    const toSend = rows.filter((row) => isToSend(row, channels));
    const count = (status: Leverans['status']) => rows.filter((row) => row.status === status).length;
    log.info('planned deliveries', { ...of, rows: rows.length, toSend: toSend.length });
    return {
      skicka: toSend.map(({ nyckel }) => nyckel),
      vantar: rows.length - toSend.length - count('levererad') - count('misslyckad'),
      levererade: count('levererad'),
      misslyckade: count('misslyckad'),
      ...{ om: expediering && aboutOf(expediering), findable },
      tider: { ...leveransTider, paminnelse: leveransTider.paminnelse * seldom(rows) },
    };
  };

function aboutOf({ huvudman, diarienummer, steg, arende }: Expediering): LeveransPlan['om'] {
  const { organ, paragraf } = steg;
  // what is secret is not for the engine's page
  const rubrik = arende.sekretess === null ? steg.rubrik : null;
  return { huvudman, organ, diarienummer, paragraf, rubrik };
}

/** After so many reminders those that follow come so much more seldom: every week at first, then every fourth. */
const OFTEN = 4;
const SELDOM = 4;

/** How much more seldom than at first people are reminded of these: by the one that they were reminded of least. */
export function seldom(rows: readonly Pick<Leverans, 'status' | 'paminnelser'>[]): number {
  const waiting = rows.filter(({ status }) => WAITING.includes(status));
  return waiting.length > 0 && waiting.every(({ paminnelser }) => paminnelser >= OFTEN) ? SELDOM : 1;
}

const WAITING: readonly Leverans['status'][] = ['vantar_granskning', 'vantar_kanal', 'provkord'];

/** All that stands in the way of sending it, by the § itself and by what waits in `granska`. */
export async function allHinder(store: ActivityDeps['store'], expediering: Expediering): Promise<Hinder[]> {
  const { sha256, arende, handling } = expediering;
  const saved = await store.recordWithRattelser(sha256);
  const grannar = grannarOf(saved?.record.handlingar ?? [handling], arende);
  return [...hinderOf(expediering, grannar), ...(await hinderAvGranskning(store, sha256, arende.id))];
}

/** A dry run is made once; by a channel that is off nothing is. */
function isToSend({ status, kanal }: Leverans, channels: readonly Kanal[]): boolean {
  if (status === 'skickas') return true;
  return status === 'vantar_kanal' && channels.some((one) => one.namn === kanal && one.lage === 'prov');
}
