/** The samples' content as Word documents, built anew each time, is read as the content says, and word for word. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { ekerud } from '../../samples/make/content/ekerud.ts';
import { granvik } from '../../samples/make/content/granvik.ts';
import { tjansteutlatande } from '../../samples/make/content/lovstrand.ts';
import { expectedRecord } from '../../samples/make/expected.ts';
import { asWord } from '../../samples/make/word.ts';
import { makeDocx, p, run } from '../extraction/pages/make-docx.ts';
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

it('feet and later heads cut no clause in two, and notes end no list', async () => {
  const ref = (what: string, id: string) => `<w:${what}Reference w:type="default" r:id="${id}"/>`;
  const first = `<w:headerReference w:type="first" r:id="h1"/><w:titlePg/>`;
  const seen = '<w:r><w:lastRenderedPageBreak/></w:r>';
  const before = 'att anta taxan för återbruket på ön och längs hela kusten norr om staden, som gäller ';
  const after =
    'för hushåll, föreningar och mindre verksamheter som lämnar högst tre kubikmeter om året, från och med den 1 juni 2024.';
  const bytes = makeDocx({
    headers: { h1: p('Granviks kommun   TJÄNSTESKRIVELSE   2024-03-05'), h2: p('Diarienummer KS 2024-12') },
    footers: { f1: p('Granvik, Torget 1, växel 0123-45 67 89') },
    footnotes: `<w:footnote w:id="2">${p('Se beslutet om taxan 2019.')}</w:footnote>`,
    body: [
      p('Ny taxa för återbruket', '<w:outlineLvl w:val="0"/>'),
      p('Förslag till beslut'),
      p('Kommunstyrelsen föreslår kommunfullmäktige besluta'),
      `<w:p>${run(before)}${seen}${run(after)}</w:p>`,
      p(''),
      p('Beslutet skickas till'),
      `<w:p>${run('Ekonomiavdelningen')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      `<w:sectPr>${first}${ref('header', 'h2')}${ref('footer', 'f1')}</w:sectPr>`,
    ].join(''),
  });
  const { handlingar } = await extract(bytes, 'x.docx');
  const [arende] = handlingar[0]?.arenden ?? [];
  expect(arende?.forslag.map(({ text, evidence }) => [text, evidence.map(({ page }) => page)])).toEqual([
    [before + after, [1, 2]],
  ]);
  expect(arende?.expediering.map(({ mottagare }) => mottagare)).toEqual(['Ekonomiavdelningen']);
  expect(handlingar).toMatchObject([
    { kind: 'tjansteskrivelse', datum: '2024-03-05', huvudman: 'Granviks kommun' },
  ]);
});
