/** Gold and found, put in pairs: the best pair first, and nothing used twice. */
import type { FlatArende, FlatItem, ItemType, LooseArende, LooseHandling } from './document.ts';
import { sharedMovers } from './movers.ts';
import { hardFacts, normalise, sameBody, similarity, wordOverlap } from './normalise.ts';

export interface Pairing<T> {
  pairs: [gold: T, found: T][];
  missed: T[];
  extra: T[];
}

/** Least likeness of two texts that are readings of one clause. */
const SAME_TEXT = 0.85;

/** Three decimals, so that differences which mean nothing do not decide who is paired with whom. */
const rounded = (score: number): number => Number(score.toFixed(3));

/**
 * Pairs each gold entry with at most one found one. Higher scores first; among equals those that stand in
 * about the same place of their lists, then the order of the lists.
 * @param score 0 for a pair that may not be
 */
export function pair<T>(gold: T[], found: T[], score: (gold: T, found: T) => number): Pairing<T> {
  const candidates: { score: number; apart: number; i: number; j: number }[] = [];
  gold.forEach((g, i) => {
    found.forEach((x, j) => {
      const s = score(g, x);
      if (s <= 0) return;
      const apart = Math.abs(i / Math.max(1, gold.length) - j / Math.max(1, found.length));
      candidates.push({ score: rounded(s), apart, i, j });
    });
  });
  candidates.sort((a, b) => b.score - a.score || a.apart - b.apart || a.i - b.i || a.j - b.j);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  const pairs: [T, T][] = [];
  for (const { i, j } of candidates) {
    if (usedGold.has(i) || usedFound.has(j)) continue;
    usedGold.add(i);
    usedFound.add(j);
    pairs.push([gold[i] as T, found[j] as T]);
  }
  return {
    pairs,
    missed: gold.filter((_, i) => !usedGold.has(i)),
    extra: found.filter((_, j) => !usedFound.has(j)),
  };
}

/** § without its year, and diarienummer, both normalised. */
function keyOf(arende: LooseArende): { paragraf: string; diarienummer: string } {
  const paragraf = normalise(arende.paragraf || '').replace(/^[§ ]+/, '');
  return { paragraf: paragraf.split('/')[0] ?? '', diarienummer: normalise(arende.diarienummer || '') };
}

/** Whether a gold matter and a found one may be the same: by § and number, else by number or heading. */
export function scoreArende(gold: FlatArende, found: FlatArende): number {
  const [g, x] = [keyOf(gold.source), keyOf(found.source)];
  const sameKind = gold.handling.kind === found.handling.kind;
  const headings = () => similarity(normalise(gold.source.rubrik), normalise(found.source.rubrik));
  if (g.paragraf && x.paragraf) {
    const same = g.paragraf === x.paragraf && g.diarienummer === x.diarienummer;
    if (same) return 2 * (2 + headings());
    return g.paragraf === x.paragraf && sameKind ? 1.5 * (1.5 + headings()) : 0;
  }
  if (!sameKind) return 0;
  const alike = headings();
  const sameNumber = g.diarienummer !== '' && g.diarienummer === x.diarienummer;
  return alike >= 0.7 || sameNumber ? alike + (sameNumber ? 1 : 0) : 0;
}

/** How many of its marks two documents share; 0 when they are of different kinds. */
export function scoreHandling(gold: LooseHandling, found: LooseHandling): number {
  if (gold.kind !== found.kind) return 0;
  const marks = ['datum', 'diarienummer', 'dokumentnummer'] as const;
  let score = marks.filter((mark) => gold[mark] && gold[mark] === found[mark]).length;
  if (gold.organ && found.organ && sameBody(gold.organ, found.organ)) score += 1;
  if (gold.rubrik && similarity(normalise(gold.rubrik), normalise(found.rubrik), 0.7) >= 0.7) score += 1;
  const paragrafer = (handling: LooseHandling) =>
    (handling.arenden ?? []).map((arende) => keyOf(arende).paragraf).filter((paragraf) => paragraf !== '');
  const known = new Set(paragrafer(gold));
  return paragrafer(found).some((paragraf) => known.has(paragraf)) ? score + 1 : score;
}

/** Which gold matter was paired with which found one, looked up from either side. */
export type ArendePairs = Map<FlatArende, FlatArende>;

/** More for an item in the matter that its own was paired with; 0 when both matters are others' pairs. */
function placeOf(gold: FlatItem, found: FlatItem, arenden: ArendePairs): number {
  if (arenden.get(gold.arende) === found.arende) return 1.5;
  return arenden.has(gold.arende) && arenden.has(found.arende) ? 0 : 1;
}

function scoreText(gold: FlatItem, found: FlatItem): number {
  const alike = similarity(gold.text, found.text, SAME_TEXT);
  return alike >= SAME_TEXT && hardFacts(gold.text) === hardFacts(found.text) ? alike : 0;
}

function scoreMoved(gold: FlatItem, found: FlatItem): number {
  if (gold.typ !== found.typ) return 0;
  const who = sharedMovers(gold.av, found.av);
  const what = wordOverlap(gold.text, found.text);
  return who >= 0.5 && what >= 0.5 ? who + what : 0;
}

const scoreVote = (gold: FlatItem, found: FlatItem): number => (gold.text === found.text ? 1 : 0);

const SCORES: { [type in ItemType]: (gold: FlatItem, found: FlatItem) => number } = {
  forslag: scoreText,
  beslut: scoreText,
  yrkanden: scoreMoved,
  reservationer: scoreMoved,
  anteckningar: scoreMoved,
  expediering: scoreText,
  underlag: scoreText,
  voteringar: scoreVote,
};

/** Pairs the items of one type. */
export function pairItems(
  type: ItemType,
  gold: FlatItem[],
  found: FlatItem[],
  arenden: ArendePairs,
): Pairing<FlatItem> {
  return pair(gold, found, (g, x) => {
    const place = placeOf(g, x, arenden);
    return place === 0 ? 0 : SCORES[type](g, x) * place;
  });
}
