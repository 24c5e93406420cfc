/** Whether what a record says stands in the pages: its words where its evidence says, and no others there. */
import { findDates } from '../../extraction/language/dates.ts';
import type { Page, PageLine, Word } from '../../extraction/pages/page.ts';
import type { Evidence, Handling, Record } from '../../extraction/record.ts';

/** Something a record says, and where it says that it stands. */
export interface Said {
  what: string;
  text: string;
  evidence: Evidence[];
}

/** All that has evidence: the items of every ärende, and dates, numbers and bodies. */
export function saidIn({ handlingar }: Record): Said[] {
  const said: Said[] = [];
  const say = (what: string, text: string | null, evidence: Evidence[]) => {
    if (text !== null) said.push({ what, text, evidence });
  };
  for (const h of handlingar) {
    say('organ', h.organ, h.evidence.organ);
    say('datum', h.datum, h.evidence.datum);
    say('diarienummer', h.diarienummer, h.evidence.diarienummer);
    for (const a of h.arenden) {
      say('paragraf', a.paragraf, a.evidence.paragraf);
      if (h.kind !== 'tjansteskrivelse') say('diarienummer', a.diarienummer, a.evidence.diarienummer);
      for (const x of [...a.forslag, ...a.beslut]) say('attsats', x.text, x.evidence);
      for (const x of a.yrkanden) say('yrkande', x.text, x.evidence);
      for (const x of [...a.reservationer, ...a.anteckningar]) say('inlaga', x.text, x.evidence);
      for (const x of a.expediering) say('mottagare', x.mottagare, x.evidence);
      for (const x of a.underlag) say('underlag', x.text, x.evidence);
    }
  }
  return said;
}

/** Lead-ins and names: no evidence of their own, but they stand in the pages of their handling. */
export function namedIn(handling: Handling): { what: string; text: string }[] {
  const { narvaro, justerare, undertecknare, till, arenden } = handling;
  const present = narvaro ? [...narvaro.ledamoter, ...narvaro.ersattare, ...narvaro.ovriga] : [];
  const movers = arenden.flatMap((a) => [
    ...[...a.yrkanden, ...a.reservationer, ...a.anteckningar].flatMap((x) => x.av),
    ...a.voteringar.flatMap((v) => v.roster.map((r) => r.person)),
  ]);
  const persons = [...present, ...justerare, ...undertecknare, ...movers];
  const clauses = arenden.flatMap((a) => [...a.forslag, ...a.beslut]);
  return [
    ...persons.flatMap(({ namn }) => (namn === null ? [] : [{ what: 'namn', text: namn }])),
    ...clauses.flatMap(({ ledtext }) => (ledtext === null ? [] : [{ what: 'ledtext', text: ledtext }])),
    ...till.map((text) => ({ what: 'till', text })),
  ];
}

/** Blanks and hyphens aside, so that lines may be joined and words put together again. */
const bare = (text: string) => text.replace(/[\s\-\u00ad‐‑–—]+/gu, '');
/** Letters and figures alone. */
const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
/** What the setting puts before a clause. */
const MARK = /^(?:[•·▪■●○◦‣⁃*\uf0b7\uf0a7o→➢✓§]|\d{1,2}\s?[.)]|\p{L}\s?[.)])\s*/u;

const shapeOf = (text: string) => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
/** Lines of a page's head and foot in which furniture may stand. */
const EDGE = { head: 9, foot: 7 };

interface Printed {
  line: PageLine;
  page: number;
  /** It may be left out of a text that runs on over it: furniture at a page's edge, or all over the file. */
  passing: boolean;
}

/** A file's lines in order, with those that a text may run on over. */
export function printedIn(pages: readonly Page[]): Printed[] {
  const counts = new Map<string, number>();
  const all = pages.flatMap((page) => page.lines.filter((l) => l.text.trim() !== ''));
  for (const { text } of all) counts.set(shapeOf(text), (counts.get(shapeOf(text)) ?? 0) + 1);
  return pages.flatMap(({ page, lines }) => {
    const own = lines.filter((l) => l.text.trim() !== '');
    const parted = pages.length > 1;
    return own.map((line, i) => ({
      line,
      page,
      passing:
        (parted && (i < EDGE.head || i >= own.length - EDGE.foot)) ||
        (counts.get(shapeOf(line.text)) ?? 0) > 2,
    }));
  });
}

/** The lines that evidence names: those of a text file; of a set page, those that have a word in a box. */
const namedBy = (printed: Printed[], evidence: readonly Evidence[]): Printed[] =>
  printed.filter(({ line, page }) =>
    evidence.some((e) => {
      if (e.page !== page) return false;
      const no = line.lineNo;
      if (e.lines && no !== null) return no >= e.lines[0] && no <= e.lines[1];
      return line.words.some((word) => isUnder(word, e));
    }),
  );

function isUnder({ bbox: [x0, y0, x1, y1] }: Word, { bbox }: Evidence): boolean {
  if (!bbox) return false;
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= bbox[0] && x <= bbox[2] && y >= bbox[1] && y <= bbox[3];
}

/** True when a text's words stand in the lines one after the other, with nothing but furniture left out between. */
export function runsThrough(text: string, lines: readonly Printed[]): boolean {
  const sought = bare(text);
  return lines.some(({ line }, i) => {
    const first = bare(line.text);
    for (
      let from = first.indexOf(sought.charAt(0));
      from >= 0;
      from = first.indexOf(sought.charAt(0), from + 1)
    ) {
      const rest = first.slice(from);
      if (rest.startsWith(sought)) return true;
      if (sought.startsWith(rest) && goesOn(sought.slice(rest.length), lines.slice(i + 1))) return true;
    }
    return false;
  });
}

function goesOn(sought: string, lines: readonly Printed[]): boolean {
  if (sought === '') return true;
  const [next, ...others] = lines;
  if (!next) return false;
  for (const printed of new Set([bare(next.line.text), bare(next.line.text.trim().replace(MARK, ''))])) {
    if (printed.startsWith(sought)) return true;
    if (printed !== '' && sought.startsWith(printed) && goesOn(sought.slice(printed.length), others))
      return true;
  }
  return next.passing && goesOn(sought, others);
}

/** Whether the lines that evidence names say it. */
export function standsThere({ what, text, evidence }: Said, printed: Printed[]): boolean {
  const lines = namedBy(printed, evidence);
  const all = lines
    .map(({ line }) => line.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  switch (what) {
    case 'datum':
      return findDates(all).some(({ iso, to }) => iso === text || to === text);
    case 'paragraf':
      return new RegExp(`(?<!\\d)${text.replace('/', '\\s?[/:]\\s?')}(?!\\d)`).test(all);
    case 'organ':
      return letters(all).toLowerCase().includes(letters(text).toLowerCase());
    default:
      return runsThrough(text, lines);
  }
}

/** How well the boxes of evidence hold the words of a text: word by word, how many of each were right. */
export interface Fit {
  /** Words under the boxes. */
  under: number;
  /** Of those, the text's. */
  right: number;
  /** Words of the text. */
  sought: number;
  /** Boxes that are not on their page. */
  outside: number;
}

export function fitOf({ text, evidence }: Said, pages: readonly Page[]): Fit {
  const own = pages.filter((p) => evidence.some((e) => e.page === p.page));
  const under = own.flatMap((p) =>
    p.lines.flatMap((l) => l.words).filter((w) => evidence.some((e) => e.page === p.page && isUnder(w, e))),
  );
  const outside = evidence.filter(({ page, bbox }) => {
    const on = own.find((p) => p.page === page);
    if (!bbox || !on) return true;
    const [x0, y0, x1, y1] = bbox;
    return x0 < 0 || y0 < 0 || x1 <= x0 || y1 <= y0 || x1 > (on.width ?? 0) + 1 || y1 > (on.height ?? 0) + 1;
  }).length;
  const words = under.map((w) => letters(w.text)).filter((w) => w !== '');
  const sought = text
    .split(/\s+/)
    .map(letters)
    .filter((w) => w !== '');
  return { under: words.length, right: common(words, sought), sought: sought.length, outside };
}

/** Words that both have, in order; a printed word that is broken in two, or holds more than the word, counts too. */
function common(printed: string[], sought: string[]): number {
  let right = 0;
  let rest = sought.join('');
  for (const word of printed) {
    // the boxes go from the first word to the last: what does not come next is none of the text's
    const part = rest.startsWith(word) ? word : word.endsWith(rest) || word.startsWith(rest) ? rest : null;
    const inner = part ?? (rest.length === sought.join('').length ? overlap(word, rest) : null);
    if (!inner) continue;
    rest = rest.slice(inner.length);
    right++;
  }
  return right;
}

/** The end of a word that a text begins in the middle of. */
function overlap(word: string, rest: string): string | null {
  for (let from = 1; from < word.length; from++) {
    const end = word.slice(from);
    if (rest.startsWith(end)) return end;
  }
  const at = word.indexOf(rest);
  return at >= 0 ? rest : null;
}
