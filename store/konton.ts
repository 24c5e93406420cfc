/**
 * Who may use the desk: people with a password, other programs with a key. Neither passwords nor keys nor what a browser is
 * logged in by are kept, only hashes of them; nobody is removed, for the log names them.
 */

/** lasare: reads what is public; registrator: takes in, reviews and sends, and sees what is masked for others. */
export const ROLLER = ['lasare', 'registrator'] as const;
export type Roll = (typeof ROLLER)[number];

export interface Konto {
  namn: string;
  roll: Roll;
  /** ISO 8601, UTC: made, given the password it has, closed (null: open), last logged in. */
  skapad: string;
  losenordAt: string;
  stangd: string | null;
  senast: string | null;
}

/** A browser that somebody is logged in with. */
export interface Session {
  /** SHA-256 of what the browser has; lower-case hex. */
  hash: string;
  skapad: string;
  /** When it was last used; noted once in a while. */
  senast: string;
  /** What program it is, as people know it: "Firefox, Windows". */
  program: string;
}

export interface Nyckel {
  /** Its first characters: what people call it by, and no secret. */
  id: string;
  namn: string;
  roll: Roll;
  skapad: string;
  skapadAv: string;
  stangd: string | null;
  senast: string | null;
}

export const KONTO_FEL = {
  finns: 'there is an account of that name, open or closed',
  okand: 'there is none of that name',
  stangd: 'it is closed',
} as const;

/** Why something could not be done to an account or key; `message` is Swedish, for people. */
export class KontoFel extends Error {
  override readonly name = 'KontoFel';
  readonly code: keyof typeof KONTO_FEL;

  constructor(code: keyof typeof KONTO_FEL, sv: string) {
    super(sv);
    this.code = code;
  }
}

/** Who does it, and through which door. */
export interface Vem {
  av: string;
  dorr: 'cli' | 'sida';
}

export interface KontoStore {
  /** All, open and closed, by name. */
  konton(): Promise<Konto[]>;
  /** @param losenord its argon2id hash @throws KontoFel */
  skapaKonto(konto: { namn: string; roll: Roll; losenord: string }, vem: Vem): Promise<Konto>;
  /**
   * Gives an open account another password, and ends all its sessions.
   *
   * @param utom the hash of one that goes on: where the password was changed
   * @throws KontoFel
   */
  bytLosenord(namn: string, losenord: string, vem: Vem, utom?: string): Promise<void>;
  /** Closes an account for good, and ends its sessions. @throws KontoFel */
  stangKonto(namn: string, vem: Vem): Promise<void>;
  /** The hash of an open account's password. null: there is no open account of that name. */
  losenord(namn: string): Promise<{ konto: Konto; losenord: string } | null>;

  /**
   * Notes that somebody logged in, and ends sessions older than `foreAll`.
   *
   * @param losenord the hash that was checked; false, and nothing is kept, where the account has another one by now or is closed
   */
  borjaSession(
    session: { hash: string; namn: string; program: string; losenord: string },
    foreAll: string,
  ): Promise<boolean>;
  /**
   * Whose a session is that was begun after `borjad` and used after `anvand`; that it is used is noted where it was not for
   * as long as since `senast`. null: nobody's.
   */
  session(hash: string, since: { borjad: string; anvand: string; senast: string }): Promise<Konto | null>;
  /** Of an account, the last used first. */
  sessioner(namn: string): Promise<Session[]>;
  /** Ends one of an account's sessions, or all but one. @returns how many */
  avslutaSessioner(namn: string, vilka: { hash: string } | { utom: string }): Promise<number>;
  /** Notes who logged out, or could not log in; names that are of no account are not noted. */
  noteInloggning(namn: string, vad: 'utloggning' | 'inloggning-nekad'): Promise<void>;

  /** All, open and closed, the newest first. */
  nycklar(): Promise<Nyckel[]>;
  /** @param nyckel.hash SHA-256 of the whole key */
  skapaNyckel(nyckel: { id: string; hash: string; namn: string; roll: Roll }, vem: Vem): Promise<Nyckel>;
  /** @param id its first characters, or its name where only one open key has it @throws KontoFel */
  stangNyckel(id: string, vem: Vem): Promise<Nyckel>;
  /** The open key with this hash. That it is used is noted, where it was not since `senast`. */
  nyckel(hash: string, senast: string): Promise<Nyckel | null>;
}

/** By which a name is found: people do not mind capitals, and letters that look alike are one. */
export const kontoKey = (namn: string): string =>
  namn.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
