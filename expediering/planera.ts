/** The deliveries of one § as they are to be. Pure: from the §, what there is already, and the channels. */
import { isOrganName, organIndex } from '../extraction/routing/organ.ts';
import {
  ALLA,
  ALLA_ORGAN,
  ALLA_OVRIGA,
  type Hinder,
  type Kanal,
  type Leverans,
} from '../store/expediering.ts';
import { leveransNyckel, mottagareKey } from '../store/leverans-nyckel.ts';
import type { Expediering, Mottagare } from './att-expediera.ts';

export interface Underlag {
  /** null: the § is gone, or is none that anything of is sent. */
  expediering: Expediering | null;
  hinder: readonly Hinder[];
  matter: string;
  /** ISO 8601, UTC. */
  now: string;
}

/**
 * Every recipient of the § has one delivery, however often and in whatever forms it is named; what was delivered is
 * never planned again. What nobody is to have any more is left out, unless a person or the network has had to do with
 * it: then it is kept for a person to see.
 */
export function planera(
  underlag: Underlag,
  kanda: readonly Leverans[],
  kanaler: readonly Kanal[],
): Leverans[] {
  const { expediering } = underlag;
  const [current, older] = byVersion(kanda);
  const pairs = expediering ? paired(expediering, current) : [];
  const taken = new Set(pairs.map(({ before }) => before));
  const planned = expediering
    ? pairs.map(({ mottagare, before }) =>
        rowOf({ ...underlag, expediering }, mottagare, { before, kanaler }),
      )
    : [];
  // A § that is filed under another matter now is that matter's.
  const moved = (one: Leverans) => expediering === null && one.matter !== underlag.matter;
  const rest = current.filter((one) => !taken.has(one));
  return [...older, ...planned, ...rest.flatMap((one) => (moved(one) ? [one] : left(one)))];
}

/** How a recipient is reached: by the channel of its own, else by that of its kind, else by that of all. */
export function kanalFor(mottagare: Mottagare, of: { huvudman: string | null; kanaler: readonly Kanal[] }) {
  const { huvudman, kanaler } = of;
  const key = mottagareKey(mottagare.namn, huvudman);
  const kind = mottagare.organ ? ALLA_ORGAN : ALLA_OVRIGA;
  return (
    kanaler.find((one) => !one.mottagare.startsWith(ALLA) && mottagareKey(one.mottagare, huvudman) === key) ??
    kanaler.find((one) => one.mottagare === kind) ??
    kanaler.find((one) => one.mottagare === ALLA) ??
    null
  );
}

/** Of each recipient the newest version, and all that came before. */
function byVersion(kanda: readonly Leverans[]): [current: Leverans[], older: Leverans[]] {
  const groups = Map.groupBy(kanda, (one) => mottagareKey(one.mottagare, one.huvudman));
  const sorted = [...groups.values()].map((group) => group.toSorted((a, b) => b.version - a.version));
  return [
    sorted.flatMap(([first]) => first ?? []),
    sorted.flatMap(([, ...rest]) => rest.map((one) => ({ ...one, andrad: false }))),
  ];
}

/**
 * Each recipient with the delivery that it has. Names are told to be one as bodies are; of people and offices only the
 * same name is the same, unless the one that was known is named no more: then the two are readings of one.
 */
function paired({ mottagare, huvudman }: Expediering, current: readonly Leverans[]) {
  const names = [...mottagare.map(({ namn }) => namn), ...current.map((one) => one.mottagare)];
  const index = organIndex(names, { huvudman });
  const free = new Set(current);
  const take = (found: Leverans | undefined) => {
    if (found) free.delete(found);
    return found;
  };
  const once = new Map<string, Mottagare>();
  for (const one of mottagare) {
    const key = one.organ || isOrganName(one.namn) ? index.keyOf(one.namn) : mottagareKey(one.namn, huvudman);
    if (!once.has(key)) once.set(key, one);
  }
  const own = (namn: string) => mottagareKey(namn, huvudman);
  const exact = [...once.values()].map((one) => ({
    mottagare: one,
    before: take([...free].find((row) => own(row.mottagare) === own(one.namn))),
  }));
  return exact.map(({ mottagare: one, before }) => ({
    mottagare: one,
    before: before ?? take([...free].find((row) => index.keyOf(row.mottagare) === index.keyOf(one.namn))),
  }));
}

function rowOf(
  underlag: Underlag & { expediering: Expediering },
  mottagare: Mottagare,
  { before, kanaler }: { before: Leverans | undefined; kanaler: readonly Kanal[] },
): Leverans {
  const { expediering, matter } = underlag;
  const { huvudman, innehall } = expediering;
  const settled = before?.status === 'levererad' || before?.status === 'misslyckad';
  if (before && settled) return { ...before, matter, andrad: before.innehall !== innehall };
  const row = before ?? fresh(underlag, mottagare);
  const kanal = kanalFor({ namn: row.mottagare, organ: row.organ }, { huvudman, kanaler });
  // What may have come to the receiver is not changed under its key.
  const sent = row.forsandelse === null ? innehall : row.innehall;
  const hinder = underlag.hinder.filter(({ kod }) => !row.slappt.includes(kod));
  const rehearsed = kanal?.lage === 'prov' && row.provkordFor === kanal.andrad && row.innehall === innehall;
  return {
    ...{ ...row, ...shown(expediering), matter, hinder },
    ...{ kanal: kanal?.namn ?? null, slag: kanal?.slag ?? 'inkorg' },
    ...{ innehall: sent, andrad: sent !== innehall },
    ...(!rehearsed && { provkordFor: null, provkorning: null }),
    status: hinder.length > 0 ? 'vantar_granskning' : rehearsed ? 'provkord' : statusBy(kanal),
  };
}

function statusBy(kanal: Kanal | null): Leverans['status'] {
  return kanal === null || kanal.lage === 'pa' ? 'skickas' : 'vantar_kanal';
}

const shown = ({ steg, handling, diarienummer }: Expediering) => ({
  ...{ fran: steg.organ ?? handling.avsandare, datum: steg.datum, paragraf: steg.paragraf },
  ...{ rubrik: steg.rubrik, diarienummer },
});

function fresh(
  { expediering, matter, now }: Underlag & { expediering: Expediering },
  { namn, organ }: Mottagare,
): Leverans {
  const { huvudman, steg } = expediering;
  const nyckel = leveransNyckel({ huvudman, steg: steg.nyckel, mottagare: namn, version: 1 });
  return {
    ...{ nyckel, huvudman, matter, steg: steg.nyckel, version: 1, mottagare: namn, organ },
    ...{ ...shown(expediering), kanal: null, slag: 'inkorg', status: 'vantar_kanal' },
    ...{ hinder: [], slappt: [], innehall: expediering.innehall, forsandelse: null, andrad: false },
    ...{ forsok: 0, fel: null, kvitto: null, provkorning: null, provkordFor: null, paminnelser: 0 },
    ...{ skapad: now, skickad: null, levererad: null },
  };
}

/** A delivery whose recipient is named no more. */
function left(one: Leverans): Leverans[] {
  if (one.status === 'levererad' || one.status === 'misslyckad') return [one];
  if (one.forsok === 0 && one.slappt.length === 0 && one.version === 1) return [];
  const sv = 'Mottagaren eller paragrafen finns inte längre i det som är läst.';
  return [{ ...one, status: 'vantar_granskning', hinder: [{ kod: 'utgatt', sv, slappbar: false }] }];
}
