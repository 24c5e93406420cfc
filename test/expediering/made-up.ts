/** Minutes of a made-up municipality that are sent, as text. */

export interface Protokoll {
  paragraf?: number;
  /** The day of approval; "": not approved. */
  justerad?: string;
  beslut?: string;
  mottagare?: string[];
  /** Put under the § heading. */
  sekretess?: string;
  /** More §§, as text. */
  fler?: string;
}

export function protokoll(over: Protokoll = {}): string {
  const { paragraf = 31, justerad = '2031-05-14', sekretess = '', fler = '' } = over;
  const { beslut = 'att anta avgifterna för båtplatser från den 1 juni 2031.' } = over;
  const { mottagare = ['Hamnenheten', 'Ekonomiavdelningen', 'Kommunrevisionen'] } = over;
  return `Sjöviks kommun
Tekniska nämnden
PROTOKOLL
Sammanträdesdatum 2031-05-07

Paragrafer ${paragraf}–${fler === '' ? paragraf : paragraf + 1}

${justerad === '' ? '' : anslag(justerad)}
§ ${paragraf} Dnr TN 2031/00${paragraf}
Avgifter för båtplatser
${sekretess}
Tekniska nämndens beslut
Tekniska nämnden beslutar
${beslut}

Beslutet skickas till
${mottagare.join('\n')}
${fler}`;
}

const anslag = (day: string): string => `ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ: Tekniska nämnden
Sammanträdesdatum: 2031-05-07
Justeringsdatum: ${day}
Datum för anslagets uppsättande: ${day}
Datum för anslagets nedtagande: 2031-06-05
`;
