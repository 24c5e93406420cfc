/** The arrows of the picture, and what they mean. */
import { type Layout, LEFT, SIZES } from './layout.ts';
import * as ord from './ord.ts';
import type { PaintName } from './paint.ts';
import { bent, head, path, rect, text, told } from './shapes.ts';
import { BOLD, printedLines, printedWidth } from './text.ts';
import type { Bild, Pil, Pilart } from './types.ts';
import { WORDS } from './words.ts';

const { margin, gutter } = SIZES;

const HEADS: { readonly [art in Pilart]: PaintName } = {
  vidare: 'headvidare',
  aterremiss: 'headaterremiss',
  bordlaggning: 'headbordlaggning',
  remiss: 'headremiss',
  delegation: 'headdelegation',
};

/** On which sheet a column is; null where the whole picture is one. */
export type Blad = ((column: number) => number) | null;

/**
 * From a card's right side, down or up in the room behind it, and along the track to the next card. On a sheet, one that
 * comes from another begins at its left edge, and one that goes to another ends at its right.
 */
export function arrow(bild: Bild, layout: Layout, at: number, blad: Blad): string {
  const pil = bild.pilar[at] as Pil;
  const from = layout.kort[pil.fran];
  const target = 'steg' in pil.till ? layout.kort[pil.till.steg] : layout.oppna[pil.till.oppen];
  const colour = HEADS[pil.art];
  const own = bild.markeringar[pil.fran]?.bana ?? 0;
  const middle = (bana: number) => layout.banor[bana]?.middle ?? 0;
  const y1 = target && 'oppen' in pil.till ? target.y + target.height / 2 : middle(pil.bana);
  const words = [
    `${bild.banor[own]?.namn} → ${bild.banor[pil.bana]?.namn}`,
    ord.pilWord(pil, bild.sprak),
    ord.attText(pil.nr, bild.sprak),
    ord.sedanText(pil, bild.sprak),
  ];
  const said = words.filter((part) => part !== '').join(', ');
  if (!from) {
    if (!target) return '';
    const label = cameFrom(bild, layout, at, blad).map((line, i) =>
      text(line, LEFT + 6, i === 0 ? y1 - 6 : y1 + 3 + i * 12, colour, { size: 11, bold: i > 0 }),
    );
    const line: [number, number][] = [
      [LEFT, y1],
      [target.x - 8, y1],
    ];
    return told(said, bent(line, pil.art) + head(target.x, y1, colour) + label.join(''));
  }
  const y0 = middle(own);
  const x0 = from.x + from.width;
  const x1 = target?.x ?? layout.width - margin / 2;
  const turn = x0 + 12 + Math.min(besides(bild, at), 4) * 6;
  const straight = Math.abs(y1 - y0) < 1;
  const points: [number, number][] = straight
    ? [
        [x0, y0],
        [x1 - 8, y1],
      ]
    : [
        [x0, y0],
        [turn, y0],
        [turn, y1],
        [x1 - 8, y1],
      ];
  const left = straight ? x0 + 6 : turn + 6;
  const room = (layout.columns.find((x) => x > left) ?? x0 + gutter) - left - 4;
  const column = 'steg' in pil.till ? pil.till.steg : bild.markeringar.length;
  const where = target || blad === null ? [] : [WORDS[bild.sprak].toSheet(blad(column))];
  const below = [...printedLines(ord.attText(pil.nr, bild.sprak), room, 11 * BOLD, 2), ...where];
  const label = [
    ...printedLines(ord.pilWord(pil, bild.sprak), room, 11, 1).map((one) =>
      text(one, left, y1 - 6, colour, { size: 11 }),
    ),
    ...below.map((one, i) => text(one, left, y1 + 15 + i * 12, colour, { size: 11, bold: true })),
  ];
  return told(said, bent(points, pil.art) + head(x1, y1, colour) + label.join(''));
}

/** Several from one card turn side by side, those that go farther first: none crosses what another says. */
function besides({ pilar, markeringar }: Bild, at: number): number {
  const own = pilar[at] as Pil;
  const far = ({ bana, fran }: Pil) => bana - (markeringar[fran]?.bana ?? 0);
  return pilar.filter((other, i) => {
    if (other.fran !== own.fran || Math.sign(far(other)) !== Math.sign(far(own))) return false;
    const farther = Math.abs(far(other)) - Math.abs(far(own));
    return farther > 0 || (farther === 0 && i < at);
  }).length;
}

/** From which sheets and bodies a card is reached; told once, by the first of its arrows. */
function cameFrom(
  { pilar, banor, markeringar, sprak }: Bild,
  layout: Layout,
  at: number,
  blad: Blad,
): string[] {
  const same = (a: Pil['till'], b: Pil['till']) =>
    'steg' in a ? 'steg' in b && a.steg === b.steg : 'oppen' in b && a.oppen === b.oppen;
  const all = pilar
    .map((pil, i) => ({ pil, i }))
    .filter(({ pil }) => !layout.kort[pil.fran] && same(pil.till, (pilar[at] as Pil).till));
  if (blad === null || all[0]?.i !== at) return [];
  const sheets = [...new Set(all.map(({ pil }) => blad(pil.fran)))];
  const names = [...new Set(all.map(({ pil }) => banor[markeringar[pil.fran]?.bana ?? 0]?.namn ?? ''))];
  const room = gutter - 20;
  return [WORDS[sprak].fromSheet(sheets.join(', ')), ...printedLines(names.join(', '), room, 11 * BOLD, 3)];
}

/** What the lines mean; only those there are, and nothing where all are plain. */
export function legendOf(
  { pilar, markeringar, oppna, sprak }: Bild,
  { bottom, kort, oppna: open }: Layout,
): { drawn: string; width: number } {
  const here = pilar.filter(
    ({ fran, till }) => kort[fran] || ('steg' in till ? kort[till.steg] : open[till.oppen]),
  );
  const used = (Object.keys(HEADS) as Pilart[]).filter((art) => here.some((pil) => pil.art === art));
  const kraft = markeringar.some(({ steg }, at) => kort[at] && steg.lagaKraft);
  const awaited = oppna.some(({ art }, at) => open[at] && art === 'vantar');
  const y = bottom + 26;
  let x = margin;
  const out: string[] = [];
  const say = (words: string) => {
    out.push(text(words, x, y + 4, 'muted', { size: 11 }));
    x += printedWidth(words) * 11 + 22;
  };
  for (const art of used) {
    out.push(path(`M${x} ${y}H${x + 26}`, art), head(x + 34, y, HEADS[art]));
    x += 40;
    say(WORDS[sprak].legend[art]);
  }
  if (awaited) {
    out.push(rect({ x, y: y - 7, width: 26, height: 14 }, 'open', 7));
    x += 32;
    say(WORDS[sprak].awaited);
  }
  if (kraft) say(WORDS[sprak].forceLegend);
  return { drawn: out.join(''), width: x };
}
