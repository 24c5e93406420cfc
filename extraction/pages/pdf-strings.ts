/** The strings of a PDF's objects, each with the name that it stands under (ISO 32000-1, 7.3.4 and 7.9.2). Pure. */

const ESCAPED: { readonly [char: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
/** Longer ones are looked at so far. */
const LONGEST = 1_000_000;

/**
 * A string that is an object of its own has the name that others refer to it by.
 *
 * @param objects bytes as latin1, without streams
 */
export function* stringsIn(objects: string): Generator<{ key: string; text: string }> {
  const referred = new Map(
    [...objects.matchAll(/\/([^\s()<>[\]{}/%]{1,200})\s{1,3}(\d{1,9})\s\d{1,5}\sR(?!\w)/gu)].map((one) => [
      one[2],
      one[1],
    ]),
  );
  let key = '';
  // comments are of no concern: what stands in them is in the file all the same
  const token = /(\d{1,9})\s\d{1,5}\sobj(?!\w)|\/([^\s()<>[\]{}/%]{1,200})|\(|<<|<([0-9A-Fa-f\s]*)>/gu;
  for (let found = token.exec(objects); found !== null; found = token.exec(objects)) {
    const [hit, object, name, hex] = found;
    if (object !== undefined) key = referred.get(object) ?? '';
    else if (name !== undefined) key = name;
    else if (hex !== undefined) yield { key, text: decodeText(fromHex(hex)) };
    else if (hit === '(') {
      const { raw, end } = literalAt(objects, token.lastIndex);
      token.lastIndex = end;
      yield { key, text: decodeText(raw) };
    }
  }
}

function fromHex(hex: string): string {
  const digits = hex.replaceAll(/\s/gu, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}

/** A string in brackets, which may hold others. @param from after the first bracket */
function literalAt(text: string, from: number): { raw: string; end: number } {
  let depth = 1;
  let raw = '';
  let at = from;
  for (; at < text.length && at - from < LONGEST; at++) {
    const char = text[at] as string;
    if (char === '\\') {
      const octal = /^[0-7]{1,3}/u.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? '';
      if (octal) raw += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      else if (next !== '\n' && next !== '\r') raw += ESCAPED[next] ?? next;
      at += octal?.length ?? 1;
      continue;
    }
    if (char === '(') depth++;
    if (char === ')' && --depth === 0) return { raw, end: at + 1 };
    raw += char;
  }
  return { raw, end: at };
}

/** UTF-16 and UTF-8 by their marks, else PDFDocEncoding, of which latin1 is enough here. */
function decodeText(raw: string): string {
  const bytes = Buffer.from(raw, 'latin1');
  if (raw.startsWith('\xfe\xff'))
    return bytes
      .subarray(2, bytes.length - (bytes.length % 2))
      .swap16()
      .toString('utf16le');
  if (raw.startsWith('\xff\xfe')) return bytes.subarray(2).toString('utf16le');
  if (raw.startsWith('\xef\xbb\xbf')) return bytes.subarray(3).toString('utf8');
  return raw;
}
