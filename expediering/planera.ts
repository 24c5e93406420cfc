/** The deliveries of one § as they are to be. Pure: from the §, what there is already, and the channels. */
import { nameGroups, type OrganPost, type Sagda, sagda } from '../diarium/organ/index.ts';
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
  /** The matter that the § is filed under now, where `expediering` is null because it is another's. */
  flyttad?: string | null;
  /** ISO 8601, UTC. */
  now: string;
  /** What people have said of the huvudman's recipients: which names are one, and by which channel. */
  register?: readonly OrganPost[];
}

/**
 * Every recipient of the § has one delivery, however often and in whatever forms it is named; what was delivered is
 * never planned again. What nobody is to have any more is left out, but for what was tried already: that is given up,
 * for a person to see.
 */
export function planera(
  underlag: Underlag,
  kanda: readonly Leverans[],
  kanaler: readonly Kanal[],
): Leverans[] {
  const { expediering } = underlag;
  const [current, older] = byVersion(kanda);
  const pairs = expediering ? paired(expediering, current, underlag.register) : [];
  const taken = new Set(pairs.map(({ before }) => before));
  const planned = expediering
    ? pairs.map(({ mottagare, ...known }) =>
        rowOf({ ...underlag, expediering }, mottagare, { ...known, kanaler }),
      )
    : [];
  const rest = current.filter((one) => !taken.has(one));
  return [...older, ...planned, ...rest.flatMap((one) => moved(one, underlag) ?? left(one))];
}

/**
 * How a recipient is reached: by the channel that the register gives it, else by the channel of its own, else by that
 * of its kind, else by that of all.
 */
export function kanalFor(
  mottagare: Mottagare,
  of: { huvudman: string | null; kanaler: readonly Kanal[]; register?: readonly OrganPost[] },
): Kanal | null {
  const { kanaler } = of;
  const register = sagdaOf(of.register ?? [], of.huvudman);
  const named = register.kanalOf(mottagare.namn);
  // one that is not made yet: nothing else is meant by it
  if (named !== null) return kanaler.find((one) => one.namn === named) ?? null;
  const key = register.keyOf(mottagare.namn);
  const kind = mottagare.organ ? ALLA_ORGAN : ALLA_OVRIGA;
  return (
    kanaler.find((one) => !one.mottagare.startsWith(ALLA) && register.keyOf(one.mottagare) === key) ??
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
 * same name is the same, or what a person has said is, unless the one that was known is named no more: then the two are readings of one.
 */
function paired(
  { mottagare, huvudman }: Expediering,
  current: readonly Leverans[],
  register: readonly OrganPost[] = [],
) {
  const names = [...mottagare.map(({ namn }) => namn), ...current.map((one) => one.mottagare)];
  const index = organIndex(names, { huvudman, lika: nameGroups(register) });
  const free = new Set(current);
  const take = (found: Leverans | undefined) => {
    if (found) free.delete(found);
    return found;
  };
  const own = sagdaOf(register, huvudman).keyOf;
  const once = new Map<string, Mottagare>();
  for (const one of mottagare) {
    const key = one.organ || isOrganName(one.namn) ? index.keyOf(one.namn) : own(one.namn);
    if (!once.has(key)) once.set(key, one);
  }
  const exact = [...once.values()].map((one) => ({
    mottagare: one,
    before: take([...free].find((row) => own(row.mottagare) === own(one.namn))),
  }));
  return exact.map(({ mottagare: one, before }) => {
    if (before) return { mottagare: one, before, alike: false };
    const other = take([...free].find((row) => index.keyOf(row.mottagare) === index.keyOf(one.namn)));
    return { mottagare: one, before: other, alike: other !== undefined };
  });
}

function rowOf(
  underlag: Underlag & { expediering: Expediering },
  mottagare: Mottagare,
  {
    before,
    alike,
    kanaler,
  }: {
    before: Leverans | undefined;
    /** It is of another name, which was a reading of this one. */
    alike: boolean;
    kanaler: readonly Kanal[];
  },
): Leverans {
  const { expediering, matter } = underlag;
  const { huvudman, innehall } = expediering;
  const settled = before?.status === 'levererad' || before?.status === 'misslyckad';
  if (before && settled) return { ...before, matter, andrad: before.innehall !== innehall };
  const row = before && !(alike && isUntried(before)) ? before : renamed(underlag, mottagare, before);
  const { register = [] } = underlag;
  const kanal = kanalFor({ namn: row.mottagare, organ: row.organ }, { huvudman, kanaler, register });
  const named = kanal?.namn ?? sagda(register, huvudman).kanalOf(row.mottagare);
  // What may have come to the receiver is not changed under its key.
  const sent = row.forsandelse === null ? innehall : row.innehall;
  const hinder = underlag.hinder.filter(({ kod }) => !row.slappt.includes(kod));
  const rehearsed = kanal?.lage === 'prov' && row.provkordFor === kanal.andrad && row.innehall === innehall;
  return {
    ...{ ...row, ...shown(expediering), matter, hinder },
    ...{ kanal: named, slag: kanal?.slag ?? 'inkorg' },
    ...{ innehall: sent, andrad: sent !== innehall },
    ...(!rehearsed && { provkordFor: null, provkorning: null }),
    status: hinder.length > 0 ? 'vantar_granskning' : rehearsed ? 'provkord' : statusBy(kanal, named),
  };
}

/** Whether nothing of it can have come to anybody. */
const isUntried = ({ forsok, version, forsandelse }: Leverans): boolean =>
  forsok === 0 && version === 1 && forsandelse === null;

/** One by the name that is read now; what people let go of under the other stays so. */
function renamed(
  underlag: Underlag & { expediering: Expediering },
  mottagare: Mottagare,
  before: Leverans | undefined,
): Leverans {
  const { slappt = [], paminnelser = 0, skapad = underlag.now } = before ?? {};
  return { ...fresh(underlag, mottagare), slappt, paminnelser, skapad };
}

/** Without a channel it lies in the inbox; one that the register names and that is not made yet is waited for. */
function statusBy(kanal: Kanal | null, named: string | null): Leverans['status'] {
  if (kanal === null) return named === null ? 'skickas' : 'vantar_kanal';
  return kanal.lage === 'pa' ? 'skickas' : 'vantar_kanal';
}

/** As people have said; a name without letters has its own key. */
function sagdaOf(register: readonly OrganPost[], huvudman: string | null): Sagda {
  const { keyOf, kanalOf } = sagda(register, huvudman);
  return { keyOf: (namn) => keyOf(namn) || mottagareKey(namn, huvudman), kanalOf };
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

/** A § that is filed under another matter now is that matter's to plan, whichever of the two hears of it first. */
function moved(one: Leverans, { expediering, matter, flyttad = null }: Underlag): Leverans | null {
  if (expediering !== null) return null;
  if (one.matter !== matter) return one;
  return flyttad === null ? null : { ...one, matter: flyttad };
}

/** A delivery whose recipient is named no more: gone, but a person is told of one that may have come to somebody. */
function left(one: Leverans): Leverans[] {
  if (one.status === 'levererad' || one.status === 'misslyckad') return [one];
  if (one.forsok === 0 && one.version === 1) return [];
  const fel = 'Mottagaren eller paragrafen finns inte längre i det som är läst.';
  return [{ ...one, status: 'misslyckad', fel }];
}
