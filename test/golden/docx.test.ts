/** The samples' content as Word documents, built anew each time, is read as the content says, and word for word. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { ekerud } from '../../samples/make/content/ekerud.ts';
import { granvik } from '../../samples/make/content/granvik.ts';
import { tjansteutlatande } from '../../samples/make/content/lovstrand.ts';
import { expectedRecord } from '../../samples/make/expected.ts';
import { asWord } from '../../samples/make/word.ts';
import { namedIn, printedIn, runsThrough, saidIn, standsThere } from '../extraction/word-for-word.ts';
import { differences, exactly, factsOf } from './facts.ts';

describe.each([tjansteutlatande, ...granvik, ekerud])('$namn as a Word document', (content) => {
  const made = asWord(content).then(({ bytes, layout }) => ({ bytes: new Uint8Array(bytes), layout }));

  it('says what its content says', async () => {
    const { bytes, layout } = await made;
    const record = await extract(bytes, 'x.docx');
    const { handlingar } = expectedRecord(content, 'x.docx', layout);
    const facts = factsOf(handlingar);
    expect(facts.size).toBeGreaterThan(15);
    expect(differences(facts, factsOf(record.handlingar), exactly).join('\n')).toBe('');
    expect(record.warnings).toEqual([]);
  });

  it('stands word for word on the lines that it names, each time the same', async () => {
    const { bytes } = await made;
    const record = await extract(bytes, 'x.docx');
    const { pages } = await openDocument(bytes);
    const printed = printedIn(pages);
    expect(saidIn(record).filter((said) => !standsThere(said, printed))).toEqual([]);
    for (const handling of record.handlingar) {
      const [from, to] = handling.pages;
      const own = printed.filter(({ page }) => page >= from && page <= to);
      expect(namedIn(handling).filter(({ text }) => !runsThrough(text, own))).toEqual([]);
    }
    expect(await extract(bytes, 'x.docx')).toEqual(record);
  });
});
