/** Where a § of minutes begins. */
export interface ParagrafHead {
  /** Index of the head's line. */
  index: number;
  /** "142/19", "12". */
  paragraf: string;
  number: number;
  /** What follows the number on the same line. */
  rest: string;
  /** It stands where a sentence wraps: taken only where the run of numbers needs it. */
  doubtful: boolean;
}
