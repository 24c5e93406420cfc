/**
 * What a person decides where the machine is unsure. A `Beslut` is what the person sends; kept by the store with what
 * the person saw it becomes a `Rattelse`, which is applied to whatever is read of the same bytes from then on.
 */
import { z } from 'zod';
import { ITEM_TYPER } from '../../extraction/item-types.ts';
import { FALT, type Falt, faltOf, isItemTyp, MAL_TYPER, textFalt } from './falt.ts';

const said = z.string().regex(/\S/, 'texten är tom');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'ingen fil');
const day = z.iso.datetime();
const falt = z.record(z.string(), z.unknown());

const atgardSchema = z.discriminatedUnion('typ', [
  z.strictObject({ typ: z.literal('godkann'), falt: z.array(z.string()) }),
  z.strictObject({ typ: z.literal('ratta'), falt }),
  z.strictObject({ typ: z.literal('avvisa'), skal: said }),
  z.strictObject({ typ: z.literal('dela'), texter: z.array(said).min(2) }),
  z.strictObject({
    typ: z.literal('sla_ihop'),
    med: z.array(z.string().min(1)).min(1),
    text: said.nullable(),
  }),
  z.strictObject({ typ: z.literal('lagg_till'), punkt: z.enum(ITEM_TYPER), page: z.int().min(1), falt }),
]);
export type Atgard = z.infer<typeof atgardSchema>;

/** A decision as a person sends it. */
export const beslutSchema = z
  .strictObject({
    id: z.string().min(8).describe("the sender's own: the same decision sent twice is one"),
    sha256,
    mal: z.strictObject({
      typ: z.enum(MAL_TYPER),
      id: z.string().min(1),
      avtryck: z.string().describe('of what the person saw: see avtryckOf'),
    }),
    atgard: atgardSchema,
    av: said.describe('who decides'),
    at: day.describe('when, ISO 8601, UTC'),
    revision: z.int().min(0).describe('of the target or, later, of the file, as the person saw it'),
  })
  .superRefine(({ mal, atgard }, context) => {
    const wrong = faultIn(mal.typ, atgard);
    if (wrong !== null) context.addIssue({ code: 'custom', message: wrong, path: ['atgard'] });
  });
export type Beslut = z.infer<typeof beslutSchema>;

/** A decision taken back. */
export const angranSchema = z.strictObject({ sha256, rattelse: z.string().min(1), av: said, at: day });
export type Angran = z.infer<typeof angranSchema>;

/** A person has gone through the whole file, with its warnings. */
export const klarSchema = z.strictObject({ sha256, av: said, at: day });
export type Klar = z.infer<typeof klarSchema>;

/** Where a target stood, so that it is found again in another reading. */
export interface Ankare {
  page: number | null;
  /** What it said, and who was behind it: see keyOf. */
  text: string;
  paragraf: string | null;
  /** Things alike on the same page when it was decided, those of them that said the very same, itself among both. */
  antal: number;
  lika: number;
  /** Its place among those alike, from 0. */
  plats: number;
}

/** What a decision is about, as the store keeps it. */
export interface Mal {
  typ: (typeof MAL_TYPER)[number];
  id: string;
  ankare: Ankare;
  /** Its fields as the person saw them: what was not changed was accepted so. */
  sett: Falt;
  /** Of items: how sure the reading was. */
  confidence: number | null;
}

/** A decision as it is kept. */
export interface Rattelse {
  id: string;
  /** Its place among all that was decided of the file, from 1. */
  nr: number;
  sha256: string;
  mal: Mal;
  /** sla_ihop: the others that were put together with the target. */
  med: Mal[];
  atgard: Atgard;
  av: string;
  at: string;
  /** Taken back: who, when, and its place among all that was decided. */
  angrad: { av: string; at: string; nr: number } | null;
}

/**
 * The last place among all that was decided of a file. Who sends it as `revision` says to have seen all decisions until then:
 * needed where others than the target are meant too, which may have been decided on after it.
 */
export const latestNr = (rattelser: readonly Rattelse[]): number =>
  Math.max(0, ...rattelser.flatMap(({ nr, angrad }) => [nr, angrad?.nr ?? 0]));

/** Which actions there are for which targets, and whether their fields are the target's; a sentence, or null. */
function faultIn(typ: Beslut['mal']['typ'], atgard: Atgard): string | null {
  const names = faltOf(typ);
  switch (atgard.typ) {
    case 'godkann':
      if (isItemTyp(typ)) return atgard.falt.length === 0 ? null : 'en punkt godkänns hel';
      if (atgard.falt.length === 0) return 'säg vilka uppgifter som godkänns';
      return unknownFields(atgard.falt, names);
    case 'ratta':
      if (Object.keys(atgard.falt).length === 0) return 'inget är ändrat';
      return unknownFields(Object.keys(atgard.falt), names) ?? wrongValues(typ, atgard.falt, true);
    case 'avvisa':
      return typ === 'handling' ? 'en hel handling avvisas genom att dess slag rättas till annat' : null;
    case 'dela':
    case 'sla_ihop':
      return isItemTyp(typ) && textFalt(typ) !== null
        ? null
        : 'bara punkter med text kan delas och slås ihop';
    case 'lagg_till':
      if (typ !== 'arende') return 'en punkt läggs till i ett ärende';
      return (
        unknownFields(Object.keys(atgard.falt), faltOf(atgard.punkt)) ??
        wrongValues(atgard.punkt, atgard.falt, false)
      );
  }
}

function unknownFields(given: string[], known: string[]): string | null {
  const unknown = given.filter((name) => !known.includes(name));
  return unknown.length === 0 ? null : `uppgiften finns inte där: ${unknown.join(', ')}`;
}

function wrongValues(typ: Beslut['mal']['typ'], given: Falt, partly: boolean): string | null {
  const schema: z.ZodObject = FALT[typ];
  const { success, error } = (partly ? schema.partial() : schema).safeParse(given);
  if (success) return null;
  const [first] = error.issues;
  return `${first?.path.join('.') ?? ''}: ${first?.message ?? 'fel värde'}`;
}
