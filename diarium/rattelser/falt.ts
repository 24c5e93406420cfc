/** What a person can say of each kind of thing that is read: its fields, as the record has them. */
import { z } from 'zod';
import { ITEM_TYPER, type Item, type ItemTyp } from '../../extraction/item-types.ts';
import {
  type Arende,
  anteckningSchema,
  arendeSchema,
  attsatsSchema,
  type Handling,
  handlingSchema,
  inlagaSchema,
  mottagareSchema,
  underlagSchema,
  voteringSchema,
  yrkandeSchema,
} from '../../extraction/record.ts';

/** What a decision is about: an item, an ärende or a handling. */
export const MAL_TYPER = ['handling', 'arende', ...ITEM_TYPER] as const;
export type MalTyp = (typeof MAL_TYPER)[number];
export type Ting = Handling | Arende | Item;

export const isItemTyp = (typ: string): typ is ItemTyp => (ITEM_TYPER as readonly string[]).includes(typ);

const said = z.string().regex(/\S/, 'texten är tom');
const attsats = attsatsSchema
  .pick({ nr: true, ledtext: true, kedja: true, next: true })
  .extend({ text: said })
  .strict();
const inlaga = inlagaSchema.pick({ av: true, mot: true }).extend({ text: said }).strict();

/** The fields of each kind that a person decides; the rest (where it stands, how sure the reading is) follows. */
export const FALT = {
  handling: handlingSchema
    .pick({
      ...{ organ: true, datum: true, diarienummer: true, huvudman: true, kind: true, avsandare: true },
      ...{ till: true, rubrik: true },
    })
    .strict(),
  arende: arendeSchema
    .pick({ paragraf: true, rubrik: true, diarienummer: true, next: true, utfall: true })
    .strict(),
  forslag: attsats,
  beslut: attsats,
  yrkanden: yrkandeSchema.pick({ av: true, typ: true, utfall: true }).extend({ text: said }).strict(),
  reservationer: inlaga,
  anteckningar: anteckningSchema.pick({ typ: true, av: true }).extend({ text: said }).strict(),
  voteringar: voteringSchema
    .pick({ ja: true, nej: true, avstar: true, proposition: true, utslag: true, roster: true })
    .strict(),
  expediering: mottagareSchema.pick({}).extend({ mottagare: said }).strict(),
  underlag: underlagSchema.pick({}).extend({ text: said }).strict(),
} as const satisfies { [typ in MalTyp]: z.ZodObject };

export type Falt = { [name: string]: unknown };

/** The names of the fields of a kind. */
export const faltOf = (typ: MalTyp): string[] => Object.keys(FALT[typ].shape);

/** A thing's fields as they are now: what a person sees who decides on it. */
export function settOf(typ: MalTyp, ting: Ting): Falt {
  const all = ting as unknown as Falt;
  return Object.fromEntries(faltOf(typ).map((name) => [name, all[name]]));
}

/** The field that holds the words of an item; null where it has no words (a vote). */
export function textFalt(typ: ItemTyp): 'text' | 'mottagare' | null {
  if (typ === 'voteringar') return null;
  return typ === 'expediering' ? 'mottagare' : 'text';
}
