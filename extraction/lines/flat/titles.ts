/** The title of a § inside flat text: where it ends, and the matter's text begins. */
import { least } from '../../extremes.ts';
import { labelledDiarienummer } from '../../language/nummer.ts';
import { findOrganer } from '../../routing/organ.ts';
import { APPROVAL_TIME, DECIDES_ALONE } from '../../vocabulary/opening-decision.ts';
import { isStandingTitle } from './matter-words.ts';
import { APART, type Cuts, GOES_ON, RUNNING, wordBefore } from './split-line.ts';
import { BEHIND_TITLE, CLAUSE, SUBORDINATES, TELLS } from './title-ends.ts';

/** A title has at least this many letters before its text begins. */
const SHORTEST_TITLE = 8;
/** And hardly ever more than this many. */
const LONGEST_TITLE = 250;

/** The head of a §, and what number the matter had at another body. */
const HEAD = new RegExp(
  `^(?:${[
    String.raw`(?:\p{Lu}\p{L}{0,5}\.?\s)?§\s?\d{1,4}(?:\/\d{2,4})?\.?`,
    String.raw`\d{1,4}\s?§`,
    String.raw`\p{Lu}\p{L}{1,4}\s\d{1,4}(?=\s\s)`,
  ].join('|')})${String.raw`(?:\s+\p{Lu}\p{L}{1,3}\s(?:§\s?)?\d{1,4}(?=\s))?\s+`}`,
  'u',
);
/** The item of a kallelse whose title is a heading elsewhere. */
const ITEM = /^\d{1,2}\s+(?=Justering\s)/u;

/** True where the text begins with the head of a §. */
export const beginsWithHead = (text: string): boolean => HEAD.test(text);

/** Where the title begins behind the head of a § or the number of an item; undefined where the text begins with neither. */
export const titleAt = (text: string): number | undefined => (HEAD.exec(text) ?? ITEM.exec(text))?.[0].length;

/** What is left of a matter's number whose figures the conversion lost: "Dnr 2031/ KS", "LK/", "/3140". */
const LOST_NUMBER =
  /^(?:(?:Dnr|DNR):?(?:\s\d{1,4}\/(?:\s\p{Lu}{2,4})?)?(?=\s\p{Lu}\p{Ll})|\p{Lu}{2,4}\/(?=\s\p{Lu})|\/\d{2,5}(?=\s))\s?/u;
/** The same behind the title: "Anmälan av beslut Dnr /2031 Nämnden …", "Val av justerare nummer Bo Ek …". */
const LOST_BEHIND = /(?<=\p{Ll}{3}\s)(?:(?:Dnr|DNR):?\s?\/\d{2,4}|nummer)\s(?=\p{Lu})/u;

/**
 * Behind a § head, its title ends at the matter's number, or where the first sentence's subject begins. Comes back with
 * what is left of a number that the conversion lost.
 */
export function titleCut(text: string, cuts: Cuts): [from: number, to: number][] {
  const head = HEAD.exec(text);
  if (!head) return [];
  const lost = LOST_NUMBER.exec(text.slice(head[0].length));
  if (lost) {
    // the rest of a number stands in nobody's title
    const from = head[0].length;
    const to = from + lost[0].length;
    cuts.set(from, RUNNING);
    cuts.set(to, RUNNING);
    sentenceCut(text, to, least([...[...cuts.keys()].filter((at) => at > to), text.length]), cuts);
    return [[from, to]];
  }
  const first = least([...[...cuts.keys()].filter((at) => at > 0), text.length]);
  let from = head[0].length;
  let to = first;
  const number = labelledDiarienummer(text.slice(0, Math.min(first, 300)));
  if (number) {
    // a class of the filing plan may follow it: "Dnr KS 2031/18 706"
    const end = number.end + (/^\s\d{3}(?=\s\p{Lu})/u.exec(text.slice(number.end))?.[0].length ?? 0);
    const above = text.slice(from, number.start).replace(/\S+\s*$/u, '');
    if (end < first) cuts.set(end, RUNNING);
    if (/\p{L}{3}/u.test(above)) to = number.start;
    else from = end;
  }
  const rest = LOST_BEHIND.exec(text.slice(from, to));
  if (rest && !GOES_ON.test(wordBefore(text.slice(from), rest.index))) {
    const start = from + rest.index;
    const end = start + rest[0].length;
    cuts.set(start, RUNNING);
    cuts.set(end, APART);
    decisionCuts(text, end, cuts);
    return [[start, end]];
  }
  sentenceCut(text, from, to, cuts);
  return [];
}

/**
 * The end of a letter's title that stands at `title`, where no heading (the first one at `heading`, if any) parts it
 * from the text below.
 */
export function letterTitleCut(text: string, title: number, heading: number | null, cuts: Cuts): void {
  const longest = title + LONGEST_TITLE;
  if (heading !== null && heading <= longest) return;
  sentenceCut(text, title, Math.min(heading ?? text.length, longest), cuts);
}

/** Where the first sentence, or the first clause, begins behind the title that stands between `from` and `to`. */
function sentenceCut(text: string, from: number, to: number, cuts: Cuts): void {
  const title = text.slice(from, to);
  const again = /^(\p{Lu}\p{L}{3,})\s(?=\1(?!\p{L}))/u.exec(title);
  const bodies = findOrganer(title).filter(
    (o) => !o.genitive && o.start >= SHORTEST_TITLE && /^\s\p{Ll}+(?:r|de|te)\s/u.test(title.slice(o.end)),
  );
  const body = bodies[0];
  // "… motion från Bo Ek Kommunstyrelsen beslutar": the body alone is the verb's subject
  const inBody = (m: RegExpExecArray) => body && m.index <= body.start && m.index + m[0].length > body.end;
  const starts = [TELLS, CLAUSE].flatMap((form) =>
    [...title.matchAll(form)]
      .filter((m) => m.index >= SHORTEST_TITLE && !inBody(m))
      .map((m) => m.index + behindName(title, m)),
  );
  if (body) starts.push(body.start);
  const behind = BEHIND_TITLE.exec(title)?.index ?? -1;
  if (behind >= SHORTEST_TITLE) starts.push(behind);
  // a title that ends with a full stop
  const stop = /(?<=\p{Ll}{4}\.\s)(?=\p{Lu})/u.exec(title)?.index ?? -1;
  if (stop > SHORTEST_TITLE && stop < least(starts)) starts.push(stop);
  const first = again ? again[0].length : least(starts);
  if (!Number.isFinite(first)) return;
  cuts.set(from + first, APART);
  decisionCuts(text, from + first, cuts);
  // a body begins a sentence of its own, be the stop before it lost
  const told = bodies.find((o) => o.start > first && /^\s(?:beslutar|föreslår)\s/u.test(title.slice(o.end)));
  const before = wordBefore(title, told?.start ?? 0);
  if (told && /^\p{Ll}{4,}$/u.test(before) && !SUBORDINATES.test(before)) cuts.set(from + told.start, APART);
}

/** Behind each first sentence that decides by itself, what follows is another paragraph. */
function decisionCuts(text: string, from: number, cuts: Cuts): void {
  let at = from;
  for (const m of text.slice(from).matchAll(/(?<=[\p{Ll})]\.)\s(?=\p{Lu})/gu)) {
    const sentence = text.slice(at, from + m.index);
    if (!DECIDES_ALONE.test(sentence) && !(at > from && APPROVAL_TIME.test(sentence))) return;
    at = from + m.index + 1;
    cuts.set(at, APART);
  }
}

/** "… av Åvägen Kommunchefen har …": a capital behind a small word of the title belongs to the title, the next begins. */
function behindName(title: string, m: RegExpExecArray | RegExpMatchArray): number {
  if (!GOES_ON.test(wordBefore(title, m.index ?? 0))) return 0;
  return /^\p{Lu}[\p{L}-]*\s(?=\p{Lu}\p{Ll})/u.exec(m[0])?.[0].length ?? 0;
}

/** "… informerar. att notera informationen": what is decided in a § whose lead-in the conversion lost. */
const LEFT_CLAUSE = /(?<=\p{Ll}{3}[.]\s)(?=att\s\p{Ll}{2,}\s)/gu;

/** Before the clauses that stand in a § without a lead-in: behind a full stop, or right behind a title all meetings have. */
export function clauseCuts(text: string, cuts: Cuts): void {
  const title = HEAD.exec(text)?.[0].length ?? 0;
  const behind = /^\p{Lu}[\p{Ll} -]{4,60}?\s(?=att\s\p{Ll}{2,}\s)/u.exec(text.slice(title))?.[0] ?? '';
  if (behind && isStandingTitle(behind)) cuts.set(title + behind.length, APART);
  for (const { index } of text.matchAll(LEFT_CLAUSE)) cuts.set(index, APART);
}
