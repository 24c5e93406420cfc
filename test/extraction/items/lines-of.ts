/** Lines of a text, as text input gives them. */
import type { Line } from '../../../extraction/lines/line.ts';

export function linesOfText(text: string): Line[] {
  return text.split('\n').flatMap((raw, i) =>
    raw.trim() === ''
      ? []
      : [
          {
            text: raw,
            bbox: null,
            words: [],
            size: null,
            bold: false,
            lineNo: i + 1,
            page: 1,
            pageStart: i === 0,
            gap: 0,
            indent: raw.length - raw.trimStart().length,
          },
        ],
  );
}
