/**
 * Minutes in which no § could be read: pages that went for some other paper. They are told by what only minutes print: a
 * front page that declares §§, or §§ that run on with the heading Beslut under them.
 */
import { findParagrafHeads } from '../arenden/paragraf.ts';
import { sectionsOf } from '../arenden/sections.ts';
import type { Handling, Warning } from '../record.ts';
import { declaredParagrafer } from './declared-paragrafer.ts';
import { gap, linesOfHandling, type ReadHandling, spans } from './read-handling.ts';

const MINUTES =
  /^(?:\p{L}+\s{2,})?(?:sammanträdes|mötes)?protokoll\b|\s{2}(?:sammanträdes|mötes)?protokoll\b/iu;
/** Lines of a page that say what it is, and pages of a front. */
const HEAD = 12;
const FRONT = 2;
/** Fewer §§ than this in a row may be those that a letter tells of. */
const RUN = 3;

/** `held` are the numbers of all §§ that were read in the file. */
export function unreadMinutes(all: ReadHandling[], held: ReadonlySet<number>): Warning[] {
  const others = all.filter(({ handling }) => handling.kind !== 'kallelse' && !numbersMatters(handling));
  return [...others.flatMap((read) => declaredOnly(read, held)), ...decidedElsewhere(others, held)];
}

/** Minutes whose §§ were read; where only titles tell the matters, no § was. */
const numbersMatters = ({ kind, arenden }: Handling): boolean =>
  kind === 'protokoll' && arenden.some(({ paragraf }) => paragraf !== null);

function declaredOnly({ handling, sheets }: ReadHandling, held: ReadonlySet<number>): Warning[] {
  const isLetter = handling.kind === 'tjansteskrivelse' || handling.kind === 'remissvar';
  if (isLetter || !sheets[0]?.all.slice(0, HEAD).some((l) => MINUTES.test(l.text))) return [];
  const declared = declaredParagrafer(sheets.slice(0, FRONT));
  if (!declared || declared.numbers.some((n) => held.has(n))) return [];
  const { numbers, line } = declared;
  return [
    gap(
      'paragraf-missing',
      line.page,
      `Framsidan anger §§ ${spans(numbers, 'och')}, men ingen paragraf kunde läsas.`,
      `The front page declares §§ ${spans(numbers, 'and')}, but no paragraph could be read.`,
    ),
  ];
}

/** §§ with decisions that run on through papers which are no minutes; told once a file. */
function decidedElsewhere(others: ReadHandling[], held: ReadonlySet<number>): Warning[] {
  const decided = others.flatMap((read) => {
    const lines = linesOfHandling(read);
    const heads = findParagrafHeads(lines);
    return heads.flatMap((head, k) => {
      const under = lines.slice(head.index + 1, heads[k + 1]?.index);
      const decides = sectionsOf(under).some((b) => b.section === 'beslut' && b.heading !== null);
      const page = lines[head.index]?.page ?? null;
      return decides && !held.has(head.number) ? [{ number: head.number, page }] : [];
    });
  });
  const [first] = decided;
  const steps = decided.filter(({ number }, i) => number - 1 === decided[i - 1]?.number).length;
  if (!first || steps < RUN - 1) return [];
  const numbers = [...new Set(decided.map(({ number }) => number))].sort((a, b) => a - b);
  return [
    gap(
      'paragraf-missing',
      first.page,
      `§§ ${spans(numbers, 'och')} med beslut står på sidor som inte kunde läsas som protokoll.`,
      `§§ ${spans(numbers, 'and')} with decisions stand on pages that could not be read as minutes.`,
    ),
  ];
}
