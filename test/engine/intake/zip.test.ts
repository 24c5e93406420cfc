/** ZIPs at intake: each file in them is offered by itself, and nothing in one can do harm. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { offerAll } from '../../../engine/intake/offer.ts';
import type { OfferOptions } from '../../../engine/intake/options.ts';
import { openStores, type Stores } from '../../../engine/stores/index.ts';
import { writeFolder } from '../testbed.ts';
import { extraField, type RawEntry, rawZip, zipOf } from './zips.ts';

let base: string;
let stores: Stores;
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-zip-'));
  stores = await openStores({ home: join(base, 'home') });
});
afterEach(async () => {
  await stores.close();
  rmSync(base, { recursive: true, force: true });
});

const LIMITS = { maxFiles: 1000, maxBytes: 10e9, maxDepth: 3, maxRatio: 200 };
const options = (more: Partial<OfferOptions> = {}): OfferOptions => ({
  ...stores,
  ...{ home: join(base, 'home'), maxFileBytes: 1_000_000, extractionVersion: '2' },
  ...{ rerun: false, lopande: false, zip: LIMITS },
  ...more,
});

/** Offers these files; `rows` are what the store then knows, by path within the folder. */
async function offered(files: { [path: string]: string | Uint8Array }, more: Partial<OfferOptions> = {}) {
  const folder = writeFolder(join(base, 'in'), files);
  const figures = await offerAll([folder], options(more));
  const rows = (await stores.store.files()).map(({ path, status, code, sha256, reason }) => ({
    ...{ path: path.slice(folder.length + 1), status, code, sha256, reason },
  }));
  return { figures, rows, of: (path: string) => rows.find((row) => row.path === path) };
}

const paths = (rows: { path: string }[]): string[] => rows.map(({ path }) => path);

describe('a ZIP', () => {
  it('is a file, and each file in it is one as well, also in ZIPs within it', async () => {
    const inner = await zipOf({ 'mapp/b.txt': 'b', 'c.txt': 'c' });
    const zip = await zipOf({ 'a.txt': 'a', 'mapp/': '', 'mapp/inner.data': inner });
    const { figures, of, rows } = await offered({ 'utan-andelse': zip, 'a-igen.txt': 'a' });
    expect(paths(rows)).toEqual([
      'a-igen.txt',
      'utan-andelse',
      'utan-andelse!/a.txt',
      'utan-andelse!/mapp/inner.data',
      'utan-andelse!/mapp/inner.data!/c.txt',
      'utan-andelse!/mapp/inner.data!/mapp/b.txt',
    ]);
    expect(figures).toMatchObject({ paths: 6, contents: 5, unpacked: 2, refused: 0 });
    expect(figures.toDo).toHaveLength(3);
    expect(of('utan-andelse')?.status).toBe('done');
    expect(of('utan-andelse!/mapp/inner.data')?.status).toBe('done');
    // the same bytes are one file with two origins
    expect(of('utan-andelse!/a.txt')?.sha256).toBe(of('a-igen.txt')?.sha256);
    const kept = await stores.blobs.get(of('utan-andelse!/mapp/inner.data!/mapp/b.txt')?.sha256 as string);
    expect(Buffer.from(kept as Uint8Array).toString()).toBe('b');
    expect((await stores.store.status()).files).toMatchObject({ total: 5, done: 2, running: 3 });
  });

  it('offered again changes nothing, and unpacks nothing anew', async () => {
    const zip = await zipOf({ 'a.txt': 'a', 'b.txt': 'b' });
    const first = await offered({ 'x.zip': zip });
    let puts = 0;
    const counting = {
      ...stores.blobs,
      putStream(chunks: AsyncIterable<Uint8Array>) {
        puts += 1;
        return stores.blobs.putStream(chunks);
      },
    };
    const again = await offered({ 'x.zip': zip, 'y.zip': zip }, { blobs: counting });
    expect(puts).toBe(2); // the ZIPs themselves
    expect(again.rows.filter(({ path }) => path.startsWith('x.'))).toEqual(first.rows);
    expect(again.figures).toMatchObject({ paths: 6, contents: 3 });
  });

  it.each([
    ['DOCX', { '_rels/.rels': 'r', 'word/document.xml': '<w/>', '[Content_Types].xml': '<t/>' }],
    ['ODT', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<c/>' }],
    ['EPUB', { mimetype: 'application/epub+zip', 'META-INF/container.xml': '<c/>' }],
  ])('is none that is a document inside: %s', async (_, files) => {
    const document = await zipOf(files);
    const { rows, figures } = await offered({ fil: document, 'i.zip': await zipOf({ 'd/fil': document }) });
    expect(paths(rows)).toEqual(['fil', 'i.zip', 'i.zip!/d/fil']);
    expect(figures.toDo).toHaveLength(1);
  });

  it('without anything in it is done', async () => {
    const { rows } = await offered({ 'tom.zip': await zipOf({}) });
    expect(rows).toMatchObject([{ path: 'tom.zip', status: 'done' }]);
  });

  it('in the form of those over 4 GB is read', async () => {
    const { rows } = await offered({ 'x.zip': await zipOf({ 'a.txt': 'a', 'b.txt': 'b' }, { large: true }) });
    expect(rows.map(({ status }) => status)).toEqual(['done', 'running', 'running']);
  });

  it('of more files than its end can count is read to its end', async () => {
    const names = Array.from({ length: 7 }, (_, n) => ({ name: `${n}.txt`, content: `${n}` }));
    const { figures } = await offered({ 'x.zip': rawZip(names, 3) });
    expect(figures.toDo).toHaveLength(7);
  });
});

describe('names in a ZIP', () => {
  const SWEDISH = 'Kallelse/Nämndens möte på Åsö.txt';
  const nameOf = async (entries: RawEntry[]): Promise<string[]> => {
    const { rows } = await offered({ 'x.zip': rawZip(entries) });
    return paths(rows)
      .slice(1)
      .map((path) => path.slice('x.zip!/'.length));
  };

  it.each([
    ['UTF-8 and says so', { name: SWEDISH, flags: 0x800 }],
    ['UTF-8 and does not say so, decomposed', { name: SWEDISH.normalize('NFD') }],
    ['DOS', { name: iconv.encode(SWEDISH, 'cp850') }],
    ['the first PC', { name: iconv.encode(SWEDISH, 'cp437') }],
    ['Windows', { name: iconv.encode(SWEDISH, 'win1252') }],
    ['an old Mac', { name: iconv.encode(SWEDISH, 'macintosh') }],
  ])('are right in %s', async (_, entry) => {
    expect(await nameOf([entry])).toEqual([SWEDISH]);
  });

  it('are those of the Unicode field, where it is of this name', async () => {
    const raw = Buffer.from('N?mnd.txt');
    const field = (sum: number) => {
      const head = Buffer.alloc(5);
      head.writeUInt8(1, 0);
      head.writeUInt32LE(sum, 1);
      return extraField(0x7075, Buffer.concat([head, Buffer.from('Nämnd.txt')]));
    };
    expect(await nameOf([{ name: raw, extra: field(crc32(raw)) }])).toEqual(['Nämnd.txt']);
    expect(await nameOf([{ name: raw, extra: field(7), content: 'x' }])).toContain('N?mnd.txt');
  });

  it('may be odd: all come in', async () => {
    const names = [
      ' a "b" \'c\'.txt',
      'rad\nbrytning\u0000\u0007.txt',
      'a\\b\\c.txt',
      '',
      './x//y.txt',
      'q/../z.txt',
    ];
    const entries = names.map((name, n) => ({ name, content: `${n}`, flags: 0x800 }));
    expect((await nameOf(entries)).sort()).toEqual(
      [' a "b" \'c\'.txt', '(utan namn)', 'a/b/c.txt', 'rad␊brytning␀␇.txt', 'x/y.txt', 'z.txt'].sort(),
    );
  });

  it('that are too long keep their start and their kind', async () => {
    const [name] = await nameOf([{ name: `${'m/'.repeat(900)}${'å'.repeat(30_000)}.pdf`, flags: 0x800 }]);
    expect(name?.length).toBeLessThan(1000);
    expect(name).toMatch(/^m\/m\/.*å\.pdf$/u);
  });

  it('that are the same are told apart', async () => {
    const same = ['1', '2', '3'].map((content) => ({ name: 'a.txt', content }));
    expect((await nameOf([...same, { name: 'a.txt (2)', content: '4' }])).sort()).toEqual(
      ['a.txt', 'a.txt (2)', 'a.txt (2) (2)', 'a.txt (3)'].sort(),
    );
  });
});

describe('a file in a ZIP', () => {
  const UNIX = 3 << 8;
  const good: RawEntry = { name: 'god.txt', content: 'god' };

  it.each<[string, RawEntry, string]>([
    ['leads out of it', { name: '../../etc/passwd', content: 'x' }, 'zip-path-out'],
    ['leads out by backslashes', { name: '..\\x.txt', content: 'x' }, 'zip-path-out'],
    ['is absolute', { name: '/etc/passwd', content: 'x' }, 'zip-path-out'],
    ['is on a drive', { name: 'C:\\x.txt', content: 'x' }, 'zip-path-out'],
    ['is a link', { name: 'l', content: '/etc', madeBy: UNIX, attributes: 0o120777 * 65536 }, 'zip-link'],
    ['is a device', { name: 'd', madeBy: UNIX, attributes: 0o020666 * 65536 }, 'zip-link'],
    ['is encrypted', { name: 'h.txt', content: 'x', flags: 1 }, 'encrypted'],
    ['is encrypted by AES', { name: 'h.txt', content: 'x', method: 99 }, 'encrypted'],
    ['is packed in a way that is not known', { name: 'h.txt', content: 'x', method: 9 }, 'zip-method'],
    ['has the wrong checksum', { name: 'h.txt', content: 'x', crc: 1 }, 'damaged'],
    ['is larger than it says', { name: 'h.txt', content: 'x'.repeat(99_999), size: 9 }, 'damaged'],
    ['is smaller than it says', { name: 'h.txt', content: 'x', size: 99 }, 'damaged'],
    [
      'is packed in broken bytes',
      { name: 'h.txt', content: 'x', packed: Buffer.from('\xff\xff\xff', 'latin1') },
      'damaged',
    ],
    ['ends too early', { name: 'h.txt', content: 'xyz', packed: Buffer.from('\x4b', 'latin1') }, 'damaged'],
    ['is said to go on behind the end', { name: 'h.txt', content: 'xyz', packedSize: 900_000 }, 'damaged'],
    ['is too large', { name: 'h.txt', size: 1_000_001 }, 'too-large'],
  ])('that %s is refused, and the others come in', async (_, entry, code) => {
    const { rows, figures } = await offered({ 'x.zip': rawZip([good, entry, { ...good, name: 'b.txt' }]) });
    const refused = rows.filter(({ status }) => status === 'refused');
    expect(refused).toMatchObject([{ code, sha256: null }]);
    expect(refused[0]?.path).toMatch(/^x\.zip!\/./u);
    expect(refused[0]?.reason).toMatch(/\.$/u);
    expect(rows.filter(({ status }) => status === 'running')).toHaveLength(2);
    expect(rows.find(({ path }) => path === 'x.zip')).toMatchObject({ status: 'done' });
    expect(figures).toMatchObject({ paths: 4, refused: 1 });
    // nothing is written under a name of the ZIP's
    expect(readdirSync(base).sort()).toEqual(['home', 'in']);
  });
});

describe('a ZIP that is refused', () => {
  const zipRow = async (zip: Uint8Array, more: Partial<OfferOptions> = {}) => {
    const name = `${crc32(zip)}.zip`;
    const { of, rows } = await offered({ [name]: zip }, more);
    return { ...of(name), inside: rows.filter(({ path }) => path.startsWith(`${name}!/`)).length };
  };
  const many = (count: number): RawEntry[] =>
    Array.from({ length: count }, (_, n) => ({ name: `${n}.txt`, content: `${n}` }));

  it('is cut off', async () => {
    const zip = await zipOf({ 'a.txt': 'a' });
    expect(await zipRow(zip.subarray(0, zip.length - 30))).toMatchObject({
      status: 'refused',
      code: 'truncated',
    });
  });

  it('has a directory that breaks off: what came before it comes in', async () => {
    const zip = rawZip(many(5));
    zip.writeUInt32LE(0, zip.lastIndexOf('PK\x01\x02'));
    expect(await zipRow(zip)).toMatchObject({ status: 'refused', code: 'damaged', inside: 4 });
  });

  it('is too large, has too many files, or would unpack to too much', async () => {
    const zip = { ...LIMITS, maxFiles: 4 };
    expect(await zipRow(rawZip(many(5)), { zip })).toMatchObject({ code: 'zip-too-many', inside: 0 });
    const large = rawZip([
      { name: 'a', size: 3e9 },
      { name: 'b', size: 3e9 },
      { name: 'c', size: 3e9 },
    ]);
    expect(await zipRow(large, { zip: { ...LIMITS, maxRatio: 1e12, maxBytes: 8e9 } })).toMatchObject({
      code: 'bomb',
    });
    expect(await zipRow(large)).toMatchObject({ code: 'bomb', inside: 0 });
    expect(await zipRow(rawZip(many(3)), { zip: { ...LIMITS, maxBytes: 10 } })).toMatchObject({
      code: 'too-large',
    });
  });

  it('uses the same packed bytes many times over', async () => {
    const packed = deflateRawSync(Buffer.alloc(1_000_000));
    const whole = { name: 'a', packed, crc: crc32(Buffer.alloc(1_000_000)), size: 1_000_000 };
    const more = Array.from({ length: 200 }, (_, n) => ({ ...whole, name: `b${n}`, sameAs: 0 }));
    expect(await zipRow(rawZip([whole, ...more]))).toMatchObject({ code: 'bomb', inside: 0 });
  });

  it('lies too deep in others', async () => {
    let zip = await zipOf({ 'a.txt': 'a' });
    for (let depth = 0; depth < 4; depth++)
      zip = await zipOf({ 'in.zip': zip, [`${depth}.txt`]: `${depth}` });
    const { rows, figures } = await offered({ 'x.zip': zip });
    expect(rows.filter(({ status }) => status === 'refused')).toMatchObject([
      { path: `x.zip${'!/in.zip'.repeat(3)}`, code: 'zip-too-deep' },
    ]);
    expect(figures.toDo).toHaveLength(3);
  });

  it('is full of bombs', async () => {
    const bomb = (n: number) => rawZip([{ name: `${n}`, size: 3e9, method: 8 }]);
    const some = await zipOf(Object.fromEntries([1, 2, 3].map((n) => [`${n}.zip`, bomb(n)])));
    expect(await zipRow(some)).toMatchObject({ status: 'done', inside: 3 });
    const full = await zipOf(
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.zip`, bomb(n + 10)])),
    );
    expect(await zipRow(full)).toMatchObject({ status: 'refused', code: 'bomb', inside: 11 });
  });

  it('holds more and more of the same: the bounds are those of all ZIPs in it', async () => {
    let zip = await zipOf({ 'a.txt': 'a' });
    for (let depth = 0; depth < 3; depth++)
      zip = await zipOf(Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}.zip`, zip])));
    const { rows } = await offered({ 'x.zip': zip }, { zip: { ...LIMITS, maxDepth: 9, maxFiles: 100 } });
    expect(rows.length).toBeLessThan(140);
    expect(rows.some(({ code }) => code === 'zip-too-many')).toBe(true);
  });

  it('does not fit: that is no fault of its own', async () => {
    const blobs = { ...stores.blobs, free: async () => 500_000_100 };
    expect(await zipRow(rawZip(many(30)), { blobs })).toMatchObject({
      ...{ status: 'failed', code: 'no-space', sha256: null },
      reason: expect.stringContaining('behövs'),
    });
  });

  it('was so before: it is left so, unless it is asked for anew', async () => {
    const zip = rawZip(many(5));
    await zipRow(zip, { zip: { ...LIMITS, maxFiles: 4 } });
    expect(await zipRow(zip)).toMatchObject({ status: 'refused', inside: 0 });
    expect(await zipRow(zip, { rerun: true })).toMatchObject({ status: 'done', inside: 5 });
  });
});
