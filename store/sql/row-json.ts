/** Rows that hold JSON. */

/** What JSON can write and no database's own JSON can read: a NUL, and half of a character. */
const UNREADABLE = /\\u(?:0000|d[89a-f])/iu;

/** The JSON of a row that questions look into. What no text should hold is marked as unreadable in it. */
export function rowJson(value: unknown): string {
  const json = JSON.stringify(value);
  return UNREADABLE.test(json) ? JSON.stringify(value, readable) : json;
}

const readable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
