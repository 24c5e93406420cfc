/** What our names for things are called in Swedish print. */

import { listed } from '../../diarium/bild/ord.ts';
import type { ItemTyp } from '../../extraction/item-types.ts';
import type { ArkivLage } from '../../store/arkiv.ts';
import type { KanalLage, KanalSlag, LeveransStatus } from '../../store/expediering.ts';
import type { Roll } from '../../store/konton.ts';
import type { FileStatus, PostStatus } from '../../store/store.ts';

/** Headings of tables. */
export const TYP_MANY: { readonly [typ in ItemTyp]: string } = {
  forslag: 'förslag',
  beslut: 'beslut',
  yrkanden: 'yrkanden',
  reservationer: 'reservationer',
  anteckningar: 'anteckningar',
  voteringar: 'voteringar',
  expediering: 'expedieras till',
  underlag: 'beslutsunderlag',
};

const TYP_ONE: { readonly [typ: string]: string } = {
  forslag: 'förslag',
  beslut: 'beslut',
  yrkanden: 'yrkande',
  reservationer: 'reservation',
  anteckningar: 'anteckning',
  voteringar: 'votering',
  expediering: 'expediering',
  underlag: 'underlag',
};

/** One item's type; a type that has no word of its own stays as it is. */
export const typOne = (typ: string): string => TYP_ONE[typ] ?? typ;

export const POST_STATUS: { readonly [status in PostStatus]: string } = {
  vantar: 'väntar',
  mottagen: 'mottagen',
  behandlad: 'behandlad',
  avvisad: 'återsänd',
};

export const ARKIV_LAGE: { readonly [lage in ArkivLage]: string } = {
  samlas: 'samlas in',
  brutet: 'ofullständig',
  pagar: 'pågår',
  pausat: 'pausad',
  avbrutet: 'avbruten',
  klart: 'klar',
};

export const FILE_STATUS: { readonly [status in FileStatus]: string } = {
  done: 'inläst',
  refused: 'nekad',
  failed: 'misslyckad',
  running: 'på gång',
};

/** What the question mark means; nothing where there is none. */
export const unconfirmedNote = (obekraftade: readonly string[]): string[] =>
  ['diarienummer', 'datum', 'paragraf'].some((field) => obekraftade.includes(field))
    ? ['? = läst ur en skannad sida och inte bekräftat.']
    : [];

/** "protokoll.pdf, sida 3"; text input has a page too, and a place may be unknown. */
export const place = (fileName: string, page: number | null): string =>
  page === null ? fileName : `${fileName}, sida ${page}`;

/** All places, each file named once: "protokoll.pdf, sida 7 och 1; kallelse.pdf, sida 2". */
export function places(all: readonly { fileName: string; page: number | null }[]): string {
  const files = Map.groupBy(all, ({ fileName }) => fileName);
  return [...files]
    .map(([fileName, of]) => {
      const pages = [...new Set(of.flatMap(({ page }) => page ?? []))];
      // A line may end before "sida", not between it and its number.
      return pages.length === 0 ? fileName : `${fileName}, sida\u00a0${listed(pages)}`;
    })
    .join('; ');
}

export const KANAL_SLAG_ORD: { readonly [slag in KanalSlag]: string } = {
  inkorg: 'inkorg',
  mapp: 'mapp',
  epost: 'e-post',
  webhook: 'webhook',
};

export const KANAL_LAGE: { readonly [lage in KanalLage]: string } = { av: 'av', prov: 'på prov', pa: 'på' };

export const LEVERANS_STATUS_ORD: { readonly [status in LeveransStatus | 'andrad']: string } = {
  misslyckad: 'misslyckad',
  andrad: 'ändrad efter leverans',
  vantar_granskning: 'väntar på åtgärd',
  vantar_kanal: 'väntar på kanalen',
  provkord: 'provkörd',
  skickas: 'skickas',
  levererad: 'levererad',
};

const LEVERANS_STATUS_FLERA: Partial<typeof LEVERANS_STATUS_ORD> = {
  misslyckad: 'misslyckade',
  andrad: 'ändrade efter leverans',
  provkord: 'provkörda',
  levererad: 'levererade',
};

/** "1 levererad", "3 levererade". */
export const countOfStatus = (n: number, status: keyof typeof LEVERANS_STATUS_ORD): string =>
  `${n} ${(n === 1 ? undefined : LEVERANS_STATUS_FLERA[status]) ?? LEVERANS_STATUS_ORD[status]}`;

export const ROLL: { readonly [roll in Roll]: string } = { lasare: 'läsare', registrator: 'registrator' };
