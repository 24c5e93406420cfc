/**
 * What a sample says: handlingar with their ärenden and items, before any layout. The PDF and the expected
 * record are both made from this, so the expected record never depends on what an extractor printed.
 *
 * A soft hyphen (U+00AD) in a text marks where a line may be broken; it is no part of the expected text.
 */

export interface Person {
  namn: string | null;
  parti: string | null;
  roll: string | null;
}

export type Kind = 'tjansteskrivelse' | 'protokoll' | 'kallelse' | 'remissvar' | 'annat';
export type YrkandeTyp =
  | 'bifall'
  | 'avslag'
  | 'aterremiss'
  | 'bordlaggning'
  | 'andring'
  | 'tillagg'
  | 'annat';
export type AnteckningTyp = 'protokollsanteckning' | 'sarskilt_yttrande' | 'deltar_ej' | 'jav';
export type Rost = 'ja' | 'nej' | 'avstar' | 'franvarande';

/** How entries are marked: "1.", "1", "1)", a dash, a bullet, or not at all (an "att" is part of the text). */
export type Lista = 'nr.' | 'nr' | 'nr)' | 'streck' | 'punkt' | 'ingen';

export interface Votering {
  ja: number;
  nej: number;
  avstar: number | null;
  proposition: { ja: string; nej: string } | null;
  utslag: 'ja' | 'nej' | null;
  roster: { person: string; rost: Rost }[];
}

/** One stretch of an ärende as printed, together with the items that it holds. */
export type Block =
  | { typ: 'text'; rubrik?: string; stycken: string[] }
  | { typ: 'lista'; rubrik?: string; lista: Lista; poster: string[] }
  | {
      typ: 'attsatser';
      som: 'forslag' | 'beslut';
      rubrik?: string;
      /** Printed above the clauses; null or absent when the heading alone introduces them. */
      ledtext?: string;
      kedja: string[];
      lista: Lista;
      satser: string[];
      /** First number, 1 unless told. */
      fran?: number;
    }
  | {
      typ: 'yrkanden';
      rubrik?: string;
      inlagg: {
        text: string;
        yrkanden: { av: string[]; typ: YrkandeTyp; utfall: 'bifall' | 'avslag' | null; text?: string }[];
      }[];
    }
  | { typ: 'reservationer'; rubrik?: string; inlagg: { text: string; av: string[]; mot?: number[] }[] }
  | {
      typ: 'anteckningar';
      rubrik?: string;
      inlagg: { text: string; av: string[]; typ: AnteckningTyp }[];
    }
  | { typ: 'votering'; rubrik?: string; stycken: string[]; tabell?: boolean; votering: Votering }
  | { typ: 'expediering'; rubrik: string; mottagare: string[]; lista: Lista | 'komma' }
  | { typ: 'underlag'; rubrik: string; poster: string[]; lista: Lista }
  /** Layout only: leave room for so many lines on this page, so that the next clause is cut by the break. */
  | { typ: 'fyll'; rader: number };

export interface Arende {
  paragraf?: string;
  punkt?: string;
  rubrik: string;
  diarienummer?: string;
  block: Block[];
  utfall?: 'bifall' | 'avslag' | 'aterremiss' | 'bordlagt';
  next?: string;
  omedelbartJusterad?: boolean;
}

export interface Handling {
  kind: Kind;
  huvudman: string | null;
  organ?: string;
  avsandare?: string;
  undertecknare?: Person[];
  till?: string[];
  datum?: string;
  diarienummer?: string;
  dokumentnummer?: string;
  rubrik?: string;
  narvaro?: { ledamoter: Person[]; ersattare: Person[]; ovriga: Person[] };
  justerare?: Person[];
  anslag?: { justerad: string | null; uppsatt: string | null; nedtas: string | null };
  arenden: Arende[];
  /** Words of the layout that are no item: place, time, writer, telephone … by the template's own names. */
  tryck?: { [name: string]: string };
  /** Printed outside any ärende: attachments, pages that are no record. */
  fritt?: Block[];
}

/** One sample file. */
export interface Sample {
  /** File name without ending. */
  namn: string;
  mall: string;
  handlingar: Handling[];
}

/** "Anna Berg (S)" and a role to a person; a name without brackets has no party. */
export function person(text: string, roll: string | null = null): Person {
  const hit = /^(.*?)\s*\(([^()]+)\)$/.exec(text);
  return hit ? { namn: hit[1] ?? null, parti: hit[2] ?? null, roll } : { namn: text, parti: null, roll };
}

/** The same for a list. */
export function personer(...texts: string[]): Person[] {
  return texts.map((text) => person(text));
}

/** A person as printed in a list of names. */
export function namn(p: Person): string {
  return p.parti ? `${p.namn} (${p.parti})` : (p.namn ?? p.roll ?? '');
}
