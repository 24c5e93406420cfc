/**
 * Channels, and what was delivered to whom. A channel is how a recipient is reached; nothing leaves the installation by
 * one that a person has not switched on. A delivery is one decision to one recipient, under a key that is the same
 * however often the decision is met: it is the key by which the receiver knows that it has it already.
 */
import type { OfHuvudman } from './matter.ts';

/** inkorg: a row in the recipient's inbox here, which is there already; the others leave the installation. */
export const KANAL_SLAG = ['inkorg', 'mapp', 'epost', 'webhook'] as const;
export type KanalSlag = (typeof KANAL_SLAG)[number];

/**
 * av: as made, nothing is sent; prov: a person has switched it on, and what would be sent is written to a folder to
 * look at; pa: a person has looked and approved. An inkorg is always `pa`.
 */
export type KanalLage = 'av' | 'prov' | 'pa';

/** Recipients without a channel of their own: bodies, all others, or both. */
export const ALLA_ORGAN = '*organ';
export const ALLA_OVRIGA = '*ovriga';
export const ALLA = '*';

export interface NyKanal {
  huvudman: string | null;
  /** What people call it; unique in its huvudman. */
  namn: string;
  slag: KanalSlag;
  /** A recipient by any of its names, or one of ALLA, ALLA_ORGAN and ALLA_OVRIGA. */
  mottagare: string;
  /** A folder's path, an e-mail address, a URL; "" for an inkorg. */
  adress: string;
  /** What the sender needs to know beside the address; secrets by the names of their environment variables only. */
  installningar: { [namn: string]: string | number | boolean };
}

export interface Kanal extends NyKanal {
  lage: KanalLage;
  /** ISO 8601, UTC, and who: the last change. A dry run counts for the channel as it was then. */
  andrad: string;
  andradAv: string;
}

/** One change of a channel. Never changed or removed. */
export interface KanalHandelse {
  huvudman: string | null;
  namn: string;
  /** skapad, ersatt: with the address and settings of then; else the state it was put in. */
  vad: 'skapad' | 'ersatt' | KanalLage;
  kanal: NyKanal;
  av: string;
  at: string;
}

/**
 * vantar_granskning: something about the § itself stands in the way (`hinder`); vantar_kanal: the channel is off, or its
 * dry run is to be made; provkord: the dry run was made, a person is to approve the channel; skickas: it is being sent,
 * or tried again; levererad: the recipient has it; misslyckad: given up, a person may send it again.
 */
export const LEVERANS_STATUS = [
  'misslyckad',
  'vantar_granskning',
  'vantar_kanal',
  'provkord',
  'skickas',
  'levererad',
] as const;
export type LeveransStatus = (typeof LEVERANS_STATUS)[number];

/** Why a delivery waits. */
export interface Hinder {
  kod:
    | 'ej-justerad'
    | 'justering-obekraftad'
    | 'uppgift-saknas'
    | 'sekretess'
    | 'sekretess-pa-sidan'
    | 'granskning';
  /** In words for a registrator. */
  sv: string;
  /** A person may let the delivery go all the same. */
  slappbar: boolean;
}

/** What a delivery is of: found by huvudman, § and recipient, whatever matter the § is filed under. */
export interface Leverans {
  /** Lower-case hex. Of huvudman, § (with body and day), recipient and `version`. */
  nyckel: string;
  huvudman: string | null;
  /** The matter that the § is filed under now. */
  matter: string;
  /** `Steg.nyckel`. */
  steg: string;
  /** 1; one more each time a person has it sent anew after it was delivered. */
  version: number;
  mottagare: string;
  /** The recipient is a deciding body by its name. */
  organ: boolean;
  fran: string | null;
  datum: string | null;
  paragraf: string | null;
  rubrik: string | null;
  diarienummer: string | null;
  /** Name of the channel; null: the inbox that every recipient has. */
  kanal: string | null;
  slag: KanalSlag;
  status: LeveransStatus;
  hinder: Hinder[];
  /** Codes of the hinder that a person has let it go in spite of. */
  slappt: Hinder['kod'][];
  /** Fingerprint of the decision: as it is now until the first try, as it was sent after. */
  innehall: string;
  /** Hash of what is sent, kept as a blob: made once, and the same bytes each time that it is tried. */
  forsandelse: string | null;
  /** The decision is another one now than what was sent: a person says whether it is to be sent anew. */
  andrad: boolean;
  /** How often it was tried since a person last asked for it. */
  forsok: number;
  /** Swedish: why the last try failed. */
  fel: string | null;
  /** What the receiver answered. */
  kvitto: unknown;
  /** Path of the dry run, and the channel's `andrad` when it was made. */
  provkorning: string | null;
  provkordFor: string | null;
  paminnelser: number;
  skapad: string;
  /** When it was last begun to be sent, and when it was delivered. */
  skickad: string | null;
  levererad: string | null;
}

/** One thing that happened to a delivery. Never changed or removed. */
export interface LeveransHandelse {
  nyckel: string;
  at: string;
  /** A status it came to, or what a person or a timer did. */
  vad: LeveransStatus | 'slappt' | 'skicka-om' | 'paminnelse' | 'andrad' | 'struken';
  /** null: the program. */
  av: string | null;
  /** Swedish. */
  uppgift: string | null;
}

/** Where a § is filed. */
export interface StegRef {
  matter: string;
  steg: string;
}

export interface LeveransQuestion extends OfHuvudman {
  matter?: string | undefined;
  steg?: string | undefined;
  /** In any of its written forms. */
  diarienummer?: string | undefined;
  /** The body that decided, or the recipient, by any of its names. */
  organ?: string | undefined;
  mottagare?: string | undefined;
  status?: LeveransStatus | undefined;
}

/** What of a record needs a person, as far as it concerns one ärende: rows of `granska`. */
export interface Tvivel {
  code: string;
  typ: string;
  id: string | null;
  reason: string;
  page: number | null;
}

/** Pure and synchronous: the deliveries of a § as they are to be, from those there are and the channels there are. */
export type PlanLeveranser = (kanda: Leverans[], kanaler: Kanal[]) => Leverans[];

/** Why something cannot be done to a delivery or channel; `message` is Swedish and for people. */
export class ExpedieringsFel extends Error {
  override readonly name = 'ExpedieringsFel';
  /** What pages in English say; left out: no page has it said. */
  readonly en: string | undefined;

  constructor(sv: string, en?: string) {
    super(sv);
    this.en = en;
  }
}

export interface ExpedieringStore {
  /**
   * Makes a channel, switched off; with `ersatt`, of a known name too, whose address and settings it then changes.
   * Throws ExpedieringsFel when the name is taken, or another channel has the same recipient.
   */
  saveKanal(kanal: NyKanal, av: string, options?: { ersatt?: boolean }): Promise<Kanal>;
  /**
   * Switches a channel: av → prov → pa, and to `av` from each. Throws ExpedieringsFel for a channel not known, another
   * order, or `pa` before a dry run was made since the channel was last changed.
   */
  setKanalLage(of: { huvudman: string | null; namn: string }, lage: KanalLage, av: string): Promise<Kanal>;
  /** By huvudman and name. */
  kanaler(of?: OfHuvudman): Promise<Kanal[]>;
  kanalHandelser(of?: OfHuvudman): Promise<KanalHandelse[]>;

  /**
   * Brings the deliveries of a § to what `plan` says, in one transaction. A row that it leaves out is removed; what was
   * delivered is kept whatever it says.
   */
  updateLeveranser(of: StegRef & { huvudman: string | null }, plan: PlanLeveranser): Promise<Leverans[]>;
  /** By its key, or the beginning of it that only one has. null: none, or several. */
  leverans(nyckel: string): Promise<Leverans | null>;
  /** What needs a person first; then by day. */
  leveranser(question?: LeveransQuestion): Promise<Leverans[]>;
  leveransHandelser(nyckel: string): Promise<LeveransHandelse[]>;

  /**
   * The last gate before anything leaves: counts a try and gives the delivery with its channel, if it is to be sent
   * (status `skickas`, channel `pa`) or its dry run is to be made (channel `prov`); else null.
   */
  beginSend(nyckel: string): Promise<{ leverans: Leverans; kanal: Kanal | null; prov: boolean } | null>;
  /** Keeps what is sent, unless something is kept already; returns the hash that counts. */
  noteBuilt(nyckel: string, forsandelse: string): Promise<string>;
  /** The receipt. Nothing changes what is delivered already. */
  noteDelivered(nyckel: string, kvitto: unknown): Promise<void>;
  /** `kanal`: as beginSend gave it. */
  noteDryRun(nyckel: string, path: string, kanal: Kanal): Promise<void>;
  /** Why a try failed; `gaveUp`: there will be no other one. */
  noteSendFailed(nyckel: string, fel: string | null, gaveUp: boolean): Promise<void>;
  /** A reminder for everything of the § that waits for a person; how many that are. */
  noteReminder(of: StegRef): Promise<number>;

  /**
   * A person lets a delivery go although something of minor weight stands in the way. Throws ExpedieringsFel where
   * nothing does, or what does cannot be passed over.
   */
  letGo(nyckel: string, av: string): Promise<Leverans>;
  /**
   * A person has it sent again: what was given up or is being tried under its own key; under the key of a new version
   * what was given up and has changed since, and what was delivered, if it has changed or `paNytt` says so. Throws
   * ExpedieringsFel.
   */
  askResend(nyckel: string, av: string, options?: { paNytt?: boolean }): Promise<Leverans>;

  /**
   * The matter that a § is filed under now, when that is another one than this: a person has said its number, or a new
   * reading has. null: it is nowhere else.
   */
  movedTo(of: StegRef & Pick<Leverans, 'huvudman' | 'datum'>): Promise<string | null>;
  /** §§ of which a person or a channel has changed something since they were planned, and those being sent. */
  stepsToWake(): Promise<StegRef[]>;

  /** What of the ärende, its handling and its pages needs a person. */
  doubtsAbout(sha256: string, arendeId: string): Promise<Tvivel[]>;
}
