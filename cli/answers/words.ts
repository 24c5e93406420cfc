/** What our names for things are called in Swedish print. */
import type { HandlingKind } from '../../extraction/record.ts';
import type { FileStatus, ItemTyp, PostStatus } from '../../store/store.ts';

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

export const KIND: { readonly [kind in HandlingKind]: string } = {
  tjansteskrivelse: 'tjänsteskrivelse',
  protokoll: 'protokoll',
  kallelse: 'kallelse',
  remissvar: 'remissvar',
  annat: 'annat',
};

const UTFALL: { readonly [utfall: string]: string } = {
  bifall: 'bifall',
  avslag: 'avslag',
  aterremiss: 'återremiss',
  bordlagt: 'bordlagt',
};

export const utfallWord = (utfall: string | null): string =>
  utfall === null ? '' : (UTFALL[utfall] ?? utfall);

export const POST_STATUS: { readonly [status in PostStatus]: string } = {
  vantar: 'väntar',
  mottagen: 'mottagen',
  behandlad: 'behandlad',
  avvisad: 'avvisad',
};

export const FILE_STATUS: { readonly [status in FileStatus]: string } = {
  done: 'inläst',
  refused: 'nekad',
  failed: 'misslyckad',
  running: 'på gång',
};

/** "protokoll.pdf, sida 3"; text input has a page too, and a place may be unknown. */
export const place = (fileName: string, page: number | null): string =>
  page === null ? fileName : `${fileName}, sida ${page}`;
