/**
 * What the measure reads, gold or record, as one flat list an item type. Gold is written by hand and looser than
 * the record: persons and recipients may be plain strings, `next` a name, voteringar may be called votering.
 */
import { type LoosePerson, type Mover, moversOf } from './movers.ts';
import { normalise } from './normalise.ts';

/** A record's items say how sure they are; gold does not. */
type Sure = { confidence?: number };
type LooseItem = Sure & { text?: string | null; typ?: string | null; av?: (string | LoosePerson)[] | null };
type LooseClause = Sure & { text?: string | null; kedja?: string[] | null };
type LooseVote = Sure & { ja?: number | null; nej?: number | null };

export interface LooseArende {
  paragraf?: string | null;
  rubrik?: string | null;
  diarienummer?: string | null;
  utfall?: string | null;
  next?: string | { organ: string } | null;
  forslag?: LooseClause[] | null;
  beslut?: LooseClause[] | null;
  yrkanden?: LooseItem[] | null;
  reservationer?: LooseItem[] | null;
  anteckningar?: LooseItem[] | null;
  expediering?: (string | (Sure & { mottagare?: string | null }))[] | null;
  underlag?: (string | (Sure & { text?: string | null }))[] | null;
  votering?: LooseVote[] | null;
  voteringar?: LooseVote[] | null;
}

export interface LooseHandling {
  huvudman?: string | null;
  kind?: string | null;
  organ?: string | null;
  datum?: string | null;
  diarienummer?: string | null;
  dokumentnummer?: string | null;
  rubrik?: string | null;
  arenden?: LooseArende[] | null;
}

/** A gold annotation or an extracted record. */
export interface LooseDocument {
  handlingar?: LooseHandling[] | null;
}

export interface FlatArende {
  source: LooseArende;
  handling: LooseHandling;
  next: string | null;
}

export interface FlatItem {
  /** Normalised. */
  text: string;
  /** As written, for the list of what was missed. */
  raw: string;
  typ: string;
  av: Mover[];
  kedja: string[];
  arende: FlatArende;
  /** The entry itself, as gold or record has it. */
  source: string | Sure;
}

export const ITEM_TYPES = [
  'forslag',
  'beslut',
  'yrkanden',
  'reservationer',
  'anteckningar',
  'expediering',
  'underlag',
  'voteringar',
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

export interface FlatDocument {
  items: { [type in ItemType]: FlatItem[] };
  arenden: FlatArende[];
  handlingar: LooseHandling[];
}

/** Kinds that are counted: "annat" holds nothing that is scored. */
const SCORED_KINDS = ['tjansteskrivelse', 'protokoll', 'kallelse', 'remissvar'];

const isEmpty = (list: unknown[] | null | undefined): boolean => !list || list.length === 0;

/** A bare agenda item says only that something will be talked about: neither side is measured by it. */
const isBareAgendaItem = (handling: LooseHandling, arende: LooseArende): boolean =>
  handling.kind === 'kallelse' &&
  isEmpty(arende.forslag) &&
  isEmpty(arende.beslut) &&
  isEmpty(arende.expediering);

function itemsOf(arende: FlatArende): { [type in ItemType]: FlatItem[] } {
  const { source: all } = arende;
  const item = (
    source: FlatItem['source'],
    raw: string | null | undefined,
    more: Partial<FlatItem> = {},
  ): FlatItem => ({
    text: normalise(raw),
    raw: raw ?? '',
    typ: '',
    av: [],
    kedja: [],
    arende,
    source,
    ...more,
  });
  const clause = (x: LooseClause) => item(x, x.text, { kedja: x.kedja ?? [] });
  const moved = (x: LooseItem) => item(x, x.text, { typ: x.typ ?? '', av: moversOf(x.av) });
  const votes = isEmpty(all.votering) ? all.voteringar : all.votering;
  return {
    forslag: (all.forslag ?? []).map(clause),
    beslut: (all.beslut ?? []).map(clause),
    yrkanden: (all.yrkanden ?? []).map(moved),
    reservationer: (all.reservationer ?? []).map((x) => ({ ...moved(x), typ: '' })),
    anteckningar: (all.anteckningar ?? []).map(moved),
    expediering: (all.expediering ?? []).map((x) => item(x, typeof x === 'string' ? x : x.mottagare)),
    underlag: (all.underlag ?? []).map((x) => item(x, typeof x === 'string' ? x : x.text)),
    voteringar: (votes ?? []).map((x) => {
      const figures = `${x.ja ?? null}-${x.nej ?? null}`;
      return item(x, figures, { text: figures });
    }),
  };
}

/** One flat list an item type, in reading order. */
export function flatten(document: LooseDocument): FlatDocument {
  const flat: FlatDocument = {
    items: {
      forslag: [],
      beslut: [],
      yrkanden: [],
      reservationer: [],
      anteckningar: [],
      expediering: [],
      underlag: [],
      voteringar: [],
    },
    arenden: [],
    handlingar: [],
  };
  for (const handling of document.handlingar ?? []) {
    if (SCORED_KINDS.includes(handling.kind ?? '')) flat.handlingar.push(handling);
    for (const source of handling.arenden ?? []) {
      if (isBareAgendaItem(handling, source)) continue;
      const next = source.next && typeof source.next === 'object' ? source.next.organ : source.next;
      const arende: FlatArende = { source, handling, next: next ?? null };
      flat.arenden.push(arende);
      const found = itemsOf(arende);
      for (const type of ITEM_TYPES) flat.items[type].push(...found[type]);
    }
  }
  return flat;
}
