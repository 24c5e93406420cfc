/** Names of which a läsare is not shown all: under what is left nobody is found, and nothing is linked to. */
import { UTELAMNAD } from '../../../diarium/rader/masking.ts';
import { PERSONNUMMER } from '../../../diarium/rader/personnummer.ts';

/** Whether something of a name is left out. */
export const isLeftOut = (name: string): boolean => name.includes(UTELAMNAD) || name.includes(PERSONNUMMER);
