/** Text that no record comes near: told by its size before any rule looks at it, so that it is the file that is at fault. */
import { Refusal } from '../refusal.ts';
import type { Limits } from './limits.ts';
import type { Page } from './page.ts';

/** Throws a Refusal where a line is too long, or the lines or characters of all pages are too many. */
export function refuseBeyondMeasure(pages: readonly Page[], limits: Limits): void {
  let lines = 0;
  let chars = 0;
  for (const page of pages) {
    lines += page.lines.length;
    for (const { text } of page.lines) {
      chars += text.length;
      if (text.length > limits.maxLineChars) throw longLine(page.page, text.length, limits);
    }
  }
  if (lines > limits.maxLines) throw tooManyLines(lines, limits);
  if (chars > limits.maxChars) throw tooMuchText(limits);
}

export const tooManyLines = (lines: number, { maxLines }: Limits): Refusal =>
  new Refusal('too-large', {
    sv: `Den har ${inSwedish(lines)} rader text; gränsen är ${inSwedish(maxLines)}. Dela upp den.`,
    en: `It has ${lines} lines of text; the limit is ${maxLines}. Divide it.`,
  });

/** More characters than a file may have. */
export const tooMuchText = ({ maxChars }: Limits): Refusal =>
  new Refusal('too-large', {
    sv: `Den har mer än ${inSwedish(maxChars)} tecken text. Dela upp den.`,
    en: `It has more than ${maxChars} characters of text. Divide it.`,
  });

const longLine = (page: number, length: number, { maxLineChars }: Limits): Refusal =>
  new Refusal('too-large', {
    sv: `En rad på sidan ${page} har ${inSwedish(length)} tecken; gränsen är ${inSwedish(maxLineChars)}. Spara texten med radbrytningar.`,
    en: `A line of page ${page} has ${length} characters; the limit is ${maxLineChars}. Save the text with line breaks.`,
  });

const inSwedish = (count: number): string => count.toLocaleString('sv');
