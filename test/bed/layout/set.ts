/** Sets a file in type with the pen of samples/make, and remembers what was written where. */
import type { Block, Sample } from '../../../samples/make/content.ts';
import { type Layout, printBlock, type Template } from '../../../samples/make/layout.ts';
import { createPen, type Pen } from '../../../samples/make/pen.ts';

/** One string as it came to stand: points from the top left of its page, in the order of writing. */
export interface Written {
  page: number;
  x: number;
  y: number;
  text: string;
  /** Part of a page's head or foot. */
  furniture: boolean;
}

/** How a template's pages look. */
export interface Look extends Template {
  /** Prints a block in a way of its own; false for the common way. */
  skriv?: (pen: Pen, block: Block, look: Look) => boolean;
}

export interface Set {
  pdf: Buffer;
  layout: Layout;
  written: Written[];
}

type Text = (text: string, x: number, y: number, options?: object) => unknown;

/** A pen that keeps what it writes. */
function openPen(look: Look, pagesOf: number[]): { pen: Pen; written: Written[] } {
  const written: Written[] = [];
  let furniture = false;
  const sidhuvud: Look['sidhuvud'] = (pen, sida) => {
    furniture = true;
    look.sidhuvud(pen, sida);
    furniture = false;
  };
  const pen = createPen({ ...look, sidhuvud }, pagesOf);
  const doc = pen.doc as unknown as { text: Text };
  const text = doc.text.bind(pen.doc) as Text;
  doc.text = (what, x, y, options) => {
    written.push({ page: pen.page, x, y, text: what, furniture });
    return text(what, x, y, options);
  };
  return { pen, written };
}

/** Prints a file, without making a PDF of it yet. */
export function pass(sample: Sample, look: Look, pagesOf: number[] = []) {
  const { pen, written } = openPen(look, pagesOf);
  const layout: Layout = { handlingar: [] };
  const print = (block: Block) => {
    if (!look.skriv?.(pen, block, look)) printBlock(pen, look, block);
  };
  for (const h of sample.handlingar) {
    pen.handling(h);
    const first = pen.page;
    look.borjan(pen, h);
    for (const block of h.fritt ?? []) print(block);
    const arenden: [number, number][] = [];
    for (const [i, arende] of h.arenden.entries()) {
      look.paragraf(pen, h, arende);
      const start = pen.page;
      for (const block of arende.block) print(block);
      arenden.push([start, pen.page]);
      look.efter?.(pen, h, i === h.arenden.length - 1);
    }
    look.slut?.(pen, h);
    layout.handlingar.push({ pages: [first, pen.page], arenden });
  }
  return { pen, layout, written };
}

/** @param look made anew for each pass: a look may remember which § it is in */
export async function set(sample: Sample, look: () => Look): Promise<Set> {
  const draft = pass(sample, look(), []);
  await draft.pen.end();
  const pages = draft.layout.handlingar.map((h) => h.pages[1] - h.pages[0] + 1);
  const { pen, layout, written } = pass(sample, look(), pages);
  return { pdf: await pen.end(), layout, written };
}
