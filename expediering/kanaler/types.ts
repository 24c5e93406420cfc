/** What is sent through a channel, what comes back, and how it can go wrong. */

/** One decision to one recipient. Built once, and the same bytes every time it is sent again. */
export interface Forsandelse {
  /**
   * The same for the same decision to the same recipient, however often it is sent: what a receiver knows a
   * second copy by. 1–200 of `A–Z a–z 0–9 . _ -`, beginning with a letter or digit: safe in file names and headers.
   */
  nyckel: string;
  mottagare: string;
  huvudman: string | null;
  diarienummer: string | null;
  /** Without § sign. */
  paragraf: string | null;
  /** The body that decided. */
  organ: string | null;
  /** YYYY-MM-DD */
  datum: string | null;
  rubrik: string | null;
  /** The decision in plain text, clause by clause. */
  text: string;
  /** Name of the utdrag as a file, "….pdf". */
  fileName: string;
  /** The protokollsutdrag, a PDF. */
  utdrag: Uint8Array;
  /** The decision as data for machines. */
  json: object;
}

/** What the other side answered. */
export interface Kvitto {
  /** When it was answered, ISO 8601 in UTC. */
  at: string;
  /** For people and for the file: what the other side said, at most 1,000 characters, without control characters. */
  vad: string;
  /** What the other side can find it by: a Message-ID, a webhook id, a path. */
  id: string;
  /** The other side had it already. */
  redan: boolean;
}

/** Where the sender gets what is not of the message. */
export interface SandMiljo {
  /** Secrets, by the names that the channel's settings hold. */
  env: { readonly [name: string]: string | undefined };
  /** Now; a real clock unless told. */
  nu?: () => Date;
  /** Ends the sending; what was under way then may or may not have arrived. */
  signal?: AbortSignal;
}

/** tillfalligt: may go well later; slutgiltigt: the same thing would be refused again, until a person changes something. */
export type FelSlag = 'tillfalligt' | 'slutgiltigt';

/** Thrown when something could not be sent. `message` is the English reason; `sv` and `en` are whole sentences. */
export class SandFel extends Error {
  override readonly name = 'SandFel';
  readonly slag: FelSlag;
  readonly sv: string;
  readonly en: string;
  /** The other side asked to be left alone for so many seconds. */
  readonly vantaSekunder: number | undefined;

  constructor(
    slag: FelSlag,
    sv: string,
    en: string,
    options: { vantaSekunder?: number | undefined; cause?: unknown } = {},
  ) {
    super(en, options.cause === undefined ? undefined : { cause: options.cause });
    this.slag = slag;
    this.sv = sv;
    this.en = en;
    this.vantaSekunder = options.vantaSekunder;
  }
}
