/** Numbers of clauses whose dot or bracket was misread ("23 att", "1; Taxan", "3, Taxan"): those above and below tell. Pure. */
import type { Page, PageLine, Word } from '../page.ts';
import { textOf } from '../words.ts';
import { parted } from './repair-words.ts';

/** Numbers of one list stand this near to each other, points. */
const COLUMN = 5;
/** So many lines a clause may have. */
const CLAUSE = 6;

const WHOLE = /^(\d{1,2})([.)])$/;
/** What the dot and the bracket are read as; without either, only what begins a clause follows. */
const END: { [mark: string]: string } = {
  '.': '[.,;:]{1,2}',
  ')': '(?:[)3Jj}\\]][.,;:]?|[.,;:]{1,2})',
};
const BEGINS = /^(?:\p{Lu}|att$)/u;

/** The page with the numbers of its lists as printed, where the number before or after is read. */
export function repairListNumbers(page: Page): Page {
  const lines = [...page.lines];
  const mend = (at: number, from: number): void => {
    const known = WHOLE.exec(lines[from]?.words[0]?.text ?? '');
    const line = lines[at];
    const first = line?.words[0];
    if (!known || !line || !first || WHOLE.test(first.text) || !isBelow(lines[from] as PageLine, line))
      return;
    const number = Number(known[1]) + (at > from ? 1 : -1);
    const clause = line.words[1]?.text ?? '';
    const glued = new RegExp(`^${number}[.)](?=\\d)`).test(first.text);
    const isNumber =
      new RegExp(`^${number}${END[known[2] as string]}$`).test(first.text) ||
      (first.text === `${number}` && BEGINS.test(clause));
    if (number < 1 || (!glued && !isNumber)) return;
    const rest = glued ? parted(first, `${number}`.length + 1).slice(1) : [];
    const words: Word[] = [{ ...first, text: `${number}${known[2]}` }, ...rest, ...line.words.slice(1)];
    lines[at] = { ...line, words, text: textOf(words, line.size ?? 11) };
  };
  for (let at = 0; at < lines.length; at++)
    for (let from = at - 1; from >= Math.max(0, at - CLAUSE); from--) mend(at, from);
  for (let at = lines.length - 1; at >= 0; at--)
    for (let from = at + 1; from <= Math.min(lines.length - 1, at + CLAUSE); from++) mend(at, from);
  return { ...page, lines };
}

/** Both begin at the same edge. */
function isBelow(a: PageLine, b: PageLine): boolean {
  return !!a.bbox && !!b.bbox && Math.abs(a.bbox[0] - b.bbox[0]) < COLUMN;
}
