/** What is to be painted over on the picture of a page. Pure. */
import { UTELAMNAD } from '../../diarium/rader/masking.ts';
import { PERSONNUMMER, personnummerIn, type Span } from '../../diarium/rader/personnummer.ts';
import type { Box } from '../../extraction/pages/page.ts';
import { union } from '../../extraction/pages/words.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { isAmong, joined, nameSpans } from './names.ts';
import { type Hemliga, isSecretPage, secretIn, secretWords } from './secret.ts';

export type { Box } from '../../extraction/pages/page.ts';

/** A word, or a whole line, and where it stands; points from the top left of the page. */
export interface Placed {
  text: string;
  bbox: Box;
  /** The OCR engine's; null or left out: the file's own text. */
  confidence?: number | null;
  /** Another reading says the same. */
  confirmed?: boolean;
}

export interface Boxes {
  hide: Box[];
  /** What alone is seen of the page; null: all but what is hidden. */
  only: Box[] | null;
}

/** hela: the page is not shown. */
export type Dolt = Box[] | 'hela';

/** A page under secrecy that OCR has read worse than this is not shown: a name may be among what it did not read. */
const READABLE = 70;
/** On such a page a word that OCR is less sure of is taken for a name: it may be one, misread. */
const SURE = 60;
/** A word's letters reach beyond its box by this part of its height, where the place in the line is reckoned. */
const AROUND_WORD = 0.4;
/** Points painted beyond a word on each side, and of its line's width where its place in the line is reckoned. */
const MARGIN = 2;
const RECKONED = 0.04;

/**
 * The boxes to paint over on one page. Personal numbers everywhere; on pages of an ärende under secrecy whatever may be a
 * name, also of the §§ beside it, and there nothing is seen but words that were read: not a signature, a note by hand, a
 * picture or a word that OCR did not find.
 *
 * @param placed all words of the page in reading order, or its lines; null: where they stand is not known
 * @param secret ids of the ärenden under secrecy, when more is known of it than by the record alone
 */
export function boxesOn(
  record: FileRecord,
  page: number,
  placed: readonly Placed[] | null,
  secret: Hemliga = secretIn(record),
): Boxes | 'hela' {
  const info = record.pages.find((one) => one.page === page);
  if (placed === null || info === undefined || info.textSource === 'none') return 'hela';
  const isUnread = info.textSource === 'ocr' && (info.ocrConfidence ?? 0) < READABLE;
  const isSecret = isSecretPage(record, page, secret);
  if (isUnread && isSecret) return 'hela';
  const names = namesOn(record, page, secret);
  const found = (text: string): Span[] => [...personnummerIn(text), ...names(text)];
  // a number may be cut by a column as it is read, or as it is seen: both orders are gone through
  const seen = placed.toSorted((a, b) => rowOf(a) - rowOf(b) || a.bbox[0] - b.bbox[0]);
  const unsure = isSecret ? placed.filter(isUnsure) : [];
  const hidden = new Set([...hit(placed, found), ...hit(seen, found), ...unsure]);
  return {
    hide: [...hidden].map((one) => widened(one, placed)),
    only: isSecret ? placed.filter((one) => !hidden.has(one)).map(around) : null,
  };
}

/** What is painted over alone; see boxesOn. */
export function boxesToHide(...of: Parameters<typeof boxesOn>): Dolt {
  const boxes = boxesOn(...of);
  return boxes === 'hela' ? boxes : boxes.hide;
}

function around({ bbox: [x0, y0, x1, y1] }: Placed): Box {
  const beside = AROUND_WORD * (y1 - y0);
  return [x0 - beside, y0 - 1, x1 + beside, y1 + 1];
}

/** Whether OCR is so little sure of a word that it may be another. */
export const isUnsure = ({ confidence, confirmed }: Placed): boolean =>
  typeof confidence === 'number' && confidence < SURE && confirmed !== true;

/** The text of a page as a reader sees it; see boxesToHide. */
export const maskPageText = (
  record: FileRecord,
  page: number,
  text: string,
  secret: Hemliga = secretIn(record),
): string => maskLines(record, page, text.split('\n'), secret).join('\n');

/** The lines of a page as a reader sees them, as many as they are: what goes on from one to the next is masked in both. */
export function maskLines(
  record: FileRecord,
  page: number,
  lines: readonly string[],
  secret: Hemliga = secretIn(record),
  unsure: readonly Span[] = [],
): string[] {
  const text = lines.join('\n');
  const numbers = personnummerIn(text);
  const names = joined([...namesOn(record, page, secret)(text), ...unsure])
    .flatMap((name) => rest(name, numbers))
    .flatMap((span) => trimmed(span, text));
  const all = [
    ...numbers.map((span) => ({ ...span, mark: PERSONNUMMER })),
    ...names.map((span) => ({ ...span, mark: UTELAMNAD })),
  ];
  let start = 0;
  return lines.map((line) => {
    const own = [start, start + line.length] as const;
    start += line.length + 1;
    const spans = all.filter(({ from, to }) => from < own[1] && to > own[0]);
    return spans
      .toSorted((one, other) => other.from - one.from)
      .reduce(
        (rest, { from, to, mark }) =>
          rest.slice(0, Math.max(0, from - own[0])) + mark + rest.slice(Math.min(line.length, to - own[0])),
        line,
      );
  });
}

/** Without signs and blanks at its ends; nothing where it is only these. */
function trimmed({ from, to }: Span, text: string): Span[] {
  const [hit] = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(text.slice(from, to)) ?? [];
  if (hit === undefined) return [];
  const at = text.indexOf(hit, from);
  return [{ from: at, to: at + hit.length }];
}

/** What of a span lies in none of the others, which are in order. */
function rest(span: Span, others: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let { from } = span;
  for (const other of others) {
    if (other.to <= from || other.from >= span.to) continue;
    if (other.from > from) parts.push({ from, to: other.from });
    from = other.to;
  }
  return from < span.to ? [...parts, { from, to: span.to }] : parts;
}

/** What may be names on the page: beside what is secret, only those that stand there too. */
function namesOn(record: FileRecord, page: number, secret: Hemliga): (text: string) => Span[] {
  if (secret.size === 0) return () => [];
  const words = secretWords(record, secret);
  if (isSecretPage(record, page, secret)) return (text) => nameSpans(text, words);
  return (text) => nameSpans(text, words).filter(({ from, to }) => holds(text.slice(from, to), words));
}

const holds = (text: string, words: ReadonlySet<string>): boolean =>
  (text.match(/[\p{L}\p{N}-]+/gu) ?? []).some((part) => isAmong(part, words));

/** The words that the spans found in all of the text lie on. */
function hit(placed: readonly Placed[], found: (text: string) => Span[]): Placed[] {
  let text = '';
  const starts = placed.map((one) => {
    const from = text.length;
    text += `${one.text} `;
    return from;
  });
  const spans = found(text);
  return placed.filter((one, i) => {
    const from = starts[i] as number;
    return spans.some((span) => span.from < from + one.text.length && span.to > from);
  });
}

const rowOf = ({ bbox }: Placed): number => Math.round((bbox[1] + bbox[3]) / 2 / 6);

/** The places of a file's own words in their line are reckoned from its letters, and may be some points off. */
function widened(one: Placed, all: readonly Placed[]): Box {
  const [x0, y0, x1, y1] = one.bbox;
  const middle = (y0 + y1) / 2;
  const line = all
    .filter(({ bbox }) => bbox[1] < middle && bbox[3] > middle)
    .map(({ bbox }) => bbox)
    .reduce(union, one.bbox);
  const beside = MARGIN + (typeof one.confidence === 'number' ? 0 : RECKONED * (line[2] - line[0]));
  return [x0 - beside, y0 - MARGIN, x1 + beside, y1 + MARGIN];
}
