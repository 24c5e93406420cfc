/**
 * Who was there: members, substitutes and others, from a protokoll's front page, its upprop or an attendance
 * list. A label opens a list; it goes on until the next label, the next § or lines that name nobody.
 */
import { isPersonName, parsePersons } from '../language/person.ts';
import type { Line } from '../lines/line.ts';
import type { Handling, Person } from '../record.ts';
import {
  EJ_NAMN,
  NARVARO_FORTSATTNING,
  NARVARO_RUBRIKER,
  NARVARO_SLUT,
  type NarvaroGrupp,
} from '../vocabulary/narvaro.ts';
import { type Cell, cellsOf, joinContinued, nameCells } from './narvaro-cells.ts';

export type Narvaro = NonNullable<Handling['narvaro']>;

interface Label {
  grupp: NarvaroGrupp;
  roll: string | null;
  /** What stands after the label in the same cell. */
  rest: string;
}

/** One list under one label: its columns from left to right, each with the lines in it. */
interface Block {
  columns: { grupp: NarvaroGrupp; roll: string | null; x: number | null; texts: string[] }[];
  /** Lines in a row that named nobody. */
  idle: number;
  found: boolean;
}

const END = '(?=\\s*(?:[:.]\\s*)?(?:\\(|$)|\\s*:|\\s)';
const LABELS = NARVARO_RUBRIKER.map(({ grupp, ord, roll }) => ({
  grupp,
  roll: roll ?? null,
  re: new RegExp(
    `^(?:${ord})${ord.startsWith('(?=') ? '' : END}\\s*(?:\\((?!\\p{Lu}{1,4}\\))[^()]*\\)\\s*)?(?:[:.]\\s*)?`,
    'iu',
  ),
}));
const GOES_ON = new RegExp(`^${NARVARO_FORTSATTNING}\\s*:?(?=\\s|$)`, 'iu');
const STOP = new RegExp(`^(?:${NARVARO_SLUT.join('|')})(?=[\\s:./]|$)`, 'iu');
const PARAGRAF = /^(?:\p{L}{1,5}\s*)?§\s*\d+(?!\d*\s*[-–—])/u;
const ROLL_CALL = /närvar|upprop|beslutande/iu;
const MAX_IDLE = 4;

/**
 * Reads the attendance of a protokoll; null when it names nobody. `lines` are the handling's own, in reading
 * order. A label inside the text of a § counts only for a roll call ("Upprop").
 */
export function readNarvaro(lines: readonly Line[]): Narvaro | null {
  const narvaro: Narvaro = { ledamoter: [], ersattare: [], ovriga: [] };
  let block: Block | null = null;
  let inParagraf = false;
  let halfLabel = false;
  const close = () => {
    if (block) collect(block, narvaro);
    block = null;
  };
  for (const line of lines) {
    const cells = cellsOf(line);
    const head = cells[0]?.text ?? '';
    if (PARAGRAF.test(head)) {
      close();
      if (narvaro.ledamoter.length > 0) break;
      inParagraf = true;
      continue;
    }
    const goesOn: boolean = halfLabel && GOES_ON.test(head);
    const labels: Label[] = goesOn ? [] : labelled(cells);
    halfLabel = labels.length > 0 && /^övriga$/iu.test(head.replace(/:$/, ''));
    if (labels.length > 0 && (!inParagraf || block || ROLL_CALL.test(head))) {
      close();
      block = open(labels, cells);
    } else if (block && STOP.test(head)) {
      close();
    } else if (block) {
      const own = goesOn ? withoutLabel(cells) : cells;
      add(block, own);
      block.idle = own.some((c) => names(c.text).length > 0) ? 0 : block.idle + 1;
      if (block.idle === 0) block.found = true;
      if (block.idle >= MAX_IDLE) close();
    }
  }
  close();
  const { ledamoter, ersattare, ovriga } = narvaro;
  return ledamoter.length + ersattare.length + ovriga.length > 0 ? narvaro : null;
}

function withoutLabel([first, ...rest]: readonly Cell[]): Cell[] {
  const text = (first?.text ?? '').replace(GOES_ON, '').trim();
  return first && text ? [{ ...first, text }, ...rest] : rest;
}

/** The labels of a line: one at its head, or one in every cell ("Ledamöter      Ersättare"). */
function labelled(cells: readonly Cell[]): Label[] {
  const first = label(cells[0]?.text ?? '', cells.length > 1);
  if (!first) return [];
  const all = cells.map((c) => label(c.text, false));
  return cells.length > 1 && all.every((l) => l && !l.rest) ? (all as Label[]) : [first];
}

function label(text: string, more: boolean): Label | null {
  for (const { grupp, roll, re } of LABELS) {
    const m = re.exec(text);
    if (!m) continue;
    const rest = text.slice(m[0].length).trim();
    // In running text the same words begin sentences: what follows must be names, or nothing.
    if (rest && names(rest).length === 0 && !(/:\s*$/.test(m[0]) && rest.length < 60)) return null;
    return { grupp, roll, rest: rest && names(rest).length === 0 && !more ? '' : rest };
  }
  return null;
}

function open(labels: Label[], cells: readonly Cell[]): Block {
  const block: Block = {
    columns: labels.map(({ grupp, roll, rest }, i) => ({
      grupp,
      roll,
      x: labels.length > 1 ? (cells[i]?.x ?? null) : null,
      texts: rest ? [rest] : [],
    })),
    idle: 0,
    found: labels.some((l) => l.rest !== ''),
  };
  if (labels.length === 1 && cells.length > 1) add(block, cells.slice(1));
  return block;
}

/** Puts the cells of a row into the columns that they stand under; with one label all are of it. */
function add(block: Block, row: readonly Cell[]): void {
  const cells = nameCells(row);
  for (const cell of cells) {
    const nearest = block.columns.toSorted(
      (a, b) => Math.abs((a.x ?? 0) - cell.x) - Math.abs((b.x ?? 0) - cell.x),
    )[0];
    nearest?.texts.push(cell.text);
  }
}

function collect(block: Block, narvaro: Narvaro): void {
  for (const column of block.columns) {
    for (const text of joinContinued(column.texts)) {
      for (const person of names(text)) {
        const substitute = /ersättare$/iu.test(person.roll ?? '');
        const grupp = substitute && column.grupp === 'ledamoter' ? 'ersattare' : column.grupp;
        // The group says it already: "Ersättare" beside a name adds nothing, "tjänstgörande ersättare" does.
        const roll = /^ersättare$/iu.test(person.roll ?? '')
          ? null
          : (person.roll ?? (grupp === 'ersattare' ? column.roll : null));
        const list = narvaro[grupp];
        if (!list.some((p) => p.namn === person.namn && p.parti === person.parti))
          list.push({ ...person, roll });
      }
    }
  }
}

/** The people named in a piece of text; what only looks like a name (a place, a room) is left out. */
function names(text: string): Person[] {
  if (text.length > 600) return [];
  return parsePersons(text.replace(/^(?:\d{1,3}[.)]?\s+)/, '')).filter(
    (p) =>
      p.namn !== null &&
      !EJ_NAMN.test(p.namn) &&
      (isPersonName(p.namn) || (p.parti !== null && /^\p{Lu}[\p{L}'’-]+$/u.test(p.namn))),
  );
}
