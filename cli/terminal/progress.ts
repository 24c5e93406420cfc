/** How far long work has come: one line redrawn for a person, a plain line now and then for a log. */
import { amount } from './layout.ts';
import { CLEAR_LINE, type Terminal } from './terminal.ts';
import { type Amounts, countdown } from './time-left.ts';

export interface Position extends Amounts {
  /** What is counted as files: "filer", or the distinct contents among them. */
  unit?: 'filer' | 'innehåll' | undefined;
  /** What is being done, e.g. a file's name. */
  doing?: string | undefined;
  /** Nothing more is begun, or not until somebody says so: there is no time that is left. */
  standsStill?: boolean;
  /** What a person has to know or do; written on a line of its own when it comes. */
  note?: string | undefined;
}

export interface Progress {
  update(position: Position): void;
  /** Takes the redrawn line away, so that something else can be written. */
  clear(): void;
  /** Writes the last position down and stops. */
  stop(): void;
}

const REDRAW_MS = 100;
const PLAIN_LINE_MS = 5000;

/** "2 min 5 s", "40 s", "3 h 10 min". */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3600) return s % 60 === 0 ? `${s / 60} min` : `${Math.floor(s / 60)} min ${s % 60} s`;
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/**
 * The position in words.
 * @param left seconds; null: too early to say
 */
export function positionText(position: Position, elapsedMs: number, left: number | null): string {
  const { filesDone, filesTotal, pagesDone, pagesTotal, doing, unit = 'filer' } = position;
  const finished = filesTotal !== null && filesDone >= filesTotal;
  const parts = [
    filesTotal === null ? amount(filesDone, 'fil', 'filer') : `${filesDone} av ${filesTotal} ${unit}`,
  ];
  if (pagesDone > 0 || pagesTotal) {
    parts.push(
      pagesTotal !== null && !finished
        ? `${pagesDone} av ${pagesTotal} sidor`
        : amount(pagesDone, 'sida', 'sidor'),
    );
  }
  if (finished) parts.push(`tog ${duration(elapsedMs / 1000)}`);
  else if (left !== null && left >= 1 && !position.standsStill) parts.push(`ungefär ${duration(left)} kvar`);
  if (doing && !finished) parts.push(doing);
  return parts.join(' · ');
}

/**
 * Shows positions on stderr. `now` gives milliseconds.
 * @param what what the lines begin with, e.g. "Läser in"
 */
export function showProgress(terminal: Terminal, what: string, now: () => number = Date.now): Progress {
  const started = now();
  const timeLeft = countdown();
  let last: Position | null = null;
  let shownAt = terminal.interactive ? 0 : started;
  let shownText = '';
  let noted: string | undefined;
  const drawn = { line: false };
  const clear = () => {
    if (drawn.line) terminal.draw(CLEAR_LINE);
    drawn.line = false;
  };
  const show = (position: Position) => {
    const elapsedMs = now() - started;
    const text = `${what}: ${positionText(position, elapsedMs, timeLeft(position, elapsedMs))}`;
    if (terminal.interactive) {
      const letters = Array.from(text);
      const fits =
        letters.length < terminal.drawColumns
          ? text
          : `${letters.slice(0, terminal.drawColumns - 2).join('')}…`;
      terminal.draw(`${CLEAR_LINE}${fits}`);
      drawn.line = true;
    } else if (text !== shownText) {
      terminal.tell(text);
    }
    shownText = text;
    shownAt = now();
  };
  return {
    update(position) {
      last = position;
      if (position.note !== undefined && position.note !== noted) {
        clear();
        terminal.tell(position.note);
      }
      noted = position.note;
      if (now() - shownAt >= (terminal.interactive ? REDRAW_MS : PLAIN_LINE_MS)) show(position);
    },
    clear,
    stop() {
      if (last) show(last);
      if (drawn.line) terminal.draw('\n');
      drawn.line = false;
      last = null;
    },
  };
}
