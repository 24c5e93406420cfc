/** Every item of a record with what makes it doubtful. */
import type { Arende, Handling } from '../record.ts';
import { clauseDoubts } from './clause.ts';
import { listedDoubts } from './listed.ts';
import { movedDoubts } from './moved.ts';
import { arendeDoubts, handlingDoubts, headDoubts } from './surroundings.ts';
import { voteDoubts } from './vote.ts';
import { type Doubt, GRAVE } from './words.ts';

/** The item types of the contract. */
export type Typ =
  | 'forslag'
  | 'beslut'
  | 'yrkanden'
  | 'reservationer'
  | 'anteckningar'
  | 'voteringar'
  | 'expediering'
  | 'underlag';

export interface Doubtful {
  type: Typ;
  item: Arende[Typ][number];
  doubts: Doubt[];
}

const textOf = (item: Doubtful['item']): string =>
  'mottagare' in item ? item.mottagare : 'text' in item ? item.text : '';

const textsOf = (a: Arende): string[] =>
  [...a.forslag, ...a.beslut, ...a.expediering, ...a.underlag].map(textOf);

/** Items of a document under which a share says nothing. */
const FEW = 6;
/** Shares of a document's items that are gravely doubtful for themselves, above which all are doubtful. */
const COMPANY = { some: 0.1, most: 0.25 };

/** All items of a document with their doubts, their own and those of what stands round them. */
export function doubtsIn(handling: Handling): Doubtful[] {
  const all = handlingDoubts(handling);
  const head = headDoubts(handling, handling.arenden.map(textsOf));
  const found = handling.arenden.flatMap((arende) => {
    const round = [...all, ...arendeDoubts(arende)];
    const of = <T extends Typ>(type: T, own: (item: Arende[T][number]) => Doubt[]) =>
      (arende[type] as Arende[T][number][]).map((item) => ({
        type,
        item,
        own: [...own(item), ...head(textOf(item))],
        round,
      }));
    return [
      ...of('forslag', (x) => clauseDoubts(handling, arende, x, false)),
      ...of('beslut', (x) => clauseDoubts(handling, arende, x, true)),
      ...of('yrkanden', (x) => movedDoubts(x, true)),
      ...of('reservationer', (x) => movedDoubts(x, false)),
      ...of('anteckningar', (x) => movedDoubts(x, false)),
      ...of('voteringar', voteDoubts),
      ...of('expediering', (x) => listedDoubts(handling, arende, x, 'expediering')),
      ...of('underlag', (x) => listedDoubts(handling, arende, x, 'underlag')),
    ];
  });
  const doubtful =
    found.filter(({ own }) => own.some((doubt) => GRAVE.has(doubt))).length / Math.max(1, found.length);
  const company: Doubt[] =
    found.length < FEW
      ? []
      : doubtful > COMPANY.most
        ? ['badCompany']
        : doubtful > COMPANY.some
          ? ['company']
          : [];
  return found.map(({ type, item, own, round }) => ({ type, item, doubts: [...own, ...round, ...company] }));
}
