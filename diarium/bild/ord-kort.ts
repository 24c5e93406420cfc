/** What the cards of a picture say of each vote, each reservation and each delivery, in Swedish. */
import type { Inlaga } from '../../extraction/record.ts';
import { UTELAMNAD } from '../rader/masking.ts';
import { listed, namesOf, nummerText, personName, shownName, voteringText } from './ord.ts';
import type { Leveranslage, Steg, VidSteg } from './types.ts';

/** A vote in figures, with what a yes and a no meant. */
export const voteringWhole = (one: NonNullable<VidSteg['voteringar']>[number]): string =>
  one.proposition === null
    ? voteringText(one)
    : `${voteringText(one)} (ja: ${one.proposition.ja}, nej: ${one.proposition.nej})`;

type Reservation = Pick<Inlaga, 'av' | 'mot' | 'text'>;

/** Against which clauses; none named: against the whole decision. */
const motText = (mot: readonly number[]): string =>
  mot.length === 0 ? 'mot beslutet' : `mot att-sats ${nummerText(mot)}`;

/** "reservation mot att-sats 2: Anna Ek (S), V". */
export const reservationText = ({ av, mot }: Reservation): string =>
  `reservation ${motText(mot)}${av.length === 0 ? '' : `: ${namesOf(av)}`}`;

/** The same with all who made it, and its own words. */
export const reservationWhole = ({ av, mot, text }: Reservation): string => {
  const whose = av.length === 0 ? '' : `: ${listed([...new Set(av.map(personName))])}`;
  return `reservation ${motText(mot)}${whose}${text === '' ? '' : `. ${text}`}`;
};

/** A step whose reservations are told one by one. */
export const withoutReservations = (steg: Steg): Steg => ({
  ...steg,
  medfoljer: (steg.medfoljer ?? []).filter(({ typ }) => typ !== 'reservation'),
});

const LEVERANS: { readonly [lage in Leveranslage['lage']]: (n: number) => string } = {
  misslyckad: (n) => `${leveranser(n)} misslyckad${n === 1 ? '' : 'e'}`,
  andrad: (n) => `${leveranser(n)} ändrad${n === 1 ? '' : 'e'} efteråt`,
  vantar: (n) => `${leveranser(n)} väntar`,
  skickas: (n) => `${leveranser(n)} skickas`,
  levererad: (n) => `levererat till ${n}`,
};
const leveranser = (n: number): string => `${n}\u00a0${n === 1 ? 'leverans' : 'leveranser'}`;
const LEVERANS_ORDER = Object.keys(LEVERANS) as Leveranslage['lage'][];

/** How the deliveries of a step stand, one line a state, those first that a person has to see to. `sen`: one of them is late. */
export function leveransRader(all: readonly Leveranslage[]): { text: string; sen: boolean }[] {
  return LEVERANS_ORDER.flatMap((lage) => {
    const own = all.filter((one) => one.lage === lage);
    const reminded = own.some(({ pamind }) => pamind) && lage !== 'misslyckad';
    const text = `${LEVERANS[lage](own.length)}${reminded ? ', försenat' : ''}`;
    return own.length === 0 ? [] : [{ text, sen: reminded || lage === 'misslyckad' || lage === 'andrad' }];
  });
}

/** A person has to see to it: it is late, did not come through, or the decision is another one now. */
export const leveransSen = ({ lage, pamind }: Leveranslage): boolean =>
  pamind || lage === 'misslyckad' || lage === 'andrad';

/** One delivery in short: "Vattenenheten: levererad 2031-03-05". */
export function leveransKort({ mottagare, lage, pamind, dag }: Leveranslage): string {
  const since = dag === null ? '' : ` ${dag}`;
  const how: { readonly [lage in Leveranslage['lage']]: string } = {
    misslyckad: 'misslyckad',
    andrad: `levererad${since}, ändrad efteråt`,
    vantar: 'väntar',
    skickas: since === '' ? 'skickas' : `skickad${since}, inte framme`,
    levererad: `levererad${since}`,
  };
  return `${shownName(mottagare)}: ${how[lage]}${pamind && lage !== 'misslyckad' ? ', försenad' : ''}`;
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
