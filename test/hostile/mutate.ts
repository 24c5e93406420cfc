/** Files as damage and malice leave them: bytes turned, cut, put in, two files spliced, a PDF's own words changed. */
import fc from 'fast-check';
import { type Member, makeZip } from '../extraction/pages/make-zip.ts';
import type { Seeds } from './seeds.ts';

type Bytes = Uint8Array;
type Change = (bytes: Bytes) => Bytes;

const joined = (...parts: Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts));
/** Anywhere in a file with the same chance: 0 to just below 1. */
const place = fc.noBias(fc.integer({ min: 0, max: 2 ** 20 - 1 })).map((n) => n / 2 ** 20);
const at = (bytes: Bytes, share: number): number => Math.floor(bytes.length * share);

/** What a PDF's reader believes: counts, lengths, filters, references, names of things. */
const LIES: [RegExp, string][] = [
  [/\/Length \d+/g, '/Length 999999999'],
  [/\/Length \d+/g, '/Length 0'],
  [/\/Length \d+/g, '/Length -1'],
  [/\/Count \d+/g, '/Count 2147483647'],
  [/\/Kids ?\[/g, '/Kids [1 0 R 2 0 R 3 0 R '],
  [/\/Filter ?\/FlateDecode/g, '/Filter [/FlateDecode /LZWDecode]'],
  [/\/FlateDecode/g, '/ASCII85Decode'],
  [/(\d+) 0 R/g, '1 0 R'],
  [/(\d+) 0 R/g, '99999 0 R'],
  [/\/MediaBox ?\[[^\]]{0,60}\]/g, '/MediaBox [0 0 1e9 1e9]'],
  [/\/MediaBox ?\[[^\]]{0,60}\]/g, '/MediaBox [null (a) << >>]'],
  [/startxref\s+\d+/g, 'startxref 17'],
  [/\/W ?\[[^\]]{0,40}\]/g, '/W [9 9 9]'],
  [/\/Type ?\/Page\b/g, '/Type /Font'],
  [/\/Subtype ?\/\w{1,20}/g, '/Subtype /Type3'],
  [/\/Size \d+/g, '/Size 2000000000'],
  [/\/Prev \d+/g, '/Prev 0'],
  [/endobj/g, 'obj'],
  [/>>/g, ''],
  [/\/Width \d+/g, '/Width 2000000000'],
];

/** The same of a Word document: values, references, nesting. */
const WORD_LIES: typeof LIES = [
  [/w:val="\d+"/g, 'w:val="2147483647"'],
  [/w:val="\d+"/g, 'w:val="-1"'],
  [/w:w="\d+"/g, 'w:w="999999999"'],
  [/<w:p>/g, '<w:p><w:tbl><w:tr><w:tc><w:p>'],
  [/<\/w:(?:p|tc|tr|tbl)>/g, ''],
  [/<w:tc>/g, '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/><w:vMerge/></w:tcPr>'],
  [/<w:t[ >]/g, '<w:instrText>'],
  [/<w:br w:type="page"\/>/g, '<w:br w:type="page"/>'.repeat(200)],
  [/w:numId w:val="\d+"/g, 'w:numId w:val="7777"'],
  [/w:fmt w:val="\w+"/g, 'w:fmt w:val="roman"'],
  [/w:lvlText w:val="[^"]*"/g, 'w:lvlText w:val="%9%8%7%6%5%4%3%2%1"'],
  [/w:start w:val="\d+"/g, 'w:start w:val="99999999999999"'],
  [/w:basedOn w:val="\w+"/g, 'w:basedOn w:val="Heading1"'],
  [/w:styleId="\w+"/g, 'w:styleId="Normal"'],
  [/r:id="\w+"/g, 'r:id="rId1"'],
  [/Target="[^"]*"/g, 'Target="document.xml"'],
  [/Target="[^"]*"/g, 'Target="../../../../x"'],
  [/<\?xml[^>]*\?>/g, '<!DOCTYPE a [<!ENTITY b "bbbb">]>'],
];

/** One of the places that a lie fits is changed. */
function lie(bytes: Bytes, [re, by]: [RegExp, string], share: number): Bytes {
  const text = Buffer.from(bytes).toString('latin1');
  const places = [...text.matchAll(re)];
  const one = places[Math.floor(places.length * share)];
  if (!one) return bytes;
  return new Uint8Array(
    Buffer.from(text.slice(0, one.index) + by + text.slice(one.index + one[0].length), 'latin1'),
  );
}

/** Any of the changes; `others` are files that parts of may come into it. */
function change(others: readonly Bytes[], lies: typeof LIES = LIES): fc.Arbitrary<Change> {
  const turned = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 });
  return fc.oneof(
    turned.map((spots) => (bytes: Bytes) => {
      const copy = bytes.slice();
      for (const [share, value] of spots) if (copy.length > 0) copy[at(copy, share)] = value;
      return copy;
    }),
    place.map((share) => (bytes: Bytes) => bytes.slice(0, at(bytes, share))),
    fc.tuple(place, place).map(([a, b]) => (bytes: Bytes) => {
      const [from, to] = [at(bytes, Math.min(a, b)), at(bytes, Math.max(a, b))];
      return joined(bytes.subarray(0, from), bytes.subarray(to));
    }),
    fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 200 })).map(
      ([share, put]) =>
        (bytes: Bytes) =>
          joined(bytes.subarray(0, at(bytes, share)), put, bytes.subarray(at(bytes, share))),
    ),
    fc.tuple(place, place, fc.constantFrom(...others)).map(
      ([a, b, other]) =>
        (bytes: Bytes) =>
          joined(bytes.subarray(0, at(bytes, a)), other.subarray(at(other, b))),
    ),
    fc.tuple(fc.constantFrom(...lies), place).map(
      ([one, share]) =>
        (bytes: Bytes) =>
          lie(bytes, one, share),
    ),
  );
}

const changes = (others: readonly Bytes[], lies?: typeof LIES): fc.Arbitrary<Change> =>
  fc
    .array(change(others, lies), { minLength: 1, maxLength: 4 })
    .map((all) => (bytes) => all.reduce((before, each) => each(before), bytes));

/** A package with some of its parts changed, or left out, and put together again with sums that are right. */
function mutatedPackage(packages: readonly Member[][]): fc.Arbitrary<Bytes> {
  const texts = packages.flatMap((parts) => parts.map(({ content }) => content as Bytes));
  return fc.constantFrom(...packages).chain((parts) => {
    const main = parts.findIndex(({ name }) => name.endsWith('document.xml'));
    const which = fc.oneof(fc.constant(main), fc.nat({ max: parts.length - 1 }));
    const damage = fc.tuple(which, fc.option(changes(texts, WORD_LIES), { freq: 15 }));
    return fc.array(damage, { minLength: 1, maxLength: 2 }).map((damaged) => {
      const made = new Map(parts.map(({ name, content }) => [name, content as Bytes]));
      for (const [at, changed] of damaged) {
        const { name } = parts[at] as Member;
        const before = made.get(name);
        if (changed === null) made.delete(name);
        else if (before) made.set(name, changed(before));
      }
      return makeZip([...made].map(([name, content]) => ({ name, content })));
    });
  });
}

/** One of the seeds after one to four changes. */
export function mutated({ files, packages }: Seeds): fc.Arbitrary<Bytes> {
  const all = [...files, ...packages.map((parts) => makeZip(parts))];
  const asBytes = fc.tuple(fc.constantFrom(...all), changes(all)).map(([file, changed]) => changed(file));
  return fc.oneof({ weight: 3, arbitrary: asBytes }, { weight: 1, arbitrary: mutatedPackage(packages) });
}
