/** The arrows of the picture, and what they mean. */
import { columnX, type Layout, SIZES } from './layout.ts';
import * as ord from './ord.ts';
import type { PaintName } from './paint.ts';
import { bent, head, path, rect, text, told } from './shapes.ts';
import { BOLD, printedLines, printedWidth } from './text.ts';
import type { Bild, Pil, Pilart } from './types.ts';

const { margin, card, gutter } = SIZES;

const HEADS: { readonly [art in Pilart]: PaintName } = {
  vidare: 'headvidare',
  aterremiss: 'headaterremiss',
  bordlaggning: 'headbordlaggning',
  remiss: 'headremiss',
  delegation: 'headdelegation',
};

/** From a card's right side, down or up in the room behind it, and along the track to the next card. */
export function arrow(bild: Bild, layout: Layout, pil: Pil, at: number): string {
  const from = layout.kort[pil.fran];
  const target = 'steg' in pil.till ? layout.kort[pil.till.steg] : layout.oppna[pil.till.oppen];
  const row = layout.banor[bild.markeringar[pil.fran]?.bana ?? 0];
  if (!from || !target || !row) return '';
  const y0 = row.middle;
  const y1 = 'steg' in pil.till ? (layout.banor[pil.bana]?.middle ?? y0) : target.y + target.height / 2;
  const x0 = from.x + from.width;
  const x1 = target.x;
  // Several from one card turn side by side, those that go farther first: none crosses what another says.
  const far = ({ bana }: Pil) => bana - (bild.markeringar[pil.fran]?.bana ?? 0);
  const beside = bild.pilar.filter((other, i) => {
    if (other.fran !== pil.fran || Math.sign(far(other)) !== Math.sign(far(pil))) return false;
    const farther = Math.abs(far(other)) - Math.abs(far(pil));
    return farther > 0 || (farther === 0 && i < at);
  }).length;
  const turn = x0 + 12 + Math.min(beside, 4) * 6;
  const points: [number, number][] =
    Math.abs(y1 - y0) < 1
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
  const why = ord.pilWord(pil);
  const which = ord.attText(pil.nr);
  const left = Math.abs(y1 - y0) < 1 ? x0 + 6 : turn + 6;
  const room = columnX(Math.floor((left - columnX(0)) / (card + gutter)) + 1) - left - 4;
  const colour = HEADS[pil.art];
  const label = [
    ...printedLines(why, room, 11, 1).map((one) => text(one, left, y1 - 6, colour, { size: 11 })),
    ...printedLines(which, room, 11 * BOLD, 2).map((one, i) =>
      text(one, left, y1 + 15 + i * 12, colour, { size: 11, bold: true }),
    ),
  ];
  const words = [
    `${bild.banor[bild.markeringar[pil.fran]?.bana ?? 0]?.namn} → ${bild.banor[pil.bana]?.namn}`,
    why,
    which,
    ord.sedanText(pil),
  ];
  return told(
    words.filter((part) => part !== '').join(', '),
    bent(points, pil.art) + head(x1, y1, colour) + label.join(''),
  );
}

const LEGEND: { readonly [art in Pilart]: string } = {
  vidare: 'går vidare',
  aterremiss: 'återremiss, tillbaka för ny beredning',
  bordlaggning: 'bordläggning',
  remiss: 'remiss',
  delegation: 'delegation',
};

/** What the lines mean; only those there are, and nothing where all are plain. */
export function legendOf(
  { pilar, markeringar, oppna }: Bild,
  { bottom }: Layout,
): { drawn: string; width: number } {
  const used = (Object.keys(LEGEND) as Pilart[]).filter((art) => pilar.some((pil) => pil.art === art));
  const kraft = markeringar.some(({ steg }) => steg.lagaKraft);
  const awaited = oppna.some(({ art }) => art === 'vantar');
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
    say(LEGEND[art]);
  }
  if (awaited) {
    out.push(rect({ x, y: y - 7, width: 26, height: 14 }, 'open', 7));
    x += 32;
    say('väntas');
  }
  if (kraft) say('◆ laga kraft om ingen har överklagat');
  return { drawn: out.join(''), width: x };
}
