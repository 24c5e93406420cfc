/** A record with what people have decided of it: what they said stands word for word, all else as it was read. */
import type { Item, ItemTyp } from '../../extraction/item-types.ts';
import type { Arende, Record as FileRecord, Handling } from '../../extraction/record.ts';
import { type Falt, isItemTyp } from './falt.ts';
import { finn } from './finn.ts';
import { rattelseId } from './id.ts';
import { type Beslutat, changedArende, changedHandling, withNext } from './nycklar.ts';
import { decided, delar, ihop, tillagd } from './punkter.ts';
import { type Plats, tingIn } from './ting.ts';
import type { Mal, Rattelse } from './types.ts';

export interface Rattat {
  record: FileRecord;
  /** Decisions whose target is in this reading no more, or must not be taken away. */
  utan: Rattelse[];
  /** Ids of what each decision left, by its own id; none where it left nothing. */
  landade: Map<string, string[]>;
  /** Items that people have decided on, and of ärenden and handlingar the fields. */
  beslutat: Beslutat;
}

/**
 * Applies decisions in their order, each to what those before it left; those taken back count for nothing. A decision
 * applied to what it has left changes nothing. A record of which nothing is decided comes back as it is.
 */
export function applyRattelser(record: FileRecord, rattelser: readonly Rattelse[]): Rattat {
  const punkter = new Set<string>();
  const falt = new Map<string, Set<string>>();
  const out: Rattat = { record, utan: [], landade: new Map(), beslutat: { punkter, falt } };
  const active = rattelser.filter(({ angrad }) => angrad === null).sort((a, b) => a.nr - b.nr);
  for (const rattelse of active) {
    const done = applyOne(out.record, rattelse, out.beslutat);
    if (done === null) {
      // what was rejected and is not read any more is as the person wants it
      if (rattelse.atgard.typ === 'avvisa') out.landade.set(rattelse.id, []);
      else out.utan.push(rattelse);
      continue;
    }
    if (secret(done.record) < secret(out.record)) {
      out.utan.push(rattelse);
      continue;
    }
    out.record = done.record;
    out.landade.set(rattelse.id, done.ids);
    for (const id of done.ids) {
      if (done.falt === null) punkter.add(id);
      else falt.set(id, new Set([...(falt.get(id) ?? []), ...done.falt]));
    }
  }
  return out;
}

/**
 * §§ marked with sekretess. No decision takes one away, in whatever reading it is marked: the pages that such a § stands
 * on are left out of what is sent, and would not be if nobody knew of it.
 */
const secret = ({ handlingar }: FileRecord): number =>
  handlingar.flatMap(({ arenden }) => arenden).filter(({ sekretess }) => sekretess !== null).length;

interface Done {
  record: FileRecord;
  ids: string[];
  /** The fields decided; null: an item as a whole. */
  falt: string[] | null;
}

function applyOne(record: FileRecord, rattelse: Rattelse, by: Beslutat): Done | null {
  const all = tingIn(record);
  const already = made(all, rattelse);
  if (already !== null) return { record, ids: already, falt: null };
  const plats = finn(all, rattelse.mal, leftBy(rattelse));
  if (plats === null) return null;
  const { typ } = plats;
  const { atgard } = rattelse;
  if (atgard.typ === 'lagg_till') {
    const added = tillagd(rattelse, atgard.falt, atgard.page);
    const change = (arende: Arende) => ({ ...arende, [atgard.punkt]: [...arende[atgard.punkt], added] });
    return { record: inArende(record, plats, change, by), ids: [added.id], falt: null };
  }
  if (isItemTyp(typ)) return onPunkt(record, all, plats, typ, rattelse, by);
  return onNyckel(record, plats, rattelse, by);
}

/** What a decision leaves of its target's fields; null where the target goes. */
function leftBy({ mal, atgard }: Rattelse): Falt | null {
  if (atgard.typ === 'ratta') return { ...mal.sett, ...atgard.falt };
  return atgard.typ === 'godkann' || atgard.typ === 'lagg_till' ? mal.sett : null;
}

/** Ids of the items that a decision has made, where they are there already. */
function made(all: readonly Plats[], rattelse: Rattelse): string[] | null {
  const { atgard } = rattelse;
  const count = atgard.typ === 'dela' ? atgard.texter.length : 1;
  if (!['dela', 'sla_ihop', 'lagg_till'].includes(atgard.typ)) return null;
  const ids = Array.from({ length: count }, (_, nr) => rattelseId(rattelse, nr));
  return all.some(({ ting }) => ids.includes(ting.id)) ? ids : null;
}

function onPunkt(
  record: FileRecord,
  all: readonly Plats[],
  plats: Plats,
  typ: ItemTyp,
  rattelse: Rattelse,
  by: Beslutat,
): Done | null {
  const { atgard, mal } = rattelse;
  const punkt = plats.ting as Item;
  let gone = [punkt.id];
  let left: Item[] = [];
  if (atgard.typ === 'godkann') left = [decided(punkt, mal.sett)];
  if (atgard.typ === 'ratta') left = [decided(punkt, { ...mal.sett, ...atgard.falt })];
  if (atgard.typ === 'dela') left = delar(punkt, typ, rattelse, atgard.texter);
  if (atgard.typ === 'sla_ihop') {
    const others = rattelse.med.map((one: Mal) => finn(all, one, null));
    // half of what was put together is not what the person saw
    if (others.some((one) => one === null || one.arende !== plats.arende)) return null;
    gone = [punkt.id, ...others.flatMap((one) => one?.ting.id ?? [])];
    const together = ((plats.arende?.[typ] ?? []) as Item[]).filter(({ id }) => gone.includes(id));
    left = [ihop(together as [Item, ...Item[]], typ, rattelse, atgard.text)];
  }
  const change = (arende: Arende): Arende => {
    const list = arende[typ] as Item[];
    const first = list.find(({ id }) => gone.includes(id));
    return {
      ...arende,
      [typ]: list.flatMap((one) => (one === first ? left : gone.includes(one.id) ? [] : [one])),
    };
  };
  return { record: inArende(record, plats, change, by), ids: left.map(({ id }) => id), falt: null };
}

function onNyckel(record: FileRecord, plats: Plats, { atgard, mal }: Rattelse, by: Beslutat): Done | null {
  const { ting, arende, handling } = plats;
  if (atgard.typ === 'avvisa') {
    const left = handling.arenden.filter((one) => one !== arende);
    return { record: inHandling(record, handling, { ...handling, arenden: left }), ids: [], falt: [] };
  }
  if (atgard.typ !== 'godkann' && atgard.typ !== 'ratta') return null;
  const named = atgard.typ === 'ratta' ? Object.keys(atgard.falt) : atgard.falt;
  const falt =
    atgard.typ === 'ratta' ? atgard.falt : Object.fromEntries(named.map((name) => [name, mal.sett[name]]));
  const changed =
    arende === null
      ? changedHandling(handling, falt, named, by)
      : {
          ...handling,
          arenden: handling.arenden.map((one) =>
            one === arende ? changedArende(one, falt, named, by) : one,
          ),
        };
  return { record: inHandling(record, handling, changed), ids: [ting.id], falt: named };
}

function inArende(
  record: FileRecord,
  { handling, arende }: Plats,
  change: (arende: Arende) => Arende,
  by: Beslutat,
): FileRecord {
  const arenden = handling.arenden.map((one) => (one === arende ? withNext(one, change(one), by) : one));
  return inHandling(record, handling, { ...handling, arenden });
}

const inHandling = (record: FileRecord, before: Handling, after: Handling): FileRecord => ({
  ...record,
  handlingar: record.handlingar.map((one) => (one === before ? after : one)),
});
