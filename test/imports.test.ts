/** The house's rule: data flows down, and no import points up. docs/architecture.md draws the same. */
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** What the files of each top folder may import of the others. Its own files always. */
const MAY_IMPORT: { [folder: string]: string[] } = {
  cli: [
    ...['server', 'engine', 'worker', 'workflows', 'activities', 'expediering'],
    ...['evaluate', 'store', 'diarium', 'extraction', 'config'],
  ],
  server: ['engine', 'diarium', 'extraction', 'store', 'config'],
  engine: ['worker', 'workflows', 'activities', 'expediering', 'store', 'diarium', 'extraction', 'config'],
  worker: ['engine', 'workflows', 'activities', 'expediering', 'store', 'diarium', 'extraction', 'config'],
  workflows: ['activities', 'store', 'diarium', 'extraction', 'config'],
  activities: ['expediering', 'store', 'diarium', 'extraction', 'config'],
  evaluate: ['extraction'],
  expediering: ['store', 'diarium', 'extraction', 'config'],
  store: ['diarium', 'extraction'],
  diarium: ['extraction'],
  config: ['extraction'],
  extraction: [],
};

/** Packages that a pure folder has no use for: the engine, databases, logs and everything that reaches out. */
const IMPURE_PACKAGES = /^(@temporalio\/|better-sqlite3|kysely|pg$|pino|hono|@hono\/|commander|undici|axios)/;
const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector', 'cluster'];
const DATABASES = ['sqlite'];

interface Import {
  file: string;
  specifier: string;
  /** Vanishes when the code runs. */
  typeOnly: boolean;
  /** Loaded when the running code comes to it. */
  later: boolean;
}

const sources = globSync('**/*.ts', {
  cwd: root,
  exclude: (name) => name === 'node_modules' || name === 'data',
});

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  const statements =
    /(?:^|[;}\n])\s*(?:import|export)\s+(type\s)?(?:[\w$*{}\s,]+?\sfrom\s*)?['"]([^'"\n]+)['"]/g;
  for (const match of text.matchAll(statements)) {
    found.push({ file, specifier: match[2] as string, typeOnly: match[1] !== undefined, later: false });
  }
  const atRunTime = /(?:\bimport\s*\(|\brequire(?:\.resolve)?\s*\(|\bnew URL\s*\()\s*['"]([^'"\n]+)['"]/g;
  for (const match of text.matchAll(atRunTime)) {
    found.push({ file, specifier: match[1] as string, typeOnly: false, later: true });
  }
  return found;
}

const folderOf = (file: string): string => file.split(sep)[0] as string;

/** The file an import means, from the root; null for a package. */
function targetOf({ file, specifier }: Import): string | null {
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : null;
}

const house = sources.filter(
  (file) => !['test', 'bench', 'samples', 'docs', 'bin', 'vitest.config.ts'].includes(folderOf(file)),
);
const imports = house.flatMap(importsOf);
const show = ({ file, specifier }: Import) => `${file} → ${specifier}`;

function of(folder: string): Import[] {
  return imports.filter((one) => folderOf(one.file) === folder);
}

describe('the direction of imports', () => {
  it('reads the files', () => {
    expect(house.length).toBeGreaterThan(10);
    expect(imports.some(({ specifier }) => specifier === 'zod')).toBe(true);
  });

  it('knows every folder that holds code', () => {
    const folders = new Set(house.filter((file) => file.includes(sep)).map(folderOf));
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  it('lets no arrow point up', () => {
    const wrong = imports.filter((one) => {
      const target = targetOf(one);
      if (target === null || !target.includes(sep)) return false;
      const [from, to] = [folderOf(one.file), folderOf(target)];
      return from !== to && !MAY_IMPORT[from]?.includes(to);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('has production code import nothing of tests', () => {
    const wrong = imports.filter((one) =>
      /(^|\/)(test|bench|vitest|fast-check|@temporalio\/testing)(\/|$)/.test(one.specifier),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it.each(['extraction', 'diarium', 'evaluate'])(
    'keeps %s/ pure: no engine, no database, no log, no network',
    (folder) => {
      const wrong = of(folder).filter(({ specifier }) => {
        const name = specifier.replace(/^node:/, '');
        const builtin = specifier.startsWith('node:') || builtinModules.includes(name);
        const base = name.split('/')[0] as string;
        return builtin ? [...NETWORK, ...DATABASES].includes(base) : IMPURE_PACKAGES.test(specifier);
      });
      expect(wrong.map(show)).toEqual([]);
    },
  );

  it('has workflows import code of activities, store and extraction as types only, or what is pure', () => {
    const wrong = of('workflows').filter((one) => {
      const target = targetOf(one);
      if (one.typeOnly) return false;
      if (target === null) return !/^@temporalio\/(workflow|common)$/.test(one.specifier);
      return ['activities', 'store', 'worker'].includes(folderOf(target));
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it.each([
    ['cli/extract.ts', ['@temporalio/', 'better-sqlite3', 'kysely', 'hono', '@hono/']],
    [
      'cli/main.ts, before a command is run',
      ['@temporalio/', 'better-sqlite3', 'zod', 'pino', 'pdfjs-dist', 'hono'],
    ],
    [
      'engine/installation.ts, before traces are asked for',
      ['@opentelemetry/', '@temporalio/interceptors-opentelemetry'],
    ],
  ])('has %s load little', (what, unwanted) => {
    const atOnce = what.includes('before');
    const reached = new Set<string>();
    const packages = new Set<string>();
    const queue = [normalize(what.split(',')[0] as string)];
    for (let file = queue.pop(); file; file = queue.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      for (const one of imports.filter((other) => other.file === file)) {
        if (one.typeOnly || (atOnce && one.later)) continue;
        const target = targetOf(one);
        if (target === null) packages.add(one.specifier);
        else queue.push(target);
      }
    }
    expect(reached.size).toBeGreaterThan(5);
    expect([...packages].filter((name) => unwanted.some((one) => name.startsWith(one)))).toEqual([]);
  });

  it('writes no .ts import without its suffix', () => {
    const wrong = imports.filter(
      ({ specifier }) => specifier.startsWith('.') && !/\.(ts|mjs|js|json|wasm|html|css)$/.test(specifier),
    );
    expect(wrong.map(show)).toEqual([]);
  });
});
