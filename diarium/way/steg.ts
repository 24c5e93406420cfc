/** The steps of a matter: the same document or § met in several files is one step; then their order. */
import type { OrganIndex } from '../../extraction/routing/organ.ts';
import { kallaOf } from './kalla.ts';
import { lagaKraftOf } from './laga-kraft.ts';
import { medfoljerOf } from './medfoljer.ts';
import { isMinoritet } from './minoritet.ts';
import type { StegWithParts } from './steg-with-parts.ts';
import { paragrafKey, plain } from './text.ts';
import type { ArendePart } from './types.ts';
import { vidareOf } from './vidare.ts';

const KIND_ORDER = ['tjansteskrivelse', 'remissvar', 'kallelse', 'protokoll', 'annat'];
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** All steps of one matter in order of date, whatever the order of the parts. */
export function stegOf(parts: readonly ArendePart[], index: OrganIndex): StegWithParts[] {
  const groups = Map.groupBy(parts, (part) => stepKey(part, index));
  const steps = [...groups.values()].map((own) => toSteg(own, index));
  return inOrder(steps);
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
  if (!arende) return own;
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
function byWeight(a: ArendePart, b: ArendePart): number {
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
    organKey,
    senderKey: index.keyOf(handling.avsandare ?? (handling.kind === 'remissvar' ? organ : null) ?? ''),
    vagar: vidare.map((v) => ({ key: index.keyOf(v.organ), reason: v.reason })),
  };
}

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
  const out: StegWithParts[] = [];
  while (sorted.length > 0) {
    const day = sorted[0]?.steg.datum;
    const kind = sorted[0]?.steg.kind;
    const same = sorted.filter((s) => s.steg.datum === day && s.steg.kind === kind);
    // On one day a body's utskott meets before the body: nobody comes before the one it had the matter from.
    const first = same.find((s) => !same.some((t) => t !== s && feeds(t, s))) ?? sorted[0];
    out.push(...sorted.splice(sorted.indexOf(first as StegWithParts), 1));
  }
  return out;
}

/** `a` sends the matter to the body of `b`. */
export function feeds(a: StegWithParts, b: StegWithParts): boolean {
  const sends = a.vagar.some((v) => v.reason !== 'delegation' && v.key === b.organKey);
  return sends && b.organKey !== '' && a.organKey !== b.organKey;
}
