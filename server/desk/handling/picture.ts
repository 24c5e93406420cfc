/** Pages as pictures, drawn in a thread that can be ended: a few at a time, and the last ones kept. */
import { createHash } from 'node:crypto';
import { createPool, type Pool } from '../../../extraction/bounded/index.ts';
import { refersTo } from '../../../extraction/bounded/module.ts';
import type { Box } from '../../../extraction/pages/page.ts';
import type { Painted, PaintOptions } from '../../../extraction/pages/paint.ts';
import type { Record as FileRecord } from '../../../extraction/record.ts';
import type { Blobs } from '../../../store/blobs.ts';

/** Pixels an inch of a page, and of a part of one, which is looked at closely. */
const PAGE_DPI = 144;
const PART_DPI = 192;
/** What is around a part is shown with it, points. */
const AROUND = 14;
/** One that takes longer is not shown, milliseconds. */
const MAX_MS = 20_000;
/** Those that wait; who comes after them is to come again. */
const MAX_WAITING = 24;
/** A larger file is not drawn from: PDFium holds it whole. */
const MAX_BYTES = 400_000_000;
/** Kept in memory, bytes. */
const MAX_KEPT = 24_000_000;

/** There is too much to do at the moment. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

export interface PictureQuestion {
  sha256: string;
  record: FileRecord;
  page: number;
  /** Painted black: see PaintOptions. */
  hide: readonly Box[];
  /** What alone is shown: see PaintOptions. */
  only: readonly Box[] | null;
  /** A part of the page, in points; null: all of it. */
  part: Box | null;
}

export interface Pictures {
  /** Names what would be drawn: the same name, the same picture. */
  nameOf(question: PictureQuestion): string;
  /** null: there is no picture of it. Throws TooBusy, and a Refusal when drawing goes beyond its limits. */
  draw(question: PictureQuestion): Promise<Painted | null>;
}

export function createPictures(blobs: Blobs): Pictures {
  let pool: Pool | undefined;
  const kept = new Map<string, Painted>();
  const underWay = new Map<string, Promise<Painted | null>>();
  let keptBytes = 0;

  function keep(name: string, painted: Painted): void {
    kept.set(name, painted);
    keptBytes += painted.png.length;
    for (const [oldest, { png }] of kept) {
      if (keptBytes <= MAX_KEPT) break;
      kept.delete(oldest);
      keptBytes -= png.length;
    }
  }

  async function drawNew({
    sha256,
    record,
    page,
    hide,
    only,
    part,
  }: PictureQuestion): Promise<Painted | null> {
    const { mediaType, bytes } = record.source;
    if (bytes > MAX_BYTES) return null;
    const { width, height } = record.pages[page - 1] ?? { width: null, height: null };
    const options: PaintOptions = {
      dpi: part ? PART_DPI : PAGE_DPI,
      frame: width && height ? { width, height } : null,
      hide,
      only,
      part: part && [part[0] - AROUND, part[1] - AROUND, part[2] + AROUND, part[3] + AROUND],
    };
    pool ??= createPool({ threads: 1, maxMemoryMb: 768 });
    const threads = pool;
    const task = { module: refersTo('../../../extraction/pages/paint', import.meta.url), name: 'paintPage' };
    // the file itself is held by the thread and by PDFium
    const limits = { maxMs: MAX_MS, extraMemoryMb: Math.ceil((bytes * 3) / 2 ** 20) };
    return blobs.withFile(sha256, (path) =>
      threads.run<Painted | null>(task, [path, mediaType, page, options], limits),
    );
  }

  const nameOf = ({ sha256, page, hide, only, part }: PictureQuestion): string =>
    createHash('sha256')
      .update(JSON.stringify([sha256, page, hide, only, part, PAGE_DPI, PART_DPI]))
      .digest('hex')
      .slice(0, 32);

  return {
    nameOf,
    async draw(question) {
      const name = nameOf(question);
      const known = kept.get(name);
      if (known) return known;
      const same = underWay.get(name);
      if (same) return same;
      if (underWay.size >= MAX_WAITING) throw new TooBusy('too many pictures are waited for');
      const drawing = drawNew(question);
      underWay.set(name, drawing);
      try {
        const painted = await drawing;
        if (painted) keep(name, painted);
        return painted;
      } finally {
        underWay.delete(name);
      }
    },
  };
}
