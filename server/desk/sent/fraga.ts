/** The question that an address of `/sent` asks. */
import { today } from '../../../engine/today.ts';
import type { BevakningQuestion } from '../../../store/bevakning.ts';

/** Days ahead that are shown where nothing else is said. */
export const AHEAD = 30;

export interface Asked {
  question: BevakningQuestion;
  /** As many days ahead as the address says; null: it does not. */
  within: number | null;
  alla: boolean;
}

export function readAsked(asked: { readonly [name: string]: string | undefined }): Asked {
  const alla = asked.alla !== undefined;
  const given = Number(asked.inom);
  const within = asked.inom?.trim() && Number.isSafeInteger(given) && given >= 0 ? given : null;
  const inom = within ?? (alla ? undefined : AHEAD);
  const organ = asked.organ?.trim() || undefined;
  return { question: { idag: today(), organ, huvudman: asked.huvudman, inom, alla }, within, alla };
}
