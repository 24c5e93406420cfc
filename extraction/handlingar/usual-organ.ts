/** The body that the pages of a handling name most often. */

import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { shape } from '../lines/page-places.ts';
import { findOrganer, isGenericOrgan, organKey, resolveGeneric } from '../routing/organ.ts';
import type { Draft } from './draft.ts';
import { organAndDate, organLine, organOver } from './running-head.ts';

/** A body and the lines that name it. */
export interface Named {
  organ: string;
  lines: Line[];
}

/** A body's name as it stands at the head of a line. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The body named most often, the first met first among equals. `keyOf`: names with the same key are of one body. */
function mostNamed(named: Named[], keyOf: (organ: string) => string): Named | null {
  const bodies = [...Map.groupBy(named, ({ organ }) => keyOf(organ)).values()];
  return bodies.sort((a, b) => b.length - a.length)[0]?.[0] ?? null;
}

/** "Region Storby   Protokoll regionstyrelsen": the body behind the word, in small letters as in a sentence. */
function minutesOf(text: string): string | null {
  const named = ord(/\bprotokoll\s+(?:för\s+)?(\p{Ll}[\p{L} -]{4,60}?)(?:\s{2,}.*|\s+\d.*)?$/iu).exec(
    text,
  )?.[1];
  const organ = named && text.length < 110 ? organLine(named) : null;
  return organ ? capitalised(organ) : null;
}

/** So many lines open a page that may be its running head, and on so many pages it must come again. */
const RUNNING = 4;
const AGAIN = 3;
/** A running head has fewer letters than this. */
const LONGEST_HEAD = 110;

/**
 * The only body that a running head names among other things, "Miljönämnden Protokoll nr 5", where the blanks
 * between its columns are lost: what tells it is that it comes again on most pages. By the line's shape.
 */
export function inRunningHeads(sheets: Draft['sheets']): Map<string, string> {
  const tops = sheets.flatMap((s) => s.all.slice(0, RUNNING).filter((l) => l.text.length < LONGEST_HEAD));
  const found = new Map<string, string>();
  for (const [key, same] of Map.groupBy(tops, (l) => shape(l.text))) {
    if (same.length < AGAIN || same.length < sheets.length / 2) continue;
    const text = same[0]?.text ?? '';
    const [body, ...more] = findOrganer(text);
    if (!body || more.length > 0 || body.genitive || body.generic) continue;
    found.set(key, capitalised(body.name));
  }
  return found;
}

/** The body that most often stands alone on these lines of pages' heads. `known`: see inRunningHeads. */
export function usualOrgan(lines: Line[], known?: Map<string, string>): Named | null {
  const named: Named[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const over = organOver(lines, i);
    const organ =
      over?.organ ??
      organAndDate(line.text)?.organ ??
      organLine(line.text) ??
      organLine(line.text.split(/\s{2,}/)[0] ?? '') ??
      minutesOf(line.text) ??
      known?.get(shape(line.text));
    if (!organ) continue;
    named.push({ organ, lines: over?.lines ?? [line] });
    // the rest of its name is no body of its own
    if (over) i++;
  }
  return mostNamed(named, (organ) => organ.toLowerCase());
}

/** What follows a body that decides, and one that proposes. */
const DECIDES = ord(/^\s+(?:beslutar|beslutade)\b|^s? beslut\s*:?$/iu);
const PROPOSES = ord(/^\s+(?:föreslår|tillstyrker)\b|^s? förslag till\b/iu);

/**
 * The body that decides most often: "Kommunstyrelsen beslutar", "Kommunfullmäktiges beslut"; else the one that proposes:
 * "Kommunstyrelsen föreslår", "Kommunfullmäktiges förslag till beslut".
 */
export function decidingOrgan(lines: Line[]): Named | null {
  const subjects = (verb: RegExp) =>
    lines.flatMap((line) => {
      const first = findOrganer(line.text)[0];
      if (first?.start !== 0) return [];
      const name = line.text.slice(0, first.end).replace(first.genitive ? /s$/u : /^$/, '');
      return verb.test(line.text.slice(name.length)) ? [{ ...line, text: name }] : [];
    });
  return usualOrgan(subjects(DECIDES)) ?? usualOrgan(subjects(PROPOSES));
}

/** A body named only "Nämnden" has the full name that the handling uses most for a body of its kind, if there is one. */
export function fullName(name: string, lines: Line[]): Named | null {
  if (!isGenericOrgan(name)) return null;
  const named = lines.flatMap((line) =>
    findOrganer(line.text)
      .filter((found) => !isGenericOrgan(found.name) && resolveGeneric(name, found.name) === found.name)
      .map((found) => ({ organ: found.name, lines: [line] })),
  );
  return mostNamed(named, organKey);
}
