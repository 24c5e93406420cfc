/** When the minutes were approved, and when the notice of that was put up and is taken down. */
import { findDates } from '../language/dates.ts';
import type { Line } from '../lines/line.ts';
import { type Passage, passageAt } from '../lines/passage.ts';
import type { Handling } from '../record.ts';
import { ANSLAG_RUBRIKER } from '../vocabulary/narvaro.ts';

export type Anslag = NonNullable<Handling['anslag']>;
/** Where each day stands, by the name of its field in the handling. */
type Places = { [falt in `anslag.${keyof Anslag}`]?: Passage };

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

/** The notice's heading, and how many lines of it there are; the minutes' last lines may hold it without one. */
const NOTICE = /^(?:anslag|bevis|tillkännagivande|justering)|anslagsbevis|bevis om/iu;
const NOTICE_LINES = 15;
const LAST_LINES = 25;
const PARAGRAF = /^\s*(?:\p{L}{1,5}\s*)?§\s*\d/u;
/** Minutes of an earlier meeting have days of their own. */
const EARLIER = /föregående|förra|tidigare/iu;

/** "Datum när anslaget   2031-03-18    Datum när anslaget   2031-04-09", and under it "sätts upp      tas ned". */
const CUT_LABEL = /anslag(?:et|s)?(?=\s+\d)/giu;
const REST_OF_LABEL = /^\s*(?:sätts upp|upps\p{L}+)\s+(?:tas ne[dr]|ned\p{L}+)\s*$/iu;
/** The words of a label without its days: the one they belong to stands on the next line. As long as what they replace. */
function cutLabels(text: string, below: string | undefined): string {
  if (!below || !REST_OF_LABEL.test(below)) return text;
  let n = 0;
  return text.replace(CUT_LABEL, (label) => (n++ === 0 ? 'anslås' : 'nedtas').padEnd(label.length));
}

/**
 * Reads the days; null when none stands there. Looked at are the front page, the notice and the last lines: in
 * between the same words mean other things. A day belongs to the label before it in its line, else to the
 * first of the labels above that has none yet.
 */
export function findAnslag(lines: readonly Line[]): { anslag: Anslag; at: Places } | null {
  const at: Places = {};
  const anslag: Anslag = { justerad: null, uppsatt: null, nedtas: null };
  const firstParagraf = lines.findIndex((l) => PARAGRAF.test(l.text));
  let notice = firstParagraf < 0 ? lines.length : firstParagraf;
  let waiting: Waiting[] = [];
  for (const [n, line] of lines.entries()) {
    if (NOTICE.test(line.text.trim())) notice = Math.max(notice, n + NOTICE_LINES);
    if ((n > notice && n < lines.length - LAST_LINES) || EARLIER.test(line.text)) continue;
    waiting = waiting.filter((w) => n - w.line <= REACH);
    for (const mark of marksOf(cutLabels(line.text, lines[n + 1]?.text))) {
      if (mark.falt) {
        waiting.push({ falt: mark.falt, line: n });
        continue;
      }
      const beside = waiting.findLastIndex((w) => w.line === n);
      const [next] = waiting.splice(Math.max(beside, 0), 1);
      if (!next || !mark.iso) continue;
      const take = (falt: keyof Anslag, iso: string) => {
        if (anslag[falt] !== null) return;
        anslag[falt] = iso;
        at[`anslag.${falt}`] = passageAt(line, mark.at, mark.end);
      };
      if (next.falt === 'tid') {
        take('uppsatt', mark.iso);
        if (mark.to) take('nedtas', mark.to);
        else waiting.push({ falt: 'nedtas', line: n });
      } else if (next.falt !== 'annat') take(next.falt, mark.iso);
    }
  }
  // "t.o.m." in the text of a § is no notice
  const noticed = lines.some((l) => NOTICE.test(l.text.trim()));
  if (!anslag.justerad && !anslag.uppsatt && !noticed) return null;
  return anslag.justerad || anslag.uppsatt || anslag.nedtas ? { anslag, at } : null;
}

interface Waiting {
  falt: NonNullable<Mark['falt']>;
  line: number;
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
