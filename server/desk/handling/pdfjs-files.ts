/** pdf.js itself, for the browser: its files from the installed package, and none but those. */
import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { compress } from 'hono/compress';
import type { DeskApp } from '../deps.ts';

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };

const TYPES: { readonly [ending: string]: string } = {
  '.mjs': 'text/javascript; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/vnd.iccprofile',
};

/** Not pdf.sandbox and quickjs: no script of a PDF is ever run. */
const FILES = [
  ...['legacy/build/pdf.min.mjs', 'legacy/build/pdf.worker.min.mjs'],
  ...['cmaps/*.bcmap', 'iccs/*.icc', 'standard_fonts/*.{pfb,ttf}'],
  ...['wasm/{jbig2,openjpeg,qcms_bg}.wasm', 'wasm/{jbig2,openjpeg}_nowasm_fallback.js'],
];

/** Where a browser finds them; the address names the version, so that they may be kept for ever. */
export const PDFJS = `/desk/pdfjs/${version}/`;

const known = new Map(
  FILES.flatMap((pattern) => globSync(pattern, { cwd: home })).map((path) => [
    PDFJS + path.split('\\').join('/'),
    join(home, path),
  ]),
);

export function addPdfjs(app: DeskApp): void {
  app.use('/desk/pdfjs/*', compress());
  app.get('/desk/pdfjs/*', async (context, next) => {
    const path = known.get(context.req.path);
    if (path === undefined) return next();
    return context.body(await readFile(path), 200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
}
