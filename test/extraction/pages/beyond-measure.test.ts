/** What no record comes near is refused before any rule looks at it. */
import { expect, test } from 'vitest';
import { openDocument } from '../../../extraction/pages/index.ts';
import type { Limits } from '../../../extraction/pages/limits.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { makeDocx, p } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function refusal(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<string> {
  const error = await openDocument(bytes, limits).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) return 'none';
  return `${error.code}: ${error.sv}`;
}

test('a text with a line of a million characters is read, with a longer one it is refused', async () => {
  const { pages } = await openDocument(utf8(`§ 1\n${'a'.repeat(1_000_000)}\n`));
  expect(pages[0]?.lines[1]?.text).toHaveLength(1_000_000);
  expect(await refusal(utf8(`§ 1\f${'a'.repeat(1_000_001)}\n`))).toMatch(
    /^too-large: .*En rad på sidan 2 har 1\s000\s001 tecken; gränsen är 1\s000\s000\. Spara texten med radbrytningar\.$/,
  );
});

test('a text of more than a million lines is refused', async () => {
  expect(await refusal(utf8('a\n'.repeat(1_000_001)))).toMatch(
    /^too-large: .*Den har 1\s000\s002 rader text; gränsen är 1\s000\s000\. Dela upp den\.$/,
  );
});

test('more text than any record has is refused', async () => {
  expect(await refusal(utf8('tolv tecken!'), { maxChars: 11 })).toMatch(
    /^too-large: .*Den har mer än 11 tecken text/,
  );
});

test.each([
  ['PDF', makePdf({ pages: [{ text: [{ text: 'Kommunstyrelsen beslutar', x: 70, y: 700 }] }] })],
  ['Word', makeDocx({ body: p('Kommunstyrelsen beslutar') })],
])('the same of a %s', async (_, bytes) => {
  expect(await refusal(bytes)).toBe('none');
  expect(await refusal(bytes, { maxLineChars: 10 })).toMatch(/^too-large: .*En rad på sidan 1 har 24 tecken/);
  expect(await refusal(bytes, { maxLines: 0 })).toMatch(/^too-large: .*Den har 1 rader text/);
});
