/** Signatures of webhooks, as the Standard Webhooks convention defines them. */
import { createHmac } from 'node:crypto';
import { SandFel } from './types.ts';

/** Shortest key that is taken, bytes: the convention's own lower bound. */
const MIN_KEY = 24;

/** The keys in environment variable `name`: `whsec_` and base64, several with spaces between. Throws a SandFel without. */
export function signingKeys(name: string, env: { readonly [name: string]: string | undefined }): Buffer[] {
  const words = (env[name] ?? '').split(/\s+/).filter((word) => word !== '');
  const keys = words.map((word) => {
    const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(word)?.[1];
    return base64 === undefined ? Buffer.alloc(0) : Buffer.from(base64, 'base64');
  });
  if (keys.length > 0 && keys.every((key) => key.length >= MIN_KEY)) return keys;
  throw new SandFel(
    'slutgiltigt',
    `Miljövariabeln ${name} ska hålla webhookens nyckel: whsec_ och minst ${MIN_KEY} byte i base64.`,
    `The environment variable ${name} should hold the webhook's key: whsec_ and at least ${MIN_KEY} bytes as base64.`,
  );
}

/** `v1,‹base64›` for each key, with spaces between: HMAC-SHA256 of "id.timestamp.body". */
export function webhookSignature(
  keys: readonly Buffer[],
  id: string,
  timestamp: number,
  body: Uint8Array,
): string {
  return keys
    .map((key) => createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64'))
    .map((signature) => `v1,${signature}`)
    .join(' ');
}
