/**
 * A signed webhook as a channel: one POST of JSON, signed as Standard Webhooks says (https://www.standardwebhooks.com), so that the
 * receiver can check it with a ready-made library. The address is checked where the connection is made: no private
 * network unless the channel says `internt`, no redirect, no plain http but to this machine.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { sha256Of } from '../../extraction/ids.ts';
import { guardedLookup, isLoopbackHost, isRefusedAddress, RefusedAddress } from './address.ts';
import type { WebhookKanal } from './settings.ts';
import { signingKeys, webhookSignature } from './signature.ts';
import { answerText, oneLine } from './text.ts';
import { type Forsandelse, type Kvitto, SandFel, type SandMiljo } from './types.ts';
import { type Answer, ofAnswer, passing } from './webhook-answer.ts';

/** Bytes of an answer that are read; no more is kept. */
const MAX_ANSWER = 16_384;

/** Posts it. A SandFel tells whether it may go later; see webhook-answer.ts for what each status means. */
export async function sandWebhook(
  kanal: WebhookKanal,
  forsandelse: Forsandelse,
  miljo: SandMiljo,
): Promise<Kvitto> {
  const url = checkedUrl(kanal);
  const keys = signingKeys(kanal.nyckelEnv, miljo.env);
  const nu = miljo.nu ?? (() => new Date());
  const body = Buffer.from(webhookBody(forsandelse));
  const timestamp = Math.floor(nu().getTime() / 1000);
  const headers = {
    ...headersOf(forsandelse, body, timestamp),
    'webhook-signature': webhookSignature(keys, forsandelse.nyckel, timestamp, body),
  };
  const answer = await post(url, headers, body, kanal, miljo.signal);
  return ofAnswer(answer, forsandelse.nyckel, nu());
}

/** Writes the request, without its signature, and the PDF beside it. */
export async function provkorWebhook(
  kanal: WebhookKanal,
  forsandelse: Forsandelse,
  katalog: string,
): Promise<string[]> {
  const url = checkedUrl(kanal);
  const body = Buffer.from(webhookBody(forsandelse));
  const { nyckel } = forsandelse;
  const request = {
    method: 'POST',
    url: url.href,
    headers: { ...headersOf(forsandelse, body, 0), 'webhook-timestamp': '(sätts när det skickas)' },
    body: JSON.parse(body.toString()),
  };
  await mkdir(katalog, { recursive: true });
  const paths = { json: join(katalog, `${nyckel}.webhook.json`), pdf: join(katalog, `${nyckel}.pdf`) };
  await writeFile(paths.json, `${JSON.stringify(request, null, 2)}\n`);
  await writeFile(paths.pdf, forsandelse.utdrag);
  return [paths.json, paths.pdf];
}

/** The body: type and data, the PDF in it as base64. The same bytes every time it is sent. */
export function webhookBody({ utdrag, fileName, json, ...rest }: Forsandelse): string {
  const file = {
    fileName: oneLine(fileName, 200),
    mediaType: 'application/pdf',
    bytes: utdrag.length,
    sha256: sha256Of(utdrag),
    base64: Buffer.from(utdrag).toString('base64'),
  };
  return JSON.stringify({ type: 'beslut.expedierat', data: { ...rest, beslut: json, utdrag: file } });
}

function headersOf({ nyckel }: Forsandelse, body: Buffer, timestamp: number): { [name: string]: string } {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    'user-agent': 'Expediera',
    'idempotency-key': nyckel,
    'webhook-id': nyckel,
    'webhook-timestamp': String(timestamp),
  };
}

/** The address, if it may be used at all. Names are looked up, and refused, when the connection is made. */
function checkedUrl(kanal: WebhookKanal): URL {
  const url = new URL(kanal.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.username !== '' || url.password !== '') {
    throw new SandFel(
      'slutgiltigt',
      'Webhookens adress får inte innehålla användarnamn eller lösenord.',
      'The address of the webhook must not hold a user name or password.',
    );
  }
  if (url.protocol !== 'https:' && !isLoopbackHost(host)) {
    throw new SandFel(
      'slutgiltigt',
      'Webhookens adress måste börja med https://.',
      'The address of the webhook must begin with https://.',
    );
  }
  if (!kanal.internt && isRefusedAddress(host)) throw refusedAddress(host);
  return url;
}

const refusedAddress = (host: string) =>
  new SandFel(
    'slutgiltigt',
    `${host} ligger i ett internt nät. Skicka dit bara om kanalen säger "internt".`,
    `${host} lies in a private network. Set "internt" on the channel to send there.`,
  );

function post(
  url: URL,
  headers: { [name: string]: string },
  body: Buffer,
  kanal: WebhookKanal,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(kanal.sekunder * 1000);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      if (error instanceof RefusedAddress) reject(refusedAddress(url.hostname));
      else reject(passing(error, deadline.aborted, kanal.sekunder));
    };
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      headers,
      // A connection of its own each time: none that was checked for another channel is used again.
      agent: false,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      ...(kanal.internt ? {} : { lookup: guardedLookup }),
    });
    request.on('error', fail);
    request.on('response', (response) => {
      readAnswer(response).then(
        (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        fail,
      );
    });
    request.end(body);
  });
}

/** The beginning of the answer's body; the rest is not waited for. */
async function readAnswer(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > MAX_ANSWER) break;
  }
  return answerText(Buffer.concat(parts).toString('utf8'));
}
