/** Set lines on pages: where pages break, what stands at their heads and feet, and which of them are pictures. */
import { most } from '../../extremes.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { Page, PageLine } from '../page.ts';
import { PAGE_COUNT, PAGE_NUMBER, SECTION_COUNT } from './inline.ts';
import { BLANK, type SetLine } from './set-line.ts';

export interface Section {
  /** Points. */
  width: number;
  height: number;
  /** Whether it begins on a new page. */
  newPage: boolean;
  /** What its first page is numbered; undefined: on from the one before. */
  start: number | undefined;
  lines: SetLine[];
  /** What stands at the head and the foot of its pages. */
  head: SetLine[];
  foot: SetLine[];
}

/** A page with the picture that is most of it, by the id of its part, or null. */
export interface LaidPage {
  page: Page;
  picture: string | null;
}

/** A picture that covers this much of a page leaves no room for another of its kind. */
const LARGE = 0.5;
/** A smaller one may hold text too; a logo does not. */
const PICTURE_COVER = 0.08;

interface Sheet {
  section: Section;
  isFirst: boolean;
  lines: SetLine[];
  cover: number;
  picture: string | null;
}

export function layOut(sections: readonly Section[], notes: ReadonlyMap<string, SetLine[]>): LaidPage[] {
  const sheets: Sheet[] = [];
  const referred: string[] = [];
  for (const section of sections) {
    let sheet = sheets.at(-1);
    if (!sheet || section.newPage) {
      sheet = begin(section, true);
      sheets.push(sheet);
    } else if (sheet.lines.length > 0) sheet.lines.push(BLANK);
    for (const line of section.lines) {
      const pictures = (line.pictures ?? []).map(({ id, width, height }) => ({
        id,
        cover: Math.min(1, (width * height) / (section.width * section.height)),
      }));
      const largest = Math.max(0, most(pictures.map(({ cover }) => cover)));
      const isFull = sheet.cover >= LARGE && largest >= LARGE;
      // Breaks that the program saw stand beside those that were set; a page that has nothing on it is none.
      if ((line.page || isFull) && hasContent(sheet)) {
        sheet = begin(section, false);
        sheets.push(sheet);
      }
      for (const { id, cover } of pictures) {
        if (cover >= Math.max(PICTURE_COVER, sheet.cover)) sheet.picture = id;
        sheet.cover = Math.max(sheet.cover, cover);
      }
      sheet.lines.push(line);
      referred.push(...(line.notes ?? []));
    }
  }
  const printed = sheets.filter((sheet, i) => i === 0 || hasContent(sheet));
  addNotes(printed, referred, notes);
  return numbered(printed);
}

const begin = (section: Section, isFirst: boolean): Sheet => ({
  section,
  isFirst,
  lines: [],
  cover: 0,
  picture: null,
});

const hasContent = ({ lines, cover }: Sheet): boolean => cover > 0 || lines.some(({ text }) => text !== '');

const beside = (line: SetLine): SetLine => ({ ...line, running: true });

/** At the end of the document, where they cut no paragraph in two: where their pages end is not known. */
function addNotes(
  sheets: readonly Sheet[],
  referred: readonly string[],
  notes: ReadonlyMap<string, SetLine[]>,
): void {
  const lines = referred.flatMap((id) => notes.get(id) ?? []);
  if (lines.length > 0)
    sheets.at(-1)?.lines.push(BLANK, ...[{ ...BLANK, text: 'Fotnoter' }, ...lines].map(beside));
}

function numbered(sheets: readonly Sheet[]): LaidPage[] {
  const seen = new Set<string>();
  /** Heads and feet are given once, on the first page that has them; whole where a line of them is new. */
  const once = (lines: readonly SetLine[]): SetLine[] => {
    const texts = lines.map(({ text }) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
    if (texts.every((text) => seen.has(text))) return [];
    for (const text of texts) seen.add(text);
    return [...lines];
  };
  const numbers = pageNumbers(sheets);
  const counts = new Map<Section, number>();
  for (const { section } of sheets) counts.set(section, (counts.get(section) ?? 0) + 1);
  let lineNo = 0;
  return sheets.map(({ section, isFirst, lines, picture }, i) => {
    const [head, foot] = isFirst ? [once(section.head), once(section.foot).map(beside)] : [[], []];
    const all = [
      ...head,
      ...(head.length > 0 ? [BLANK] : []),
      ...lines,
      ...(foot.length > 0 ? [BLANK] : []),
      ...foot,
    ];
    const pageLines = all.map(({ text: set, bold, size, running }): PageLine => {
      lineNo++;
      const text = set
        .replaceAll(PAGE_NUMBER, String(numbers[i]))
        .replaceAll(PAGE_COUNT, String(sheets.length))
        .replaceAll(SECTION_COUNT, String(counts.get(section)));
      return { text, bbox: null, words: [], size, bold, lineNo, ...(running && { running }) };
    });
    const { width, height } = section;
    const page: Page = {
      page: i + 1,
      width,
      height,
      textSource: 'embedded',
      ocrConfidence: null,
      lines: pageLines,
    };
    return { page, picture };
  });
}

/** What each page is numbered: a section may begin anew. */
function pageNumbers(sheets: readonly Sheet[]): number[] {
  let number = 0;
  return sheets.map(({ section: { start }, isFirst }) => {
    number = isFirst && start !== undefined ? start : number + 1;
    return number;
  });
}

/** A page's size in points within what pages can be. */
export const pageSide = (twips: number | undefined, otherwise: number): number =>
  twips !== undefined && twips > 0 && twips / 20 <= DEFAULT_LIMITS.maxPageSide ? twips / 20 : otherwise;
