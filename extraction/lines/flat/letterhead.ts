/** The head of a letter inside flat text: labels with their values, and the title that stands below the last of them. */
import { type Cuts, RUNNING } from './split-line.ts';

/** What a letterhead calls the official, the day, the number and the ways to reach her. */
const LABEL =
  /(?<!\S)(?:Handläggare|Upprättad av|Utfärdat|Datum|Ärendenummer|Ärendenr|Diarienummer|Diarienr|Dnr|Er referens|Vår referens|Telefon|Tfn|E-post|Epost)(?=[:\s])/gu;
/** Where the last of them ends: an address, or what was blotted out. */
const REACHED =
  /(?:E-?post:?\s+)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|E-?post:?\s+\[[^\]]{0,20}\])(?=\s+["”“]?\p{Lu})/gu;
/** So many labels make a letterhead. */
const LABELS = 3;
/** A letterhead takes at most this many letters. */
const LENGTH = 500;

/** Cuts the head of a letter, that ends at `to`, before its labels and behind the last address in it. */
export function letterheadCuts(text: string, to: number, cuts: Cuts): void {
  const head = text.slice(0, Math.min(to, LENGTH));
  const labels = [...head.matchAll(LABEL)];
  if (labels.length < LABELS) return;
  for (const { index } of labels) if (!cuts.has(index)) cuts.set(index, RUNNING);
  const last = [...head.matchAll(REACHED)].at(-1);
  if (last) cuts.set(last.index + last[0].length, RUNNING);
}
