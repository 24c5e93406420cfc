/**
 * Letters set apart: "P R O T O K O L L", "B e s l u t", and what kerning makes of it, "PRO T OK OL L". Told by the
 * text alone, for files that hold no positions.
 */

/** Single letters in a row, one blank between them; a wider blank parts two such words. */
const APART = /(?<![\p{L}\d])[\p{L}\d§](?: [\p{L}\d§.,:()/-])*(?: [\p{L}\d.,:()/-])(?![\p{L}\d])/gu;
/** So many letters are no initials, no marks in a table and no "a i o u". */
const LEAST = 5;
const VOWEL = /[aeiouyåäö]/iu;

/** Words that stand alone and large at the head of records: those are set apart, and come in pieces. */
const LARGE = new Set(
  (
    'protokoll protokollsutdrag sammanträdesprotokoll kallelse föredragningslista tjänsteskrivelse tjänsteutlåtande ' +
    'beslut förslag yrkande yrkanden reservation votering omröstning anslag bevis anslagsbevis närvarande beslutande ' +
    'ledamöter ersättare innehåll innehållsförteckning dagordning kommunfullmäktige kommunstyrelsen regionfullmäktige ' +
    'regionstyrelsen utdrag'
  ).split(' '),
);

/** The line with words whose letters were set apart joined. Words of the other text are left alone. */
export function joinLetters(line: string): string {
  if (!/(?<!\S)\p{L} \p{L}(?!\S)|(?<!\S)\p{Lu}{1,4} \p{Lu}{1,3}(?!\S)/u.test(line)) return line;
  const isWord = (run: string) =>
    (run.match(/\p{L}/gu)?.length ?? 0) >= LEAST && VOWEL.test(run) && !isSeries(run);
  const runs = line.match(APART) ?? [];
  // beside a word whose letters stand apart, shorter ones do, too: "F ö r s l a g   t i l l"
  const joined = runs.some(isWord) ? line.replace(APART, (run) => run.replaceAll(' ', '')) : line;
  // what stood between two words was the wider blank
  const text = joined === line ? line : joined.replace(/(?<=\p{L}{2}) {2,4}(?=\S)/gu, ' ');
  return joinPieces(text);
}

/** "a b c d", "A B C D": letters in their own order are marks. "x x x x": the same mark again. */
function isSeries(run: string): boolean {
  const letters = run.split(' ').filter((c) => /\p{L}/u.test(c));
  const first = letters[0]?.toLowerCase() ?? '';
  const same = letters.every((c) => c.toLowerCase() === first);
  return same || letters.every((c, i) => i === 0 || c > (letters[i - 1] as string));
}

/** A line of short pieces in capitals that spell one of the large words. */
function joinPieces(line: string): string {
  const bare = line.trim();
  const pieces = bare.split(/ +/);
  if (pieces.length < 2 || pieces.length > 24 || !/^[\p{Lu} ]+$/u.test(bare)) return line;
  return LARGE.has(pieces.join('').toLowerCase()) ? line.replace(bare, pieces.join('')) : line;
}
