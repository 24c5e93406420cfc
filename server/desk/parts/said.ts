/** What the program's own values are called on pages, in both languages, and figures and days as people write them. */
import type { ItemTyp } from '../../../extraction/item-types.ts';
import type { FileStatus } from '../../../store/files.ts';
import type { Sprak } from '../sprak.ts';
import type { Words } from '../words.ts';

const LOCALE: { readonly [sprak in Sprak]: string } = { sv: 'sv-SE', en: 'en-GB' };

/** 12 345 in Swedish, 12,345 in English. */
export const count = (n: number, sprak: Sprak): string => n.toLocaleString(LOCALE[sprak]);

/** "1 ärende", "2 ärenden". @param names of one and of many */
export const amount = (n: number, [one, many]: readonly string[], sprak: Sprak): string =>
  `${count(n, sprak)} ${n === 1 ? one : many}`;

/** A day (YYYY-MM-DD) as people write it: 3 maj 2024. */
export const day = (datum: string, sprak: Sprak): string =>
  new Date(`${datum}T12:00:00Z`).toLocaleDateString(LOCALE[sprak], {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  });

/** A moment (ISO 8601) in this country's time. */
export const moment = (at: string, sprak: Sprak): string =>
  new Date(at).toLocaleString(LOCALE[sprak], {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Stockholm' },
  });

/** The clock of a moment (ISO 8601) in this country's time: 14:02. */
export const clock = (at: string, sprak: Sprak): string =>
  new Date(at).toLocaleTimeString(LOCALE[sprak], { timeStyle: 'short', timeZone: 'Europe/Stockholm' });

/** Kinds of item, as many of them. */
export const TYP: Words<{ readonly [typ in ItemTyp]: string }> = {
  sv: {
    ...{
      forslag: 'förslag till beslut',
      beslut: 'beslut',
      yrkanden: 'yrkanden',
      reservationer: 'reservationer',
    },
    ...{
      anteckningar: 'anteckningar',
      voteringar: 'voteringar',
      expediering: 'expedieringar',
      underlag: 'underlag',
    },
  },
  en: {
    ...{ forslag: 'proposals', beslut: 'decisions', yrkanden: 'motions', reservationer: 'reservations' },
    ...{
      anteckningar: 'notes',
      voteringar: 'votes',
      expediering: 'deliveries',
      underlag: 'supporting documents',
    },
  },
};

/** One item of a kind. */
export const ETT: Words<{ readonly [typ in ItemTyp]: string }> = {
  sv: {
    ...{ forslag: 'förslag', beslut: 'beslut', yrkanden: 'yrkande', reservationer: 'reservation' },
    ...{
      anteckningar: 'anteckning',
      voteringar: 'votering',
      expediering: 'expedieras till',
      underlag: 'underlag',
    },
  },
  en: {
    ...{ forslag: 'proposal', beslut: 'decision', yrkanden: 'motion', reservationer: 'reservation' },
    ...{ anteckningar: 'note', voteringar: 'vote', expediering: 'sent to', underlag: 'supporting document' },
  },
};

export const FILSTATUS: Words<{ readonly [status in FileStatus]: string }> = {
  sv: { done: 'inläst', refused: 'nekad', failed: 'misslyckad', running: 'läses' },
  en: { done: 'taken in', refused: 'refused', failed: 'failed', running: 'being read' },
};
