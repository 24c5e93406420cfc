import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Kanal,
  type KanalInput,
  kanalSchema,
  provkor,
  sand,
} from '../../../expediering/kanaler/index.ts';
import { felOf, forsandelse } from './made-up.ts';

interface Got {
  from: string;
  to: string[];
  raw: string;
  secure: boolean;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A real server. `answer` throws to refuse a message whose data it has had. */
async function smtp(
  options: SMTPServerOptions = {},
  answer: (nr: number) => void | Promise<void> = () => {},
) {
  const got: Got[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const { mailFrom, rcptTo } = session.envelope;
        got.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
          secure: session.secure,
        });
        try {
          await answer(got.length);
          done();
        } catch (error) {
          done(error as Error);
        }
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { got, port: (server.server.address() as AddressInfo).port };
}

/** A server of bare lines: says `lines` one by one, each after the other side has said something; then `end`s. */
async function raw(lines: string[], end: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    let at = 0;
    const say = () => {
      const line = lines[at++];
      if (line === undefined) end(socket);
      else socket.write(`${line}\r\n`);
    };
    socket.on('data', say);
    say();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

function kanal(port: number, over: Partial<Extract<KanalInput, { typ: 'epost' }>> = {}): Kanal {
  return kanalSchema.parse({
    typ: 'epost',
    host: '127.0.0.1',
    port,
    tls: 'ingen',
    fran: 'diariet@ekstad.example',
    franNamn: 'Ekstads kommun',
    till: 'teknik@ekstad.example',
    sekunder: 5,
    ...over,
  });
}
const nu = () => new Date('2031-04-01T08:00:00Z');
const send = (port: number, over = {}, env = {}, what = forsandelse()) =>
  sand(kanal(port, over), what, { env, nu });
const headersOf = (mail: string) =>
  mail
    .slice(0, mail.indexOf('\r\n\r\n'))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
const header = (mail: string, name: string) =>
  headersOf(mail)
    .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
    ?.slice(name.length + 2);
/** The words of a header or text that is encoded. */
function plain(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : quoted(word.replaceAll('_', ' ')),
    );
}
const quoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

describe('an e-mail', () => {
  it('carries the decision, the extract and the key to one address', async () => {
    const { got, port } = await smtp();
    const kvitto = await send(port);
    const mail = got[0] as Got;
    expect(mail).toMatchObject({ from: 'diariet@ekstad.example', to: ['teknik@ekstad.example'] });
    expect(header(mail.raw, 'Expediera-Nyckel')).toBe(forsandelse().nyckel);
    expect(header(mail.raw, 'Message-ID')).toBe(`<${forsandelse().nyckel}@ekstad.example>`);
    expect(plain(header(mail.raw, 'Subject') ?? '')).toBe(
      'Beslut: Kommunfullmäktige § 58, 2031-03-24 – KS 2031/42 – Taxa för återbruket på Ön',
    );
    expect(plain(header(mail.raw, 'To') ?? '')).toBe('Tekniska nämnden <teknik@ekstad.example>');
    expect(quoted(mail.raw)).toContain('2. att den gäller från och med den 1 juli 2031.');
    const base64 = /application\/pdf[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail.raw)?.[1] ?? '';
    expect(new Uint8Array(Buffer.from(base64, 'base64'))).toEqual(forsandelse().utdrag);
    expect(kvitto).toMatchObject({
      at: '2031-04-01T08:00:00.000Z',
      id: header(mail.raw, 'Message-ID'),
      redan: false,
    });
    expect(kvitto.vad).toMatch(/^250 /);
  });

  it('sent twice can be known as the same', async () => {
    const { got, port } = await smtp();
    await send(port);
    await send(port);
    expect(got).toHaveLength(2);
    for (const name of ['Message-ID', 'Expediera-Nyckel', 'Subject']) {
      expect(header(got[0]?.raw ?? '', name)).toBe(header(got[1]?.raw ?? '', name));
    }
  });

  it('keeps to the forms of mail with the longest key and the longest words', async () => {
    const { got, port } = await smtp();
    const long = 'Ärende om återbruket '.repeat(200);
    const nyckel = 'k'.repeat(200);
    await send(
      port,
      {},
      {},
      forsandelse({
        nyckel,
        rubrik: long,
        mottagare: long,
        organ: long,
        text: long.repeat(20),
        fileName: `${long}.pdf`,
      }),
    );
    const raw = got[0]?.raw ?? '';
    expect(header(raw, 'Expediera-Nyckel')).toBe(nyckel);
    // RFC 5322 2.1.1, RFC 2046 5.1.1.
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(/boundary="?([^"\r\n;]+)/.exec(raw)?.[1]?.length).toBeLessThanOrEqual(70);
  });

  it('has no header and no recipient that names smuggle in', async () => {
    const { got, port } = await smtp();
    const evil = 'Nämnden\r\nBcc: alla@annan.example\r\n\r\nHej "<x@y.example>", z@y.example';
    await send(
      port,
      { franNamn: evil },
      {},
      forsandelse({
        mottagare: evil,
        rubrik: evil,
        organ: evil,
        diarienummer: evil,
        huvudman: evil,
        fileName: `../${evil}.pdf`,
      }),
    );
    const mail = got[0] as Got;
    expect(mail.to).toEqual(['teknik@ekstad.example']);
    expect(mail.from).toBe('diariet@ekstad.example');
    expect(header(mail.raw, 'Bcc')).toBeUndefined();
    expect(
      headersOf(mail.raw)
        .map((line) => line.split(':')[0]?.toLowerCase())
        .toSorted(),
    ).toEqual([
      'auto-submitted',
      'content-language',
      'content-type',
      'date',
      'expediera-nyckel',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
    expect(mail.raw).not.toMatch(/filename[^\n]*\.\.[/\\]/);
  });

  it.each([
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'Namn <a@b.example>',
    'a b@c.example',
    'utan-snabel-a',
  ])('is not addressed to %j', (till) => {
    expect(() => kanal(25, { till })).toThrow();
  });

  it('refused for good is final, and says what the server said', async () => {
    const { port } = await smtp({ onRcptTo: (_, __, done) => done(refusal(550, 'Adressen finns inte')) });
    const fel = await felOf(send(port));
    expect(fel.slag).toBe('slutgiltigt');
    expect(fel.sv).toContain('Adressen finns inte');
  });

  it('refused for now is passing, and goes the next time', async () => {
    const { got, port } = await smtp({}, (nr) => {
      if (nr === 1) throw refusal(451, 'Greylisted, come again');
    });
    const fel = await felOf(send(port));
    expect(fel.slag).toBe('tillfalligt');
    expect(fel.sv).toContain('Greylisted');
    await send(port);
    expect(header(got[0]?.raw ?? '', 'Message-ID')).toBe(header(got[1]?.raw ?? '', 'Message-ID'));
  });

  it('refused after its data was sent is final', async () => {
    const { port } = await smtp({}, () => {
      throw refusal(554, 'Bilagan godtas inte');
    });
    expect((await felOf(send(port))).slag).toBe('slutgiltigt');
  });

  it('to a server that is too slow is given up for now', async () => {
    const { port } = await smtp({}, () => new Promise((resolve) => setTimeout(resolve, 3000)));
    const began = Date.now();
    const fel = await felOf(send(port, { sekunder: 1 }));
    expect(fel.slag).toBe('tillfalligt');
    expect(fel.sv).toContain('inom 1 sekunder');
    expect(Date.now() - began).toBeLessThan(2500);
  });

  it('to a server that never greets, or says one word at a time, is given up for now', async () => {
    const silent = await raw([], () => {});
    expect((await felOf(send(silent, { sekunder: 1 }))).slag).toBe('tillfalligt');
    const dripping = await raw(Array(1000).fill('220-vänta'), () => {});
    expect((await felOf(send(dripping, { sekunder: 1 }))).slag).toBe('tillfalligt');
  });

  it.each([
    ['at once', []],
    ['after the greeting', ['220 hej']],
    ['before the data', ['220 hej', '250 hej', '250 ja', '250 ja']],
    ['in the middle of the data', ['220 hej', '250 hej', '250 ja', '250 ja', '354 skriv']],
  ])('to a server that closes the connection %s is passing', async (_, lines) => {
    const port = await raw(lines, (socket) => socket.destroy());
    expect((await felOf(send(port))).slag).toBe('tillfalligt');
  });

  it('to a port where nobody listens is passing', async () => {
    const port = await raw([], () => {});
    for (const close of open.splice(0)) await close();
    expect((await felOf(send(port))).slag).toBe('tillfalligt');
  });

  it('ends when it is told to', async () => {
    const port = await raw([], () => {});
    const signal = AbortSignal.timeout(100);
    expect((await felOf(sand(kanal(port), forsandelse(), { env: {}, signal }))).slag).toBe('tillfalligt');
  });
});

describe('encryption', () => {
  it('is asked for everywhere but on this machine', async () => {
    const channel = kanal(25, { host: 'post.ekstad.example' });
    const fel = await felOf(sand(channel, forsandelse(), { env: {} }));
    expect(fel).toMatchObject({ slag: 'slutgiltigt' });
    expect(fel.sv).toContain('krypteras');
    await expect(provkor(channel, forsandelse(), '/finns/inte')).rejects.toThrow(/encrypted/);
  });

  it('that the server does not offer ends it, and nothing is sent in the clear', async () => {
    const { got, port } = await smtp();
    const fel = await felOf(send(port, { tls: 'starttls' }));
    expect(fel.slag).toBe('slutgiltigt');
    expect(fel.sv).toContain('kryptering');
    expect(got).toEqual([]);
    const later = await raw(['220 hej', '250-hej\r\n250 STARTTLS', '454 inte just nu'], (socket) =>
      socket.destroy(),
    );
    expect((await felOf(send(later, { tls: 'starttls' }))).slag).toBe('tillfalligt');
  });

  it('with a certificate that nobody vouches for ends it', async () => {
    const { got, port } = await smtp({ disabledCommands: [] });
    const fel = await felOf(send(port, { tls: 'starttls' }));
    expect(fel.slag).toBe('slutgiltigt');
    expect(got).toEqual([]);
  });

  const made = certificate();
  it.skipIf(made === null).each(['starttls', 'direkt'] as const)('works by %s', async (tls) => {
    const before = getCACertificates('default');
    setDefaultCACertificates([made?.cert as string]);
    try {
      const { got, port } = await smtp({ ...made, disabledCommands: [], secure: tls === 'direkt' });
      await send(port, { tls, host: 'localhost' });
      expect(got[0]?.secure).toBe(true);
    } finally {
      setDefaultCACertificates(before);
    }
  });
});

/** A certificate for this machine, made where openssl is at hand. */
function certificate(): { key: string; cert: string } | null {
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
  ];
  const run = spawnSync(
    'openssl',
    [
      ...args,
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      '-',
      '-out',
      '-',
    ],
    { encoding: 'utf8' },
  );
  const key = /-----BEGIN PRIVATE KEY[\s\S]*?END PRIVATE KEY-----/.exec(run.stdout ?? '')?.[0];
  const cert = /-----BEGIN CERTIFICATE[\s\S]*?END CERTIFICATE-----/.exec(run.stdout ?? '')?.[0];
  return key && cert ? { key, cert } : null;
}

describe('a password', () => {
  const auth: SMTPServerOptions = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'diariet' && password === 'hemligt'
        ? done(null, { user: username })
        : done(refusal(535, 'fel lösenord')),
  };
  const user = { anvandare: 'diariet', losenordEnv: 'EKSTAD_SMTP' };

  it('comes from the environment', async () => {
    const { got, port } = await smtp(auth);
    await send(port, user, { EKSTAD_SMTP: 'hemligt' });
    expect(got).toHaveLength(1);
  });

  it('that is wrong is final, and never told', async () => {
    const { port } = await smtp(auth);
    const fel = await felOf(send(port, user, { EKSTAD_SMTP: 'gissning-17' }));
    expect(fel.slag).toBe('slutgiltigt');
    expect(`${fel.sv}${fel.en}`).not.toContain('gissning-17');
  });

  it('that is missing is asked for by name before anything is sent', async () => {
    const fel = await felOf(send(1, user));
    expect(fel).toMatchObject({ slag: 'slutgiltigt' });
    expect(fel.sv).toContain('EKSTAD_SMTP');
  });
});

describe('a dry run', () => {
  it('writes the message as it would go', async () => {
    const katalog = await mkdtemp(join(tmpdir(), 'expediera-epost-'));
    const channel = kanal(587, {
      tls: 'starttls',
      host: 'post.ekstad.example',
      anvandare: 'diariet',
      losenordEnv: 'X',
    });
    const [path = ''] = await provkor(channel, forsandelse(), katalog);
    const mail = await readFile(path, 'utf8');
    expect(path).toBe(join(katalog, `${forsandelse().nyckel}.eml`));
    expect(header(mail, 'Expediera-Nyckel')).toBe(forsandelse().nyckel);
    expect(plain(header(mail, 'To') ?? '')).toContain('teknik@ekstad.example');
    await rm(katalog, { recursive: true });
  });
});
