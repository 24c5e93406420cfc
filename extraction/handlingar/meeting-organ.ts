/** Whose meeting minutes or a kallelse are of. */

import { isOwn } from '../arenden/own-body.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Passage, partOf, passageOf } from '../lines/passage.ts';
import { findOrganer, sameOrgan } from '../routing/organ.ts';
import type { Draft } from './draft.ts';
import { inNotice } from './meeting-notice.ts';
import { cells, organAndDate, organLine } from './running-head.ts';
import {
  capitalised,
  decidingOrgan,
  fullName,
  inRunningHeads,
  type Named,
  usualOrgan,
} from './usual-organ.ts';

/** The body of the notice on the first pages, where no running head names one on page after page. */
function labelledOrgan(draft: Draft, heads: Line[]): Named | null {
  const bodies = heads.flatMap((line) => organLine(line.text) ?? organAndDate(line.text)?.organ ?? []);
  if (new Set(bodies).size < bodies.length) return null;
  const notice = inNotice(draft.sheets.slice(0, 2).flatMap((s) => s.all));
  return notice && { organ: notice.organ, lines: [notice.line] };
}

/** The front page names the body among so many first lines. */
const FRONT = 20;

/** "Arbetsutskottet" of the running heads by its full name on the front page, "Kommunstyrelsens arbetsutskott". */
function inFull({ organ }: Named, front: Line[]): Named | null {
  if (/\s/.test(organ.trim())) return null;
  for (const line of front) {
    for (const cell of cells(line.text)) {
      const name = organLine(cell);
      if (name && /\p{L}s\s\p{Ll}+$/u.test(name) && !sameOrgan(name, organ) && isOwn(organ, name))
        return { organ: name, lines: [line] };
    }
  }
  return null;
}

/** Where the name stands: in its line, or all of the lines it goes over. */
export const nameIn = ({ organ, lines: [line, ...more] }: Named): Passage =>
  line && more.length === 0 ? partOf(line, organ) : passageOf(line ? [line, ...more] : []);

/** Lines beside furniture in the middle of a page: a running head that a text dump tore apart. */
function nearFurniture(all: Line[], furniture: Line[]): Line[] {
  const at = new Set(furniture.map((l) => all.indexOf(l)));
  return all.filter((_, i) => [...Array(9).keys()].some((k) => at.has(i + k - 4)));
}

/** "Till direktionens ledamöter, ersättare för kännedom": whose members an agenda is sent to. */
function membersOf(lines: Line[]): Named | null {
  for (const line of lines.slice(0, 8)) {
    const m = ord(/(?<!\p{L})[Tt]ill (\p{L}[\p{L}\s-]{3,60}?)s ledamöter\b/u).exec(line.text);
    const name = m?.[1] ? findOrganer(m[1])[0]?.name : undefined;
    if (name) return { organ: capitalised(name), lines: [line] };
  }
  return null;
}

/** A body named in the first lines: "1. Program för regionstyrelsen 12 december 2017". */
function fromFirstLines(lines: Line[]): Named | null {
  for (const line of lines.slice(0, 12)) {
    const found = findOrganer(line.text)[0];
    if (found) {
      const printed = line.text.slice(found.start, found.end);
      // "Kommunstyrelsens förslag": the body in the nominative
      const name = found.genitive ? printed.replace(/s$/u, '') : printed;
      return { organ: capitalised(name), lines: [line] };
    }
  }
  return null;
}

/** The line of a kallelse that calls, "Ledamöterna kallas till …"; undefined where none does. */
export const summonsOf = (first: Line[]): Line | undefined =>
  first.slice(0, 6).find((l) => ord(/\bkallas\b/iu).test(l.text));

/** The body as it is named first: in the summons, in a notice, in running heads, else by what is decided. */
function firstNamed(draft: Draft): Named | null {
  const first = draft.sheets[0]?.all ?? [];
  const heads = draft.sheets.flatMap((s) => s.all.slice(0, 6));
  const furniture = draft.sheets.flatMap((s) => nearFurniture(s.all, s.furniture));
  const summons = summonsOf(first);
  const called = summons ? findOrganer(summons.text)[0] : undefined;
  return (
    (summons && called ? { organ: summons.text.slice(called.start, called.end), lines: [summons] } : null) ??
    (draft.kind === 'kallelse'
      ? (membersOf(first) ?? usualOrgan(first.slice(0, 6)) ?? fromFirstLines(first))
      : null) ??
    (draft.kind === 'protokoll' ? labelledOrgan(draft, heads) : null) ??
    usualOrgan(heads, inRunningHeads(draft.sheets)) ??
    usualOrgan(furniture) ??
    decidingOrgan(draft.sheets.flatMap((s) => s.lines)) ??
    fromFirstLines(first)
  );
}

/** Whose meeting a draft of minutes or a kallelse is of, by its full name where the handling prints it. */
export function organOf(draft: Draft): Named | null {
  const named = firstNamed(draft);
  if (!named) return null;
  const all = draft.sheets.flatMap((s) => s.all);
  return fullName(named.organ, all) ?? inFull(named, (draft.sheets[0]?.all ?? []).slice(0, FRONT)) ?? named;
}
