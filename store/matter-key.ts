/**
 * Which matter an ärende belongs to. A number decides; without one, the same § of the same meeting is one matter
 * wherever it is printed; without a § either, the ärende is a matter of its own. A number, a § or a day that only
 * OCR has read and nothing confirms decides nothing: of a diary's numbers one misread is another matter's. Such an
 * ärende is a matter of its own, which says what it may belong to, until a person has looked.
 */
import { normaliseDiarienummer, parseDiarienummer } from '../extraction/language/diarienummer.ts';
import type { Arende, Handling } from '../extraction/record.ts';
import { huvudmanKey, organKey } from '../extraction/routing/organ.ts';

export interface MatterKeys {
  /** The matter's id by its diarienummer; null without one. */
  byNumber: string | null;
  /** The matter's id by meeting and §; null when one of them is not known. */
  byParagraf: string | null;
  /** The matter's id when nothing else is known. */
  own: string;
  /** The matter's id by its diarienummer, where nothing confirms the number; else null. */
  maybeNumber: string | null;
  /** The ids of matters by the other numbers that stand beside the one that counts, each once. */
  byAndraNummer: string[];
  /** The number that counts, as printed, confirmed or not. */
  diarienummer: string | null;
}

/**
 * The keys of an ärende, or of a handling that has no ärenden (a remissvar).
 *
 * @param names permanent ids, where they are not the ids of this reading: see postnamn.ts
 */
export function matterKeys(
  handling: Handling,
  arende: Arende | null,
  names: ReadonlyMap<string, string> = NONE,
): MatterKeys {
  const huvudman = huvudmanSlug(handling.huvudman);
  const bearer = arende?.diarienummer ? arende : sharesNumber(handling) ? handling : null;
  const diarienummer = bearer?.diarienummer ?? null;
  const idOf = (nummer: string) => `${huvudman}:${slug(normaliseDiarienummer(nummer))}`;
  const number = diarienummer === null ? null : idOf(diarienummer);
  const andra = new Set((bearer?.andraNummer ?? []).map(idOf));
  const { id } = arende ?? handling;
  const isSure = bearer?.obekraftade.includes('diarienummer') !== true;
  return {
    byNumber: isSure ? number : null,
    maybeNumber: isSure ? null : number,
    byParagraf: paragrafKey(handling, arende, huvudman),
    byAndraNummer: [...andra].filter((id) => id !== number),
    own: `${huvudman}:${names.get(id) ?? id}`,
    diarienummer,
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The number without its diary ("2031/62" of "KS 2031/62"), by which a question without it finds it. */
export function numberTail(diarienummer: string): string {
  const parsed = parseDiarienummer(diarienummer);
  return parsed === null ? normaliseDiarienummer(diarienummer) : `${parsed.year}/${parsed.number}`;
}

/** A handling's own number is its ärende's, unless it has many: minutes and notices have numbers of their own. */
function sharesNumber(handling: Handling): boolean {
  if (handling.kind === 'kallelse') return false;
  return handling.kind !== 'protokoll' || handling.arenden.length === 1;
}

function paragrafKey(handling: Handling, arende: Arende | null, huvudman: string): string | null {
  const { kind, organ, datum } = handling;
  const paragraf = arende?.paragraf ?? null;
  if (kind !== 'protokoll' || organ === null || datum === null || paragraf === null) return null;
  if (handling.obekraftade.includes('datum') || arende?.obekraftade.includes('paragraf')) return null;
  const body = slug(organKey(organ, { huvudman: handling.huvudman }));
  return `${huvudman}:${body}:${datum}:§${paragraf}`;
}

function huvudmanSlug(huvudman: string | null): string {
  return slug(huvudmanKey(huvudman)) || '-';
}

function slug(text: string): string {
  return text.trim().replace(/\s+/gu, '-');
}
