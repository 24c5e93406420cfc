/** Every item of a record with what makes it doubtful. */
import type { Arende, Handling } from '../record.ts';
import { clauseDoubts } from './clause.ts';
import { listedDoubts } from './listed.ts';
import { movedDoubts } from './moved.ts';
import { arendeDoubts, handlingDoubts, headDoubts } from './surroundings.ts';
import { voteDoubts } from './vote.ts';
import type { Doubt } from './words.ts';

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

/** All items of a document with their doubts, their own and those of what stands round them. */
export function doubtsIn(handling: Handling): Doubtful[] {
  const all = handlingDoubts(handling);
  const head = headDoubts(handling, handling.arenden.map(textsOf));
  return handling.arenden.flatMap((arende) => {
    const round = [...all, ...arendeDoubts(arende)];
    const of = <T extends Typ>(type: T, own: (item: Arende[T][number]) => Doubt[]): Doubtful[] =>
      (arende[type] as Arende[T][number][]).map((item) => ({
        type,
        item,
        doubts: [...own(item), ...head(textOf(item)), ...round],
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
}
