/** When the minutes were approved, and when the notice of that was put up and is taken down. */
import { findDates } from '../language/dates.ts';
import type { Line } from '../lines/line.ts';
import type { Handling } from '../record.ts';
import { ANSLAG_RUBRIKER } from '../vocabulary/narvaro.ts';

export type Anslag = NonNullable<Handling['anslag']>;

const LABELS = ANSLAG_RUBRIKER.map(({ falt, ord }) => ({
  falt,
  re: new RegExp(`(?<![\\p{L}\\d])(?:${ord})(?![\\p{L}])`, 'giu'),
}));
/** A label waits for its day over this many lines. */
const REACH = 3;

interface Mark {
  at: number;
  end: number;
  falt?: (typeof ANSLAG_RUBRIKER)[number]['falt'];
  iso?: string;
  to?: string | undefined;
}

/**
 * Reads the days; null when none stands there. Labels and days are matched in order, so that two labels in
 * one row over two days in the next are told apart.
 */
export function readAnslag(lines: readonly Line[]): Anslag | null {
  const anslag: Anslag = { justerad: null, uppsatt: null, nedtas: null };
  let waiting: { falt: NonNullable<Mark['falt']>; line: number }[] = [];
  for (const [n, line] of lines.entries()) {
    waiting = waiting.filter((w) => n - w.line <= REACH);
    for (const mark of marksOf(line.text)) {
      if (mark.falt) {
        waiting.push({ falt: mark.falt, line: n });
        continue;
      }
      const next = waiting.shift();
      if (!next || !mark.iso) continue;
      if (next.falt === 'tid') {
        anslag.uppsatt ??= mark.iso;
        if (mark.to) anslag.nedtas ??= mark.to;
        else waiting.unshift({ falt: 'nedtas', line: n });
      } else if (next.falt !== 'annat') anslag[next.falt] ??= mark.iso;
    }
  }
  return anslag.justerad || anslag.uppsatt || anslag.nedtas ? anslag : null;
}

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { falt, re } of LABELS) {
    for (const m of text.matchAll(re)) {
      const mark = { at: m.index, end: m.index + m[0].length, falt };
      if (!marks.some((o) => o.at < mark.end && mark.at < o.end)) marks.push(mark);
    }
  }
  for (const d of findDates(text)) marks.push({ at: d.start, end: d.end, iso: d.iso, to: d.to });
  return marks.sort((a, b) => a.at - b.at);
}
