/** A look from the usual measures and what is different. */
import type { Block } from '../../../samples/make/content.ts';
import type { Pen, Style } from '../../../samples/make/pen.ts';
import type { Look } from './set.ts';

export const look = (more: Partial<Look> & Pick<Look, 'sidhuvud' | 'paragraf'>): Look => ({
  family: 'helvetica',
  grad: 10.5,
  rad: 13.8,
  marginal: { upp: 100, ned: 84, vanster: 72, hoger: 66 },
  indrag: [0, 18],
  styckeavstand: 6,
  postavstand: 2,
  borjan: () => {},
  rubrik: heading({ snitt: 'fet' }),
  efter: (pen) => pen.gap(20),
  ...more,
});

/** A heading on a line of its own. */
export const heading =
  (style: Style, before = 4) =>
  (pen: Pen, text: string): void => {
    pen.gap(before);
    pen.need(3);
    pen.para(text, style);
  };

/** The introducing line and all clauses as one paragraph. */
export function runOn(pen: Pen, block: Block, look: Look): boolean {
  if (block.typ !== 'attsatser') return false;
  if (block.rubrik) look.rubrik(pen, block.rubrik);
  const [last, ...before] = [...block.satser].reverse();
  const satser = before.length > 0 ? `${before.reverse().join(' ')} samt ${last}` : last;
  pen.para([block.ledtext, satser].filter(Boolean).join(' '));
  pen.gap(look.styckeavstand);
  return true;
}

/** The heading on the line of its text: "Bakgrund: …". */
export function inline(pen: Pen, block: Block, look: Look): boolean {
  if (!('rubrik' in block) || !block.rubrik) return false;
  const label = `${block.rubrik}: `;
  const paragraphs = (texts: string[]) => {
    for (const [i, text] of texts.entries()) {
      pen.para(i === 0 ? label + text : text);
      pen.gap(look.styckeavstand);
    }
    return true;
  };
  switch (block.typ) {
    case 'text':
    case 'votering':
      return paragraphs(block.stycken);
    case 'yrkanden':
    case 'reservationer':
    case 'anteckningar':
      return paragraphs(block.inlagg.map((i) => i.text));
    case 'expediering':
      return paragraphs([block.mottagare.join(', ')]);
    default:
      return false;
  }
}
