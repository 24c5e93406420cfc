/** The settings of one channel. Secrets are never among them, only the names of the environment variables that hold them. */
import { z } from 'zod';

const envName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'namnet på en miljövariabel')
  .describe('name of an environment variable');

/** One address and nothing else: no display name, no list, no line break. */
const adress = z
  .string()
  .max(254)
  .regex(/^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"]+$/u, 'en e-postadress');

const seconds = z.int().min(1).max(600);

export const mappSchema = z.strictObject({
  typ: z.literal('mapp'),
  katalog: z.string().min(1).describe('folder that exists; a subfolder for each huvudman is made in it'),
});

export const epostSchema = z.strictObject({
  typ: z.literal('epost'),
  host: z.string().regex(/^[\w.:-]+$/, 'ett värdnamn'),
  port: z.int().min(1).max(65535).default(587),
  tls: z
    .enum(['starttls', 'direkt', 'ingen'])
    .default('starttls')
    .describe('starttls (usually port 587), direkt (465), ingen (only on this machine)'),
  anvandare: z.string().min(1).optional(),
  losenordEnv: envName.optional(),
  fran: adress,
  franNamn: z.string().max(200).optional(),
  till: adress,
  sekunder: seconds.default(60).describe('longest time for one message'),
});

export const webhookSchema = z.strictObject({
  typ: z.literal('webhook'),
  url: z.url({ protocol: /^https?$/, error: 'en adress som börjar med https:// väntas' }),
  nyckelEnv: envName.describe(
    'the variable holds whsec_… (Standard Webhooks); two, with a space between, while keys are changed',
  ),
  internt: z.boolean().default(false).describe('the address may lie in a private network'),
  sekunder: seconds.default(30).describe('longest time for one request'),
});

export const kanalSchema = z.discriminatedUnion('typ', [mappSchema, epostSchema, webhookSchema]);

export type MappKanal = z.infer<typeof mappSchema>;
export type EpostKanal = z.infer<typeof epostSchema>;
export type WebhookKanal = z.infer<typeof webhookSchema>;
/** What leads to a recipient outside the installation. An inbox inside it is no channel. */
export type Kanal = z.infer<typeof kanalSchema>;
/** As a person writes it, without the defaults. */
export type KanalInput = z.input<typeof kanalSchema>;
