/** Lays a sample out: content and template in, PDF and the places of everything out. */
import type { Arende, Block, Handling, Lista, Sample, Votering } from './content.ts';
import { createPen, type Look, type Pen } from './pen.ts';

/** How one municipality's records look. */
export interface Template extends Look {
  borjan: (pen: Pen, h: Handling) => void;
  /** The head of a § or of an agenda item. */
  paragraf: (pen: Pen, h: Handling, a: Arende) => void;
  rubrik: (pen: Pen, text: string) => void;
  /** After an ärende: a line, a gap. */
  efter?: (pen: Pen, h: Handling, last: boolean) => void;
  /** After the last ärende: signatures. */
  slut?: (pen: Pen, h: Handling) => void;
  /** Points from the left margin to a list's marks and to its text. */
  indrag: [number, number];
  /** Points between paragraphs and between entries of a list. */
  styckeavstand: number;
  postavstand: number;
}

export interface Layout {
  handlingar: { pages: [number, number]; arenden: [number, number][] }[];
}

function mark(lista: Lista, i: number): string | undefined {
  switch (lista) {
    case 'nr.':
      return `${i}.`;
    case 'nr':
      return `${i}`;
    case 'nr)':
      return `${i})`;
    case 'streck':
      return '–';
    case 'punkt':
      return '•';
    case 'ingen':
      return undefined;
  }
}

function list(pen: Pen, t: Template, lista: Lista, entries: string[], from = 1): void {
  for (const [i, entry] of entries.entries()) {
    const m = mark(lista, from + i);
    if (m) pen.para(entry, { x: pen.left + t.indrag[1] }, { text: m, x: pen.left + t.indrag[0] });
    else pen.para(entry);
    pen.gap(t.postavstand);
  }
}

const ROSTER = ['ja', 'nej', 'avstar'] as const;

function table(pen: Pen, v: Votering): void {
  const columns = [pen.left + 230, pen.left + 275, pen.left + 320];
  const shown = v.roster.some((r) => r.rost === 'avstar') ? ROSTER : ROSTER.slice(0, 2);
  pen.need(3);
  pen.at('Ledamot', pen.y, { snitt: 'fet' });
  for (const [i, name] of ['Ja', 'Nej', 'Avstår'].slice(0, shown.length).entries())
    pen.at(name, pen.y, { snitt: 'fet', x: columns[i] ?? 0 });
  pen.y += pen.look.rad;
  for (const r of v.roster) {
    pen.need(1);
    pen.at(r.person, pen.y);
    const column = columns[ROSTER.indexOf(r.rost as (typeof ROSTER)[number])];
    if (column) pen.at('X', pen.y, { x: column + 3 });
    pen.y += pen.look.rad;
  }
  pen.at('Summa', pen.y, { snitt: 'fet' });
  for (const [i, key] of shown.entries()) pen.at(String(v[key] ?? 0), pen.y, { x: (columns[i] ?? 0) + 3 });
  pen.y += pen.look.rad;
}

/** Prints one block. */
export function printBlock(pen: Pen, t: Template, b: Block): void {
  if (b.typ === 'fyll') {
    pen.fill(b.rader);
    return;
  }
  if (b.rubrik) t.rubrik(pen, b.rubrik);
  const paragraphs = (texts: string[]) => {
    for (const text of texts) {
      pen.para(text);
      pen.gap(t.styckeavstand);
    }
  };
  switch (b.typ) {
    case 'text':
      paragraphs(b.stycken);
      break;
    case 'lista':
      list(pen, t, b.lista, b.poster);
      break;
    case 'attsatser':
      if (b.ledtext) paragraphs([b.ledtext]);
      list(pen, t, b.lista, b.satser, b.fran);
      pen.gap(t.postavstand);
      break;
    case 'yrkanden':
    case 'reservationer':
    case 'anteckningar':
      paragraphs(b.inlagg.map((i) => i.text));
      break;
    case 'votering':
      paragraphs(b.stycken);
      if (b.tabell) table(pen, b.votering);
      pen.gap(t.styckeavstand);
      break;
    case 'expediering':
      if (b.lista === 'komma') paragraphs([b.mottagare.join(', ')]);
      else list(pen, t, b.lista, b.mottagare);
      pen.gap(t.styckeavstand);
      break;
    case 'underlag':
      list(pen, t, b.lista, b.poster);
      pen.gap(t.styckeavstand);
      break;
  }
}

function pass(sample: Sample, t: Template, pagesOf: number[]): { pen: Pen; layout: Layout } {
  const pen = createPen(t, pagesOf);
  const layout: Layout = { handlingar: [] };
  for (const h of sample.handlingar) {
    pen.handling(h);
    const first = pen.page;
    t.borjan(pen, h);
    for (const b of h.fritt ?? []) printBlock(pen, t, b);
    const arenden: [number, number][] = [];
    for (const [i, a] of h.arenden.entries()) {
      t.paragraf(pen, h, a);
      const start = pen.page;
      for (const b of a.block) printBlock(pen, t, b);
      arenden.push([start, pen.page]);
      t.efter?.(pen, h, i === h.arenden.length - 1);
    }
    t.slut?.(pen, h);
    layout.handlingar.push({ pages: [first, pen.page], arenden });
  }
  return { pen, layout };
}

/** The PDF of a sample. Laid out twice: the first time only to learn how many pages each handling has. */
export async function layOut(sample: Sample, t: Template): Promise<{ pdf: Buffer; layout: Layout }> {
  const draft = pass(sample, t, []);
  await draft.pen.end();
  const pages = draft.layout.handlingar.map((h) => h.pages[1] - h.pages[0] + 1);
  const { pen, layout } = pass(sample, t, pages);
  return { pdf: await pen.end(), layout };
}
