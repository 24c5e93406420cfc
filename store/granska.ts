/** What needs a person: how it is asked for, what is answered, and in which order. */
import { GAP_CODES } from '../extraction/gaps/codes.ts';
import type { ItemTyp } from '../extraction/item-types.ts';

/**
 * Items read with less confidence than this are shown to a person, unless the installation says otherwise. The limit is
 * that of the product's promise: of items with at least this confidence 97 of 100 are right, so that a person who looks
 * at the rest has looked at most of what is wrong.
 */
export const SURE_ENOUGH = 0.9;

/** An installation's own limit: one for all item types, or one each; types left out have the usual one. */
export type GranskaUnder = number | { readonly [typ in ItemTyp]?: number | undefined };

/** The limit of a type. */
export const limitOf = (under: GranskaUnder, typ: ItemTyp): number =>
  typeof under === 'number' ? under : (under[typ] ?? SURE_ENOUGH);

/**
 * Why something needs a person, the most consequential first: what was not read at all, what is missing, what would be
 * filed or sent wrongly, what may be misread, what can be done better. The order is that of the answer.
 */
export const GRANSKA_CODES = {
  failed: 'the file could not be read, and the fault is ours',
  refused: 'the file could not be read, and the fault is its own',
  'ej-omlast': 'the file could not be read again, and has its older record',
  'not-read': 'a page is a picture that was not read',
  'page-unreadable': 'a page could not be read',
  'page-undrawable': 'a page could not be drawn for OCR, and was not read',
  'ocr-failed': 'a page could not be read by OCR',
  'ocr-time-limit': 'a page took too long to read by OCR, and was not read',
  'page-blank': 'a page came out blank; told once a file, with all its `pages`',
  'no-text': 'no text could be read on a page; told once a file, with all its `pages`',
  'end-missing': 'the file ends before its end',
  'paragraf-missing': GAP_CODES['paragraf-missing'],
  'beslut-missing': GAP_CODES['beslut-missing'],
  'votering-mismatch': GAP_CODES['votering-mismatch'],
  'key-unconfirmed': 'only one reading by OCR gives the diarienummer, § or day that a thing is filed under',
  'rattelse-utan-mal': 'what a person has decided on is in the newest reading of the file no more',
  'organ-missing': 'the body whose meeting it is is not known',
  'datum-missing': 'the day of the meeting is not known',
  'mottagare-missing': 'a letter names no body that it goes to',
  'organ-unlisted':
    'the matter goes on to a name that is no known kind of body or office; it is kept as printed',
  unconfirmed: 'only one reading by OCR gives the numbers of an item',
  'person-missing': 'who moves, reserves or notes could not be read',
  unsure: `an item was read with a confidence below the limit (\`granskaUnder\`, ${SURE_ENOUGH})`,
  'huvudman-missing': 'the file does not say whose record it is; told once a file',
  'expediering-empty': GAP_CODES['expediering-empty'],
  'bilaga-missing': GAP_CODES['bilaga-missing'],
  repaired: 'the file was damaged and was read after repair',
  'not-utf8': 'a text file was in an older coding of characters',
  'diarienummer-missing':
    'a matter has no number, and either one with the same title has, or it goes on to a body',
} as const;

export type GranskaCode = keyof typeof GRANSKA_CODES;

/** What a row is about; `varning` is of a file, on a page or not, `rattelse` a decision that has lost its target. */
export type GranskaTyp = 'fil' | 'varning' | 'rattelse' | 'handling' | 'arende' | ItemTyp;

/** One thing that needs a person. */
export interface GranskaRad {
  /** One of GRANSKA_CODES, or the code of a warning that has none there. */
  code: string;
  typ: GranskaTyp;
  /** Of the item, ärende (or matter), handling or decision; null for files and warnings. */
  id: string | null;
  /** Why, in words: Swedish and English. */
  reason: string;
  reasonEn: string;
  /** What was read. */
  text: string | null;
  huvudman: string | null;
  organ: string | null;
  datum: string | null;
  diarienummer: string | null;
  paragraf: string | null;
  rubrik: string | null;
  /** Of items. */
  confidence: number | null;
  obekraftade: string[];
  fileName: string;
  /** The first path that the content was offered under; null when it was not offered by path. */
  path: string | null;
  sha256: string | null;
  page: number | null;
  /** All pages, in order, of what is told once a file; `page` is the first. */
  pages?: number[];
  bbox: [number, number, number, number] | null;
}

/** What is said of one thing, before it is known where it stands. */
export type Said = Pick<GranskaRad, 'code' | 'typ' | 'id' | 'reason' | 'reasonEn'> &
  Partial<Pick<GranskaRad, 'text' | 'confidence' | 'obekraftade' | 'page' | 'bbox'>>;

/** Narrows what is shown. A file that was not read is of no body, huvudman or matter. */
export interface GranskaQuestion {
  huvudman?: string | undefined;
  /** The body whose meeting it is, by any of its names. */
  organ?: string | undefined;
  diarienummer?: string | undefined;
  /** A file's name, or its path or the end of it. */
  fil?: string | undefined;
  /** A file's content. */
  sha256?: string | undefined;
  /** What the row is about. */
  typ?: GranskaTyp | undefined;
  /** Why: its `code`. */
  orsak?: string | undefined;
  /** Only what holds up something that is to be sent: of files taken in as current work. */
  haller?: boolean | undefined;
  /** Default: all. */
  limit?: number | undefined;
  /** Default 0. */
  offset?: number | undefined;
}

/** `granska --json`. `total` counts all rows, `rader` are those from `offset` on. */
export interface GranskaAnswer {
  total: number;
  rader: GranskaRad[];
}

/**
 * How much there is. Each list counts what there would be of each if it were chosen instead of what the question says of it;
 * the most first, reasons in the order of the rows.
 */
export interface GranskaAntal {
  total: number;
  /** Rows that hold up something that is to be sent. */
  haller: number;
  orsaker: { orsak: string; antal: number }[];
  typer: { typ: GranskaTyp; antal: number }[];
  huvudman: { huvudman: string; antal: number }[];
  /** Names of one body count as one. */
  organ: { huvudman: string | null; organ: string; antal: number }[];
  filer: { sha256: string; fileName: string; antal: number }[];
}

const ORDER = Object.keys(GRANSKA_CODES);

/** A code's place in the order; a warning of no known code comes before what can merely be done better. */
export function rankOf(code: string): number {
  const at = ORDER.indexOf(code);
  return at < 0 ? ORDER.indexOf('huvudman-missing') : at;
}

/** Codes that say that what would be sent of a decision, or to whom, may be wrong. */
export const HOLDS_UP: readonly string[] = [
  'not-read',
  'page-unreadable',
  'page-undrawable',
  'ocr-failed',
  'ocr-time-limit',
  'page-blank',
  'no-text',
  'end-missing',
  'beslut-missing',
  'votering-mismatch',
  'key-unconfirmed',
  'rattelse-utan-mal',
  'organ-missing',
  'datum-missing',
  'organ-unlisted',
  'unconfirmed',
  'person-missing',
  'unsure',
] as const satisfies readonly GranskaCode[];

/** A row that holds up what is to be sent. The documents behind a decision (underlag) are not sent, and hold up nothing. */
export const holdsUp = (code: string, typ: string): boolean => typ !== 'underlag' && HOLDS_UP.includes(code);
