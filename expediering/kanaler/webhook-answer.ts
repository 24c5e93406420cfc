/** What a receiver's answer means: a receipt, come again later, or never. */
import type { IncomingMessage } from 'node:http';
import { oneLine } from './text.ts';
import { type Kvitto, SandFel } from './types.ts';

/** What the other side answered. */
export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

/** Longest time that a receiver may ask for, seconds: a day. */
const MAX_WAIT = 86_400;

/** 2xx, or a 409 that names our key: a receipt. Everything else is thrown as a SandFel. */
export function ofAnswer(answer: Answer, nyckel: string, nu: Date): Kvitto {
  const { status } = answer;
  const vad = oneLine(`${status} ${answer.text}`, 1000);
  const redan = status === 409 && namesKey(answer, nyckel);
  if ((status >= 200 && status < 300) || redan) {
    return { at: nu.toISOString(), vad, id: nyckel, redan };
  }
  const later = status === 408 || status === 425 || status === 429 || status >= 500;
  const said = oneLine(answer.text, 300);
  throw new SandFel(
    later ? 'tillfalligt' : 'slutgiltigt',
    `Mottagaren svarade ${status}${MEANING_SV[status] ?? ''}${said === '' ? '.' : `: ${said}`}`,
    `The receiver answered ${status}${said === '' ? '.' : `: ${said}`}`,
    { vantaSekunder: later ? retryAfter(answer, nu) : undefined },
  );
}

/** What people ask about most. */
const MEANING_SV: { readonly [status: number]: string } = {
  301: ' (adressen har flyttat; ändra kanalen)',
  302: ' (hänvisar till en annan adress; hänvisningar följs inte)',
  307: ' (hänvisar till en annan adress; hänvisningar följs inte)',
  308: ' (adressen har flyttat; ändra kanalen)',
  401: ' (nyckeln godtas inte)',
  403: ' (nyckeln godtas inte)',
  404: ' (adressen finns inte)',
  409: ' (krock, men inte med vår nyckel)',
  410: ' (adressen används inte längre)',
  413: ' (för stort)',
  429: ' (för många på kort tid)',
};

/** A receiver that has it already says which: in the header it was given, or somewhere in its answer. */
function namesKey({ headers, text }: Answer, nyckel: string): boolean {
  if (headers['idempotency-key'] === nyckel || headers['webhook-id'] === nyckel) return true;
  return text.split(/[^A-Za-z0-9._-]+/).includes(nyckel);
}

/** Retry-After (RFC 9110, 10.2.3): seconds or a date. */
function retryAfter({ headers }: Answer, nu: Date): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  // Date.parse takes nearly anything for a date; one of HTTP's ends with GMT.
  const date = /GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((date - nu.getTime()) / 1000);
  return Number.isFinite(seconds) ? Math.min(MAX_WAIT, Math.max(0, seconds)) : undefined;
}

/** The certificate or the protocol is wrong: time does not heal it. */
const TLS_FAULT = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/;

/** A connection that failed, as a SandFel. */
export function passing(error: unknown, late: boolean, seconds: number): SandFel {
  if (late) {
    return new SandFel(
      'tillfalligt',
      `Mottagaren svarade inte inom ${seconds} sekunder.`,
      `The receiver did not answer within ${seconds} seconds.`,
      { cause: error },
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (TLS_FAULT.test(code)) {
    return new SandFel(
      'slutgiltigt',
      `Mottagarens certifikat godtas inte (${code}).`,
      `The receiver's certificate is not accepted (${code}).`,
      { cause: error },
    );
  }
  return new SandFel(
    'tillfalligt',
    `Förbindelsen med mottagaren bröts eller kom inte till stånd (${code}).`,
    `The connection to the receiver broke or was not made (${code}).`,
    { cause: error },
  );
}
