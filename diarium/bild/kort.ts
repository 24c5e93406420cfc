/** What stands on the card of a step: when and what, each clause, vote and reservation, what else goes along, each delivery. */
import * as ord from './ord.ts';
import * as own from './ord-kort.ts';
import { type Innehall, set, type Text } from './sattning.ts';
import type { Leveranslage, Steg, VidSteg } from './types.ts';

/** Of each kind a card has so many: a tariff's hundreds are better read in the list. */
const MOST = { beslut: 48, voteringar: 12, reservationer: 16, leveranser: 24 } as const;

const MARK: { readonly [utfall: string]: string } = {
  bifall: '✓ ',
  avslag: '✗ ',
  aterremiss: '↩ ',
  bordlagt: '‖ ',
};

/** The card of a step: when and what, each clause, each vote and reservation, what else goes along, each delivery. */
export function stepContent(steg: Steg, vid: VidSteg | undefined): Innehall {
  const utfall = ord.utfallOf(steg);
  const paragraf = ord.paragrafOf(steg);
  const kind = steg.kind === 'protokoll' && paragraf !== '' ? '' : ord.KIND[steg.kind];
  const huvud: Text[] = [
    { grupp: 'huvud', text: ord.dayOf(steg), colour: 'muted' },
    { grupp: 'huvud', text: [paragraf, kind].filter((part) => part !== '').join(' · '), bold: true },
    ...(utfall === ''
      ? []
      : [{ grupp: 'huvud', text: `${MARK[steg.utfall ?? ''] ?? ''}${utfall}` } as const]),
  ];
  return set([
    ...huvud,
    ...clauses(vid),
    ...votes(steg, vid),
    ...reservations(vid),
    ...ord
      .medfoljerOf(vid?.reservationer ? own.withoutReservations(steg) : steg)
      .map((text) => ({ grupp: 'rost', text, colour: 'muted' }) as const),
    ...deliveries(vid?.leveranser ?? []),
    ...(steg.lagaKraft
      ? [{ grupp: 'kraft', text: `◆ ${ord.lagaKraftText(steg.lagaKraft)}`, colour: 'now' } as const]
      : []),
  ]);
}

const more = (grupp: Text['grupp'], all: number, shown: number, what: readonly [string, string]): Text[] =>
  all > shown
    ? [{ grupp, text: `och ${all - shown} ${what[all - shown === 1 ? 0 : 1]} till`, colour: 'muted' }]
    : [];

function clauses(vid: VidSteg | undefined): Text[] {
  const all = vid?.beslut ?? [];
  return [
    ...all.slice(0, MOST.beslut).map(({ nr, text, id }): Text => {
      const whole = `${nr === null ? '•' : `${nr}.`} ${text}`;
      return { grupp: 'beslut', text: whole, hel: whole, id, indent: nr === null ? 9 : nr > 9 ? 20 : 13 };
    }),
    ...more('beslut', all.length, MOST.beslut, ['att-sats', 'att-satser']),
  ];
}

function votes(steg: Steg, vid: VidSteg | undefined): Text[] {
  if (!vid?.voteringar) return ord.voteringarOf(steg).map((text) => ({ grupp: 'rost', text }));
  return [
    ...vid.voteringar.slice(0, MOST.voteringar).map(
      (one): Text => ({
        ...{ grupp: 'rost', text: ord.voteringText(one), hel: own.voteringWhole(one), id: one.id },
        indent: 9,
      }),
    ),
    ...more('rost', vid.voteringar.length, MOST.voteringar, ['votering', 'voteringar']),
  ];
}

function reservations(vid: VidSteg | undefined): Text[] {
  const all = vid?.reservationer ?? [];
  return [
    ...all.slice(0, MOST.reservationer).map(
      (one): Text => ({
        ...{ grupp: 'rost', text: own.reservationText(one), hel: own.reservationWhole(one), id: one.id },
        indent: 9,
      }),
    ),
    ...more('rost', all.length, MOST.reservationer, ['reservation', 'reservationer']),
  ];
}

/** Each by its recipient, what a person has to see to first; of those whose recipients are not to be told, and of too many, how many. */
function deliveries(all: readonly Leveranslage[]): Text[] {
  const { shown, counted } = own.leveranserApart(all, MOST.leveranser);
  const line = (text: string, sen: boolean): Text => ({
    ...{ grupp: 'leverans', text: `${sen ? '⚠' : '✉'} ${text}`, indent: 16 },
    ...{ colour: sen ? 'late' : 'muted', bold: sen },
  });
  return [
    ...shown.map((one) => line(own.leveransKort(one), own.leveransSen(one))),
    ...own.leveransRader(counted).map(({ text, sen }) => line(text, sen)),
  ];
}
