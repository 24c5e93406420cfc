/** Made-up elected people: common given names, surnames put together, the parties of the Riksdag and local ones. */
import type { Person } from '../../../samples/make/content.ts';
import type { Dice } from './dice.ts';

const GIVEN =
  'Anna Lars Karin Per Eva Johan Maria Anders Kristina Mikael Lena Erik Ulla Bengt Sofia Nils Inger Göran Åsa Ove Birgitta Håkan Malin Stig Elin Jörgen Yvonne Kjell Ida Roland Siv Amir Fatima Goran Leila Tove Börje Ann-Marie Karl-Erik Eva-Lotta Per-Arne Lars-Göran'.split(
    ' ',
  );
const FIRST =
  'Alm Berg Björk Ceder Dal Ek Falk Gran Hag Hed Holm Kvarn Lager Lind Ljung Lund Malm Nord Rosen Rydh Sand Sjö Sten Strand Söder Torn Vall Vester Wik Åker Öst'.split(
    ' ',
  );
const LAST = 'qvist gren ström berg lund dahl stedt mark man blad fors ås hult näs ell roth'.split(' ');
const ODD = ['af Kvistrum', 'Le Tran', 'Haddad', 'Petrovska', 'Ben Salah', 'von Tolnay', 'Öhrn', 'Nguyen'];

export const NATIONAL = ['S', 'M', 'SD', 'C', 'V', 'KD', 'L', 'MP'] as const;
/** Local parties as short forms stand in records: invented. */
const LOCAL = ['VB', 'Lokp', 'FR', 'Kval', 'BP'];

export const FULL_NAMES: { [short: string]: string } = {
  S: 'Socialdemokraterna',
  M: 'Moderaterna',
  SD: 'Sverigedemokraterna',
  C: 'Centerpartiet',
  V: 'Vänsterpartiet',
  KD: 'Kristdemokraterna',
  L: 'Liberalerna',
  MP: 'Miljöpartiet',
};

/** So many people with different surnames; every large party is there, a local one among them. */
export function drawMembers(dice: Dice, count: number): Person[] {
  const surnames = new Set<string>();
  while (surnames.size < count) {
    const name = dice.chance(0.12) ? dice.pick(ODD) : `${dice.pick(FIRST)}${dice.pick(LAST)}`;
    surnames.add(name.replace(/(.)\1\1/, '$1$1'));
  }
  const local = dice.pick(LOCAL);
  const parties = ['S', 'M', 'S', 'SD', 'C', 'V', 'M', 'KD', 'S', 'L', 'MP', local, 'SD', 'S', 'M'];
  return [...surnames].map((surname, i) => ({
    namn: `${dice.pick(GIVEN)} ${surname}`,
    parti: parties[i % parties.length] ?? 'S',
    roll: i === 0 ? 'ordförande' : i === 1 ? '1:e vice ordförande' : i === 2 ? '2:e vice ordförande' : null,
  }));
}

/** An official: no party, a title. */
export function drawOfficial(dice: Dice, roll: string): Person {
  return { namn: `${dice.pick(GIVEN)} ${dice.pick(FIRST)}${dice.pick(LAST)}`, parti: null, roll };
}
