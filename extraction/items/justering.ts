/** Who approves the minutes: under a label of the front page, or in the sentence of a §. */
import { isPersonName, parsePersons } from '../language/person.ts';
import type { Line } from '../lines/line.ts';
import type { Person } from '../record.ts';
import { EJ_NAMN, JUSTERARE_RUBRIKER } from '../vocabulary/narvaro.ts';
import type { Narvaro } from './narvaro.ts';
import { type Cell, cellsOf, continues } from './narvaro-cells.ts';

export { type Anslag, findAnslag } from './anslag.ts';

const LABEL = new RegExp(`^(?:${JUSTERARE_RUBRIKER.join('|')})\\s*(?:[:.]\\s*|\\s+|$)`, 'iu');
const UTSES = '(?:utses?|utsågs|utsetts|väljs?|väljer|utser|valdes|utsedd(?:a|es)?)';
const NAMES = "(\\p{Lu}[\\p{L}\\s,.()'’-]{2,160}?)";
const JUSTERARE = '(?:protokolls?)?(?:justerare|justeringspersoner?|justeringsmän)';

/** The sentences that name them; bounded, so that a long text costs no more than its length. */
const SENTENCES = [
  // "Till att jämte ordförande justera protokoll utses Anna Berg."
  new RegExp(
    `justera\\b[^.;:]{0,60}?\\s${UTSES}\\s+${NAMES}(?:\\.(?!\\s?\\p{L}\\.)|$|\\s+och\\s+att\\s|\\s+att\\s)`,
    'u',
  ),
  // "Till justerare utses Anna Berg (S)."
  new RegExp(`[Tt]ill\\s+${JUSTERARE}[^.;:]{0,60}?\\s${UTSES}\\s+${NAMES}(?:\\.|$|\\s+att\\s)`, 'u'),
  // "utser Anna Berg (S) att justera", "Att utse Anna Berg till justerare"
  new RegExp(
    `[Uu]tse[rs]?\\s+${NAMES}\\s+(?:(?:till|som)\\s+(?:att\\s[^.;:]{0,60}?justera|${JUSTERARE})|att\\s[^.;:]{0,80}?justera)`,
    'u',
  ),
  // "Anna Berg (S) utses att jämte ordföranden justera protokollet"
  new RegExp(
    `${NAMES}\\s+${UTSES}\\s+(?:(?:till|som)\\s+(?:att\\s[^.;:]{0,60}?justera|${JUSTERARE})|att\\s[^.;:]{0,80}?justera)`,
    'u',
  ),
];

/**
 * The justerare of a protokoll, each once. A party that only the attendance list prints is added from
 * `narvaro`; an elected ersättare for the justerare is not one.
 */
export function readJusterare(lines: readonly Line[], narvaro: Narvaro | null = null): Person[] {
  const found = labelled(lines);
  const people = found.length > 0 ? found : fromSentences(lines);
  const known = narvaro ? [...narvaro.ledamoter, ...narvaro.ersattare] : [];
  return people.map((person) => {
    const same = known.find((k) => k.namn === person.namn);
    return { namn: person.namn, parti: person.parti ?? same?.parti ?? null, roll: null };
  });
}

function labelled(lines: readonly Line[]): Person[] {
  for (let i = 0; i < lines.length; i++) {
    const cells = cellsOf(lines[i] as Line);
    const at = cells.findIndex((c) => LABEL.test(c.text));
    if (at < 0 || at > 1) continue;
    const own = (cells[at]?.text ?? '').replace(LABEL, '');
    const texts = [own, ...cells.slice(at + 1).map((c) => c.text)].filter(
      (t) => t !== '' && !/^[._…\s]+$/.test(t),
    );
    let text = texts.join(', ');
    const column = cells.at(-1);
    // The names may stand below the label, or go on there.
    for (let k = i + 1; k < Math.min(lines.length, i + 4); k++) {
      const below = cellsOf(lines[k] as Line)
        .map((c) => c.text)
        .join(', ');
      const next = isNextName(lines[k] as Line, column);
      const more: boolean = next || text === '' || /(?:[,-]|\soch)$/u.test(text) || continues(text, below);
      if (!more) break;
      if (/^[._…\s]+$/.test(below)) continue;
      text = text ? `${text}${next ? ', ' : ' '}${below}` : below;
    }
    const people = persons(text);
    if (people.length > 0) return people;
  }
  return [];
}

/** One name under the other: alone in its line, where the column of the first begins. */
function isNextName(line: Line, column: Cell | undefined): boolean {
  const [only, ...more] = cellsOf(line);
  if (!only || !column || more.length > 0 || line.words.length === 0 || line.gap > 0.6) return false;
  const name = only.text.replace(/(?<!\s)\s*\([^()]{1,12}\)$/, '');
  return Math.abs(only.x - column.x) < 3 && isPersonName(name);
}

function fromSentences(lines: readonly Line[]): Person[] {
  for (let i = 0; i < lines.length; i++) {
    if (!/juster/iu.test(lines[i]?.text ?? '')) continue;
    const text = lines
      .slice(Math.max(0, i - 2), i + 4)
      .map((l) => l.text.trim())
      .join(' ')
      .replace(/\s+/g, ' ');
    for (const re of SENTENCES) {
      const m = re.exec(text);
      const people = m?.[1] ? persons(m[1]) : [];
      if (people.length > 0) return people;
    }
  }
  return [];
}

function persons(text: string): Person[] {
  const without = text
    .replace(/(?<!\s)\s+(?:med|och)\s{1,9}[^,]{3,60}\s+som\s+(?:ersättare|suppleant).*$/iu, '')
    .replace(/(?:,\s*|(?<![,\s])\s*)(?:ersättare|suppleant)(?:\s*:)?\s.*$/iu, '')
    .replace(/\((?:ersättare|ers\.?)[^()]*\)/giu, '');
  const out: Person[] = [];
  for (const p of parsePersons(without)) {
    if (
      !p.namn ||
      EJ_NAMN.test(p.namn) ||
      !(isPersonName(p.namn) || (p.parti && /^\p{Lu}[\p{L}'’-]+$/u.test(p.namn)))
    )
      continue;
    if (!out.some((o) => o.namn === p.namn)) out.push(p);
  }
  return out;
}
