/** `/handling/SHA256/sida/N.png`, also of a part of the page: `?ruta=x0,y0,x1,y1` in points. */
import type { Box } from '../../../extraction/pages/page.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { saysBusy } from '../../access/told.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { maskOf } from './mask.ts';
import { createPictures, TooBusy } from './picture.ts';

/** A box as it stands in an address; null: it is none. */
export function boxIn(ruta: string): Box | null {
  if (!/^-?\d{1,6}(?:\.\d{1,4})?(?:,-?\d{1,6}(?:\.\d{1,4})?){3}$/u.test(ruta)) return null;
  const [x0, y0, x1, y1] = ruta.split(',').map(Number) as Box;
  // whole points: parts that look the same are drawn once
  return x0 < x1 && y0 < y1 ? [Math.floor(x0), Math.floor(y0), Math.ceil(x1), Math.ceil(y1)] : null;
}

export function addPictures(app: DeskApp, { blobs }: DeskDeps): void {
  const pictures = createPictures(blobs);
  app.get('/handling/:sha256{[0-9a-f]{64}}/sida/:file{[0-9]{1,5}\\.png}', async (context) => {
    const { sha256, file } = context.req.param();
    const page = Number.parseInt(file, 10);
    const ruta = context.req.query('ruta');
    const part = ruta === undefined ? null : boxIn(ruta);
    if (ruta !== undefined && part === null) return context.json({ error: 'not a box: ruta' }, 400);
    const found = await context.var.store.recordWithRattelser(sha256);
    if (!found || page < 1 || page > found.record.source.pageCount)
      return context.json({ error: 'no such page' }, 404);
    const mask = await maskOf(context.var, sha256);
    const pageMask = mask && (await mask(page));
    if (mask && !pageMask) return context.json({ error: 'the page is not shown' }, 403);
    const { hide, only } = pageMask ?? { hide: [], only: null };
    const question = { sha256, record: found.record, page, hide, only, part };
    const etag = `"${pictures.nameOf(question)}"`;
    // kept by the browser, and asked for each time: another visitor of the same browser may be shown less
    const headers = { 'Cache-Control': 'private, no-cache', ETag: etag };
    if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
    try {
      const painted = await pictures.draw(question);
      if (!painted) return context.json({ error: 'there is no picture of this page' }, 404);
      return context.body(painted.png as Uint8Array<ArrayBuffer>, 200, {
        ...headers,
        'Content-Type': 'image/png',
      });
    } catch (error) {
      if (error instanceof TooBusy) return saysBusy(context, 5);
      if (error instanceof Refusal) return context.json({ error: error.code }, 422);
      throw error;
    }
  });
}
