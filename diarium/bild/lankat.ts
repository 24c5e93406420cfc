/** A picture, or a sheet of it, whose cards lead to what is told of them. */
import type { Blad } from './arrows.ts';
import { ending, itemLinks, openCard, stepCard } from './cards.ts';
import { around, joined } from './drawn.ts';
import type { Layout } from './layout.ts';
import { escaped, rect } from './shapes.ts';
import type { Bild } from './types.ts';

export interface Linked {
  /** Where each step is told of: the address of the step in that place of the way. */
  hrefOf(at: number): string;
  /** Where an item stands for ever, by its id. */
  postHref(id: string): string;
}

interface Room {
  layout: Layout;
  height: number;
  legend: string;
}

/**
 * Draws it. A card leads to its step, and is named by when and what it is; its items lead where they stand for ever, by
 * pointer alone: the keyboard and screen readers have them, and all else, in the list of steps.
 *
 * @param linked null: nothing leads anywhere
 */
export function drawnParts(
  bild: Bild,
  { layout, height, legend }: Room,
  { linked, blad = null, corner = '' }: { linked: Linked | null; blad?: Blad; corner?: string },
): string {
  const hidden = (parts: string[]): string => `<g aria-hidden="true">${joined(parts)}</g>`;
  const cards = bild.markeringar.map(({ bana }, at) => {
    const kort = layout.kort[at];
    if (!kort || linked === null) return stepCard(bild, layout, at);
    // What is seen of the link stands in its name as it is seen (WCAG 2.5.3).
    const lines = kort.stycken
      .filter(({ huvud }) => huvud)
      .flatMap(({ rader }) => rader.map(({ text }) => text));
    const said = `${at + 1}. ${bild.banor[bana]?.namn}: ${lines.join(' ')}`;
    return `<a href="${escaped(linked.hrefOf(at))}"><title>${escaped(said)}</title>${stepCard(bild, layout, at, true)}</a>`;
  });
  const items = layout.kort.map((kort) => (kort && linked ? itemLinks(kort, linked.postHref) : ''));
  const open = bild.oppna.map((_, at) => openCard(bild, layout, at));
  const paper = rect({ x: 0, y: 0, width: layout.width, height }, 'paper');
  const parts = [
    hidden([paper, corner, ...around(bild, layout, blad)]),
    ...cards,
    hidden([...items, ...open, ending(bild, layout), legend]),
  ];
  return `<g lang="${bild.sprak}">${joined(parts)}</g>`;
}
