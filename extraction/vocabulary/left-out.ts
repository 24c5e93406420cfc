/**
 * The vocabulary with entries taken away, to see how much a template's records depend on its own words. While such a
 * trial runs, the expressions themselves match without the entries (their `exec` is replaced), so that nothing
 * which uses the vocabulary has to know; outside a trial nothing is different.
 */
import { FURNITURE } from './furniture.ts';
import * as handlingar from './handlingar.ts';
import { COMPILED } from './headings.ts';

interface Entry {
  /** "headings.beslut: nämndens beslut" */
  name: string;
  re: RegExp;
}

/** An expression that is made of entries: it matches what any of them does. */
interface List {
  re: RegExp;
  entries: Entry[];
}

/** Splits an expression at the bars that stand in no group or class. */
function alternatives(source: string): string[] {
  const parts = [''];
  let depth = 0;
  let inClass = false;
  for (const [token] of source.matchAll(/\\.|./gsu)) {
    if (inClass) inClass = token !== ']';
    else if (token === '[') inClass = true;
    else if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    if (token === '|' && depth === 0 && !inClass) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

/** "^(?:a|b)c" → "^(?:a)c", "^(?:b)c"; anything else whole. */
function opened(source: string): string[] {
  const m = /^(\^?)\(\?:(.*)$/su.exec(source);
  if (!m) return [source];
  const rest = m[2] as string;
  let depth = 1;
  let inClass = false;
  let at = 0;
  for (const { 0: token, index } of rest.matchAll(/\\.|./gsu)) {
    if (inClass) inClass = token !== ']';
    else if (token === '[') inClass = true;
    else if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    if (depth > 0) continue;
    at = index;
    break;
  }
  const tail = rest.slice(at + 1);
  // "(?:a|b)?" is no choice between entries
  if (/^[?*+{]/u.test(tail)) return [source];
  return alternatives(rest.slice(0, at)).map((part) => `${m[1]}(?:${part})${tail}`);
}

function listOf(name: string, re: RegExp): List {
  const entries = alternatives(re.source)
    .flatMap(opened)
    .map((source) => ({ name: `${name}: ${source}`, re: new RegExp(source, re.flags) }));
  return { re, entries };
}

const LISTS: List[] = [
  ...COMPILED.map(({ section, words, re, whole }) => ({
    re,
    entries: words.map((word) => ({ name: `headings.${section}: ${word}`, re: whole(word) })),
  })),
  ...FURNITURE.map((re) => ({ re, entries: [{ name: `furniture: ${re.source}`, re }] })),
  ...Object.entries(handlingar).flatMap(([name, own]) =>
    [own].flat().map((re: RegExp) => listOf(`handlingar.${name}`, re)),
  ),
];

/** Names of all entries that can be left out. */
export const ENTRY_NAMES: readonly string[] = LISTS.flatMap(({ entries }) => entries.map(({ name }) => name));

type Exec = (text: string) => RegExpExecArray | null;

/** Runs `work`, which must be synchronous, with some expressions' `exec` replaced. */
function during<T>(replaced: [re: RegExp, exec: Exec][], work: () => T): T {
  for (const [re, exec] of replaced) re.exec = exec;
  try {
    return work();
  } finally {
    // its own `exec` gone, an expression has that of all expressions again
    for (const [re] of replaced) Reflect.deleteProperty(re, 'exec');
  }
}

/** Runs `work` without the entries of these names. */
export function withoutEntries<T>(names: ReadonlySet<string>, work: () => T): T {
  const replaced = LISTS.flatMap(({ re, entries }): [RegExp, Exec][] => {
    const left = entries.filter(({ name }) => !names.has(name));
    if (left.length === entries.length) return [];
    if (left.length === 0) return [[re, () => null]];
    const rest = new RegExp(left.map((entry) => `(?:${entry.re.source})`).join('|'), re.flags);
    return [[re, (text) => rest.exec(text)]];
  });
  return during(replaced, work);
}

/** Runs `work` and tells which entries matched anything that was held against them. */
export function entriesUsed(work: () => void): Set<string> {
  const used = new Set<string>();
  const replaced = LISTS.map(({ re, entries }): [RegExp, Exec] => [
    re,
    (text) => {
      const found = RegExp.prototype.exec.call(re, text);
      if (!found) return null;
      for (const entry of entries) {
        if (!used.has(entry.name) && RegExp.prototype.exec.call(entry.re, text)) used.add(entry.name);
      }
      return found;
    },
  ]);
  during(replaced, work);
  return used;
}
