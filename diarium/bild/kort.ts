/** What stands on the card of a step: when and what, each clause, vote and reservation, what else goes along, each delivery. */
import * as ord from './ord.ts';
import * as own from './ord-kort.ts';
import { type Innehall, set, type Text } from './sattning.ts';
import type { Leveranslage, Sprak, Steg, VidSteg } from './types.ts';
import { readIn, WORDS } from './words.ts';

/** Of each kind a card has so many: a tariff's hundreds are better read in the list. */
const MOST = { beslut: 48, voteringar: 12, reservationer: 16, leveranser: 24 } as const;

const MARK: { readonly [utfall: string]: string } = {
  bifall: '✓ ',
  avslag: '✗ ',
  aterremiss: '↩ ',
  bordlagt: '‖ ',
};

/** The card of a step: when and what, each clause, each vote and reservation, what else goes along, each delivery. */
export function stepContent(steg: Steg, vid: VidSteg | undefined, sprak: Sprak = 'sv'): Innehall {
  const utfall = ord.utfallOf(steg, sprak);
  const paragraf = ord.paragrafOf(steg);
  const kind = steg.kind === 'protokoll' && paragraf !== '' ? '' : WORDS[sprak].kind[steg.kind];
  const huvud: Text[] = [
    { grupp: 'huvud', text: ord.dayOf(steg, sprak), colour: 'muted' },
    { grupp: 'huvud', text: [paragraf, kind].filter((part) => part !== '').join(' · '), bold: true },
    ...(utfall === ''
      ? []
      : [{ grupp: 'huvud', text: `${MARK[steg.utfall ?? ''] ?? ''}${utfall}` } as const]),
  ];
  return set([
    ...huvud,
    ...clauses(vid, sprak),
    ...votes(steg, vid, sprak),
    ...reservations(vid, sprak),
    ...ord
      .medfoljerOf(vid?.reservationer ? own.withoutReservations(steg) : steg, false, sprak)
      .map((text) => ({ grupp: 'rost', text, colour: 'muted' }) as const),
    ...deliveries(vid?.leveranser ?? [], sprak),
    ...(steg.lagaKraft
      ? [{ grupp: 'kraft', text: `◆ ${ord.lagaKraftText(steg.lagaKraft, sprak)}`, colour: 'now' } as const]
      : []),
  ]);
}

const more = (
  grupp: Text['grupp'],
  [all, shown]: readonly [number, number],
  what: readonly [string, string],
  sprak: Sprak,
): Text[] =>
  all > shown
    ? [{ grupp, text: WORDS[sprak].more(all - shown, what[all - shown === 1 ? 0 : 1]), colour: 'muted' }]
    : [];

function clauses(vid: VidSteg | undefined, sprak: Sprak): Text[] {
  const all = vid?.beslut ?? [];
  return [
    ...all.slice(0, MOST.beslut).map(({ nr, text, id }): Text => {
      const whole = `${nr === null ? '•' : `${nr}.`} ${text}`;
      return {
        grupp: 'beslut',
        text: whole,
        hel: whole,
        id,
        lang: readIn(sprak),
        indent: nr === null ? 9 : nr > 9 ? 20 : 13,
      };
    }),
    ...more('beslut', [all.length, MOST.beslut], WORDS[sprak].clauses, sprak),
  ];
}

function votes(steg: Steg, vid: VidSteg | undefined, sprak: Sprak): Text[] {
  if (!vid?.voteringar) return ord.voteringarOf(steg, sprak).map((text) => ({ grupp: 'rost', text }));
  return [
    ...vid.voteringar.slice(0, MOST.voteringar).map(
      (one): Text => ({
        ...{
          grupp: 'rost',
          text: ord.voteringText(one, sprak),
          hel: own.voteringWhole(one, sprak),
          id: one.id,
        },
        indent: 9,
      }),
    ),
    ...more('rost', [vid.voteringar.length, MOST.voteringar], WORDS[sprak].votes, sprak),
  ];
}

function reservations(vid: VidSteg | undefined, sprak: Sprak): Text[] {
  const all = vid?.reservationer ?? [];
  return [
    ...all.slice(0, MOST.reservationer).map(
      (one): Text => ({
        ...{
          grupp: 'rost',
          text: own.reservationText(one, sprak),
          hel: own.reservationWhole(one, sprak),
          id: one.id,
        },
        indent: 9,
      }),
    ),
    ...more('rost', [all.length, MOST.reservationer], WORDS[sprak].reservations, sprak),
  ];
}

/** Each by its recipient, what a person has to see to first; of those whose recipients are not to be told, and of too many, how many. */
function deliveries(all: readonly Leveranslage[], sprak: Sprak): Text[] {
  const { shown, counted } = own.leveranserApart(all, MOST.leveranser);
  const line = (text: string, sen: boolean): Text => ({
    ...{ grupp: 'leverans', text: `${sen ? '⚠' : '✉'} ${text}`, indent: 16 },
    ...{ colour: sen ? 'late' : 'muted', bold: sen },
  });
  return [
    ...shown.map((one) => line(own.leveransKort(one, sprak), own.leveransSen(one))),
    ...own.leveransRader(counted, sprak).map(({ text, sen }) => line(text, sen)),
  ];
}
