/** What is marked in a text is what the index found in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundIn } from '../../store/found-words.ts';
import { readQuestion } from '../../store/question.ts';

const marked = (text: string, query: string): string =>
  foundIn(text, readQuestion(query))
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('');

describe('the words that a question found', () => {
  test.each([
    ['Patientavgifterna höjs från årsskiftet.', 'patientavgift', '[Patientavgifterna] höjs från årsskiftet.'],
    ['Patientavgifterna höjs, avgiften sänks.', 'avgift', '[Patientavgifterna] höjs, [avgiften] sänks.'],
    ['att avslå motionen och motioner', '"avslå motionen"', 'att [avslå motionen] och motioner'],
    ['avslå, motionen', '"avslå motion"', '[avslå, motionen]'],
    ['taxa eller avgift', 'taxa OR skola', '[taxa] eller avgift'],
    ['taxan utan motion', 'taxa -motion', '[taxan] utan motion'],
    ['Se KS 2024/17, bilaga', 'KS 2024/17', 'Se [KS 2024/17], bilaga'],
    ['taxa taxa', 'taxa', '[taxa] [taxa]'],
    ['Inget här', 'taxa', 'Inget här'],
    ['', 'taxa', ''],
  ])('in "%s" by %s', (text, query, pieces) => {
    expect(marked(text, query)).toBe(pieces);
  });

  test('leave the text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        const pieces = foundIn(text, readQuestion(query));
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'));
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });
});
