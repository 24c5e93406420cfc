/** A pen that writes lines down a page and starts a new one, with its furniture, when the page is full. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Handling } from './content.ts';

const require = createRequire(import.meta.url);
const fontsource = (family: string, weight: number, style = 'normal') =>
  require.resolve(`@fontsource/${family}/files/${family}-latin-${weight}-${style}.woff`);
const liberation = (name: string) =>
  require
    .resolve('pdfjs-dist/package.json')
    .replace('package.json', `standard_fonts/LiberationSans-${name}.ttf`);

/** Fonts by family: file to embed, or the name of one of the fonts that every PDF reader has. */
export const FONTS = {
  carlito: {
    normal: fontsource('carlito', 400),
    fet: fontsource('carlito', 700),
    kursiv: fontsource('carlito', 400, 'italic'),
  },
  tinos: {
    normal: fontsource('tinos', 400),
    fet: fontsource('tinos', 700),
    kursiv: fontsource('tinos', 400, 'italic'),
  },
  liberation: { normal: liberation('Regular'), fet: liberation('Bold'), kursiv: liberation('Italic') },
  helvetica: { normal: 'Helvetica', fet: 'Helvetica-Bold', kursiv: 'Helvetica-Oblique' },
  times: { normal: 'Times-Roman', fet: 'Times-Bold', kursiv: 'Times-Italic' },
  courier: { normal: 'Courier', fet: 'Courier-Bold', kursiv: 'Courier-Oblique' },
} as const;

export type Snitt = 'normal' | 'fet' | 'kursiv';
export type Family = keyof typeof FONTS;

export interface Style {
  snitt?: Snitt;
  /** Points. */
  grad?: number;
  /** Left edge in points from the left of the page; the margin unless told. */
  x?: number;
  /** Right edge; the margin unless told. */
  till?: number;
  align?: 'left' | 'right' | 'center';
}

export interface Sida {
  /** Page of the file, page of the handling, and how many the handling has (0 until that is known). */
  nr: number;
  sid: number;
  av: number;
  handling: Handling;
}

export interface Look {
  family: Family;
  grad: number;
  /** Line height in points. */
  rad: number;
  marginal: { upp: number; ned: number; vanster: number; hoger: number };
  sidhuvud: (pen: Pen, sida: Sida) => void;
}

/** The date is part of the file's id: always the same, so that the same content gives the same bytes. */
export const INFO = {
  CreationDate: new Date('2024-01-15T12:00:00Z'),
  Producer: 'samples/make',
  Creator: 'samples/make',
};

export const BREDD = 595.28;
export const HOJD = 841.89;

export type Pen = ReturnType<typeof createPen>;

/** @param pagesOf how many pages each handling has, from an earlier pass; empty in the first */
export function createPen(look: Look, pagesOf: number[]) {
  const doc = new PDFDocument({ size: 'A4', autoFirstPage: false, margin: 0, compress: true, info: INFO });
  for (const snitt of ['normal', 'fet', 'kursiv'] as const) {
    const file = FONTS[look.family][snitt];
    doc.registerFont(snitt, file.includes('/') ? readFileSync(file) : file);
  }
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(chunks))));

  let current: Handling | null = null;
  let index = -1;
  let sid = 0;
  const left = look.marginal.vanster;
  const right = BREDD - look.marginal.hoger;

  const pen = {
    doc,
    look,
    left,
    right,
    y: 0,
    page: 0,
    /** Starts a handling on a new page. */
    handling(h: Handling): void {
      current = h;
      index += 1;
      sid = 0;
      pen.newPage();
    },
    newPage(): void {
      if (!current) throw new Error('a page needs a handling');
      doc.addPage();
      pen.page += 1;
      sid += 1;
      look.sidhuvud(pen, { nr: pen.page, sid, av: pagesOf[index] ?? 0, handling: current });
      pen.y = look.marginal.upp;
    },
    room(lines: number): boolean {
      return pen.y + lines * look.rad <= HOJD - look.marginal.ned;
    },
    /** Keeps so many lines together: a new page when they do not fit. */
    need(lines: number): void {
      if (!pen.room(lines)) pen.newPage();
    },
    gap(points: number): void {
      pen.y += points;
    },
    /** Leaves room for just so many lines on this page. */
    fill(lines: number): void {
      const y = HOJD - look.marginal.ned - lines * look.rad - 0.1;
      if (y > pen.y) pen.y = y;
    },
    width(text: string, style: Style = {}): number {
      return doc
        .font(style.snitt ?? 'normal')
        .fontSize(style.grad ?? look.grad)
        .widthOfString(text);
    },
    /** One line at a place; does not move the pen. */
    at(text: string, y: number, style: Style = {}): void {
      const x0 = style.x ?? left;
      const x1 = style.till ?? right;
      const width = pen.width(text, style);
      const x = style.align === 'right' ? x1 - width : style.align === 'center' ? (x0 + x1 - width) / 2 : x0;
      doc.text(text, x, y, { lineBreak: false });
    },
    wrap(text: string, style: Style = {}): string[] {
      const room = (style.till ?? right) - (style.x ?? left);
      const lines: string[] = [];
      let line = '';
      for (const word of text.split(/\s+/).filter(Boolean)) {
        const bare = word.replaceAll('\u00ad', '');
        const candidate = line ? `${line} ${bare}` : bare;
        if (pen.width(candidate, style) <= room) {
          line = candidate;
          continue;
        }
        // A soft hyphen may break the word; the longest part that fits stays on this line.
        const parts = word.split('\u00ad');
        let cut = parts.length - 1;
        const head = (n: number) => `${line ? `${line} ` : ''}${parts.slice(0, n).join('')}-`;
        while (cut > 0 && pen.width(head(cut), style) > room) cut -= 1;
        if (cut > 0) {
          lines.push(head(cut));
          line = parts.slice(cut).join('');
        } else {
          if (line) lines.push(line);
          line = bare;
        }
      }
      if (line) lines.push(line);
      return lines;
    },
    /** A paragraph; the mark, if any, stands at `markX` on its first line. */
    para(text: string, style: Style = {}, mark?: { text: string; x: number }): void {
      const height = Math.max(look.rad, (style.grad ?? look.grad) * 1.25);
      for (const [i, line] of pen.wrap(text, style).entries()) {
        if (pen.y + height > HOJD - look.marginal.ned) pen.newPage();
        if (i === 0 && mark) pen.at(mark.text, pen.y, { ...style, x: mark.x });
        pen.at(line, pen.y, style);
        pen.y += height;
      }
    },
    rule(y: number, x0 = left, x1 = right, width = 0.6): void {
      doc.lineWidth(width).moveTo(x0, y).lineTo(x1, y).stroke();
    },
    async end(): Promise<Buffer> {
      doc.end();
      return done;
    },
  };
  return pen;
}
