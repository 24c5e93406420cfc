import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createPool, openBounded } from '../../../extraction/bounded/index.ts';
import { extract } from '../../../extraction/index.ts';
import { openDocument } from '../../../extraction/pages/index.ts';
import { Refusal } from '../../../extraction/refusal.ts';
import { tjansteutlatande } from '../../../samples/make/content/lovstrand.ts';
import { asWord } from '../../../samples/make/word.ts';
import { cell, level, li, list, makeDocx, p, run, table } from './make-docx.ts';

const pool = createPool({ threads: 1, maxMemoryMb: 700 });
afterAll(() => pool.close());

const refusal = (file: Uint8Array, limits = {}) =>
  openDocument(file, limits).then(
    () => 'read',
    (error) => error.code ?? error,
  );
const withDocument = (content: string | Uint8Array) =>
  makeDocx({ body: '', members: [{ name: 'word/document.xml', content }] });

const documentOf = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

describe('documents at fault', () => {
  test('nothing in them', async () => {
    expect(await refusal(makeDocx({ body: '' }))).toBe('empty');
    expect(await refusal(makeDocx({ body: p(' ') + table(['', '']) }))).toBe('empty');
  });

  test('no XML, or none of a document', async () => {
    expect(await refusal(withDocument('Protokoll'))).toBe('damaged');
    expect(await refusal(withDocument('<w:document'))).toBe('damaged');
    expect(await refusal(withDocument('<html><body>Hej</body></html>'))).toBe('damaged');
    expect(await refusal(withDocument(`${'<a>'.repeat(5000)}x`))).toBe('damaged');
  });

  test('a password', async () => {
    const file = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    await expect(openDocument(new Uint8Array(file))).rejects.toMatchObject({
      code: 'encrypted',
      exitCode: 14,
    });
  });

  test('older and other kinds are told what to be saved as', async () => {
    const doc = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('WordDocument', 'utf16le'),
    ]);
    await expect(openDocument(new Uint8Array(doc))).rejects.toMatchObject({
      code: 'not-supported',
      sv: expect.stringContaining('Word 97–2003 (DOC). Spara den som DOCX eller PDF'),
    });
  });

  test('entities that grow in each other are not unfolded', async () => {
    const lol = `<!DOCTYPE x [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('')}]>`;
    expect(await refusal(withDocument(`${lol}<w:document>&j;</w:document>`))).toBe('damaged');
  });

  test('parts that unpack beyond reason, whatever the directory claims', async () => {
    const spaces = Buffer.alloc(200_000_000, 0x20);
    expect(deflateRawSync(spaces).length).toBeLessThan(300_000);
    expect(await refusal(withDocument(spaces))).toBe('bomb');
    const lying = { name: 'word/document.xml', content: Buffer.alloc(2_000_000, 0x20), claims: 100 };
    expect(await refusal(makeDocx({ body: '', members: [lying] }))).toBe('damaged');
  });

  test('more pages and letters than any document has', async () => {
    const body = Array.from({ length: 4 }, (_, i) => p(`sida ${i}`, '<w:pageBreakBefore/>')).join('');
    expect(await refusal(makeDocx({ body }), { maxPages: 3 })).toBe('too-many-pages');
    expect(await refusal(makeDocx({ body }), { maxPageChars: 5 })).toBe('bomb');
    expect(await refusal(makeDocx({ body }), { maxChars: 20 })).toBe('too-large');
  });
});

test('a part that is not what was packed', async () => {
  const stored = makeDocx({
    body: '',
    members: [{ name: 'word/document.xml', content: documentOf(p('taxan höjs')), compress: false }],
  });
  expect(await refusal(stored)).toBe('read');
  const changed = Buffer.from(stored);
  changed.write('s', changed.indexOf('höjs'));
  expect(await refusal(new Uint8Array(changed))).toBe('damaged');
});

describe('made to take for ever', () => {
  const opened = (spec: Parameters<typeof makeDocx>[0]) =>
    openBounded(makeDocx(spec), {}, { pool, maxMs: 30_000 });

  test('tables in tables in tables', async () => {
    let inner = p('innerst');
    for (let i = 0; i < 60; i++) inner = table([cell(inner), `nivå ${i}`]);
    const { pages } = await opened({ body: inner });
    expect(pages[0]?.lines.some(({ text }) => text.includes('innerst'))).toBe(true);
  });

  test('very wide tables, very long lines, very many fields', async () => {
    const wide = table(...Array.from({ length: 30 }, () => Array.from({ length: 1000 }, (_, i) => `c${i}`)));
    const fields = `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000)}${run('x'.repeat(50)).repeat(2000)}</w:p>`;
    const long = p('\t'.repeat(20_000)) + p('å'.repeat(200_000)) + p('a b '.repeat(50_000));
    const { pages } = await opened({ body: wide + fields + long });
    expect(pages).toHaveLength(1);
  });

  test('styles that are based on each other, lists that stand for each other', async () => {
    const styles = Array.from(
      { length: 5000 },
      (_, i) =>
        `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 5000}"/></w:style>` +
        `<w:style w:type="numbering" w:styleId="n${i}"><w:pPr><w:numPr><w:numId w:val="${(i + 1) % 5000}"/></w:numPr></w:pPr></w:style>`,
    ).join('');
    const numbering =
      Array.from({ length: 5000 }, (_, i) =>
        list(i, `<w:numStyleLink w:val="n${i}"/>`, level(0, 'decimal', '%1.')),
      ).join('') +
      Array.from(
        { length: 5000 },
        (_, i) => `<w:num w:numId="${i}"><w:abstractNumId w:val="${i}"/></w:num>`,
      ).join('');
    const { pages } = await opened({
      body: p('x', '<w:pStyle w:val="s0"/>') + li('y', 1),
      styles,
      numbering,
    });
    expect(pages[0]?.lines.at(-1)?.text).toContain('y');
  });
});

describe('a document that lost or changed some of its bytes', () => {
  const made = asWord(tjansteutlatande).then(({ bytes }) => new Uint8Array(bytes));

  test('cut off anywhere: refused', async () => {
    const whole = await made;
    for (let part = 1; part < 50; part++) {
      const cut = whole.slice(0, Math.floor((whole.length * part) / 50));
      // Before the first name of a part of it, it is any archive.
      expect(part < 5 ? ['truncated', 'not-supported'] : ['truncated']).toContain(await refusal(cut));
    }
  });

  test('a record or a refusal, and nothing else', async () => {
    const whole = await made;
    const byte = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 5 }), async (bytes) => {
        const file = whole.slice();
        for (const [at, value] of bytes) file[Math.floor(at * (file.length - 1))] = value;
        const outcome = await extract(file, 'x.docx').catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal);
      }),
      { numRuns: 120, seed: 6 },
    );
  }, 60_000);

  test('and so with its XML', async () => {
    const xml = documentOf(p('Protokoll') + table(['a', 'b']) + li('c', 1));
    const piece = fc.constantFrom(
      '<w:p>',
      '</w:p>',
      '<w:tbl>',
      '</w:tc>',
      '<',
      '&',
      '"',
      'w:',
      '<w:sdt>',
      '<w:r/>',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(xml.length), piece), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          let text = xml;
          for (const [at, put] of changes) text = text.slice(0, at) + put + text.slice(at + 2);
          const outcome = await extract(withDocument(text), 'x.docx').catch((error: unknown) => error);
          if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal);
        },
      ),
      { numRuns: 300, seed: 6 },
    );
  }, 60_000);
});
