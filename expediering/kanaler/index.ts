/** Channels: how a decision leaves the installation. One sender a file, one way in. */
import { provkorEpost, sandEpost } from './epost.ts';
import { provkorMapp, sandMapp } from './mapp.ts';
import type { Kanal } from './settings.ts';
import { checkNyckel } from './text.ts';
import type { Forsandelse, Kvitto, SandMiljo } from './types.ts';
import { provkorWebhook, sandWebhook } from './webhook.ts';

export { type Kanal, type KanalInput, kanalSchema } from './settings.ts';
export { type FelSlag, type Forsandelse, type Kvitto, SandFel, type SandMiljo } from './types.ts';

/**
 * Sends `forsandelse` and waits for the receipt. Sending it again is harmless: the receiver has its key.
 * Throws a SandFel, nothing else, when it did not go.
 */
export async function sand(kanal: Kanal, forsandelse: Forsandelse, miljo: SandMiljo): Promise<Kvitto> {
  checkNyckel(forsandelse.nyckel);
  switch (kanal.typ) {
    case 'mapp':
      return sandMapp(kanal, forsandelse, miljo);
    case 'epost':
      return sandEpost(kanal, forsandelse, miljo);
    case 'webhook':
      return sandWebhook(kanal, forsandelse, miljo);
  }
}

/**
 * Writes what would be sent into `katalog`, to be looked at: an .eml, a request, or the files. Nothing leaves the machine and
 * no secret is needed or written. Returns the paths. Throws a SandFel when the channel's settings could not work.
 */
export async function provkor(kanal: Kanal, forsandelse: Forsandelse, katalog: string): Promise<string[]> {
  checkNyckel(forsandelse.nyckel);
  switch (kanal.typ) {
    case 'mapp':
      return provkorMapp(kanal, forsandelse, katalog);
    case 'epost':
      return provkorEpost(kanal, forsandelse, katalog);
    case 'webhook':
      return provkorWebhook(kanal, forsandelse, katalog);
  }
}
