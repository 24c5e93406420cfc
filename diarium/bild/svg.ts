/**
 * The way as a picture: bodies as tracks one under the other, time from left to right, one card a step, arrows to
 * whoever has the matter next. One file without scripts or anything from elsewhere, for a page, a document or a wall.
 */
import { bildOf } from './bild.ts';
import { ending, openCard, stepCard } from './cards.ts';
import { around, joined, roomOf, sizeOf } from './drawn.ts';
import { layoutOf, SIZES } from './layout.ts';
import * as ord from './ord.ts';
import { darkStyle } from './paint.ts';
import { utanSekretess } from './sekretess.ts';
import { block, escaped, rect, text } from './shapes.ts';
import { BOLD, printedLines, printedWidth } from './text.ts';
import { inWords, stateOf } from './told.ts';
import type { Sprak, Vag } from './types.ts';
import { readIn, WORDS } from './words.ts';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const { margin } = SIZES;

/**
 * Draws a way as SVG.
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 */
export function svgOf(whole: Vag, idag: string | null, sprak: Sprak = 'sv'): string {
  const vag = utanSekretess(whole);
  const bild = bildOf(vag, idag, sprak);
  const wide = Math.max(layoutOf(bild, 0).width, 640) - 2 * margin;
  const heading = vag.rubrik === null ? [] : printedLines(vag.rubrik, wide, 15, 2);
  const top = margin + 26 + heading.length * 20 + 24 + 26;
  const number =
    vag.diarienummer === null
      ? WORDS[sprak].noNumber
      : ord.shownField(vag.diarienummer, 'diarienummer', vag.obekraftade);
  const name = `${number} · ${vag.huvudman ?? WORDS[sprak].noHuvudman}`;
  const widest = Math.min(margin * 2 + printedWidth(name) * 19 * BOLD, 1600);
  const { layout, height, legend } = roomOf(bild, top, widest);
  const parts = [
    `<title>${escaped(vag.rubrik === null ? name : `${name}: ${vag.rubrik}`)}</title>`,
    `<desc>${escaped(inWords(bild))}</desc>`,
    `<style>${darkStyle()}</style>`,
    rect({ x: 0, y: 0, width: layout.width, height }, 'paper'),
    text(name, margin, margin + 18, 'ink', { size: 19, bold: true }),
    block(heading, { x: margin, y: margin + 42, leading: 20 }, 'ink', { size: 15, lang: readIn(sprak) }),
    text(stateOf(bild), margin, top - 32, 'muted', { size: 13 }),
    ...around(bild, layout),
    ...bild.markeringar.map((_, at) => stepCard(bild, layout, at)),
    ...bild.oppna.map((_, at) => openCard(bild, layout, at)),
    ending(bild, layout),
    legend,
  ];
  return `<svg ${sizeOf(layout.width, height)} role="img" lang="${sprak}" font-family="${FONT}">\n${joined(parts)}\n</svg>\n`;
}
