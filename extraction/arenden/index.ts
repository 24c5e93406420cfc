/** Handling → Arende[]: one for a letter, one a § of minutes, one an item of a kallelse that proposes something. */
import { bareDiarienummer, labelledDiarienummer, loneDiarienummer } from '../language/nummer.ts';
import type { Line } from '../lines/line.ts';
import { measureOf } from '../lines/paragraphs.ts';
import type { Arende } from '../record.ts';
import { headingOf } from '../vocabulary/headings.ts';
import { itemsOfAgenda } from './agenda.ts';
import { withRunningNumbers } from './bekraftade.ts';
import type { Ids } from './collect.ts';
import { onlyMatterAt } from './only-matter.ts';
import { findParagrafHeads } from './paragraf.ts';
import { type HandlingContext, readArende } from './read.ts';
import { proposalWithoutHeading } from './unheaded-proposal.ts';
import { unnumberedMatters } from './unnumbered.ts';

/** Reads the ärenden of a handling from its running text. A remissvar or any other paper has none. */
export function readArenden(handling: HandlingContext, lines: Line[], id: Ids): Arende[] {
  switch (handling.kind) {
    case 'protokoll':
      return paragrafer(handling, lines, id);
    case 'kallelse':
      return agendaItems(handling, lines, id);
    case 'tjansteskrivelse':
      return [letter(handling, lines, id)];
    default:
      return [];
  }
}

const under =
  (id: Ids, k: number): Ids =>
  (...path) =>
    id('a', k, ...path);

function paragrafer(handling: HandlingContext, lines: Line[], id: Ids): Arende[] {
  const measure = measureOf(lines);
  const heads = findParagrafHeads(lines);
  if (heads.length === 0) {
    const several = unnumbered(handling, lines, id);
    const only = several.length === 0 ? onlyMatterAt(lines) : null;
    if (only === null) return several;
    const head = { paragraf: null, punkt: null, rest: null, line: lines[only] ?? null };
    return [readArende(handling, head, lines.slice(only), measure, under(id, 0))];
  }
  const numbered = numbersAbove(
    lines,
    heads.map((h) => h.index),
  );
  const arenden = heads.map(({ index, paragraf, rest }, k) => {
    const line = lines[index] as Line;
    const above = numbered ? (lines[index - 1] ?? null) : null;
    const head = { paragraf, punkt: null, rest: rest ? { ...line, text: rest } : null, line, above };
    const next = heads[k + 1]?.index;
    const end = numbered && next !== undefined ? next - 1 : next;
    return readArende(handling, head, lines.slice(index + 1, end), measure, under(id, k));
  });
  return withRunningNumbers(
    arenden,
    heads.map(({ index }) => lines[index]?.words.some((word) => word.confidence !== null) === true),
  );
}

/** Matters of minutes that print no numbers. */
function unnumbered(handling: HandlingContext, lines: Line[], id: Ids): Arende[] {
  const measure = measureOf(lines);
  const matters = unnumberedMatters(lines);
  return matters.map(({ index, title }, k) => {
    const head = { paragraf: null, punkt: null, rest: title, line: title };
    const from = title ? index + 1 : index;
    return readArende(handling, head, lines.slice(from, matters[k + 1]?.index), measure, under(id, k));
  });
}

/** "Diarienummer: " stands before the number at most. */
const LONGEST_LABEL = 16;

/** True where every § has its matter's number alone on the line above it. */
function numbersAbove(lines: Line[], heads: number[]): boolean {
  const alone = (text: string) => {
    const found = labelledDiarienummer(text) ?? bareDiarienummer(text) ?? loneDiarienummer(text);
    return found !== null && found.start <= LONGEST_LABEL && found.end === text.trim().length;
  };
  return (
    heads.length > 0 && heads.every((at) => (lines[at]?.gap ?? 2) < 2 && alone(lines[at - 1]?.text ?? ''))
  );
}

function agendaItems(handling: HandlingContext, lines: Line[], id: Ids): Arende[] {
  const measure = measureOf(lines);
  return itemsOfAgenda(lines)
    .map(({ punkt, line, rest, lines: body }, k) => {
      const head = { paragraf: null, punkt, rest: rest ? { ...line, text: rest } : null, line };
      return readArende(handling, head, body, measure, under(id, k));
    })
    .filter((a) => a.forslag.length > 0 || a.expediering.length > 0);
}

function letter(handling: HandlingContext, lines: Line[], id: Ids): Arende {
  const headed = lines.findIndex((l) => headingOf(l.text) !== null);
  const proposal = proposalWithoutHeading(lines);
  const from = proposal >= 0 && proposal < headed ? proposal : headed;
  const head = { paragraf: null, punkt: null, rest: null, line: lines[0] ?? null };
  return readArende(handling, head, lines.slice(Math.max(0, from)), measureOf(lines), under(id, 0));
}
