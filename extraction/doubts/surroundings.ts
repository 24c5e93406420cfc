/**
 * Doubts about all items of a document or matter, because of what is strange about it: where the template is
 * not understood, single items look no different from those of one that is.
 */
import type { Arende, Handling } from '../record.ts';
import type { Doubt } from './words.ts';

/** Fewer §§ than this say nothing of a template. */
const SEVERAL = 4;
/** Share of §§ without a decision above which the template is hardly understood. */
const UNDECIDED = 0.25;
/** Characters; longer titles have taken in what stands under them. */
const LONGEST_TITLE = 200;

/** A kommunstyrelse does not meet in a region, nor a regionstyrelse in a municipality. */
function isForeign({ huvudman, organ }: Handling): boolean {
  if (!huvudman || !organ) return false;
  const region = /^(?:region|landstinget)\b|landsting$/iu.test(huvudman);
  return region ? /^kommun/iu.test(organ) : /^(?:region|landstings)/iu.test(organ);
}

/** Doubts that hold for everything in `handling`. */
export function handlingDoubts(handling: Handling): Doubt[] {
  const doubts: Doubt[] = [];
  const { kind, arenden } = handling;
  if (!handling.huvudman) doubts.push('noHuvudman');
  if (isForeign(handling)) doubts.push('foreignBody');
  if (kind !== 'protokoll') return doubts;
  if (!handling.organ || !handling.datum) doubts.push('noOrgan');
  if (!arenden.some((a) => a.diarienummer)) doubts.push('noNumbers');
  if (handling.justerare.length === 0) doubts.push('noApprovers');
  const undecided = arenden.filter((a) => a.beslut.length === 0).length;
  if (arenden.length >= SEVERAL && undecided / arenden.length > UNDECIDED) doubts.push('undecided');
  const numbers = arenden.map((a) => Number.parseInt(a.paragraf ?? '', 10)).filter((n) => n > 0);
  if (numbers.some((n, i) => i > 0 && n !== (numbers[i - 1] as number) + 1)) doubts.push('gaps');
  return doubts;
}

/** Doubts that hold for everything in `arende`. */
export function arendeDoubts(arende: Arende): Doubt[] {
  const { rubrik } = arende;
  return !rubrik || rubrik.length > LONGEST_TITLE ? ['noTitle'] : [];
}

/** How many §§ a line must stand under to look like the head of pages. */
const REPEATED = 3;

/** Texts as they are compared from § to §: the digits of dates and page numbers aside. */
const shape = (text: string): string => text.toLowerCase().replace(/\d+/gu, '#');

/** Which of a document's texts may be the head of its pages, read as an item: tells the doubts of a text. */
export function headDoubts(handling: Handling, texts: string[][]): (text: string) => Doubt[] {
  const seen = new Map<string, number>();
  for (const text of texts.flatMap((own) => [...new Set(own.map(shape))])) {
    seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const names = [handling.organ, handling.huvudman].flatMap((name) => (name ? [name.toLowerCase()] : []));
  return (text) => {
    const plain = text.toLowerCase();
    const doubts: Doubt[] = [];
    const head =
      names.some((name) => plain.includes(name)) && /\bprotokoll\b(?! (?:från|nr|§|\d))/u.test(plain);
    if (head || names.some((name) => plain === name)) doubts.push('runningHead');
    if ((seen.get(shape(text)) ?? 0) >= REPEATED) doubts.push('repeated');
    return doubts;
  };
}
