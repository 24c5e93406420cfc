/** A template of the bed: what kind of record it imitates, how it speaks and how it looks. */
import type { Handling } from '../../samples/make/content.ts';
import type { Dice } from './content/dice.ts';
import type { Story } from './content/matter.ts';
import type { Meeting, Niva } from './content/meeting.ts';
import type { Slag } from './content/places.ts';
import type { Look } from './layout/set.ts';
import type { TextMode } from './layout/text.ts';
import type { Stil } from './phrasing/stil.ts';

export interface Mall {
  namn: string;
  /** The kind of real records that it is made after. */
  efter: string;
  slag: Slag;
  niva: Niva;
  /** Year of the meeting, where the kind belongs to a time. */
  ar?: number;
  stil: Stil;
  look: () => Look;
  text: TextMode;
  /** What conversion did to the plain text. */
  skada?: (text: string, dice: Dice) => string;
  /** Other than the common set of stories. */
  stories?: Story[];
  /** Other than one protokoll of the meeting. */
  handlingar?: (meeting: Meeting, stil: Stil) => Handling[];
  /** A short file of this template is also scanned and read by OCR: how the scanner saves it. */
  skannad?: 'jbig2' | 'jpx' | 'jpeg';
}
