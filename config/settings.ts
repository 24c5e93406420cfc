/**
 * Every setting of an installation, with its default and what it is for: one schema for the file
 * (EXPEDIERA_HOME/config.json), the environment (EXPEDIERA_…) and the flags. docs/configuration.md is
 * generated from it.
 */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../extraction/pages/limits.ts';
import type { Arende } from '../extraction/record.ts';
import type { OwnWords } from '../extraction/vocabulary/own-words.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);

const days = z.coerce.number().positive().max(3_650);
const confidence = z.number().min(0).max(1);

/** The item types of the contract. */
const ITEM_TYPES = [
  ...(['forslag', 'beslut', 'yrkanden', 'reservationer'] as const),
  ...(['anteckningar', 'voteringar', 'expediering', 'underlag'] as const),
] satisfies (keyof Arende)[];

/** What the environment gives as text, as the value it is. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value.replace(/^0?,(?=\d)/, '0.')) as unknown;
  } catch {
    return value;
  }
}

/** A database named by its address; what is wrong with it is told without it, since it may hold a password. */
function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return /^postgres(?:ql)?:$/u.test(protocol) && pathname.length > 1;
}

/** Half of the machine goes to OCR at least, all of it but one core on larger ones. */
const defaultOcrWorkers = Math.max(1, availableParallelism() <= 2 ? 2 : availableParallelism() - 1);

export const settingsSchema = z.strictObject({
  home: z.string().min(1).default('./data').describe('the folder that holds all state of the installation'),
  huvudman: z
    .string()
    .min(1)
    .optional()
    .describe('the municipality or region of files that do not name it themselves'),
  words: z
    .string()
    .min(1)
    .optional()
    .describe("file of the installation's own words; without it, `ord.json` in the home if it is there"),
  database: z
    .string()
    .refine(isPostgresUrl, 'ska vara / must be postgres://user@host:port/name')
    .optional()
    .describe(
      'PostgreSQL database that everything is kept in, `postgres://user@host:port/name`; without it, SQLite in the home',
    ),
  databasePasswordFile: z
    .string()
    .min(1)
    .optional()
    .describe(
      "file that holds the database's password, and nothing else; without it, PGPASSWORD or ~/.pgpass",
    ),
  diarieregel: z
    .enum(['person', 'fullstandiga'])
    .default('person')
    .describe(
      'which lines of the register count as confirmed: person: those that somebody has confirmed; fullstandiga: also those in which nothing is missing, unsure or to be masked',
    ),
  port: port.default(0).describe('port of the web desk; 0: a free one'),
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'name or address that the web desk is opened on; any but this machine’s own is refused until log-in and HTTPS are set up (security.md)',
    ),
  login: z
    .enum(['auto', 'always', 'not-on-loopback'])
    .default('auto')
    .describe(
      'who logs in to the web desk: auto: everybody, once an account was made; always: everybody from the start; not-on-loopback: nobody who asks on this machine itself',
    ),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'the address that people reach the web desk at, `https://expediera.example.se`; no other name is served',
    ),
  trustedProxy: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value),
      z.array(z.string().min(1)),
    )
    .default([])
    .describe(
      'addresses or networks of the proxy before the web desk that has HTTPS; only their X-Forwarded-For and -Proto are believed',
    ),
  tlsCertFile: z
    .string()
    .min(1)
    .optional()
    .describe('PEM file of the certificate chain, for HTTPS without a proxy'),
  tlsKeyFile: z.string().min(1).optional().describe("PEM file of the certificate's key"),
  sessionIdleMinutes: count
    .max(10_080)
    .default(120)
    .describe('minutes without use after which one has to log in again'),
  sessionHours: count.max(720).default(12).describe('hours after which one has to log in again in any case'),
  temporalPort: port.default(0).describe('port of the Temporal server on this machine; 0: a free one'),
  temporalUiPort: port.default(0).describe("port of the Temporal server's own web page; 0: a free one"),
  metricsPort: port
    .optional()
    .describe(
      'port on which start, serve and worker show /healthz, /readyz and /metrics to supervisors and Prometheus; 0: a free one; unset: none (start and serve show them on the status page as well)',
    ),
  metricsHost: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe(
      'the address that port is opened on; 0.0.0.0 in a container, where only its own network reaches it',
    ),
  sdkMetricsPort: port
    .min(1)
    .optional()
    .describe("port on which the Temporal SDK shows its own metrics, on metricsHost's address; unset: none"),
  queues: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value),
      z.array(z.enum(['light', 'ocr'])).min(1),
    )
    .default(['light', 'ocr'])
    .describe('the task queues this worker takes from: light (text, saving, routing, deliveries), ocr'),
  blobs: z
    .string()
    .regex(
      /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[\w-][\w.-]*)*$/,
      's3://bucket eller s3://bucket/mapp / s3://bucket or s3://bucket/prefix',
    )
    .optional()
    .describe(
      'where the files and what is read of them are kept: `s3://bucket/prefix` in an S3-compatible store, with credentials by the AWS variables and files; without it `blobs/` in the home',
    ),
  s3Endpoint: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("address of the S3-compatible store; without it AWS's of the region"),
  s3Region: z.string().min(1).optional().describe('region of the bucket; without it AWS_REGION'),
  s3PathStyle: z
    .preprocess(fromText, z.boolean())
    .optional()
    .describe(
      'true: the bucket is a part of the path, false: of the host name; without it true where s3Endpoint is set',
    ),
  window: count.max(200).default(8).describe('how many files of an archive are worked on at a time'),
  ocrWorkers: count.max(128).default(defaultOcrWorkers).describe('pages read by OCR at a time'),
  ocrPages: count
    .max(100)
    .default(8)
    .describe('pages to one OCR task; a broken-off task goes on at its page'),
  maxFileBytes: count.default(DEFAULT_LIMITS.maxBytes).describe('a larger file is refused unread'),
  zipMaxFiles: count
    .default(200_000)
    .describe('a ZIP that holds more files is refused, those in ZIPs within it counted'),
  zipMaxBytes: count
    .default(200_000_000_000)
    .describe('a ZIP that is larger, or unpacks to more, is refused; each file in it by maxFileBytes'),
  zipMaxDepth: count
    .max(20)
    .default(4)
    .describe('how deep ZIPs may lie in each other; 1: none within another'),
  zipMaxRatio: count
    .default(200)
    .describe('a ZIP that unpacks to more than 1 GB and as many times its own size is refused as a bomb'),
  maxPages: count.max(100_000).default(DEFAULT_LIMITS.maxPages).describe('a file with more pages is refused'),
  fileSeconds: count.max(1_500).default(600).describe('reading the text of one file is ended after this'),
  memoryMb: count.min(64).default(1024).describe('reading one file is ended above this'),
  granskaUnder: z
    .preprocess(fromText, z.union([confidence, z.partialRecord(z.enum(ITEM_TYPES), confidence)]))
    .default(0.9)
    .describe(
      'below what confidence a person is asked: a number, or JSON by item type, e.g. {"beslut": 0.95, "underlag": 0.5}; types left out: 0.9',
    ),
  granskaPaminnEfter: days.default(7).describe('days until people are reminded of what waits for them'),
  granskaPaminnVar: days
    .default(14)
    .describe('days between the reminders after that; after four of them at least 28'),
  deliverySeconds: count
    .max(2_592_000)
    .default(259_200)
    .describe('how long a decision is tried to be sent before it is given up'),
  reminderSeconds: count
    .max(31_536_000)
    .default(604_800)
    .describe(
      'how often, in seconds, what waits for a person is reminded of; after four times every fourth time',
    ),
  omlasning: z
    .preprocess(fromText, z.boolean())
    .default(true)
    .describe(
      'whether what an older version of the program has read or refused is read again by itself, behind all other work',
    ),
  shutdownSeconds: count.max(600).default(10).describe('how long work under way may finish at a stop'),
  logLevel: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('the least severe kind of line that is logged'),
});

/** All settings, checked and with their defaults. */
export type Settings = z.output<typeof settingsSchema> & {
  /** What the file of words says; null: there is none. */
  ownWords: OwnWords | null;
};

/** What a file, the environment or flags may give: any part of the settings. */
export type GivenSettings = { [name in keyof typeof settingsSchema.shape]?: unknown };

/** The environment variable of a setting: `ocrWorkers` → `EXPEDIERA_OCR_WORKERS`. */
export function envName(setting: string): string {
  return `EXPEDIERA_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
