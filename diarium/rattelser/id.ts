import { idOf } from '../../extraction/ids.ts';
import type { Rattelse } from './types.ts';

/** The id of what a decision has made: the same in every reading of the file. */
export const rattelseId = ({ sha256, id }: Pick<Rattelse, 'sha256' | 'id'>, nr: number): string =>
  idOf(sha256, 'rattelse', id, nr);
