/** The notice of approval in minutes: whose meeting it says was held, and when. */

import { findDates } from '../language/dates.ts';
import type { Line } from '../lines/line.ts';
import { findOrganer } from '../routing/organ.ts';

/** "Organ Kommunstyrelsens arbetsutskott", "Nämnd/Styrelse: Kommunfullmäktige": whose minutes the notice says that they are. */
const ORGAN_LABEL =
  /(?<!\S)(?:Organ|Instans|Nämnd\/[Ss]tyrelse|Beslutande organ|Beslutsinstans|Forum|genom anslag\.?)(?::\s*|\s+)(?=\p{Lu})/gu;

/** What follows the body where its label is lost. */
const NOTICE_GOES_ON = /^\s+(?:Datum|Sammanträdesdatum|Sammanträdets datum|Anslag|Förvaringsplats)/u;

/** The body that the notice of approval names behind its label, and the day behind it: "Organ Kommunstyrelsen 31 oktober 2031". */
export function inNotice(lines: Line[]): { organ: string; datum: string | null; line: Line } | null {
  for (const line of lines) {
    for (const label of line.text.matchAll(ORGAN_LABEL)) {
      const rest = line.text.slice(label.index + label[0].length, label.index + 130);
      const body = findOrganer(rest)[0];
      if (body?.start !== 0 || body.genitive || body.generic) continue;
      const behind = rest.slice(body.end);
      if (label[0].startsWith('genom') && !NOTICE_GOES_ON.test(behind)) continue;
      const day = findDates(behind.slice(0, 40))[0];
      const datum = day && behind.slice(0, day.start).trim() === '' ? day.iso : null;
      return { organ: body.name, datum, line };
    }
  }
  return null;
}
