import { expect, it } from 'vitest';
import { namedOtherwise } from '../../extraction/named-otherwise.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { Refusal } from '../../extraction/refusal.ts';

const noise = Uint8Array.from({ length: 512 }, (_, n) => (n * 37) % 256);
const rtf = Buffer.from('{\\rtf1 Protokoll}');
const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 '), noise]);

const refusalOf = (bytes: Uint8Array): Promise<Refusal> =>
  openDocument(bytes).then(
    () => expect.unreachable(),
    (error: Refusal) => error,
  );

it.each([
  [noise, 'avtal.pdf', /Namnet slutar på \.pdf, men innehållet är ingen PDF\. Hämta den på nytt/u],
  [noise, 'AVTAL.JPG', /\.jpg, men innehållet är ingen JPEG\./u],
  [rtf, 'avtal.pdf', /men innehållet är ingen PDF\. Den här är RTF\. Spara den som DOCX eller PDF/u],
  [webp, 'skiss.tiff', /innehållet är ingen TIFF\. Den här är WebP\. Spara bilden som PDF, TIFF/u],
])('a refused file whose name promises another kind is said to do so: %#', async (bytes, name, sv) => {
  const refusal = await refusalOf(bytes);
  const named = namedOtherwise(refusal, name) as Refusal;
  expect(named).toMatchObject({ code: 'not-supported', exitCode: 11, sv: expect.stringMatching(sv) });
  expect(named.en).toMatch(/Its name ends in \.\w+, but its content is no [A-Z]+\./u);
});

it('what promises nothing, keeps its promise or is refused for another reason stays as it is', async () => {
  const refusal = await refusalOf(noise);
  for (const name of ['avtal', 'avtal.bin', 'avtal.constructor', 'protokoll.rtf'])
    expect(namedOtherwise(refusal, name)).toBe(refusal);
  const tiff = new Refusal('not-supported', {
    sv: 'Den här är TIFF med ovanlig komprimering.',
    en: 'This one is TIFF with uncommon compression.',
  });
  expect(namedOtherwise(tiff, 'skannad.tif')).toBe(tiff);
  const empty = new Refusal('empty');
  expect(namedOtherwise(empty, 'tom.pdf')).toBe(empty);
  const fault = new Error('ours');
  expect(namedOtherwise(fault, 'a.pdf')).toBe(fault);
});
