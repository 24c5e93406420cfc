/** What a person tried to decide and what came of it, when it was not kept: the page shows it with all that was typed. */
import type { Fel } from './skrivet.ts';

export const GOR = ['godkann', 'ratta', 'avvisa', 'dela', 'sla-ihop', 'lagg-till'] as const;
export type Gor = (typeof GOR)[number];

/** Why it was not kept: as said it cannot be; somebody was first; the file was read anew; the engine does not answer. */
export type Varfor = 'fel' | 'fore' | 'omlast' | 'motor';

export interface Forsok {
  gor: Gor;
  /** All that the form sent: of each name the last value, and all of them. */
  form: { readonly [name: string]: string };
  alla: { readonly [name: string]: readonly string[] };
  varfor: Varfor;
  /** In words, where the boxes do not say it. */
  text: string | null;
  /** By box. */
  fel: { readonly [name: string]: Fel };
}
