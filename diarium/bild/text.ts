/** Texts set in little room. */

/**
 * Breaks a text at its spaces (a no-break space holds its words together) into lines of at most `width` letters; a longer word is cut, at a hyphen where it has one.
 *
 * @param most more lines are left out, and the last one kept says so by "…"
 */
export function lines(text: string, width: number, most: number = Number.POSITIVE_INFINITY): string[] {
  return fill(text, (line) => [...line].length <= width, most);
}

/** The same by the room that the letters take in print: `width` in the unit of `size`, the height of the type. */
export function printedLines(text: string, width: number, size: number, most: number): string[] {
  return fill(text, (line) => printedWidth(line) * size <= width, most);
}

/** Heavy type takes this much more room. */
export const BOLD = 1.12;

const NARROW = /[\u0300-\u036f]/u;
const THIN = /[iljtfrI.,:;'’|!()[\]/\s-]/u;
const WIDE = /[mwMW@%…—]/u;
const CAPITAL = /[\p{Lu}]/u;

/** How wide a text is in a usual sans-serif, in heights of its type; rather too much than too little. */
export function printedWidth(text: string): number {
  let sum = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) continue;
    sum += THIN.test(letter) ? 0.4 : WIDE.test(letter) ? 0.96 : CAPITAL.test(letter) ? 0.7 : 0.61;
  }
  return sum;
}

function fill(text: string, fits: (line: string) => boolean, most: number): string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text
    .split(/[^\S\u00a0]+/u)
    .filter(Boolean)
    .flatMap((one) => pieces(one, fits))) {
    const longer = line === '' ? word.text : `${line}${word.joined ? '' : ' '}${word.text}`;
    if (line !== '' && !fits(longer)) {
      out.push(line);
      line = word.text;
    } else line = longer;
  }
  if (line !== '') out.push(line);
  if (out.length <= most) return out;
  const kept = out.slice(0, most);
  let last = `${kept[most - 1] ?? ''} …`;
  while (!fits(last) && last.length > 2) last = `${last.slice(0, -2).trimEnd()}…`;
  kept[most - 1] = last;
  return kept;
}

/** A word in parts that fit; `joined` to the part before without a space. */
function pieces(word: string, fits: (line: string) => boolean): { text: string; joined: boolean }[] {
  const out: { text: string; joined: boolean }[] = [];
  let rest = word;
  while (rest !== '' && !fits(rest)) {
    const cut = cutOf(rest, fits);
    const part = rest.slice(0, cut);
    out.push({ text: /\p{L}$/u.test(part) && fits(`${part}-`) ? `${part}-` : part, joined: out.length > 0 });
    rest = rest.slice(cut);
  }
  if (rest !== '') out.push({ text: rest, joined: out.length > 0 });
  return out;
}

/** Where to cut a word: behind a hyphen, else behind an s that joins a compound (samhällsbyggnads-direktör), else where it must. */
function cutOf(word: string, fits: (line: string) => boolean): number {
  const letters = [...word];
  let n = 1;
  while (n < letters.length && fits(`${letters.slice(0, n + 1).join('')}-`)) n++;
  const most = letters.slice(0, n).join('');
  const ends = [...word.matchAll(/-(?=.)|s(?=[bcdfghjklmnrv])/giu)].map(({ index }) => index + 1);
  const good = ends.filter((end) => end <= most.length && end > most.length / 3).at(-1);
  return good ?? most.length;
}
