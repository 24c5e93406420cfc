/**
 * Warnings that are told once a file, with all its pages: white back sides and pages of pictures come by the dozen, and whoever
 * looks at one of a file looks at them all. The rows are kept a page each, for each holds up what stands on its own page.
 */
import { listed } from './field-words.ts';
import { type GranskaCode, rankOf } from './granska.ts';

type Words = (one: boolean, pages: { sv: string; en: string }) => { sv: string; en: string };

const WORDS: { readonly [code in GranskaCode]?: Words } = {
  'page-blank': (one, { sv, en }) => ({
    sv: `${one ? 'Sidan' : 'Sidorna'} ${sv} är ${one ? 'tom: vit, eller en bild' : 'tomma: vita, eller bilder'} som inte gick att rita upp. Se efter i filen.`,
    en: `${one ? 'Page' : 'Pages'} ${en} came out blank: white, or a picture that could not be drawn. Look in the file.`,
  }),
  'no-text': (one, { sv, en }) => ({
    sv: `Ingen text kunde läsas på ${one ? 'sidan' : 'sidorna'} ${sv}. Se efter i filen: text som behövs får skannas om.`,
    en: `No text could be read on ${one ? 'page' : 'pages'} ${en}. Look in the file: text that is needed is to be scanned again.`,
  }),
};

const CODES = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** Places in the order of the codes that are told once a file. */
export const ONCE_A_FILE: readonly number[] = CODES.map(rankOf);

/** Why a person is needed, of all `pages` (in order, at least one) of a file; null for a code that is told page by page. */
export function reasonOfPages(
  code: string,
  pages: readonly number[],
): { reason: string; reasonEn: string } | null {
  const words = CODES.includes(code as GranskaCode) ? WORDS[code as GranskaCode] : undefined;
  if (words === undefined) return null;
  const runs = runsOf(pages);
  const { sv, en } = words(pages.length === 1, { sv: inWords(runs, SV), en: inWords(runs, EN) });
  return { reason: sv, reasonEn: en };
}

/** Runs of pages named at most; the others are counted. */
const NAMED = 12;

const SV = { and: 'och', more: (n: number) => `${n} till` };
const EN = { and: 'and', more: (n: number) => `${n} more` };

/** "2, 4–6 och 9"; of many runs the first, "…, 24 och 300 till". */
function inWords(runs: readonly Run[], { and, more }: typeof SV): string {
  const named = runs.slice(0, NAMED);
  const left = runs.slice(NAMED).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const texts = named.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return listed(left === 0 ? texts : [...texts, more(left)], and);
}

type Run = [first: number, last: number];

/** Pages that follow each other, three or more, are one run. */
function runsOf(pages: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run?.[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.flatMap(([first, last]): Run[] =>
    last === first + 1
      ? [
          [first, first],
          [last, last],
        ]
      : [[first, last]],
  );
}
