/**
 * Makes every file of samples/ and the expected record beside it: `npm run samples [-- NAME…]`.
 * The same content gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from './catalogue.ts';
import { expectedRecord } from './expected.ts';

const OUT = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);

mkdirSync(OUT, { recursive: true });
for (const sample of samples) {
  if (wanted.length > 0 && !wanted.includes(sample.content.namn)) continue;
  const { bytes, layout } = await sample.make(sample.content);
  const fileName = `${sample.content.namn}.${sample.ending}`;
  writeFileSync(join(OUT, fileName), bytes);
  const expected = expectedRecord(sample.content, fileName, layout);
  writeFileSync(join(OUT, `${sample.content.namn}.expected.json`), `${JSON.stringify(expected, null, 1)}\n`);
  console.log(`${fileName}  ${bytes.length} bytes, ${layout.handlingar.at(-1)?.pages[1]} pages`);
}
