/**
 * The numbers and bullets that a program sets before paragraphs by itself: they are not in the text, but they are
 * printed, and a § or the third att-sats is called by them (ISO/IEC 29500-1, 17.9).
 */

import type { Styles } from './styles.ts';
import { paragraphLook } from './styles.ts';
import { child, elements, isOn, type Node, toNumber, valueIn } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** As printed, "%1" standing for the number of the first level. */
  text: string;
  /** "tab", "space" or "nothing": what parts it from the text. */
  suffix: string;
  /** Numbers anew after a paragraph of this level (1-based) or above; 0 never, undefined: of the level above. */
  restart: number | undefined;
  /** All numbers in it are written in figures. */
  figures: boolean;
  style: string | undefined;
  left: number | undefined;
  hanging: number | undefined;
}

export interface Label {
  text: string;
  /** No blank between it and the text. */
  glued: boolean;
  left: number | undefined;
  hanging: number | undefined;
}

export interface Numbering {
  /** The label of the next paragraph of a list at a level (0-based); counts it. Null where nothing is printed. */
  next(numId: string, level: number): Label | null;
  /** The level that a paragraph style has in a list; undefined: none. */
  levelOf(numId: string, style: string | undefined): number | undefined;
}

interface List {
  /** Lists of one kind count on from each other. */
  kind: string;
  levels: Map<number, Level>;
  /** What a list of its own begins with instead. */
  starts: Map<number, number>;
}

const LEVELS = 9;
/** No list has more: what a label says beyond is no number. */
const MOST = 1_000_000;

export function readNumbering(tree: Node | null, styles: Styles): Numbering {
  const parts = elements(tree ?? undefined);
  const kinds = new Map(
    parts.filter((n) => n.name === 'w:abstractNum').map((n) => [n.attributes['w:abstractNumId'] ?? '', n]),
  );
  const nums = new Map(
    parts.filter((n) => n.name === 'w:num').map((n) => [n.attributes['w:numId'] ?? '', n]),
  );
  const lists = new Map<string, List | null>();
  /** A kind may stand for the list of a style, which is another kind. */
  const kindOf = (id: string | undefined, steps = 0): string | undefined => {
    const link = id === undefined ? undefined : valueIn(kinds.get(id), 'w:numStyleLink');
    const numId = link === undefined || steps > LEVELS ? undefined : styles.list(link);
    const linked = numId === undefined ? undefined : valueIn(nums.get(numId), 'w:abstractNumId');
    return linked === undefined || linked === id ? id : kindOf(linked, steps + 1);
  };
  const listOf = (numId: string): List | null => {
    const known = lists.get(numId);
    if (known !== undefined) return known;
    const num = nums.get(numId);
    const kind = kindOf(valueIn(num, 'w:abstractNumId'));
    const abstract = kind === undefined ? undefined : kinds.get(kind);
    const list: List | null =
      kind === undefined || !abstract ? null : { kind, levels: levelsIn(abstract), starts: new Map() };
    if (list) override(list, num);
    lists.set(numId, list);
    return list;
  };
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return {
    levelOf: (numId, style) => {
      if (style === undefined) return undefined;
      return [...(listOf(numId)?.levels ?? [])].find(([, level]) => level.style === style)?.[0];
    },
    next: (numId, at) => {
      const list = listOf(numId);
      const level = list?.levels.get(at);
      if (!list || !level || at >= LEVELS) return null;
      const counts = counters.get(list.kind) ?? [];
      counters.set(list.kind, counts);
      if (!begun.has(numId)) {
        begun.add(numId);
        for (const [own] of list.starts) counts[own] = undefined;
      }
      const startOf = (i: number) => list.starts.get(i) ?? list.levels.get(i)?.start ?? 1;
      for (let i = 0; i < at; i++) counts[i] ??= startOf(i);
      const before = counts[at];
      counts[at] = before === undefined ? startOf(at) : before + 1;
      for (let i = at + 1; i < LEVELS; i++) {
        const restart = list.levels.get(i)?.restart;
        if (restart === undefined || (restart > 0 && at < restart)) counts[i] = undefined;
      }
      return labelOf(list, level, counts);
    },
  };
}

function labelOf(list: List, level: Level, counts: readonly (number | undefined)[]): Label | null {
  const text =
    level.format === 'bullet'
      ? bulletOf(level.text)
      : level.text.replace(/%([1-9])/g, (_, digit: string) => {
          const i = Number(digit) - 1;
          const format = list.levels.get(i)?.format ?? 'decimal';
          return written(counts[i] ?? 1, level.figures ? 'decimal' : format);
        });
  if (text.trim() === '') return null;
  const { left, hanging } = level;
  return { text: text.trim(), glued: level.suffix === 'nothing', left, hanging };
}

/** Bullets come from fonts of their own, where any letter may be a dot; a dash is a dash. */
function bulletOf(text: string): string {
  return /^[-–—*•·→✓]$/u.test(text.trim()) ? text.trim() : text.trim() === '' ? '' : '•';
}

function levelsIn(node: Node | undefined): Map<number, Level> {
  return new Map(
    elements(node)
      .filter((n) => n.name === 'w:lvl')
      .map((n): [number, Level] => [toNumber(n.attributes['w:ilvl']) ?? 0, levelOf(n)]),
  );
}

function levelOf(node: Node): Level {
  const { left, hanging } = paragraphLook(child(node, 'w:pPr'));
  const isHidden = isOn(child(node, 'w:rPr'), 'w:vanish') === true;
  return {
    start: toNumber(valueIn(node, 'w:start')) ?? 0,
    format: valueIn(node, 'w:numFmt') ?? 'decimal',
    text: isHidden ? '' : (valueIn(node, 'w:lvlText') ?? '').slice(0, 100),
    suffix: valueIn(node, 'w:suff') ?? 'tab',
    restart: toNumber(valueIn(node, 'w:lvlRestart')),
    figures: isOn(node, 'w:isLgl') === true,
    style: valueIn(node, 'w:pStyle'),
    left,
    hanging,
  };
}

function override(list: List, num: Node | undefined): void {
  for (const node of elements(num)) {
    if (node.name !== 'w:lvlOverride') continue;
    const at = toNumber(node.attributes['w:ilvl']) ?? 0;
    const [own] = levelsIn(node).values();
    if (own) list.levels.set(at, own);
    const start = toNumber(valueIn(node, 'w:startOverride'));
    if (start !== undefined) list.starts.set(at, start);
  }
}

/** A number as a list writes it. */
function written(number: number, format: string): string {
  if (number < 0 || number > MOST) return String(number);
  switch (format) {
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(number);
  }
}

/** a–z, then aa, bb, cc …; as the programs do, also in Swedish. */
function letters(number: number): string {
  if (number < 1) return '';
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(number / 26)));
}

const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = Math.min(number, 9999);
  let text = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
