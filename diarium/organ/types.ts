/** The register of bodies and other recipients: what it is made from and what it holds. */
import type { Organ } from './fil.ts';
import type { Slag, Uppdrag } from './ord.ts';

/** How a name was met. */
export type Sammanhang = 'sammantrade' | 'kedja' | 'nasta' | 'till' | 'mottagare' | 'avsandare';

/** A name as documents have it: in what place, how often, and the first and last sure day (null: none is sure). */
export interface Sett {
  namn: string;
  som: Sammanhang;
  antal: number;
  forst: string | null;
  sist: string | null;
}

/** Who sat at a meeting; `datum` is null where it is not sure. */
export interface Mote {
  organ: string;
  datum: string | null;
  narvarande: { namn: string; parti: string | null; uppdrag: Uppdrag }[];
}

/** All that the handlingar of one huvudman in one file say of bodies. */
export interface Lasning {
  huvudman: string | null;
  sett: Sett[];
  moten: Mote[];
  /** How often the meetings of one body proposed something to another. */
  forslag: { fran: string; till: string; antal: number }[];
}

/**
 * What people have said of one body or recipient. A field left out is one that nobody has said anything of; `null`
 * says that there is none.
 */
export interface OrganPost extends Omit<Organ, 'huvudman'> {
  /** Stable inside its huvudman, whatever its names become. */
  id: string;
}

/** One spell of somebody in a body. */
export interface Ledamot {
  namn: string;
  parti: string | null;
  uppdrag: Uppdrag;
  /** The first and last meeting at which the minutes show it, or what a person has said. */
  fran: string | null;
  till: string | null;
  /** Meetings with a sure day at which the minutes show it. */
  moten: number;
  kalla: 'protokoll' | 'person';
}

/** A body or recipient as the register shows it: what people have said, and of the rest what is read. */
export interface RegisterOrgan {
  /** Of the entry that people have made; null where all is read. */
  id: string | null;
  namn: string;
  tidigareNamn: { namn: string; fran: string | null; till: string | null }[];
  forkortningar: string[];
  slag: Slag;
  /** The name of the body that it lies under, as the register has it. */
  overordnat: string | null;
  kanal: string | null;
  ledamoter: Ledamot[];
  /** All forms met, the most usual first. */
  skrivs: { namn: string; antal: number; forst: string | null; sist: string | null }[];
  /** Its own meetings that minutes were read of, each day once. */
  sammantraden: { antal: number; forst: string | null; sist: string | null };
  /** How often it stands in a list of those that a decision is sent to. */
  expedieringar: number;
  /** The fields that people have said something of. */
  rattat: string[];
}

/** The register of one huvudman: deciding bodies first, then the administration, then the rest; by name. */
export interface OrganRegister {
  huvudman: string | null;
  organ: RegisterOrgan[];
  /** Bodies that may be one, by their names: for a person to say so or not. */
  kanVaraSamma: { namn: string; tidigare: string }[];
}
