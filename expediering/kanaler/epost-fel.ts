/** What a failed SMTP session means. */

import type { EpostKanal } from './settings.ts';
import { answerText } from './text.ts';
import { SandFel } from './types.ts';

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

/**
 * 5xx is final and 4xx passing, as RFC 5321 (4.2.1) says. Encryption that is missing or not trusted is final: a person has to see it. All
 * else (no connection, time over, closed in the middle) may pass: a server that had taken the message all the same gets it again
 * with the same Message-ID.
 */
export function ofSmtpError(error: unknown, late: boolean, { host, sekunder }: EpostKanal): SandFel {
  if (error instanceof SandFel) return error;
  const { code = '', responseCode, response, message } = (error ?? {}) as SmtpError;
  if ((code === 'ETLS' && !(responseCode !== undefined && responseCode < 500)) || isCertificateFault(error)) {
    return new SandFel(
      'slutgiltigt',
      `E-postservern ${host} erbjuder ingen kryptering som godtas (${answerText(message)}).`,
      `The mail server ${host} offers no encryption that is accepted (${answerText(message)}).`,
      { cause: error },
    );
  }
  if (responseCode !== undefined && responseCode >= 400) {
    const said = answerText(response ?? message);
    const isFinal = responseCode >= 500;
    return new SandFel(
      isFinal ? 'slutgiltigt' : 'tillfalligt',
      `E-postservern ${host} ${isFinal ? 'avvisade brevet' : 'tar inte emot brevet just nu'}: ${said}`,
      `The mail server ${host} ${isFinal ? 'refused the message' : 'does not take the message now'}: ${said}`,
      { cause: error },
    );
  }
  if (late || code === 'ETIMEDOUT') {
    return new SandFel(
      'tillfalligt',
      `E-postservern ${host} svarade inte inom ${sekunder} sekunder.`,
      `The mail server ${host} did not answer within ${sekunder} seconds.`,
      { cause: error },
    );
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE' || code === 'ECONFIG' || code === 'ENOAUTH') {
    return new SandFel(
      'slutgiltigt',
      `Brevet kunde inte sättas ihop: ${answerText(message)}`,
      `The message could not be made: ${answerText(message)}`,
      { cause: error },
    );
  }
  return new SandFel(
    'tillfalligt',
    `Förbindelsen med e-postservern ${host} bröts eller kom inte till stånd (${code || answerText(message ?? '')}).`,
    `The connection to the mail server ${host} broke or was not made (${code || answerText(message ?? '')}).`,
    { cause: error },
  );
}

const CERTIFICATE =
  /certificate|self.signed|altnames|CERT_|SELF_SIGNED|UNABLE_TO_|wrong version number|no protocols/i;

function isCertificateFault(error: unknown): boolean {
  for (let e = error, n = 0; e instanceof Error && n < 5; e = e.cause, n++) {
    if (CERTIFICATE.test(`${'code' in e ? String(e.code) : ''} ${e.message}`)) return true;
  }
  return false;
}
