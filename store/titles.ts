/** Titles of matters, compared to find those that may be the same one. */

/** What a title says, whatever its capitals, blanks and end. */
export const titleKey = (rubrik: string): string =>
  rubrik
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** A title of one word or two says too little ("Delegationsbeslut", "Ekonomisk uppföljning"). */
const WORDS = 3;
/** What every meeting has: the same title, each time another matter. */
const EVERY_MEETING =
  /^(?:val av|upprop|mötets|sammanträdets|fastställande av|godkännande av|föregående|anmäl|information|rapport|meddelande|delegation|redovisning av|övriga|inkom|nästa|kommande)/u;

/** True for a title that tells nothing of which matter it is. */
export function isFormality(rubrik: string): boolean {
  const key = titleKey(rubrik);
  return key.split(' ').length < WORDS || EVERY_MEETING.test(key);
}
