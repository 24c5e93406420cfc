/** The parts that the picture is drawn from, as SVG text. Everything that comes from outside is escaped here. */
import { type PaintName, paint } from './paint.ts';

/** A text as it may stand in XML: marked-up signs escaped, characters that XML forbids left out. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const n = (value: number): string => String(Math.round(value * 10) / 10);

export interface Print {
  size?: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  /** Where it is another than the drawing's. */
  lang?: 'sv' | undefined;
}

/** One line of text, on its baseline. */
export function text(words: string, x: number, y: number, colour: PaintName, print: Print = {}): string {
  const { size = 12, bold = false, anchor = 'start', lang } = print;
  const spoken = lang === undefined ? '' : ` lang="${lang}"`;
  const weight = bold ? ' font-weight="600"' : '';
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${weight}${at}${spoken} ${paint(colour)}>${escaped(words)}</text>`;
}

/** Lines under each other, the first on `y`. */
export const block = (
  all: readonly string[],
  at: { x: number; y: number; leading: number },
  colour: PaintName,
  print: Print = {},
): string => all.map((one, i) => text(one, at.x, at.y + i * at.leading, colour, print)).join('');

export const rect = (
  box: { x: number; y: number; width: number; height: number },
  colour: PaintName,
  radius = 0,
): string =>
  `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}"${radius ? ` rx="${radius}"` : ''} ${paint(colour)}/>`;

export const path = (d: string, colour: PaintName): string => `<path d="${d}" ${paint(colour)}/>`;

/** A sheet with its corner turned down: a document, and not a meeting. */
export function sheet(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  colour: PaintName,
): string {
  const fold = 12;
  const right = x + width;
  const d = `M${n(x)} ${n(y)}H${n(right - fold)}L${n(right)} ${n(y + fold)}V${n(y + height)}H${n(x)}Z`;
  const corner = `M${n(right - fold)} ${n(y)}V${n(y + fold)}H${n(right)}Z`;
  return path(d, colour) + path(corner, 'fold');
}

/** A line through corners that are right angles, rounded. */
export function bent(corners: readonly (readonly [number, number])[], colour: PaintName): string {
  const [first, ...rest] = corners as readonly (readonly [number, number])[];
  if (!first) return '';
  let d = `M${n(first[0])} ${n(first[1])}`;
  let [px, py] = first;
  rest.forEach(([x, y], at) => {
    const after = rest[at + 1];
    if (!after) {
      d += `L${n(x)} ${n(y)}`;
      return;
    }
    const r = Math.min(8, Math.hypot(x - px, y - py) / 2, Math.hypot(after[0] - x, after[1] - y) / 2);
    const [bx, by] = [x - Math.sign(x - px) * r, y - Math.sign(y - py) * r];
    const [ax, ay] = [x + Math.sign(after[0] - x) * r, y + Math.sign(after[1] - y) * r];
    d += `L${n(bx)} ${n(by)}Q${n(x)} ${n(y)} ${n(ax)} ${n(ay)}`;
    [px, py] = [x, y];
  });
  return path(d, colour);
}

/** An arrowhead that points right with its tip here. */
export const head = (x: number, y: number, colour: PaintName): string =>
  path(`M${n(x)} ${n(y)}L${n(x - 9)} ${n(y - 5)}V${n(y + 5)}Z`, colour);

/** A group whose full text shows where a pointer rests on it. */
export const told = (title: string, content: string, lang?: 'sv'): string =>
  `<g><title${lang === undefined ? '' : ` lang="${lang}"`}>${escaped(title)}</title>${content}</g>`;
