import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Forsandelse, provkor, sand } from '../../../expediering/kanaler/index.ts';
import { safeName } from '../../../expediering/kanaler/text.ts';
import { felOf, forsandelse } from './made-up.ts';

let katalog: string;
beforeEach(async () => {
  katalog = await mkdtemp(join(tmpdir(), 'expediera-mapp-'));
});
afterEach(() => rm(katalog, { recursive: true, force: true }));

const send = (over: Partial<Forsandelse> = {}) =>
  sand({ typ: 'mapp', katalog }, forsandelse(over), { env: {}, nu: () => new Date('2031-04-01T08:00:00Z') });
const all = async () => (await readdir(katalog, { recursive: true })).toSorted();
const NYCKEL = forsandelse().nyckel;

describe('a folder', () => {
  it('gets the extract and its data under the key, in the folder of the huvudman', async () => {
    const kvitto = await send();
    expect(await all()).toEqual([
      'Ekstads-kommun',
      `Ekstads-kommun/${NYCKEL}.json`,
      `Ekstads-kommun/${NYCKEL}.pdf`,
    ]);
    expect(kvitto).toMatchObject({
      at: '2031-04-01T08:00:00.000Z',
      redan: false,
      id: join(katalog, `Ekstads-kommun/${NYCKEL}.pdf`),
    });
    expect(new Uint8Array(await readFile(kvitto.id))).toEqual(forsandelse().utdrag);
    const json = JSON.parse(await readFile(kvitto.id.replace(/pdf$/, 'json'), 'utf8'));
    expect(json).toMatchObject({
      nyckel: NYCKEL,
      mottagare: 'Tekniska nämnden',
      diarienummer: 'KS 2031/42',
      beslut: { beslut: [{ nr: 1, text: 'att anta taxan,' }] },
      utdrag: { fileName: `${NYCKEL}.pdf`, bytes: forsandelse().utdrag.length },
    });
  });

  it('is left as it is the second time', async () => {
    await send();
    const before = await all();
    expect(await send()).toMatchObject({ redan: true });
    expect(await all()).toEqual(before);
  });

  it('is not given another content under the same key', async () => {
    const { id } = await send();
    const fel = await felOf(send({ utdrag: new Uint8Array([1]) }));
    expect(fel).toMatchObject({ slag: 'slutgiltigt' });
    expect(fel.sv).toContain('samma nyckel');
    expect(new Uint8Array(await readFile(id))).toEqual(forsandelse().utdrag);
    expect((await felOf(send({ rubrik: 'En annan rubrik' }))).slag).toBe('slutgiltigt');
  });

  it('has each file once when many write at once', async () => {
    const kvitton = await Promise.all(Array.from({ length: 12 }, () => send()));
    expect(kvitton.filter(({ redan }) => !redan).length).toBeGreaterThan(0);
    expect(await all()).toHaveLength(3);
  });

  it('keeps what came first when two contents are written at once under one key', async () => {
    const contents = Array.from({ length: 8 }, (_, i) => new Uint8Array(2000).fill(i));
    const ends = await Promise.allSettled(contents.map((utdrag) => send({ utdrag })));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = ends.findIndex(({ status }) => status === 'fulfilled');
    const found = await readFile(join(katalog, `Ekstads-kommun/${NYCKEL}.pdf`));
    expect(new Uint8Array(found)).toEqual(contents[winner]);
    expect(await all()).toHaveLength(3);
  });

  it('is made whole after a crash between the two files, and before the name', async () => {
    const folder = join(katalog, 'Ekstads-kommun');
    await mkdir(folder);
    // Killed after the first file had its name and the second only a temporary one.
    await writeFile(join(folder, `${NYCKEL}.pdf`), forsandelse().utdrag);
    const half = join(folder, `.${NYCKEL}.json.abc123.tmp`);
    await writeFile(half, '{"nyck');
    await utimes(half, new Date(0), new Date(0));
    expect(await send()).toMatchObject({ redan: false });
    expect(await all()).toEqual([
      'Ekstads-kommun',
      `Ekstads-kommun/${NYCKEL}.json`,
      `Ekstads-kommun/${NYCKEL}.pdf`,
    ]);
    expect(JSON.parse(await readFile(join(folder, `${NYCKEL}.json`), 'utf8'))).toMatchObject({
      nyckel: NYCKEL,
    });
  });

  it('shows no half file to whoever looks, when the writer is killed', async () => {
    const program = `
      import { open } from 'node:fs/promises';
      const probe = await open('/dev/null');
      Object.getPrototypeOf(probe).sync = () => process.kill(process.pid, 'SIGKILL');
      const { sand } = await import(${JSON.stringify(join(import.meta.dirname, '../../../expediering/kanaler/index.ts'))});
      const { forsandelse } = await import(${JSON.stringify(join(import.meta.dirname, 'made-up.ts'))});
      await sand({ typ: 'mapp', katalog: ${JSON.stringify(katalog)} }, forsandelse(), { env: {} });`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(run.signal, run.stderr).toBe('SIGKILL');
    const left = await all();
    expect(left).toHaveLength(2);
    expect(left[1]).toMatch(/\.tmp$/);
    await send();
    expect(await all()).toContain(`Ekstads-kommun/${NYCKEL}.json`);
  });

  it('is waited for when it is not there, and never made', async () => {
    const missing = join(katalog, 'inte-monterad');
    const fel = await felOf(sand({ typ: 'mapp', katalog: missing }, forsandelse(), { env: {} }));
    expect(fel).toMatchObject({ slag: 'tillfalligt' });
    expect(fel.sv).toContain('inte-monterad');
    await writeFile(missing, '');
    expect((await felOf(sand({ typ: 'mapp', katalog: missing }, forsandelse(), { env: {} }))).slag).toBe(
      'slutgiltigt',
    );
    expect(await all()).toEqual(['inte-monterad']);
  });

  it('is not written to when it is told to end', async () => {
    const signal = AbortSignal.abort();
    const fel = await felOf(sand({ typ: 'mapp', katalog }, forsandelse(), { env: {}, signal }));
    expect(fel.slag).toBe('tillfalligt');
    expect(await all()).toEqual([]);
  });

  it('is not left through a link that lies in the place of a file', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'expediera-utanfor-'));
    await mkdir(join(katalog, 'Ekstads-kommun'));
    await symlink(join(outside, 'nytt.pdf'), join(katalog, `Ekstads-kommun/${NYCKEL}.pdf`));
    expect((await felOf(send())).slag).toBe('tillfalligt');
    expect(await readdir(outside)).toEqual([]);
    await rm(outside, { recursive: true });
  });
});

describe('names', () => {
  it.each([
    '../../etc',
    '..',
    '.',
    '/etc/passwd',
    '..\\..\\windows',
    'a\0b',
    'con',
    'NUL.txt',
    '  ',
    'å'.repeat(400),
    '\u202egpj.exe',
    '-rf',
  ])('like %j lead nowhere else', async (huvudman) => {
    const kvitto = await send({ huvudman });
    expect(relative(katalog, kvitto.id)).not.toMatch(/^\.\.|^\//);
    expect(relative(katalog, kvitto.id).split('/')).toHaveLength(2);
  });

  it('are one part of a path, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const name = safeName(text, 'namnlös');
        expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{N}._-]*$/u);
        expect(name).not.toContain('..');
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(151);
        expect(join('/a/b', name)).toBe(`/a/b/${name}`);
      }),
    );
  });

  it.each(['', '..', '../x', 'a/b', 'a\\b', 'a\r\nBcc: x', '.dold', 'a..b', 'å', 'x'.repeat(201)])(
    'of the key are refused when they are %j',
    async (nyckel) => {
      expect((await felOf(send({ nyckel }))).slag).toBe('slutgiltigt');
      expect(await all()).toEqual([]);
    },
  );
});

describe('a dry run', () => {
  it('writes the same files elsewhere', async () => {
    const look = join(katalog, 'titta');
    const paths = await provkor({ typ: 'mapp', katalog: '/finns/inte' }, forsandelse(), look);
    expect(paths.map((path) => relative(look, path))).toEqual([
      `Ekstads-kommun/${NYCKEL}.pdf`,
      `Ekstads-kommun/${NYCKEL}.json`,
    ]);
    const changed = new Uint8Array([1, 2, 3]);
    await provkor({ typ: 'mapp', katalog: '/finns/inte' }, forsandelse({ utdrag: changed }), look);
    expect(new Uint8Array(await readFile(paths[0] as string))).toEqual(changed);
  });
});
