/** The fields of a line, one by one, as the law and the practice of registrators mean them. */
import { normaliseDiarienummer } from '../../extraction/language/diarienummer.ts';
import type { Arende, Handling } from '../../extraction/record.ts';
import type { DatumEnligt, Riktning } from './types.ts';

/** What stands in a field, and whether anything confirms that it is that. */
export interface Read {
  text: string | null;
  sure: boolean;
}

/** A meeting's papers are known by the meeting, unless they have a number of their own. */
export function designationOf(handling: Handling): Read {
  const { kind, organ, datum, diarienummer, obekraftade, arenden } = handling;
  // printed over the one § of an extract it is the matter's
  const own = diarienummer !== null && (kind === 'kallelse' || arenden.length !== 1);
  if (own) return { text: diarienummer, sure: !obekraftade.includes('diarienummer') };
  if (organ === null || datum === null) return { text: null, sure: true };
  return { text: `${genitive(organ)} ${kind} ${datum}`, sure: !obekraftade.includes('datum') };
}

/** The handling's number, else its only ärende's. */
export function numberOf({ diarienummer, obekraftade, arenden }: Handling): Read {
  if (diarienummer !== null) return { text: diarienummer, sure: !obekraftade.includes('diarienummer') };
  const different = new Map(
    arenden.flatMap((a) =>
      a.diarienummer === null ? [] : [[normaliseDiarienummer(a.diarienummer), a] as const],
    ),
  );
  const [only, ...others] = different.values();
  if (only === undefined || others.length > 0) return { text: null, sure: true };
  return { text: only.diarienummer, sure: !only.obekraftade.includes('diarienummer') };
}

/** Its title, else that of its only ärende. `general`: it tells nothing of any matter. */
export function titleOf({ rubrik, obekraftade, arenden }: Handling): Read & { general: boolean } {
  if (rubrik !== null) return { text: rubrik, sure: !obekraftade.includes('rubrik'), general: false };
  const [arende, ...others] = arenden;
  if (!arende?.rubrik || others.length > 0) return { text: null, sure: true, general: false };
  return { text: arende.rubrik, sure: !arende.obekraftade.includes('rubrik'), general: false };
}

/** "Protokoll från Kommunstyrelsens sammanträde 2031-03-04, § 14–31". */
export function meetingTitle(handling: Handling): Read & { general: boolean } {
  const { kind, organ, datum, arenden } = handling;
  if (organ === null) return titleOf({ ...handling, arenden: [] });
  const what = kind === 'protokoll' ? 'Protokoll från' : 'Kallelse till';
  const numbers = arenden.flatMap(({ paragraf }) => paragraf ?? []);
  const [first, last] = [numbers[0], numbers.at(-1)];
  const span = first === last ? first : `${first}–${last}`;
  const text = [
    `${what} ${genitive(organ)} sammanträde${datum === null ? '' : ` ${datum}`}`,
    ...(kind === 'protokoll' && first !== undefined ? [`§ ${span}`] : []),
  ].join(', ');
  return { text, sure: !handling.obekraftade.includes('datum'), general: true };
}

export interface Day {
  datum: string | null;
  enligt: DatumEnligt;
  sure: boolean;
}

/**
 * Minutes are drawn up (upprättade) when they are approved, a § justified at once on the day of the meeting itself
 * (tryckfrihetsförordningen 2 kap. 10 §; before 2019 7 §, the same). Where that day is not known, and for a notice,
 * which is made before its meeting, the day of the meeting stands in for it.
 */
export function meetingDay({ kind, datum, anslag, obekraftade }: Handling, arende: Arende | null): Day {
  const isSure = !obekraftade.includes('datum');
  if (arende?.omedelbartJusterad && datum !== null) return { datum, enligt: 'justeringen', sure: isSure };
  const justerad = kind === 'protokoll' ? (anslag?.justerad ?? null) : null;
  if (justerad === null) return { datum, enligt: 'sammantradet', sure: false };
  return { datum: justerad, enligt: 'justeringen', sure: !obekraftade.includes('anslag.justerad') };
}

/** The day on a letter is that on which it was made; the day on which one came in stands in no letter. */
export function letterDay({ datum, obekraftade }: Handling, riktning: Riktning | null): Day {
  const isOurs = riktning === 'upprattad' || riktning === 'expedierad';
  return { datum, enligt: 'handlingen', sure: isOurs && !obekraftade.includes('datum') };
}

/** "Kommunstyrelsens", "Norra Hamnens". */
const genitive = (name: string): string => (/[sxz]$/iu.test(name) ? name : `${name}s`);
