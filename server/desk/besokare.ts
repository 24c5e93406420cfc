/** Who looks at a page, and what they may do. */

/** lasare: reads what is public; registrator: takes in, reviews and sends, and sees what is masked for others. */
export type Roll = 'lasare' | 'registrator';

export interface Besokare {
  /** As it stands in the log of who did what. */
  namn: string;
  roll: Roll;
  /** Whether they have logged in; on the own machine nobody has to. */
  inloggad: boolean;
}

export const isRegistrator = ({ roll }: Besokare): boolean => roll === 'registrator';
