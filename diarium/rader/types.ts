/** The lines of the register (diarium) in which a handling is entered. */
import type { HandlingKind } from '../../extraction/record.ts';

/** What the law asks of a line (offentlighets- och sekretesslagen 5 kap. 2 § första stycket 1–4), in its order. */
export const FALT = ['datum', 'nummer', 'motpart', 'innehall'] as const;
export type Falt = (typeof FALT)[number];

/**
 * How the handling became one of the huvudman's: it came in, was drawn up there, or was drawn up there and sent out.
 */
export const RIKTNINGAR = ['inkommen', 'upprattad', 'expedierad'] as const;
export type Riktning = (typeof RIKTNINGAR)[number];

/** What the day of a line rests on; `person` where one has given it. */
export type DatumEnligt = 'handlingen' | 'sammantradet' | 'justeringen' | 'person';

/** What stands in a line: all that a person can confirm or change. */
export interface Uppgifter {
  /** The day it came in or was drawn up, YYYY-MM-DD. */
  datum: string | null;
  riktning: Riktning | null;
  /** Diarienummer or other designation. */
  nummer: string | null;
  avsandare: string | null;
  mottagare: string | null;
  /** In short what it is about. */
  om: string | null;
}

/** Where a line was read. */
export interface RadKalla {
  /** Of the handling, or of the ärende of a §. */
  id: string;
  sha256: string;
  fileName: string;
  /** First and last page. */
  pages: [number, number];
}

/** A line as it was read; nobody has said anything of it yet. */
export interface LastRad extends Uppgifter {
  /** Of the handling or ärende that counts; the same whatever other files hold it. */
  id: string;
  /** Ids of the same one in other files: what is said under one of them holds for the line. */
  alias: string[];
  /** A handling, or one § of minutes: the diary is kept by matter, and minutes are of many. */
  typ: 'handling' | 'paragraf';
  kind: HandlingKind;
  huvudman: string | null;
  /** The body that met, or that it is addressed to. */
  organ: string | null;
  /** Minutes and notices: the day of the meeting; null where it is not known for sure. */
  sammantrade: string | null;
  paragraf: string | null;
  datumEnligt: DatumEnligt | null;
  /** What only OCR has read, and what stands in for what the law asks: the letter's own day for that on which it came in. */
  obekraftade: Falt[];
  /** The ground for secrecy, as printed. */
  sekretess: string | null;
  /** The one that counts first. */
  kallor: RadKalla[];
}

/** What a person has said of a line, oldest first. Kept; never changed. */
export interface Radord {
  nr: number;
  /** bekraftad: with all of the line as it then stood; rattad: some of it; angrad: takes back the word before. */
  vad: 'bekraftad' | 'rattad' | 'angrad';
  uppgifter: Partial<Uppgifter>;
  av: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Which line: its id, and where it stands, should a later reading give it another id. */
  rad: string;
  sha256: string;
  typ: LastRad['typ'];
  paragraf: string | null;
  page: number;
}

/** A person's change of one line, as shown. */
export interface Rattning {
  uppgifter: Partial<Uppgifter>;
  av: string;
  at: string;
}

/** A line of the register. */
export interface Diarierad extends LastRad {
  status: 'foreslagen' | 'bekraftad';
  /** Who confirmed it and when; by rule nobody did, and there is no day. null: nobody has. */
  bekraftad: { enligt: 'person'; av: string; at: string } | { enligt: 'regel' } | null;
  rattningar: Rattning[];
  saknas: Falt[];
  /** Confirmed, and read otherwise since: what a person may want to look at again. */
  avviker: Falt[];
  /** Sender, recipient and content are left out of what the public sees (5 kap. 2 § andra stycket). */
  maskeras: boolean;
}

/** person: each line is confirmed by somebody; fullstandiga: a line in which nothing is missing or unsure passes. */
export type Diarieregel = 'person' | 'fullstandiga';
