/** The steps of a matter: the same document or § met in several files is one step; then their order. */
import { normaliseDiarienummer } from '../../extraction/language/diarienummer.ts';
import type { Handling } from '../../extraction/record.ts';
import type { OrganIndex } from '../../extraction/routing/organ.ts';
import { kallaOf } from './kalla.ts';
import { lagaKraftOf } from './laga-kraft.ts';
import { medfoljerOf } from './medfoljer.ts';
import { isMinoritet } from './minoritet.ts';
import type { StegWithParts } from './steg-with-parts.ts';
import { order, paragrafKey, plain } from './text.ts';
import type { ArendePart } from './types.ts';
import { vidareOf } from './vidare.ts';

const KIND_ORDER = ['tjansteskrivelse', 'remissvar', 'kallelse', 'protokoll', 'annat'];

/** All steps of one matter in order of date, whatever the order of the parts. */
export function stegOf(parts: readonly ArendePart[], index: OrganIndex): StegWithParts[] {
  const groups = Map.groupBy(parts, (part) => stepKey(part, index));
  const steps = [...groups.values()].map((own) => toSteg(own, index));
  return inOrder(steps).map((step, at) => ({ ...step, at }));
}

/** The step's day, where it is sure: one that only OCR has read and nothing confirms tells no order of events. */
export const dayOf = ({ steg }: StegWithParts): string | null =>
  steg.obekraftade.includes('datum') ? null : steg.datum;

/** What makes two parts one step. Parts that name too little for sure to be told apart stay by themselves. */
function stepKey({ handling, arende, source }: ArendePart, index: OrganIndex): string {
  const own = `${source.sha256}|${handling.id}|${arende?.id ?? ''}`;
  if (handling.kind === 'protokoll') {
    if (!handling.organ || !handling.datum || !arende?.paragraf) return own;
    if (handling.obekraftade.includes('datum') || arende.obekraftade.includes('paragraf')) return own;
    return [
      'protokoll',
      index.keyOf(handling.organ),
      handling.datum,
      paragrafKey(arende.paragraf, handling.datum),
    ].join('|');
  }
  if (!arende) return answerKey(handling, index) ?? own;
  const text = arende.forslag.map((a) => plain(a.text)).join('|');
  if (handling.kind === 'kallelse') {
    if (!handling.organ || !handling.datum || handling.obekraftade.includes('datum')) return own;
    return ['kallelse', index.keyOf(handling.organ), handling.datum, arende.punkt ?? '', text].join('|');
  }
  if (!text) return own;
  return [
    handling.kind,
    handling.dokumentnummer ?? '',
    handling.datum ?? '',
    plain(arende.rubrik ?? ''),
    // One proposal put to two bodies is two letters.
    arende.next ? index.keyOf(arende.next.organ) : '',
    text,
  ].join('|');
}

/** What tells answers to a remiss apart, as the diary does; null where one of it is not known, or from OCR only. */
function answerKey(
  { kind, avsandare, datum, diarienummer, rubrik, obekraftade }: Handling,
  index: OrganIndex,
) {
  if (!avsandare || !datum || !diarienummer || !rubrik) return null;
  if (['datum', 'diarienummer', 'rubrik'].some((field) => obekraftade.includes(field))) return null;
  const nummer = normaliseDiarienummer(diarienummer);
  return [kind, index.keyOf(avsandare), datum, nummer, plain(rubrik)].join('|');
}

/** A § by its number, body and day; any other step by where it stands first. */
function nyckelOf({ handling, arende }: ArendePart, index: OrganIndex): string {
  const { organ, datum } = handling;
  if (handling.kind !== 'protokoll' || !organ || !datum || !arende?.paragraf)
    return arende?.id ?? handling.id;
  if (handling.obekraftade.includes('datum') || arende.obekraftade.includes('paragraf')) return arende.id;
  // What was sent under this key is not to be sent again because a person has said what the body is called.
  return `§${paragrafKey(arende.paragraf, datum)} ${index.ownKeyOf(organ)} ${datum}`.replaceAll(/\s+/gu, '-');
}

/**
 * Which version of a § counts: the one approved (justerad) last; none approved, the one that holds most.
 * The rest only settles ties, so that the order of the files plays no part.
 */
export function byWeight(a: ArendePart, b: ArendePart): number {
  return (
    order(b.handling.anslag?.justerad ?? '', a.handling.anslag?.justerad ?? '') ||
    holds(b) - holds(a) ||
    order(a.source.sha256, b.source.sha256) ||
    order(a.handling.id, b.handling.id) ||
    order(a.arende?.id ?? '', b.arende?.id ?? '')
  );
}

function holds({ arende: a, handling }: ArendePart): number {
  if (!a) return 0;
  const items = [
    a.forslag,
    a.beslut,
    a.yrkanden,
    a.reservationer,
    a.anteckningar,
    a.voteringar,
    a.expediering,
    a.underlag,
  ];
  return items.reduce((n, list) => n + list.length, 0) + (handling.justerare.length > 0 ? 0.5 : 0);
}

function toSteg(own: ArendePart[], index: OrganIndex): StegWithParts {
  const parts = own.toSorted(byWeight) as [ArendePart, ...ArendePart[]];
  const [{ handling, arende, source }] = parts;
  const organ = handling.organ && index.nameOf(handling.organ);
  const organKey = handling.organ ? index.keyOf(handling.organ) : '';
  const vidare = vidareOf(parts[0], index);
  const onward = vidare.find((v) => v.reason !== 'delegation');
  return {
    steg: {
      nyckel: nyckelOf(parts[0], index),
      datum: handling.datum,
      organ,
      avsandare: handling.avsandare,
      kind: handling.kind,
      paragraf: arende?.paragraf ?? null,
      rubrik: arende?.rubrik ?? handling.rubrik,
      sekretess: arende?.sekretess ?? null,
      utfall: arende?.utfall ?? null,
      next: onward?.organ ?? null,
      vidare,
      minoritet: isMinoritet(parts[0], organKey),
      lagaKraft: lagaKraftOf(parts, vidare, organKey),
      medfoljer: medfoljerOf(parts[0]),
      voteringar: (arende?.voteringar ?? []).map(({ ja, nej, avstar }) => ({ ja, nej, avstar })),
      fileName: source.fileName,
      page: (arende ?? handling).pages[0],
      obekraftade: unconfirmedOf(parts[0]),
      kallor: parts.map((part) => kallaOf(part, null)),
    },
    parts,
    at: 0,
    organKey,
    ord: new Set(parts.flatMap(clausesIn).map(({ text }) => plain(text))),
    senderKey: index.keyOf(handling.avsandare ?? (handling.kind === 'remissvar' ? organ : null) ?? ''),
    vagar: vidare.map((v) => ({ key: index.keyOf(v.organ), reason: v.reason })),
  };
}

const clausesIn = ({ arende }: ArendePart) => [...(arende?.beslut ?? []), ...(arende?.forslag ?? [])];

/** Of what a step shows, what nothing confirms: the day is the handling's, the rest the ärende's if there is one. */
function unconfirmedOf({ handling, arende }: ArendePart): string[] {
  const own = arende ?? handling;
  return ['datum', 'paragraf', 'rubrik', 'diarienummer'].filter((field) =>
    (field === 'datum' ? handling : own).obekraftade.includes(field),
  );
}

/** What a step says, to order those that nothing else tells apart: never by their files alone. */
const wordsOf = ({ steg, parts: [{ arende }] }: StegWithParts): string =>
  [
    steg.next,
    steg.rubrik,
    ...[...(arende?.forslag ?? []), ...(arende?.beslut ?? [])].map((c) => c.text),
  ].join('|');

function inOrder(steps: StegWithParts[]): StegWithParts[] {
  const sorted = steps.toSorted(
    (a, b) =>
      order(a.steg.datum ?? '9999', b.steg.datum ?? '9999') ||
      KIND_ORDER.indexOf(a.steg.kind) - KIND_ORDER.indexOf(b.steg.kind) ||
      order(a.organKey, b.organKey) ||
      (a.steg.paragraf ?? '').localeCompare(b.steg.paragraf ?? '', 'sv', { numeric: true }) ||
      order(wordsOf(a), wordsOf(b)) ||
      byWeight(a.parts[0], b.parts[0]),
  );
  return sameDays(sorted).flatMap(sendersFirst);
}

/** Steps that stand beside each other, of one day and kind. */
function sameDays(sorted: readonly StegWithParts[]): StegWithParts[][] {
  const groups: StegWithParts[][] = [];
  for (const step of sorted) {
    const group = groups.at(-1);
    const before = group?.[0]?.steg;
    if (group && before?.datum === step.steg.datum && before.kind === step.steg.kind) group.push(step);
    else groups.push([step]);
  }
  return groups;
}

/**
 * On one day a body's utskott meets before the body: nobody comes before the one it had the matter from. In a ring the
 * first comes first.
 */
function sendersFirst(steps: readonly StegWithParts[]): StegWithParts[] {
  if (steps.length === 1) return [...steps];
  const feeders = new Map<string, number>();
  for (const step of steps) for (const key of sendsTo(step)) feeders.set(key, (feeders.get(key) ?? 0) + 1);
  const places = Map.groupBy(steps.keys(), (at) => (steps[at] as StegWithParts).organKey);
  const isFed = (key: string) => (feeders.get(key) ?? 0) > 0;
  // places of steps that nobody left sends to, the first of them last
  const free = [...steps.keys()].filter((at) => !isFed((steps[at] as StegWithParts).organKey)).reverse();
  const taken = new Set<number>();
  const out: StegWithParts[] = [];
  let first = 0;
  while (out.length < steps.length) {
    while (taken.has(first)) first++;
    let at = free.pop() ?? first;
    while (taken.has(at)) at = free.pop() ?? first;
    taken.add(at);
    out.push(steps[at] as StegWithParts);
    for (const key of sendsTo(steps[at] as StegWithParts)) {
      const left = (feeders.get(key) ?? 0) - 1;
      feeders.set(key, left);
      if (left === 0) for (const freed of places.get(key) ?? []) putInOrder(free, freed);
    }
  }
  return out;
}

/** Puts a place among others that fall. */
function putInOrder(falling: number[], place: number): void {
  let [from, to] = [0, falling.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((falling[middle] as number) > place) from = middle + 1;
    else to = middle;
  }
  falling.splice(from, 0, place);
}

/** The bodies that a step sends the matter to, its own aside. */
const sendsTo = ({ vagar, organKey }: StegWithParts): Set<string> =>
  new Set(
    vagar.flatMap(({ key, reason }) =>
      reason === 'delegation' || key === '' || key === organKey ? [] : [key],
    ),
  );

/** `a` sends the matter to the body of `b`. */
export function feeds(a: StegWithParts, b: StegWithParts): boolean {
  const sends = a.vagar.some((v) => v.reason !== 'delegation' && v.key === b.organKey);
  return sends && b.organKey !== '' && a.organKey !== b.organKey;
}
