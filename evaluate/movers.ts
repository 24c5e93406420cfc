/** Who moved, reserved themselves or had something noted: persons made comparable. */
import { normalise, similarity } from './normalise.ts';

/** A person as a record gives one; gold may leave out any part. */
export interface LoosePerson {
  namn?: string | null;
  parti?: string | null;
  roll?: string | null;
}

export interface Mover {
  /** Normalised name; '' for a party as such. */
  name: string;
  /** Normalised short form of the party; '' when none is known. */
  party: string;
}

const PARTIES = new Map([
  ['socialdemokraterna', 's'],
  ['moderaterna', 'm'],
  ['sverigedemokraterna', 'sd'],
  ['centerpartiet', 'c'],
  ['vänsterpartiet', 'v'],
  ['kristdemokraterna', 'kd'],
  ['liberalerna', 'l'],
  ['folkpartiet', 'fp'],
  ['miljöpartiet', 'mp'],
  ['demokraterna', 'd'],
]);

/** "Anna Berg (S)" → name and party as printed; anything else is all name. */
function splitPrinted(printed: string): [name: string, party: string] {
  const text = printed.trim();
  const party = /\(([^()]{1,12})\)$/u.exec(text);
  const name = text.slice(0, party?.index).trimEnd();
  // a name that goes over several lines is none
  return party && !/[\n\r\u2028\u2029]/u.test(name) ? [name, party[1] as string] : [printed, ''];
}

function toMover(person: string | LoosePerson): Mover {
  const [printedName, printedParty] =
    typeof person === 'string'
      ? splitPrinted(person)
      : [person.namn || (person.parti ? '' : person.roll) || '', person.parti || ''];
  let [name, party] = [normalise(printedName), normalise(printedParty)];
  if (!party && /^[a-zåäö]{1,3}$/.test(name)) [name, party] = ['', name];
  const asParty = PARTIES.get(name);
  if (asParty) [name, party] = ['', asParty];
  return { name, party: PARTIES.get(party) ?? party };
}

/** The movers of one item, each once. A group is a party without a name; a role without a name is a name. */
export function moversOf(av: (string | LoosePerson)[] | undefined | null): Mover[] {
  const movers: Mover[] = [];
  for (const person of av ?? []) {
    const { name, party } = toMover(person);
    const known = movers.some((mover) => mover.name === name && mover.party === party);
    if (!known && (name || party)) movers.push({ name, party });
  }
  return movers;
}

function sameMover(a: Mover, b: Mover): boolean {
  if (a.party !== b.party) return false;
  return a.name === b.name || (a.name !== '' && b.name !== '' && similarity(a.name, b.name, 0.85) >= 0.85);
}

/** Share of the movers of either side that both name, 0 to 1; 1 when neither names any. */
export function sharedMovers(a: Mover[], b: Mover[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  const left = [...b];
  let shared = 0;
  for (const mover of a) {
    const at = left.findIndex((other) => sameMover(mover, other));
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return shared / Math.max(1, a.length + b.length - shared);
}
