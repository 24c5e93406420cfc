/** The letter that goes with an utdrag. */
import { beslutsnamn, oneLine } from './text.ts';
import type { Forsandelse } from './types.ts';

/** Plain text, in Swedish. The decision stands in it word for word, so that it can be read without opening anything. */
export function brevtext(forsandelse: Forsandelse): string {
  const { huvudman, diarienummer, rubrik, mottagare, text, nyckel } = forsandelse;
  const rows = [
    ['Till', mottagare],
    ['Från', huvudman],
    ['Beslut', beslutsnamn(forsandelse)],
    ['Ärende', rubrik],
    ['Diarienummer', diarienummer],
  ] as const;
  return [
    'Här expedieras ett beslut. Protokollsutdraget är bifogat som PDF.',
    '',
    ...rows.flatMap(([name, value]) => (value ? [`${name}: ${oneLine(value)}`] : [])),
    '',
    text.toWellFormed().replace(/\r\n?/g, '\n').trim(),
    '',
    '-- ',
    'Skickat av Expediera. Utdraget ersätter inte det justerade protokollet.',
    `Nyckel: ${nyckel} (samma nyckel i två brev: samma expediering)`,
    '',
  ].join('\n');
}
