/** Receivers on this machine that fail in every way they are told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * What a webhook does with one request: an answer; `closes`: breaks the connection; `hangs`: never answers; `twice`:
 * answers two times on one connection; `known`: says that it has the key already.
 */
export type Answer = number | { status: number; retryAfter: number } | 'closes' | 'hangs' | 'twice' | 'known';

export interface WebhookReceiver {
  /** The address of one of its ways in. */
  url(path: string): string;
  /** What it answers there, request by request; the last one again and again. */
  answers: { [path: string]: Answer[] };
  /** Every request that came, in order. */
  requests: { path: string; nyckel: string; body: string; at: number }[];
  /** What a receiver that heeds the keys has taken: each key once. */
  taken: Map<string, string>;
  close(): Promise<void>;
}

export async function webhookReceiver(): Promise<WebhookReceiver> {
  const receiver: Omit<WebhookReceiver, 'url' | 'close'> = { answers: {}, requests: [], taken: new Map() };
  const server = createServer((request, response) => {
    read(request).then(
      (body) => {
        const path = (request.url ?? '').slice(1);
        const nyckel = String(request.headers['idempotency-key']);
        receiver.requests.push({ path, nyckel, body, at: Date.now() });
        const answers = receiver.answers[path] ?? [200];
        const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? 200;
        if (answer === 200 || answer === 'twice') receiver.taken.set(nyckel, body);
        give(response, answer, nyckel);
      },
      () => {}, // the other side went away
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...receiver,
    url: (path) => `http://127.0.0.1:${port}/${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function give(response: ServerResponse, answer: Answer, nyckel: string): void {
  if (answer === 'hangs') return;
  if (answer === 'closes') response.socket?.destroy();
  else if (answer === 'known') response.writeHead(409).end(`already have ${nyckel}`);
  else if (answer === 'twice')
    response.socket?.end(
      'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\ntagHTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n',
    );
  else if (typeof answer === 'number') response.writeHead(answer).end('');
  else response.writeHead(answer.status, { 'retry-after': String(answer.retryAfter) }).end('');
}

export interface MailReceiver {
  port: number;
  /** Codes to refuse with, message by message; after them it takes what comes. */
  refuses: number[];
  /** The messages that it took, as they came. */
  messages: string[];
  close(): Promise<void>;
}

export async function mailReceiver(): Promise<MailReceiver> {
  const receiver: Pick<MailReceiver, 'refuses' | 'messages'> = { refuses: [], messages: [] };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const code = receiver.refuses.shift();
        if (code !== undefined) {
          callback(Object.assign(new Error('not now'), { responseCode: code }));
          return;
        }
        receiver.messages.push(Buffer.concat(parts).toString());
        callback();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { ...receiver, port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
