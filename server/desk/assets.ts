/** Style, client code and pictures, read once and served under addresses that name their content, so that a browser may keep them for ever. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import type { DeskApp } from './deps.ts';

interface Asset {
  body: string;
  type: string;
}

const here = import.meta.dirname;
const read = (...path: string[]): string => readFileSync(join(here, ...path), 'utf8');

/** base first: what a view says of itself goes before what holds for all. */
const css = ['style/base.css', ...globSync('**/*.css', { cwd: here }).sort()]
  .filter((path, at, all) => all.indexOf(path) === at)
  .map((path) => read(path))
  .join('\n');

const address = (name: string, body: string): string =>
  `/desk/${createHash('sha256').update(body).digest('hex').slice(0, 12)}/${name}`;

export const STYLE = address('desk.css', css);

/** Client code is TypeScript, whose types are taken away: what is left is what a browser runs. Its parts import each other by name. */
const client = new Map(
  globSync('client/*.ts', { cwd: here }).map((path) => [
    basename(path, '.ts'),
    stripTypeScriptTypes(read(path)).replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"),
  ]),
);
/** One address for all of it: a change of one part changes what the others import. */
const clientFolder = address('client', [...client.values()].join('\n'));

/** Where a browser finds a file of client/. Throws when there is none of that name. */
export function clientAddress(name: string): string {
  if (!client.has(name)) throw new Error(`client/${name}.ts is missing`);
  return `${clientFolder}/${name}.js`;
}

const JS = 'text/javascript; charset=utf-8';
const assets = new Map<string, Asset>([
  [STYLE, { body: css, type: 'text/css; charset=utf-8' }],
  ...[...client].map(([name, body]): [string, Asset] => [`${clientFolder}/${name}.js`, { body, type: JS }]),
]);
const icon: Asset = { body: read('ikon.svg'), type: 'image/svg+xml' };

export function addAssets(app: DeskApp): void {
  app.get('/desk/ikon.svg', (context) => context.body(icon.body, 200, { 'Content-Type': icon.type }));
  app.get('/desk/*', async (context, next) => {
    const asset = assets.get(context.req.path);
    if (!asset) return next();
    return context.body(asset.body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
}
