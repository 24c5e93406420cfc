/**
 * Who did what, and when: one entry for each act of a person or of the program that changes something, kept in the same
 * transaction as what it tells of. Entries are only ever added. Each holds a hash over itself and the one before, so that one
 * that was changed or taken away behind the program's back is found. Docs: docs/logg.md.
 *
 * What somebody only looks at is not an act; who looks at what will be noted when there are log-ins (`last`).
 */
import { createHash } from 'node:crypto';

/** By what door it came: a command, or the program itself did it. sida: the web desk; api: another program, by its key. */
export type Dorr = 'cli' | 'program' | 'sida' | 'api';

/** What was done. A word is never given another meaning. */
export const HANDELSER = [
  ...(['start', 'arbetare-start'] as const),
  ...(['inlasning', 'inlasning-mottagen'] as const),
  ...(['arkiv-pausat', 'arkiv-fortsatt', 'arkiv-avbrutet', 'arkiv-omlast'] as const),
  ...(['rattelse', 'rattelse-angrad', 'fil-granskad'] as const),
  ...(['poster-markta', 'arende-sammanfort', 'arende-skilt'] as const),
  ...(['organ-andrat', 'organ-angrat'] as const),
  ...(['kanal-skapad', 'kanal-ersatt', 'kanal-av', 'kanal-prov', 'kanal-pa'] as const),
  ...(['leverans-slappt', 'leverans-skicka-om', 'leverans-levererad', 'leverans-misslyckad'] as const),
  ...(['diarierader-bekraftade', 'diarierad-rattad', 'diarierad-angrad', 'diarium-exporterat'] as const),
  ...(['exporterat'] as const),
  ...(['sakerhetskopia', 'aterstallning', 'omlasning'] as const),
  ...(['inloggning', 'inloggning-nekad', 'last'] as const),
  ...(['utloggning', 'konto-skapat', 'konto-losenord', 'konto-stangt'] as const),
  ...(['nyckel-skapad', 'nyckel-stangd'] as const),
] as const;
export type HandelseVad = (typeof HANDELSER)[number];

/** Names and values, small: ids, counts and states. Never a secret, nor text of a record: the log points at what holds it. */
export interface HandelseUppgifter {
  [namn: string]: string | number | boolean | null | readonly string[];
}

export interface NyHandelse {
  /** Who, as given; null: the program by itself. */
  av: string | null;
  /** Left out: `cli`, or `program` where nobody did it. What the program does for somebody who started it says so. */
  dorr?: Dorr;
  vad: HandelseVad;
  /** What it is about, by which it is found: ids of matters, sha256 of files, keys of §§, names of channels. At most some. */
  om?: readonly string[];
  uppgifter?: HandelseUppgifter;
}

export interface Handelse {
  /** 1, 2, …: none is left out. */
  nr: number;
  /** ISO 8601, UTC. */
  at: string;
  av: string | null;
  dorr: Dorr;
  vad: HandelseVad;
  om: string[];
  uppgifter: HandelseUppgifter;
  /** Lower-case hex: of this entry and the hash of the one before. */
  hash: string;
}

export interface HandelseQuestion {
  av?: string | undefined;
  vad?: HandelseVad | undefined;
  /** ISO 8601, UTC: at or after, and before. */
  fran?: string | undefined;
  till?: string | undefined;
  /** Any of these; one of six characters or more is also the beginning of a hash, and "§12" that of the key of a §. */
  om?: readonly string[] | undefined;
  limit?: number | undefined;
}

/** The newest entries first. */
export interface HandelseAnswer {
  total: number;
  handelser: Handelse[];
}

/** How far the log went at some time: told outside of it, it shows later that nothing of it was taken away. */
export interface Sigill {
  nr: number;
  hash: string;
}

/** Whether every entry is as it was written. */
export interface Kontroll {
  antal: number;
  /** The last entry; null: there is none. */
  sigill: Sigill | null;
  /** The first one that is not as it should be. andrad: itself, or the one before; saknas: it is not there. */
  brott: { nr: number; vad: 'andrad' | 'saknas' } | null;
}

export interface HandelseloggStore {
  /** Adds an entry, in a transaction of its own: for what the store keeps nothing else of. */
  noteHandelse(handelse: NyHandelse): Promise<Handelse>;
  handelser(question?: HandelseQuestion): Promise<HandelseAnswer>;
  /** Goes through all of it. @param sigill what was told of it before, and must still hold */
  kontrolleraHandelser(sigill?: Sigill): Promise<Kontroll>;
}

/** What comes before the first. */
export const FORE_FORSTA = '0'.repeat(64);

/** The hash of an entry. `om` and `uppgifter` as the JSON that is kept: written anew it might be another text. */
export function handelseHash(
  fore: string,
  of: Pick<Handelse, 'nr' | 'at' | 'av' | 'dorr' | 'vad'> & { om: string; uppgifter: string },
): string {
  const { nr, at, av, dorr, vad, om, uppgifter } = of;
  return createHash('sha256')
    .update(JSON.stringify([fore, nr, at, av, dorr, vad, om, uppgifter]))
    .digest('hex');
}
