import { expect, it } from 'vitest';
import { ord } from '../../../extraction/language/ord.ts';
import { sentencesOf } from '../../../extraction/language/sentences.ts';
import { passageOf } from '../../../extraction/lines/passage.ts';
import { linesOfText } from '../items/lines-of.ts';

const sentences = (text: string) => sentencesOf(passageOf(linesOfText(text))).map((s) => s.text);

it.each<[string, string[]]>([
  ['Taxan antas. Motionen avslås.', ['Taxan antas.', 'Motionen avslås.']],
  ['Taxan antas.\nMotionen\navslås.', ['Taxan antas.', 'Motionen avslås.']],
  ['Bo Ek m.fl. Yrkandet avslås.', ['Bo Ek m.fl. Yrkandet avslås.']],
  ['Mötet börjar kl. 9 i Stora salen.', ['Mötet börjar kl. 9 i Stora salen.']],
  ['Enligt t.ex. Karin Alm (M) är det så.', ['Enligt t.ex. Karin Alm (M) är det så.']],
  ['Karin B. Alm yrkar avslag. Det noteras.', ['Karin B. Alm yrkar avslag.', 'Det noteras.']],
  ['Stämmer det? Ja! Det gör det.', ['Stämmer det?', 'Ja!', 'Det gör det.']],
  [
    'Alm reserverar sig mot punkt 1. Ek reserverar sig mot punkt 2.',
    ['Alm reserverar sig mot punkt 1.', 'Ek reserverar sig mot punkt 2.'],
  ],
  ['1. Taxan antas. 2. Motionen avslås.', ['1. Taxan antas.', '2. Motionen avslås.']],
  [
    'Alm yrkar: ”Taxan antas. Motionen avslås.” Ek instämmer.',
    ['Alm yrkar: ”Taxan antas. Motionen avslås.”', 'Ek instämmer.'],
  ],
  [
    'Karin Alm (M) yrkar att avgiften blir 117 tkr. Bo Ek (C) yrkar avslag.',
    ['Karin Alm (M) yrkar att avgiften blir 117 tkr.', 'Bo Ek (C) yrkar avslag.'],
  ],
  [
    'Karin Alm (M) yrkar bifall till bilaga B. Bo Ek (C) yrkar avslag.',
    ['Karin Alm (M) yrkar bifall till bilaga B.', 'Bo Ek (C) yrkar avslag.'],
  ],
  ['Kostnaden är 1.5 mkr. per år.', ['Kostnaden är 1.5 mkr. per år.']],
  ['', []],
])('%s', (text, expected) => expect(sentences(text)).toEqual(expected));

it('keeps every word, in order', () => {
  const text = 'Taxan antas. Bo Ek m.fl. yrkar avslag! ”Nej. Nej.” Så blev det (6 § KL). 1. Ja.';
  expect(sentences(text).join(' ')).toBe(text);
});

it('word bounds know å, ä and ö', () => {
  expect(ord(/\båter/).test('ärendet återremitteras')).toBe(true);
  expect(ord(/\bbesl\b/).test('att beslå hästen')).toBe(false);
  expect(ord(/\bja\b/).test('jäv')).toBe(false);
  expect(ord(/\bröst\b/).test('en röst.')).toBe(true);
});

it('a global expression begins anew each time', () => {
  const twice = () => 'a a'.replace(ord(/\ba\b/g), 'b');
  expect([twice(), twice()]).toEqual(['b b', 'b b']);
});
