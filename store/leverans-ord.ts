/** What happens to a delivery, in Swedish: the same words on pages and in the terminal. */
import type { LeveransHandelse } from './expediering.ts';

export const LEVERANS_HANDELSE_ORD: { readonly [vad in LeveransHandelse['vad']]: string } = {
  misslyckad: 'misslyckades',
  vantar_granskning: 'väntar',
  vantar_kanal: 'väntar på kanalen',
  provkord: 'provkördes',
  skickas: 'skickas',
  levererad: 'levererades',
  slappt: 'skickas ändå',
  'skicka-om': 'skickas om',
  paminnelse: 'påminnelse',
  andrad: 'beslutet ändrades',
  struken: 'ströks',
};
