import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isRefusedAddress } from '../../../expediering/kanaler/address.ts';
import { type Kanal, kanalSchema, provkor, sand } from '../../../expediering/kanaler/index.ts';
import { felOf, forsandelse } from './made-up.ts';

const KEY = Buffer.from('ett-hemligt-ord-som-ar-langt-nog');
const env = { EKSTAD_HOOK: `whsec_${KEY.toString('base64')}` };
const NU = new Date('2031-04-01T08:00:00Z');

interface Got {
  headers: IncomingMessage['headers'];
  body: string;
}
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

type Answer = (response: ServerResponse, nr: number, request: IncomingMessage) => void;

/** A real receiver on this machine. */
async function receiver(answer: Answer = (response) => response.end('tack')) {
  const got: Got[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    got.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
    answer(response, got.length, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/beslut` };
}

const kanal = (url: string, over: object = {}): Kanal =>
  kanalSchema.parse({ typ: 'webhook', url, nyckelEnv: 'EKSTAD_HOOK', internt: true, sekunder: 5, ...over });
const send = (url: string, over: object = {}, what = forsandelse()) =>
  sand(kanal(url, over), what, { env, nu: () => NU });
const status =
  (code: number, body = '', headers: { [name: string]: string } = {}): Answer =>
  (response) => {
    response.writeHead(code, headers).end(body);
  };

/** What a receiver does: the convention's own steps, written from its text. */
function isGenuine({ headers, body }: Got, key: Buffer, now: Date): boolean {
  const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name]),
  );
  if (Math.abs(now.getTime() / 1000 - Number(at)) > 300) return false;
  const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();
  return (signatures ?? '').split(' ').some((one) => {
    const [version, base64 = ''] = one.split(',');
    const given = Buffer.from(base64, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

describe('a webhook', () => {
  it('posts the decision with its key, signed so that the receiver can check it', async () => {
    const { got, url } = await receiver();
    const kvitto = await send(url);
    const [one] = got as [Got];
    expect(one.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': forsandelse().nyckel,
      'webhook-id': forsandelse().nyckel,
      'webhook-timestamp': String(NU.getTime() / 1000),
    });
    expect(isGenuine(one, KEY, NU)).toBe(true);
    expect(isGenuine(one, Buffer.from('en-annan-nyckel-som-ar-lika-lang'), NU)).toBe(false);
    expect(isGenuine({ ...one, body: one.body.replace('58', '59') }, KEY, NU)).toBe(false);
    expect(isGenuine(one, KEY, new Date(NU.getTime() + 3_600_000))).toBe(false);
    const { type, data } = JSON.parse(one.body);
    expect(type).toBe('beslut.expedierat');
    expect(data).toMatchObject({
      mottagare: 'Tekniska nämnden',
      paragraf: '58',
      beslut: { beslut: [{ nr: 1, text: 'att anta taxan,' }] },
    });
    const pdf = Buffer.from(data.utdrag.base64, 'base64');
    expect(new Uint8Array(pdf)).toEqual(forsandelse().utdrag);
    expect(data.utdrag.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    expect(kvitto).toEqual({ at: NU.toISOString(), vad: '200 tack', id: forsandelse().nyckel, redan: false });
  });

  it("has the signature of the convention's own example", async () => {
    // https://github.com/standard-webhooks/standard-webhooks, the libraries' test of signing
    const { webhookSignature } = await import('../../../expediering/kanaler/signature.ts');
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const body = Buffer.from('{"test": 2432232314}');
    expect(webhookSignature([key], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, body)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('is signed with both keys while they are changed', async () => {
    const { got, url } = await receiver();
    const next = Buffer.alloc(32, 9);
    const both = `${env.EKSTAD_HOOK} whsec_${next.toString('base64')}`;
    await sand(kanal(url), forsandelse(), { env: { EKSTAD_HOOK: both }, nu: () => NU });
    expect([KEY, next].map((key) => isGenuine(got[0] as Got, key, NU))).toEqual([true, true]);
  });

  it('sent twice has the same key and the same body', async () => {
    const { got, url } = await receiver();
    expect([await send(url), await send(url)].map(({ redan }) => redan)).toEqual([false, false]);
    expect(got[0]?.body).toBe(got[1]?.body);
    expect(got[0]?.headers['idempotency-key']).toBe(got[1]?.headers['idempotency-key']);
  });

  it.each([
    ['names the key in a header', status(409, '', { 'Idempotency-Key': forsandelse().nyckel })],
    ['names the key in its answer', status(409, `{"fel":"finns redan","nyckel":"${forsandelse().nyckel}"}`)],
  ])('that a receiver has already is receipt, when it %s', async (_, answer) => {
    const { url } = await receiver(answer);
    expect(await send(url)).toMatchObject({ redan: true });
  });

  it('is no receipt when the conflict is about something else', async () => {
    const { url } = await receiver(status(409, `upptaget av ${forsandelse().nyckel}x`));
    expect((await felOf(send(url))).slag).toBe('slutgiltigt');
  });

  it.each([
    [400, 'slutgiltigt'],
    [401, 'slutgiltigt'],
    [404, 'slutgiltigt'],
    [410, 'slutgiltigt'],
    [413, 'slutgiltigt'],
    [422, 'slutgiltigt'],
    [408, 'tillfalligt'],
    [425, 'tillfalligt'],
    [429, 'tillfalligt'],
    [500, 'tillfalligt'],
    [502, 'tillfalligt'],
    [503, 'tillfalligt'],
  ])('answered with %i is %s', async (code, slag) => {
    const { url } = await receiver(status(code, 'så är det'));
    const fel = await felOf(send(url));
    expect(fel).toMatchObject({ slag });
    expect(fel.sv).toContain(`${code}`);
    expect(fel.sv).toContain('så är det');
  });

  it.each([201, 202, 204])('answered with %i has its receipt', async (code) => {
    const { url } = await receiver(status(code));
    expect(await send(url)).toMatchObject({ vad: String(code) });
  });

  it.each([
    ['120', 120],
    ['Tue, 01 Apr 2031 08:05:00 GMT', 300],
    ['Tue, 01 Apr 2031 07:00:00 GMT', 0],
    ['999999999', 86_400],
    ['snart', undefined],
    ['-5', undefined],
  ])('asked to wait %j waits %s seconds', async (value, vantaSekunder) => {
    const { url } = await receiver(status(429, '', { 'Retry-After': value }));
    expect((await felOf(send(url))).vantaSekunder).toBe(vantaSekunder);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%i)', async (code) => {
    const elsewhere = await receiver();
    const { url } = await receiver(status(code, '', { Location: elsewhere.url }));
    expect((await felOf(send(url))).slag).toBe('slutgiltigt');
    expect(elsewhere.got).toEqual([]);
  });

  it('fails for now, and goes the next time', async () => {
    const { got, url } = await receiver((response, nr) => response.writeHead(nr === 1 ? 500 : 200).end());
    expect((await felOf(send(url))).slag).toBe('tillfalligt');
    await send(url);
    expect(got).toHaveLength(2);
  });

  it('to a receiver that never answers, or never ends its answer, is given up for now', async () => {
    const silent = await receiver(() => {});
    const began = Date.now();
    const fel = await felOf(send(silent.url, { sekunder: 1 }));
    expect(fel.slag).toBe('tillfalligt');
    expect(fel.sv).toContain('inom 1 sekunder');
    const dripping = await receiver((response) => {
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect((await felOf(send(dripping.url, { sekunder: 1 }))).slag).toBe('tillfalligt');
    expect(Date.now() - began).toBeLessThan(4000);
  });

  it.each<[string, Answer]>([
    ['before it answers', (_, __, request) => request.socket.destroy()],
    [
      'in the middle of its answer',
      (response, _, request) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('ta');
        setTimeout(() => request.socket.destroy(), 20);
      },
    ],
    ['after something that is no HTTP', (_, __, request) => request.socket.end('hej hej\r\n\r\n')],
  ])('to a receiver that closes the connection %s is passing', async (_, answer) => {
    const { url } = await receiver(answer);
    expect((await felOf(send(url))).slag).toBe('tillfalligt');
  });

  it('to a port where nobody listens is passing', async () => {
    const { url } = await receiver();
    for (const close of open.splice(0)) await close();
    expect((await felOf(send(url))).slag).toBe('tillfalligt');
  });

  it('keeps the beginning of a long answer, on one line', async () => {
    const { url } = await receiver(status(200, `rad\r\n\u001b[31m${'å'.repeat(1_000_000)}`));
    const { vad } = await send(url);
    expect([...vad]).toHaveLength(1000);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(vad).not.toMatch(/[\u0000-\u001f]/);
  });

  it('ends when it is told to', async () => {
    const { url } = await receiver(() => {});
    const signal = AbortSignal.timeout(50);
    const fel = await felOf(sand(kanal(url), forsandelse(), { env, signal }));
    expect(fel.slag).toBe('tillfalligt');
  });
});

describe('the key of a webhook', () => {
  it.each([undefined, '', 'hemligt', 'whsec_', 'whsec_a29ydA==', `whsec_${'å'.repeat(40)}`])(
    'that is %j is asked for by name before anything is sent',
    async (key) => {
      const { got, url } = await receiver();
      const fel = await felOf(sand(kanal(url), forsandelse(), { env: { EKSTAD_HOOK: key } }));
      expect(fel).toMatchObject({ slag: 'slutgiltigt' });
      expect(fel.sv).toContain('EKSTAD_HOOK');
      expect(got).toEqual([]);
    },
  );
});

describe('the address of a webhook', () => {
  it.each([
    'http://example.org/',
    'http://10.0.0.5/',
    'http://127.0.0.1.example.org/',
    'http://localhost.example.org/',
  ])('without encryption is refused: %s', async (url) => {
    const fel = await felOf(send(url));
    expect(fel).toMatchObject({ slag: 'slutgiltigt' });
    expect(fel.sv).toContain('https');
  });

  it.each([
    'http://127.0.0.1:9/',
    'http://localhost:9/',
    'https://127.1:9/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://10.1.2.3/',
    'https://172.31.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::a00:1]/',
    'https://localhost/',
  ])('in a private network is refused unless the channel says internt: %s', async (url) => {
    const fel = await felOf(send(url, { internt: false }));
    expect(fel).toMatchObject({ slag: 'slutgiltigt' });
    expect(fel.sv).toContain('internt');
  });

  it('that is private gets no connection at all', async () => {
    const { got, url } = await receiver();
    await felOf(send(url.replace('127.0.0.1', 'localhost'), { internt: false }));
    expect(got).toEqual([]);
  });

  it.each(['93.184.216.34', '2606:4700::6810:85e5', '172.32.0.1', '100.128.0.1', '11.0.0.1'])(
    'of the internet is taken: %s',
    (address) => {
      expect(isRefusedAddress(address)).toBe(false);
    },
  );

  it('with a password in it is refused', async () => {
    expect((await felOf(send('https://a:b@example.org/'))).slag).toBe('slutgiltigt');
  });

  it.each(['ftp://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'inte en adress'])(
    'is no address: %s',
    (url) => {
      expect(() => kanal(url)).toThrow();
    },
  );
});

describe('a dry run', () => {
  it('writes the request and the extract, and no secret', async () => {
    const katalog = await mkdtemp(join(tmpdir(), 'expediera-webhook-'));
    const paths = await provkor(kanal('https://beslut.example/ta-emot'), forsandelse(), katalog);
    const request = JSON.parse(await readFile(paths[0] as string, 'utf8'));
    expect(request).toMatchObject({
      url: 'https://beslut.example/ta-emot',
      headers: { 'idempotency-key': forsandelse().nyckel },
      body: { type: 'beslut.expedierat', data: { paragraf: '58' } },
    });
    expect(request.headers['webhook-signature']).toBeUndefined();
    expect(new Uint8Array(await readFile(paths[1] as string))).toEqual(forsandelse().utdrag);
    await rm(katalog, { recursive: true });
  });
});
