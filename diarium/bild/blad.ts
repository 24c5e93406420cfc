/**
 * The picture for paper, in sheets that lie across: so many steps each as can be read there, with the tracks that these
 * need and no others. An arrow to another sheet names it.
 */
import { roomOf, sizeOf } from './drawn.ts';
import { drawnParts, type Linked } from './lankat.ts';
import { type Kortsamling, layoutOf, SIZES, type Spann } from './layout.ts';
import { text } from './shapes.ts';
import type { Bild } from './types.ts';
import { WORDS } from './words.ts';

/** Where the tracks begin where no heading stands over them. */
export const TOP = SIZES.margin + 8;

/** What fits on A4 with type of 7 points at least. */
const SHEET = { width: 1320, height: 780 } as const;
const LEGEND = 60;

/** Which columns stand on which sheet; one where that is enough. */
export function spansOf(bild: Bild, contents: Kortsamling): Spann[] {
  const spans: Spann[] = [];
  for (let from = 0; from < contents.columns; ) {
    let to = from + 1;
    while (to < contents.columns && fits(bild, contents, { from, to: to + 1 })) to++;
    spans.push({ from, to });
    from = to;
  }
  return spans;
}

/**
 * The sheets; none where one is enough.
 *
 * @param linked where steps and items are told of; null: for paper alone, which leads nowhere
 */
export function sheetsOf(
  bild: Bild,
  contents: Kortsamling,
  spans: readonly Spann[],
  linked: Linked | null,
): string[] {
  if (spans.length < 2) return [];
  const blad = (column: number): number => spans.findIndex(({ to }) => column < to) + 1;
  return spans.map((spann, at) => {
    const room = roomOf(bild, TOP, 0, contents, spann);
    const name = WORDS[bild.sprak].sheetOf(at + 1, spans.length);
    const corner = text(name, room.layout.width - SIZES.margin, TOP - 8, 'muted', {
      size: 12,
      anchor: 'end',
    });
    const lang = bild.sprak === 'sv' ? '' : ` lang="${bild.sprak}"`;
    const role = linked === null ? 'aria-hidden="true"' : `role="group" aria-label="${name}"`;
    const drawn = drawnParts(bild, room, { linked, blad, corner });
    return `<svg ${sizeOf(room.layout.width, room.height)} ${role}${lang}>${linked === null ? withoutTitles(drawn) : drawn}</svg>`;
  });
}

function fits(bild: Bild, contents: Kortsamling, spann: Spann): boolean {
  const { width, bottom } = layoutOf(bild, TOP, contents, spann);
  return width <= SHEET.width && bottom + LEGEND <= SHEET.height;
}

/** Nobody rests a pointer on paper. */
const withoutTitles = (drawn: string): string => drawn.replaceAll(/<title>[^<]*<\/title>/g, '');
