import type { Paragraph } from './blocks.ts';

/** One line as set. */
export interface SetLine {
  text: string;
  bold: boolean;
  size: number | null;
  /** A page ends before it: `set` by the writer, `seen` where the program last broke it. */
  page?: 'set' | 'seen';
  /** Pictures that stand before it. */
  pictures?: Paragraph['pictures'];
  /** Beside the running text: a foot, a note, a head that stands over text that goes on. */
  running?: true;
  /** Notes that its paragraph refers to. */
  notes?: string[];
}

export const BLANK: SetLine = { text: '', bold: false, size: null };

/** Lines begin with no blanks or with so many at least: one or two mark other things in a text (lines/join.ts). */
export const LEAST_INDENT = 3;
