/** Errors of an S3-compatible store as what a person can do about them. */
import { BlobsFault } from '../blobs.ts';

/** Where the blobs are, for the messages. */
export interface Place {
  /** `s3://bucket/prefix` */
  url: string;
  /** Address of the server; null: the one of the region. */
  endpoint: string | null;
}

const DENIED = [
  ...['AccessDenied', 'Forbidden', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken'],
  ...['InvalidToken', 'AllAccessDisabled', 'AccountProblem', 'RequestTimeTooSkewed', 'NotSignedUp'],
  'XAdminUserNotFound', // VersityGW's word for a key that nobody has
];
const REGION = ['PermanentRedirect', 'AuthorizationHeaderMalformed', 'IllegalLocationConstraintException'];
const NETWORK = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
  ...['EPIPE', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  ...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'],
];

/** What an error of the SDK's has, whatever its class. */
interface SdkError extends Error {
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

/** HTTP status of the answer that was the error; null: there was none. */
export const statusOf = (error: unknown): number | null =>
  (error as SdkError | null)?.$metadata?.httpStatusCode ?? null;

/** The fault that the error is, when a person can do something about it; else the error as it is. */
export function faultOf(error: unknown, { url, endpoint }: Place): unknown {
  if (!(error instanceof Error)) return error;
  const { name, code = '', message } = error as SdkError;
  const status = statusOf(error);
  const fault = (kind: BlobsFault['code'], text: string) => new BlobsFault(kind, text, { cause: error });
  if (name === 'NoSuchBucket')
    return fault(
      'blobs-no-bucket',
      `Bucketen i ${url} finns inte. Skapa den, eller rätta inställningen blobs. / The bucket does not exist.`,
    );
  if (name === 'CredentialsProviderError')
    return fault(
      'blobs-credentials',
      `Nycklar till ${url} saknas. Ange dem med AWS_ACCESS_KEY_ID och AWS_SECRET_ACCESS_KEY, eller låt ` +
        `AWS_SHARED_CREDENTIALS_FILE peka på en fil med dem. / No credentials: ${message}`,
    );
  if (REGION.includes(name) || status === 301)
    return fault(
      'blobs-region',
      `${url} ligger i en annan region än den som anges. Rätta inställningen s3Region. / Wrong region: ${message}`,
    );
  if (DENIED.includes(name) || status === 401 || status === 403)
    return fault(
      'blobs-denied',
      `Nycklarna släpps inte in i ${url} (${name}). Kontrollera dem, klockan och rättigheterna att läsa, skriva och lista. / ` +
        `Access denied: ${message}`,
    );
  if (
    NETWORK.includes(code) ||
    ['TimeoutError', 'AbortError'].includes(name) ||
    (status !== null && status >= 500)
  )
    return fault(
      'blobs-unreachable',
      `Fillagret ${url} svarar inte${endpoint ? ` på ${endpoint}` : ''} (${code || name}${status ? ` ${status}` : ''}). ` +
        'Kontrollera att det är igång och inställningen s3Endpoint. / The blob store does not answer.',
    );
  return error;
}
