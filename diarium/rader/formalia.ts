/** What every meeting does for itself. */

/** §§ of the meeting's own business: they belong to no matter, and the line of the minutes covers them. */
const FORMALIA = new RegExp(
  [
    'upprop',
    '(?:mötets|sammanträdets) (?:öppnande|avslutande|utlysande|behöriga)',
    '(?:öppnande|avslutande) av (?:mötet|sammanträdet)',
    '(?:mötet|sammanträdet) (?:öppnas|avslutas)',
    '(?:val|utseende) av (?:protokolls)?juster',
    '(?:protokolls)?justering',
    '(?:fastställande|godkännande) av (?:dagordning|föredragningslista|ärendelista|kallelse)',
    '(?:dagordning|föredragningslista)(?:en)?$',
    '(?:föregående|förra) (?:mötes |sammanträdes )?protokoll',
    'kungörelse',
    'anmälan av (?:jäv|övriga frågor)',
    'nästa (?:möte|sammanträde)',
  ]
    .map((one) => `^${one}`)
    .join('|'),
  'u',
);

/** True for the title of a § that opens, orders or closes the meeting. */
export function isFormalia(rubrik: string): boolean {
  return FORMALIA.test(
    rubrik
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  );
}

/** Titles that come back, each time of other matters. */
const RECURRING =
  /^(?:anmäl|information|rapport|meddelande|delegation|redovisning|övriga|inkomna|sekretess|ärenden? med sekretess)/u;

/** True for a title, in small letters, that two matters share without being one. */
export const isRecurring = (title: string): boolean => RECURRING.test(title) || isFormalia(title);
