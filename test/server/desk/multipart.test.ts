/** A form with files as it comes: in parts of any size, cut off anywhere, and with files that nobody wants. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { CutOff, readForm } from '../../../server/desk/las-in/multipart.ts';

const TYPE = 'multipart/form-data; boundary=gräns'.replace('ä', 'a');
const part = (head: string, body: string): string =>
  `--grans\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
const file = (name: string, body: string): string => part(`name="filer"; filename="${name}"`, body);
const END = '--grans--\r\n';
const FORM = `${part('name="slag"', 'lopande')}${file('mapp/å ”1”.txt', 'one')}${file('', '')}${file('b%22.txt', 'x'.repeat(200_000))}${END}`;

/** As a body that comes so many bytes at a time. */
const body = (text: string, size = 1000): ReadableStream<Uint8Array> => {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / size);
  const chunks = Array.from({ length: count }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
  return Readable.toWeb(Readable.from(chunks)) as unknown as ReadableStream<Uint8Array>;
};

async function read(stream: ReadableStream<Uint8Array>, type = TYPE) {
  const got: { fields: string[]; files: string[] } = { fields: [], files: [] };
  const done = readForm(type, stream, {
    field: (name, value) => got.fields.push(`${name}=${value}`),
    async file(name, chunks) {
      const bytes = await buffer(chunks);
      got.files.push(`${name}:${bytes.length}`);
    },
  });
  return { got, done };
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('a form with files', () => {
  it.each([1, 7, 64, 5000, 1e6])('is read whole, %i bytes at a time', async (size) => {
    const small = FORM.replace('x'.repeat(200_000), 'x'.repeat(size === 1 ? 300 : 200_000));
    const { got, done } = await read(body(small, size));
    await done;
    expect(got).toEqual({
      fields: ['slag=lopande'],
      files: ['mapp/å ”1”.txt:3', `b%22.txt:${size === 1 ? 300 : 200_000}`],
    });
  });

  it('that ends before its end gives no file that is not whole', async () => {
    const bytes = Buffer.from(FORM);
    const first = bytes.indexOf('one') + 3;
    for (const end of [10, first - 2, first, first + 4, bytes.length - END.length - 5]) {
      const { got, done } = await read(body(bytes.subarray(0, end).toString('latin1')));
      await expect(done).rejects.toThrow(CutOff);
      expect([end, got.files.length]).toEqual([end, end > first + 10 ? 1 : 0]);
    }
  });

  it('whose connection breaks is cut off at once, and what was taken before stays', async () => {
    const { promise, resolve } = Promise.withResolvers<{ fault: unknown; files: string[] }>();
    server = createServer((request) => {
      const stream = Readable.toWeb(request) as unknown as ReadableStream<Uint8Array>;
      read(stream).then(({ got, done }) =>
        done.then(
          () => resolve({ fault: null, files: got.files }),
          (fault) => resolve({ fault, files: got.files }),
        ),
      );
    });
    await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const sent = FORM.slice(0, -5000);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(FORM)}\r\n\r\n${sent}`);
    setTimeout(() => socket.destroy(), 200);
    const { fault, files } = await promise;
    expect(fault).toBeInstanceOf(CutOff);
    expect(files).toEqual(['mapp/å ”1”.txt:3']);
  });

  it('goes on after a file that is left in the middle, and says last what was wrong', async () => {
    const seen: string[] = [];
    const many = `${file('a', 'x'.repeat(300_000))}${file('b', 'y'.repeat(300_000))}${file('c', 'z')}${END}`;
    await readForm(TYPE, body(many), {
      field: () => {},
      async file(name, chunks) {
        seen.push(name);
        for await (const _ of chunks) break;
      },
    });
    expect(seen).toEqual(['a', 'b', 'c']);
    const failing = readForm(TYPE, body(many), {
      field: () => {},
      async file(name, chunks) {
        seen.push(name);
        for await (const _ of chunks) throw new Error(`the disk is full at ${name}`);
      },
    });
    await expect(failing).rejects.toThrow('the disk is full at a');
    expect(seen).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is none by another type, or without a body', async () => {
    for (const [type, stream] of [
      ['application/json', body('{}')],
      ['multipart/form-data', body(FORM)],
      [TYPE, null],
    ] as const)
      await expect(readForm(type, stream, { field: () => {}, file: async () => {} })).rejects.toThrow(CutOff);
  });

  it('is read no faster than it is taken', async () => {
    let given = 0;
    const chunk = Buffer.alloc(64_000, 'x');
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(file('stor', '').replace(/\r\n$/u, ''));
      for (; given < 400; given++) yield chunk;
      yield Buffer.from(`\r\n${END}`);
    }
    const gate = Promise.withResolvers<void>();
    let bytes = 0;
    const stream = Readable.toWeb(Readable.from(endless())) as unknown as ReadableStream<Uint8Array>;
    const done = readForm(TYPE, stream, {
      field: () => {},
      async file(_, chunks) {
        await gate.promise;
        for await (const { length } of chunks as AsyncIterable<Buffer>) bytes += length;
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(given).toBeLessThan(100);
    gate.resolve();
    await done;
    expect(bytes).toBe(400 * 64_000);
  });
});
