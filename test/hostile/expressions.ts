/** Every regular expression of the program: those that stand in its files, and those that it builds. */
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { parse } from 'acorn';
import { ord } from '../../extraction/language/ord.ts';

export const root: string = join(import.meta.dirname, '../..');

/** Where one stands or is built, and what it is. */
export interface Expression {
  source: string;
  flags: string;
  /** `path:line` of the first place. */
  at: string;
}

/** The folders whose expressions meet what others wrote. */
const FOLDERS = [
  ...['activities', 'cli', 'config', 'diarium', 'engine', 'evaluate', 'expediering'],
  ...['extraction', 'server', 'store', 'worker', 'workflows'],
];

/** The program's files, from the root. */
export function productFiles(): string[] {
  return globSync(
    FOLDERS.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  ).sort();
}

type Node = { type?: string; regex?: { pattern: string; flags: string }; [name: string]: unknown };

/** `ord(…)`, and `[…].map(ord)`: what is inside never runs as it stands. */
function makesSwedish(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee, arguments: given } = node as unknown as { callee: Node; arguments: Node[] };
  return callee.name === 'ord' || ((callee.property as Node)?.name === 'map' && given[0]?.name === 'ord');
}

/** The expressions that stand in a file as literals; those that are given to `ord` as it makes them. */
export function literalsOf(path: string): Expression[] {
  const code = stripTypeScriptTypes(readFileSync(join(root, path), 'utf8'));
  const tree = parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  const found: Expression[] = [];
  const visit = (value: unknown, swedish: boolean): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, swedish);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const node = value as Node;
    const { type, regex, loc } = node;
    if (type === 'Literal' && regex) {
      const literal = new RegExp(regex.pattern, regex.flags);
      const { source, flags } = swedish ? ord(literal) : literal;
      found.push({ source, flags, at: `${path}:${(loc as { start: { line: number } }).start.line}` });
    }
    const inside = swedish || makesSwedish(node);
    for (const child of Object.values(node)) visit(child, inside);
  };
  visit(tree.body, false);
  return found;
}

/** Each expression once. */
export function eachOnce(expressions: readonly Expression[]): Expression[] {
  const byForm = new Map<string, Expression>();
  for (const one of expressions) {
    const form = `${one.flags}/${one.source}`;
    if (!byForm.has(form)) byForm.set(form, one);
  }
  return [...byForm.values()];
}
