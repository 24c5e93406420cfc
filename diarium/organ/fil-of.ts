/** A register as a file. */
import type { Organ, OrganFil } from './fil.ts';
import type { OrganRegister, RegisterOrgan } from './types.ts';

/**
 * The file of registers: what people have said, and of names, kinds and parents also what is read. Members that the
 * minutes show and the days on which names were met are not in it: they follow from the documents.
 */
export function filOf(register: readonly OrganRegister[], { rattat = false } = {}): OrganFil {
  return {
    version: 1,
    huvudman: register
      .map(({ huvudman, organ }) => ({
        namn: huvudman,
        organ: organ.filter(({ id }) => !rattat || id !== null).map((one) => organOf(one, rattat)),
      }))
      .filter(({ organ }) => organ.length > 0),
  };
}

function organOf(one: RegisterOrgan, rattat: boolean): Organ {
  const people = one.ledamoter
    .filter(({ kalla }) => kalla === 'person')
    .map(({ moten: _, kalla: __, ...ledamot }) => ledamot);
  const fields = {
    tidigareNamn: one.tidigareNamn,
    forkortningar: one.forkortningar,
    slag: one.slag,
    overordnat: one.overordnat,
    ledamoter: people,
    kanal: one.kanal,
  };
  // What is empty is written only where somebody has said that it is.
  const written = Object.entries(fields).filter(
    ([field, value]) => one.rattat.includes(field) || (!rattat && value !== null && value.length > 0),
  );
  return { namn: one.namn, ...Object.fromEntries(written) };
}
