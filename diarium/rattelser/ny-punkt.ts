/** What a new item says where a person says nothing else. */
import type { ItemTyp } from '../../extraction/item-types.ts';
import { type Falt, faltOf } from './falt.ts';

const EMPTY: { readonly [field: string]: unknown } = {
  ...{ kedja: [], av: [], mot: [], roster: [], text: '', mottagare: '', ja: 0, nej: 0 },
};
const USUAL: { readonly [typ in ItemTyp]?: string } = {
  yrkanden: 'annat',
  anteckningar: 'protokollsanteckning',
};

/** All fields of a new item of this kind; what is not said is not there. */
export function emptyFalt(typ: ItemTyp): Falt {
  const falt = Object.fromEntries(faltOf(typ).map((name) => [name, EMPTY[name] ?? null]));
  return USUAL[typ] ? { ...falt, typ: USUAL[typ] } : falt;
}
