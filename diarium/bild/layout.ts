/** Where everything of the picture stands: a column a step, a row a track, and how high each has to be. */
import * as ord from './ord.ts';
import type { PaintName } from './paint.ts';
import { BOLD, printedLines } from './text.ts';
import type { Bild, Oppen, Steg, VidSteg } from './types.ts';

export const SIZES = {
  margin: 24,
  /** Room for the names of the tracks. */
  names: 178,
  card: 176,
  /** Between two cards, where arrows turn and say why they go. */
  gutter: 104,
  leading: 16,
  padding: 10,
  /** Over and under the cards of a track. */
  air: 20,
} as const;

/** One printed line of a card. */
export interface Rad {
  text: string;
  colour: PaintName;
  bold: boolean;
}

/** A card of a step, or an open mark: its middle line on the track, its lines and its size. */
export interface Kort {
  column: number;
  x: number;
  y: number;
  width: number;
  height: number;
  rader: Rad[];
}

export interface Layout {
  kort: Kort[];
  oppna: Kort[];
  /** Of each track: its top, height, middle, and its name in lines. */
  banor: { y: number; height: number; middle: number; namn: string[] }[];
  /** How many columns there are, that of what is awaited among them. */
  columns: number;
  top: number;
  width: number;
  bottom: number;
}

const { margin, names, card, gutter, leading, padding, air } = SIZES;

export const columnX = (column: number): number => margin + names + gutter / 2 + column * (card + gutter);

/** @param top where the tracks begin, under the headings */
export function layoutOf(bild: Bild, top: number): Layout {
  const last = bild.markeringar.length;
  const columnOf = ({ art, fran }: Oppen) => (art === 'vantar' ? last : Math.min(fran + 1, last));
  const ending = bild.vag.avslutat ? 1 : 0;
  const columns = Math.max(last + ending, 1, ...bild.oppna.map((oppen) => columnOf(oppen) + 1));

  const kort = bild.markeringar.map(({ steg, vid }, column) => cardOf(column, linesOf(steg, vid)));
  const oppna = bild.oppna.map((oppen) => cardOf(columnOf(oppen), openLinesOf(oppen, bild)));

  let y = top;
  const banor = bild.banor.map(({ namn, hos }, bana) => {
    const lines = printedLines(namn, names - 12, 13 * BOLD, 4);
    const steps = kort.filter((_, at) => bild.markeringar[at]?.bana === bana);
    const open = oppna.filter((_, at) => bild.oppna[at]?.bana === bana);
    const piles = [...Map.groupBy(open, ({ column }) => column).values()];
    const height = Math.max(
      lines.length * leading + (hos ? 24 : 0) + 8,
      44,
      ...steps.map((one) => one.height),
      ...piles.map((pile) => pile.reduce((sum, one) => sum + one.height, (pile.length - 1) * 10)),
    );
    const row = { y, height: height + 2 * air, middle: y + air + height / 2, namn: lines };
    for (const one of steps) one.y = row.middle - one.height / 2;
    for (const pile of piles) {
      let at = row.middle - pile.reduce((sum, one) => sum + one.height, (pile.length - 1) * 10) / 2;
      for (const one of pile) {
        one.y = at;
        at += one.height + 10;
      }
    }
    y += row.height;
    return row;
  });
  const width = Math.max(columnX(columns) - gutter / 2 + margin, 640);
  return { kort, oppna, banor, columns, top, width, bottom: y };
}

function cardOf(column: number, rader: Rad[]): Kort {
  const height = rader.length * leading + 2 * padding - 4;
  return { column, x: columnX(column), y: 0, width: card, height, rader };
}

const rad = (text: string, colour: PaintName = 'ink', bold = false): Rad[] =>
  printedLines(text, card - 2 * padding - 6, bold ? 12 * BOLD : 12, 3).map((line) => ({
    ...{ text: line, colour, bold },
  }));

const MARK: { readonly [utfall: string]: string } = {
  bifall: '✓ ',
  avslag: '✗ ',
  aterremiss: '↩ ',
  bordlagt: '‖ ',
};

/** What a step's card says. */
function linesOf(steg: Steg, vid: VidSteg | undefined): Rad[] {
  const utfall = ord.utfallOf(steg);
  const paragraf = ord.paragrafOf(steg);
  const kind = steg.kind === 'protokoll' && paragraf !== '' ? '' : ord.KIND[steg.kind];
  return [
    ...rad(ord.dayOf(steg), 'muted'),
    ...rad([paragraf, kind].filter((part) => part !== '').join(' · '), 'ink', true),
    ...(utfall === '' ? [] : rad(`${MARK[steg.utfall ?? ''] ?? ''}${utfall}`)),
    ...ord.beslutText(vid?.beslut ?? []).flatMap((line) => rad(line)),
    ...[...ord.voteringarOf(steg), ...ord.medfoljerOf(steg)].flatMap((line) => rad(line, 'muted')),
    ...ord
      .leveransRader(vid?.leveranser ?? [])
      .flatMap(({ text, sen }) => rad(`${sen ? '⚠' : '✉'} ${text}`, sen ? 'late' : 'muted', sen)),
    ...(steg.lagaKraft ? rad(`◆ ${ord.lagaKraftText(steg.lagaKraft)}`, 'now') : []),
  ];
}

/** What an open mark says. */
function openLinesOf(oppen: Oppen, { banor, idag }: Bild): Rad[] {
  const { vantan, art, sen } = oppen;
  if (art !== 'vantar') return rad(ord.oppenText(oppen, '', undefined), 'muted');
  const short = vantan?.skal === 'uppdrag' ? 'att uppdraget utförs' : vantan && SHORT[vantan.vad];
  const what = vantan === null ? 'väntar' : `väntar på ${short}`;
  if (vantan === null) return rad(what, 'now', true);
  const { senast, frist } = vantan;
  // Whom it is awaited from is the track; a track of its own where it is nobody's.
  const whose = vantan.av === null && banor.length > 1 ? rad('av vem framgår inte', 'muted') : [];
  return [
    ...rad(what, sen ? 'late' : 'now', true),
    ...whose,
    ...(vantan.sedan === null ? [] : rad(`sedan ${vantan.sedan}`, 'muted')),
    ...(senast === null ? [] : rad(`senast ${senast}`, 'ink')),
    ...(senast === null || idag === null
      ? []
      : rad(`${sen ? '⚠ ' : ''}${ord.standsTo(senast, idag)}`, sen ? 'late' : 'muted', sen)),
    ...(senast === null || frist === null ? [] : rad(`enligt ${frist}`, 'muted')),
  ];
}

const SHORT: { readonly [vad in NonNullable<Oppen['vantan']>['vad']]: string } = {
  beslut: 'beslut',
  yttrande: 'yttrande',
  svar: 'svar',
  aterkomst: 'att ärendet kommer igen',
  utforande: 'att beslutet verkställs',
};
