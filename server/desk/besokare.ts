/** Who looks at a page, and what they may do. */
import type { Roll } from '../../store/konton.ts';

export type { Roll } from '../../store/konton.ts';

export interface Besokare {
  /** As it stands in the log of who did what. */
  namn: string;
  roll: Roll;
  /** Whether they have logged in; on the own machine nobody has to. */
  inloggad: boolean;
}

export const isRegistrator = ({ roll }: Besokare): boolean => roll === 'registrator';
