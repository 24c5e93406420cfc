/**
 * How the picture is coloured: every class has its colour on paper as attributes, so that a reader without style sheets
 * shows it right, and the one for dark screens as a style. Nothing is told by colour alone.
 */

interface Paint {
  /** On paper and on light screens, and on dark ones. */
  fill?: readonly [light: string, dark: string];
  stroke?: readonly [light: string, dark: string];
  /** The same on both: dashes, widths, type. */
  rest?: string;
}

const PAINTS = {
  paper: { fill: ['#ffffff', '#15191f'] },
  band: { fill: ['#f4f6f9', '#1b2129'] },
  here: { fill: ['#e6f0fb', '#162c44'] },
  rule: { stroke: ['#dfe4ea', '#2d3540'], rest: 'stroke-width="1" fill="none"' },
  year: { stroke: ['#c3cad4', '#3d4754'], rest: 'stroke-width="1" stroke-dasharray="2 4" fill="none"' },
  ink: { fill: ['#17202b', '#e9edf2'] },
  muted: { fill: ['#525e6c', '#a4afbc'] },
  now: { fill: ['#0b4f94', '#8cc2f7'] },
  late: { fill: ['#a3121f', '#ff9a94'] },
  onnow: { fill: ['#ffffff', '#0d1a29'] },
  card: { fill: ['#ffffff', '#232b35'], stroke: ['#8d98a7', '#6b7787'], rest: 'stroke-width="1.2"' },
  fold: { fill: ['#e3e8ee', '#38434f'], stroke: ['#8d98a7', '#6b7787'], rest: 'stroke-width="1"' },
  rim: { fill: ['#3d5a80', '#7fa7d6'] },
  open: {
    fill: ['#ffffff', '#15191f'],
    stroke: ['#0b4f94', '#8cc2f7'],
    rest: 'stroke-width="1.6" stroke-dasharray="5 3"',
  },
  openlate: {
    fill: ['#fff5f4', '#33191b'],
    stroke: ['#a3121f', '#ff9a94'],
    rest: 'stroke-width="2" stroke-dasharray="5 3"',
  },
  gone: {
    fill: ['#ffffff', '#15191f'],
    stroke: ['#8d98a7', '#6b7787'],
    rest: 'stroke-width="1.2" stroke-dasharray="2 3"',
  },
  vidare: { stroke: ['#3f4b5a', '#b9c3cf'], rest: 'stroke-width="1.8" fill="none"' },
  aterremiss: {
    stroke: ['#a8400b', '#f5a86c'],
    rest: 'stroke-width="1.8" stroke-dasharray="7 4" fill="none"',
  },
  bordlaggning: {
    stroke: ['#3f4b5a', '#b9c3cf'],
    rest: 'stroke-width="1.8" stroke-dasharray="2 4" fill="none"',
  },
  remiss: {
    stroke: ['#5b3d8f', '#c3a8f0'],
    rest: 'stroke-width="1.8" stroke-dasharray="10 3 2 3" fill="none"',
  },
  delegation: {
    stroke: ['#2f6b4f', '#8fd0b0'],
    rest: 'stroke-width="1.8" stroke-dasharray="4 2" fill="none"',
  },
  headvidare: { fill: ['#3f4b5a', '#b9c3cf'] },
  headaterremiss: { fill: ['#a8400b', '#f5a86c'] },
  headbordlaggning: { fill: ['#3f4b5a', '#b9c3cf'] },
  headdelegation: { fill: ['#2f6b4f', '#8fd0b0'] },
  headremiss: { fill: ['#5b3d8f', '#c3a8f0'] },
} as const satisfies { [name: string]: Paint };

export type PaintName = keyof typeof PAINTS;

const of = (name: PaintName): Paint => PAINTS[name];

/** The class and the attributes of a shape or text. */
export function paint(name: PaintName): string {
  const { fill, stroke, rest } = of(name);
  return [
    `class="av-${name}"`,
    fill ? `fill="${fill[0]}"` : '',
    stroke ? `stroke="${stroke[0]}"` : '',
    rest ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The style sheet: only what a dark screen changes. Print is always as on paper. */
export function darkStyle(): string {
  const rules = (Object.keys(PAINTS) as PaintName[]).map((name) => {
    const { fill, stroke } = of(name);
    return `.av-${name}{${fill ? `fill:${fill[1]};` : ''}${stroke ? `stroke:${stroke[1]};` : ''}}`;
  });
  return `@media screen and (prefers-color-scheme:dark){${rules.join('')}}`;
}
