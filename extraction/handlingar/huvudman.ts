/** The municipality or region of each handling: as printed, else that of the file's others, else the given one. */
import { ord } from '../language/ord.ts';
import type { Handling } from '../record.ts';
import type { Draft } from './draft.ts';

const NAMED = ord(
  /\b(Region(?:en)? (?!Mell|och|med|i\b)\p{Lu}[\p{L}]+(?: (?:län|Härjedalen|Götaland))?|Västra Götalandsregionen|\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)? (?:kommun|stad|Stad|läns landsting)|Landstinget (?:i )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|Kommunalförbundet \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|\p{Lu}\p{L}*(?:förbundet) \p{Lu}\p{L}+(?: (?!Protokoll|Sammanträde|Kallelse|Styrelse|Direktion)\p{Lu}\p{Ll}+)?|\p{Lu}\p{L}+ \p{L}*(?:gymnasie|räddningstjänst|kommunal)förbund)\b/gu,
);
const NO_NAME =
  /^(?:Region(?:en)? (?:Mellansverige)|(?:Vår|Varje|Denna|Egen|Hela|Annan|En|Vilken|Alla) (?:kommun|stad))/u;

/** "Göteborgs Stads" → "Göteborgs Stad", "Region Norråns" → "Region Norrån": no region's name ends in s by itself. */
function nominative(name: string): string {
  return name
    .replace(ord(/\b(kommun|stad|Stad|landsting|regionen|region)s$/u), '$1')
    .replace(/^(Region(?:en)? \p{Lu}\p{L}+?)s$/u, '$1');
}

/** "EKERUDS KOMMUN" in a letterhead: the same name in capitals. */
const CAPITALS = /(?<!\p{L})(\p{Lu}{3,}(?:[- ]\p{Lu}{2,})?) (KOMMUN|STAD|LÄNS LANDSTING)(?!\p{L})/gu;
const REGION_CAPITALS = /(?<!\p{L})(REGION) (\p{Lu}{3,}(?: \p{Lu}{3,})?)(?!\p{L})/gu;

const UNION_CAPITALS = /(?<!\p{L})(\p{Lu}{3,20}FÖRBUNDET) (\p{Lu}{3,}(?: \p{Lu}{3,})?)(?!\p{L})/gu;

const capitalised = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();

/** Names written in capitals, as they would stand in a sentence. */
function fromCapitals(text: string): string[] {
  const places = [...text.matchAll(CAPITALS)].map(
    (m) => `${(m[1] ?? '').split(' ').map(capitalised).join(' ')} ${(m[2] ?? '').toLowerCase()}`,
  );
  const regions = [...text.matchAll(REGION_CAPITALS)].map(
    (m) => `Region ${(m[2] ?? '').split(' ').map(capitalised).join(' ')}`,
  );
  const unions = [...text.matchAll(UNION_CAPITALS)].map((m) =>
    [m[1] ?? '', ...(m[2] ?? '').split(' ')].map(capitalised).join(' '),
  );
  return [...places, ...regions, ...unions];
}

/** Names by how often they stand in the text; letterheads and feet count five times. */
function namesIn(draft: Draft): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sheet of draft.sheets.slice(0, 40)) {
    const edge = new Set([...sheet.all.slice(0, 6), ...sheet.furniture]);
    for (const [i, line] of sheet.all.entries()) {
      const next = sheet.all[i + 1]?.text ?? '';
      // a letterhead with "KOMMUN" under the name
      const text = edge.has(line) && /^(?:KOMMUN|STAD)$/i.test(next) ? `${line.text} ${next}` : line.text;
      const found = [...[...text.matchAll(NAMED)].map((m) => m[1] ?? ''), ...fromCapitals(text)];
      for (const name of found.map(nominative)) {
        if (NO_NAME.test(name)) continue;
        counts.set(name, (counts.get(name) ?? 0) + (edge.has(line) ? 5 : 1));
      }
    }
  }
  return counts;
}

function top(counts: Map<string, number>): string | null {
  let best: [string, number] | null = null;
  for (const entry of counts) if (!best || entry[1] > best[1]) best = entry;
  return best?.[0] ?? null;
}

/** Sets `huvudman` of every handling of a file. A bundle is of one huvudman: the one its records name most. */
export function settleHuvudman(handlingar: Handling[], drafts: Draft[], given: string | null): void {
  const all = new Map<string, number>();
  handlingar.forEach((h, i) => {
    const weight = h.kind === 'annat' ? 1 : 3;
    for (const [name, n] of namesIn(drafts[i] as Draft)) all.set(name, (all.get(name) ?? 0) + n * weight);
  });
  const common = top(all);
  for (const h of handlingar) h.huvudman = common ?? given;
}
