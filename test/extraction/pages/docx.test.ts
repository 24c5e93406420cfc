import { describe, expect, test } from 'vitest';
import { openDocument } from '../../../extraction/pages/index.ts';
import { renderPage } from '../../../extraction/pages/render.ts';
import { cell, level, li, list, makeDocx, p, picture, run, table } from './make-docx.ts';
import { drawText } from './ocr/draw-text.ts';

const num = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

/** The lines of each page, blank ones left out. */
async function pagesOf(spec: Parameters<typeof makeDocx>[0]): Promise<string[][]> {
  const { pages } = await openDocument(makeDocx(spec));
  return pages.map(({ lines }) => lines.map(({ text }) => text).filter((text) => text !== ''));
}
const linesOf = async (spec: Parameters<typeof makeDocx>[0]) => (await pagesOf(spec)).flat();
/** Lines of a body, blanks at their ends and in a row made one. */
const said = async (body: string) =>
  (await linesOf({ body })).map((line) => line.trim().replace(/\s+/g, ' '));

test('a document is opened as pages of text', async () => {
  const bytes = makeDocx({
    body: `${p('Tjänsteskrivelse')}${p('')}${p('Brödtext')}<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>`,
  });
  expect(await openDocument(bytes)).toEqual({
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    pageCount: 1,
    ocr: [],
    warnings: [],
    pages: [
      {
        page: 1,
        width: 841.9,
        height: 595.3,
        textSource: 'embedded',
        ocrConfidence: null,
        lines: ['Tjänsteskrivelse', '', 'Brödtext'].map((text, i) => ({
          text,
          bbox: null,
          words: [],
          size: null,
          bold: false,
          lineNo: i + 1,
        })),
      },
    ],
  });
});

describe('numbers that the program sets', () => {
  test('count by list and level, begin anew below a higher one, and are written as the list says', async () => {
    const numbering = [
      list(0, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)'), level(2, 'decimal', '%1.%3')),
      list(1, level(0, 'decimal', '§ %1')),
      list(2, level(0, 'upperRoman', '%1.'), level(1, 'lowerLetter', '%1.%2', '<w:isLgl/>')),
      num(1, 0),
      num(2, 1),
      num(3, 2),
    ].join('');
    const body = [
      li('ett', 1),
      li('a', 1, 1),
      li('b', 1, 1),
      li('Första', 2),
      li('två', 1),
      li('åter a', 1, 1),
      li('djupt', 1, 2),
      li('Andra', 2),
      ...['x', 'x', 'x'].map((x) => li(x, 3)),
      li('fyra', 3),
      li('under', 3, 1),
    ].join('');
    expect((await linesOf({ body, numbering })).map((line) => line.trim())).toEqual([
      '1. ett',
      'a) a',
      'b) b',
      '§ 1 Första',
      '2. två',
      'a) åter a',
      '2.1 djupt',
      '§ 2 Andra',
      'I. x',
      'II. x',
      'III. x',
      'IV. fyra',
      '4.1 under',
    ]);
  });

  test('go on where another list of the same kind was, or begin where their own list says', async () => {
    const numbering = [
      list(0, level(0, 'decimal', '%1.')),
      num(1, 0),
      num(2, 0),
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      num(4, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="142"/></w:lvlOverride>'),
    ].join('');
    const body = [li('a', 1), li('b', 1), li('c', 2), li('d', 3), li('e', 3), li('f', 4), li('g', 4)].join(
      '',
    );
    expect(await linesOf({ body, numbering })).toEqual([
      '1. a',
      '2. b',
      '3. c',
      '1. d',
      '2. e',
      '142. f',
      '143. g',
    ]);
  });

  test('come with a style, with a level by the style, and not where the paragraph is taken out of the list', async () => {
    const numbering = [
      list(
        0,
        level(0, 'decimal', '§ %1', '<w:pStyle w:val="Paragraf"/>'),
        level(1, 'decimal', '%2.', '<w:pStyle w:val="Sats"/>'),
      ),
      num(7, 0),
    ].join('');
    const styles = [
      '<w:style w:type="paragraph" w:styleId="Paragraf"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Sats"><w:basedOn w:val="Paragraf"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>',
    ].join('');
    const of = (style: string, more = '') => `<w:pStyle w:val="${style}"/>${more}`;
    const body = [
      p('Val av justerare', of('Paragraf')),
      p('att utse', of('Sats')),
      p('att anta', of('Sats')),
      p('Utan nummer', of('Paragraf', '<w:numPr><w:numId w:val="0"/></w:numPr>')),
      p('Nästa', of('Paragraf')),
      p('att lägga', of('Sats')),
    ].join('');
    const { pages } = await openDocument(makeDocx({ body, numbering, styles }));
    expect(
      pages[0]?.lines.filter(({ text }) => text !== '').map(({ text, bold, size }) => [text, bold, size]),
    ).toEqual([
      ['§ 1 Val av justerare', true, 14],
      ['1. att utse', false, 14],
      ['2. att anta', false, 14],
      ['Utan nummer', true, 14],
      ['§ 2 Nästa', true, 14],
      ['1. att lägga', false, 14],
    ]);
  });

  test('are bullets where the font of the list draws them, and dashes where it has dashes', async () => {
    const numbering = [
      list(0, level(0, 'bullet', '\uf0b7'), level(1, 'bullet', 'o'), level(2, 'bullet', '–')),
      list(1, level(0, 'none', '')),
      num(1, 0),
      num(2, 1),
    ].join('');
    const body = [li('a', 1), li('b', 1, 1), li('c', 1, 2), li('d', 2), li('e', 99)].join('');
    expect((await linesOf({ body, numbering })).map((line) => line.trim())).toEqual([
      '• a',
      '• b',
      '– c',
      'd',
      'e',
    ]);
  });

  test('a clause that goes on over lines stands under its text', async () => {
    const numbering = [list(0, level(0, 'decimal', '%1.')), num(1, 0)].join('');
    const lines = await linesOf({ body: li('att uppdra åt förvaltningen '.repeat(6), 1), numbering });
    expect(lines[0]).toMatch(/^1\. att uppdra/);
    for (const line of lines.slice(1)) expect(line).toMatch(/^ {3}\S/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(100);
  });
});

describe('what stands in a paragraph', () => {
  test('runs, breaks, tabs and signs of their own', async () => {
    expect(
      await said(
        `<w:p>${run('Dnr')}<w:r><w:tab/><w:t>KS 2024-12</w:t><w:br/><w:t>barn</w:t><w:noBreakHyphen/><w:t>grupp</w:t></w:r>${run('för\u00advalt')}${run('ning')}<w:r><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`,
      ),
    ).toEqual(['Dnr KS 2024-12', 'barn-gruppförvaltning☒']);
  });

  test('what was put in counts, what was taken away does not', async () => {
    const del = (text: string) => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    expect(
      await said(
        [
          `<w:p>${run('att ')}${del('avslå')}<w:ins>${run('bifalla')}</w:ins>${run(' motionen')}</w:p>`,
          `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Meningen går ')}</w:p>${p('vidare.')}`,
          `<w:p><w:moveFrom>${run('flyttad')}</w:moveFrom></w:p><w:p><w:moveTo>${run('hit')}</w:moveTo></w:p>`,
        ].join(''),
      ),
    ).toEqual(['att bifalla motionen', 'Meningen går vidare.', 'hit']);
  });

  test('hidden text is not there; capitals are as they are seen', async () => {
    expect(
      await said(
        `<w:p>${run('dold', '<w:vanish/>')}${run('Beslut ', '<w:caps/>')}${run('här', '<w:vanish w:val="0"/>')}</w:p>`,
      ),
    ).toEqual(['BESLUT här']);
  });

  test('a field is what it last came to, however fields stand in each other', async () => {
    const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    expect(
      await said(
        `<w:p>${char('begin')}${code(' DATE \\@ ')}${char('begin')}${code(' REF x ')}${char('separate')}${run('i koden')}${char('end')}${char('separate')}${run('2024-03-05')}${char('end')}${run('!')}</w:p>` +
          `<w:p>${run('Sida ')}<w:fldSimple w:instr=" PAGE "/>${run(' av ')}${char('begin')}${code('NUMPAGES')}${char('separate')}${run('7')}${char('end')}</w:p>`,
      ),
    ).toEqual(['2024-03-05!', 'Sida 1 av 7']);
  });

  test('content controls say what is filled in, and nothing where nothing is', async () => {
    const control = (content: string, marks = '') =>
      `<w:sdt><w:sdtPr>${marks}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(
      await said(
        [
          control(p('Hela stycken')),
          `<w:p>${run('Datum: ')}${control(run('2024-03-05'))}${control(run('Klicka här'), '<w:showingPlcHdr/>')}</w:p>`,
          `<w:tbl>${control(`<w:tr>${control(cell('i cell'))}${cell('bredvid')}</w:tr>`)}</w:tbl>`,
        ].join(''),
      ),
    ).toEqual(['Hela stycken', 'Datum: 2024-03-05', 'i cell bredvid']);
  });

  test('a text box stands once, before the paragraph that it is fixed to', async () => {
    const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`;
    expect(
      await said(
        `<w:p>${run('Efter')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>${box(p('Diarienummer KS 2024-12'))}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box(p('Diarienummer KS 2024-12'))}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
          `<w:p>${run('Sist')}<w:r><w:pict><v:shape><v:textbox>${box(p('Äldre ruta'))}</v:textbox></v:shape></w:pict></w:r></w:p>`,
      ),
    ).toEqual(['Diarienummer KS 2024-12', 'Efter', 'Äldre ruta', 'Sist']);
  });

  test('footnotes stand at the end; their marks are not glued to words', async () => {
    const note = (id: number, text: string, type = '') =>
      `<w:footnote w:id="${id}"${type}>${p(text)}</w:footnote>`;
    expect(
      await linesOf({
        body: `<w:p>${run('Taxan')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' gäller.')}</w:p>${p('Slut')}`,
        footnotes:
          note(0, '', ' w:type="separator"') + note(2, 'Se beslut 2019.') + note(3, 'Ingen hänvisar hit.'),
      }),
    ).toEqual(['Taxan gäller.', 'Slut', 'Fotnoter', 'Se beslut 2019.']);
  });

  test('comments are no text, links are', async () => {
    expect(
      await said(
        `<w:p><w:commentRangeStart w:id="1"/><w:hyperlink r:id="rId9">${run('granvik.example')}</w:hyperlink><w:r><w:commentReference w:id="1"/></w:r></w:p>`,
      ),
    ).toEqual(['granvik.example']);
  });
});

describe('space between lines', () => {
  const blanks = async (body: string, styles = '') => {
    const { pages } = await openDocument(makeDocx({ body, styles }));
    return pages[0]?.lines.map(({ text }) => text);
  };
  test('is a blank line, one, whether set as space or as an empty paragraph', async () => {
    const after = '<w:spacing w:after="160"/>';
    expect(await blanks(p('a', after) + p('b') + p('c') + p('', after) + p('d'))).toEqual([
      'a',
      '',
      'b',
      'c',
      '',
      'd',
    ]);
  });
  test('is none between paragraphs of the same style that want none', async () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:spacing w:after="160"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="N"/><w:pPr><w:contextualSpacing/></w:pPr></w:style>';
    const of = (text: string) => p(text, '<w:pStyle w:val="L"/>');
    expect(await blanks(of('a') + of('b') + p('c') + p('d'), styles)).toEqual(['a', 'b', '', 'c', '', 'd']);
  });
});

describe('tables', () => {
  test('have their columns side by side, wide gaps between them', async () => {
    const lines = await linesOf({
      body: table(
        ['Ledamot', 'Ja', 'Nej'],
        ['Karin Alm (M)', 'X', ''],
        ['Bo Sjödin (C)', '', 'X'],
        [cell('Summa'), cell('1'), cell('1')],
      ),
    });
    expect(lines).toEqual([
      'Ledamot         Ja   Nej',
      'Karin Alm (M)   X',
      'Bo Sjödin (C)        X',
      'Summa           1    1',
    ]);
  });

  test('a column of labels keeps its names in theirs', async () => {
    const vMerge = cell('Beslutande', '<w:vMerge w:val="restart"/>');
    const on = cell('borta', '<w:vMerge/>');
    expect(
      await linesOf({ body: table([vMerge, 'Karin Alm (M)'], [on, 'Bo Sjödin (C)'], ['', 'Siri Lund (V)']) }),
    ).toEqual(['Beslutande   Karin Alm (M)', '             Bo Sjödin (C)', '             Siri Lund (V)']);
  });

  test('a frame around text is no table', async () => {
    const long = 'Kommunstyrelsen beslutar att anta taxan för återbruket. '.repeat(4).trim();
    const lines = await linesOf({ body: table([`${p('Rubrik')}${p(long)}`]) });
    expect(lines[0]).toBe('Rubrik');
    expect(lines.slice(1).join(' ')).toBe(long);
  });

  test('long cells are broken, all words in their columns', async () => {
    const long = 'att anta taxan för återbruket på ön och längs kusten '.repeat(5).trim();
    const lines = await linesOf({
      body: table(['Beslut', long], [cell(`${p('Delat')}${table(['inre', 'tabell'])}`), 'ja']),
    });
    expect(lines[0]).toMatch(/^Beslut\s{3,}att anta/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(112);
    const right = lines.filter((l) => !/inre|Delat/.test(l)).map((l) => l.replace('Beslut', '').trim());
    expect(right.join(' ')).toBe(long);
    expect(lines.at(-1)).toMatch(/inre\s+tabell/);
  });

  test('cells over several columns, rows that begin later, rows that were taken away', async () => {
    const wide = cell('Ärende 12 om återbruket', '<w:gridSpan w:val="2"/>');
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('sen')}${cell('rad')}</w:tr>`;
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell('borta')}</w:tr>`;
    const body = table([wide, 'Ordf.'], ['a', 'b', 'c']).replace('</w:tbl>', `${late}${gone}</w:tbl>`);
    const lines = await linesOf({ body });
    expect(lines.map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['Ärende 12 om återbruket', 'Ordf.'],
      ['a', 'b', 'c'],
      ['sen', 'rad'],
    ]);
    expect(lines[1]?.indexOf('c')).toBe(lines[0]?.indexOf('Ordf.'));
  });
});

describe('pages', () => {
  const soft = '<w:r><w:lastRenderedPageBreak/></w:r>';
  const hard = '<w:r><w:br w:type="page"/></w:r>';
  test('begin where the writer breaks them and where the program last saw them break, once', async () => {
    const body = [
      `<w:p>${run('ett ')}${soft}${run('går vidare')}${hard}</w:p>`,
      `<w:p>${soft}${run('tre')}</w:p>`,
      p('fyra', '<w:pageBreakBefore/>'),
      `<w:p>${soft}${run('fem')}</w:p>`,
    ].join('');
    expect(await pagesOf({ body })).toEqual([['ett går vidare'], ['tre'], ['fyra'], ['fem']]);
  });

  test('within a paragraph they begin with the next whole line', async () => {
    const clause = 'att anta taxan för återbruket på ön och längs kusten '.repeat(2);
    const body = `${p('först')}<w:p>${run(clause)}${soft}${run(clause.trim())}</w:p>${p('sist')}`;
    const [first = [], second = []] = await pagesOf({ body });
    expect([...first, ...second].join(' ')).toBe(`först ${clause}${clause.trim()} sist`);
    expect(first).toHaveLength(3);
    for (const line of first.slice(1)) expect(line.length).toBeGreaterThan(80);
  });

  test('sections begin them, but for those that go on', async () => {
    const end = (type: string) => `<w:p><w:pPr><w:sectPr><w:type w:val="${type}"/></w:sectPr></w:pPr></w:p>`;
    const body = `${p('a')}${end('nextPage')}${p('b')}${end('nextPage')}${p('c')}<w:sectPr><w:type w:val="continuous"/></w:sectPr>`;
    expect(await pagesOf({ body })).toEqual([['a'], ['b', 'c']]);
  });

  test('the first one has all that heads and feet say, each once; a later section what is new', async () => {
    const ref = (what: string, id: string, type: string) =>
      `<w:${what}Reference w:type="${type}" r:id="${id}"/>`;
    const number = `<w:p>${run('Sida ')}<w:fldSimple w:instr="PAGE">${run('7')}</w:fldSimple></w:p>`;
    const spec = (marks: string, end = '') => ({
      body: `${p('ett')}<w:p>${soft}${run('två')}</w:p><w:p><w:pPr><w:sectPr>${ref('header', 'r1', 'first')}${ref('header', 'r2', 'default')}${ref('footer', 'r3', 'default')}${marks}</w:sectPr></w:pPr></w:p>${p('tre')}${end}`,
      headers: {
        r1: table(['Granviks kommun', 'TJÄNSTESKRIVELSE']) + number,
        r2: p('Dnr KS 2024-12') + number,
        r4: p('Bilaga 1'),
      },
      footers: { r3: p('Torget 1') },
    });
    expect(await pagesOf(spec('<w:titlePg/>'))).toEqual([
      ['Granviks kommun   TJÄNSTESKRIVELSE', 'Sida 1', 'Dnr KS 2024-12', 'ett', 'Torget 1'],
      ['två'],
      ['tre'],
    ]);
    expect(await pagesOf(spec('', `<w:sectPr>${ref('header', 'r4', 'default')}</w:sectPr>`))).toEqual([
      ['Dnr KS 2024-12', 'Sida 1', 'ett', 'Torget 1'],
      ['två'],
      ['Bilaga 1', 'tre'],
    ]);
  });
});

describe('documents of other programs', () => {
  test('strict Office Open XML, under a prefix of its own', async () => {
    const document =
      '<?xml version="1.0" encoding="UTF-8"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Beslut &amp; f&#246;rslag</x:t></x:r></x:p></x:body></x:document>';
    expect(await linesOf({ body: '', members: [{ name: 'word/document.xml', content: document }] })).toEqual([
      'Beslut & förslag',
    ]);
  });
  test('without a prefix, in UTF-16', async () => {
    const xml =
      '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>Åtgärd</t></r></p></body></document>';
    const content = Buffer.from(`\ufeff${xml}`, 'utf16le');
    expect(await linesOf({ body: '', members: [{ name: 'word/document.xml', content }] })).toEqual([
      'Åtgärd',
    ]);
  });
  test('with the main part under another name, and with macros, which are left alone', async () => {
    const macros = { name: 'word/vbaProject.bin', content: 'Attribute VB_Name' };
    expect(await linesOf({ body: p('Protokoll'), main: 'word/document2.xml', members: [macros] })).toEqual([
      'Protokoll',
    ]);
  });
  test('with a part in another format', async () => {
    const opened = await openDocument(makeDocx({ body: `${p('Text')}<w:altChunk r:id="rId5"/>` }));
    expect(opened.warnings.map(({ code }) => code)).toEqual(['part-not-read']);
  });
});

describe('pictures', () => {
  const scan = drawText(['Kommunstyrelsen beslutar']);
  test('a page that is one is read by OCR, at the size of the picture', async () => {
    const bytes = makeDocx({
      body: p('Bilaga') + picture('p1', 500, 700) + picture('p2', 500, 700),
      pictures: { p1: scan, p2: scan },
    });
    const opened = await openDocument(bytes);
    expect(opened.pageCount).toBe(2);
    expect(opened.ocr).toEqual([1, 2].map((page) => ({ page, reason: 'no-text' })));
    const [drawn, alone] = [
      await renderPage(bytes, opened.mediaType, 2),
      await renderPage(scan, 'image/png', 1),
    ];
    expect(drawn?.grey).toEqual(alone?.grey);
    expect(await renderPage(bytes, opened.mediaType, 3)).toBeNull();
  });
  test('a logo, or a picture beside text, is none', async () => {
    const text = p('Kommunstyrelsen beslutar att anta taxan. '.repeat(5));
    for (const body of [p('Kort') + picture('p1', 60, 40), text + picture('p1', 500, 700)]) {
      expect((await openDocument(makeDocx({ body, pictures: { p1: scan } }))).ocr).toEqual([]);
    }
  });
});
