/** What the cards of a picture say of each vote, each reservation and each delivery, in Swedish where no other language is asked for. */
import type { Inlaga } from '../../extraction/record.ts';
import { UTELAMNAD } from '../rader/masking.ts';
import { listed, namesOf, nummerText, personName, shownName, voteringText } from './ord.ts';
import type { Leveranslage, Sprak, Steg, VidSteg } from './types.ts';
import { WORDS } from './words.ts';

/** A vote in figures, with what a yes and a no meant. */
export const voteringWhole = (
  one: NonNullable<VidSteg['voteringar']>[number],
  sprak: Sprak = 'sv',
): string =>
  one.proposition === null
    ? voteringText(one, sprak)
    : `${voteringText(one, sprak)} (${WORDS[sprak].yes}: ${one.proposition.ja}, ${WORDS[sprak].no}: ${one.proposition.nej})`;

type Reservation = Pick<Inlaga, 'av' | 'mot' | 'text'>;

/** Against which clauses; none named: against the whole decision. */
const motText = (mot: readonly number[], sprak: Sprak): string =>
  mot.length === 0 ? WORDS[sprak].againstAll : WORDS[sprak].against(nummerText(mot, sprak));

/** "reservation mot att-sats 2: Anna Ek (S), V". */
export const reservationText = ({ av, mot }: Reservation, sprak: Sprak = 'sv'): string =>
  `${WORDS[sprak].medfoljer.reservation[0]} ${motText(mot, sprak)}${av.length === 0 ? '' : `: ${namesOf(av, sprak)}`}`;

/** The same with all who made it, and its own words. */
export const reservationWhole = ({ av, mot, text }: Reservation, sprak: Sprak = 'sv'): string => {
  const whose =
    av.length === 0 ? '' : `: ${listed([...new Set(av.map((one) => personName(one, sprak)))], sprak)}`;
  return `${WORDS[sprak].medfoljer.reservation[0]} ${motText(mot, sprak)}${whose}${text === '' ? '' : `. ${text}`}`;
};

/** A step whose reservations are told one by one. */
export const withoutReservations = (steg: Steg): Steg => ({
  ...steg,
  medfoljer: (steg.medfoljer ?? []).filter(({ typ }) => typ !== 'reservation'),
});

const LEVERANS_ORDER = Object.keys(WORDS.sv.deliveries) as Leveranslage['lage'][];

/** How the deliveries of a step stand, one line a state, those first that a person has to see to. `sen`: one of them is late. */
export function leveransRader(
  all: readonly Leveranslage[],
  sprak: Sprak = 'sv',
): { text: string; sen: boolean }[] {
  return LEVERANS_ORDER.flatMap((lage) => {
    const own = all.filter((one) => one.lage === lage);
    const reminded = own.some(({ pamind }) => pamind) && lage !== 'misslyckad';
    const text = `${WORDS[sprak].deliveries[lage](own.length)}${reminded ? WORDS[sprak].lateDeliveries : ''}`;
    return own.length === 0 ? [] : [{ text, sen: reminded || lage === 'misslyckad' || lage === 'andrad' }];
  });
}

/** A person has to see to it: it is late, did not come through, or the decision is another one now. */
export const leveransSen = ({ lage, pamind }: Leveranslage): boolean =>
  pamind || lage === 'misslyckad' || lage === 'andrad';

/** One delivery in short: "Vattenenheten: levererad 2031-03-05". */
export function leveransKort({ mottagare, lage, pamind, dag }: Leveranslage, sprak: Sprak = 'sv'): string {
  const since = dag === null ? '' : ` ${dag}`;
  return `${shownName(mottagare)}: ${WORDS[sprak].delivery[lage](since)}${pamind && lage !== 'misslyckad' ? WORDS[sprak].lateDelivery : ''}`;
}

/**
 * Deliveries to be told each by its recipient, what a person has to see to first, and those that are only counted:
 * whose recipients are not to be told, and what there are more of than `most`.
 */
export function leveranserApart(all: readonly Leveranslage[], most: number = Number.POSITIVE_INFINITY) {
  const own = all
    .filter(({ mottagare }) => mottagare !== UTELAMNAD)
    .toSorted(
      (a, b) =>
        Number(leveransSen(b)) - Number(leveransSen(a)) ||
        LEVERANS_ORDER.indexOf(a.lage) - LEVERANS_ORDER.indexOf(b.lage),
    );
  const shown = own.slice(0, most);
  return { shown, counted: all.filter((one) => !shown.includes(one)) };
}
