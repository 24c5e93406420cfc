/**
 * The head of a letter inside flat text: what kind of paper it is, labels with their values, the body that it is
 * written to, and the title that stands below the last of them.
 */
import { bareDiarienummer } from '../../language/nummer.ts';
import { findOrganer } from '../../routing/organ.ts';
import type { Line } from '../line.ts';
import { type Cuts, GOES_ON, RUNNING, wordBefore } from './split-line.ts';

/** What a letterhead calls the official, the day, the number and the ways to reach her. */
const LABEL =
  /(?<!\S)(?:Handläggare|Upprättad av|Utfärdat|Datum|Ärendenummer|Ärendenr|Diarienummer|Diarienr|Dnr|Er referens|Vår referens|Vår beteckning|Kontaktperson|Telefon|Tfn|E-post|Epost)(?=[:\s])/giu;
/** What an official's letter calls itself. */
const KIND =
  /(?<!\S)(?=\p{Lu})(?:tjänste(?:skrivelse|utlåtande|yttrande|mannaskrivelse|mannautlåtande|mannaförslag)|tjänsteperson\p{L}+|ordförande(?:förslag|skrivelse)|beslutsförslag|missiv|promemoria|PM|handling \d{4} nr \d{1,4}|yttrande(?=\s\d{1,2}\s?\())(?=\s)/giu;
const KIND_ALONE = new RegExp(`${KIND.source.replace(/\(\?=\\s\)$/, '')}$`, 'iu');
/** Where the last of them ends: an address, or what was blotted out. */
const REACHED =
  /(?:E-?post:?\s+)?(?:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|E-?post:?\s+\[[^\]]{0,20}\])(?=\s+["”“]?\p{Lu})/gu;
/** "Biträdande verksamhetschef Taxa för …": a title behind what the official is called. */
const OFFICIAL =
  /\p{Ll}(?:chef|sekreterare|handläggare|controller|jurist|samordnare|planerare|ekonom|strateg|ingenjör|arkitekt|utredare|direktör)(?=\s\p{Lu}[\p{L}-]+\s(?:för|om|av|till|med|i|från|över|på|angående|gällande)\s)/gu;
/** The body on a line of its own, with the day of its meeting. */
const ALONE = /^(?:\s+\d{4}-\d{2}-\d{2})?(?=\s+["”“]?[\p{Lu}\d]|\s*$)/u;
/** So many labels make a letterhead. */
const LABELS = 3;
/** A letterhead takes at most this many letters. */
const LENGTH = 500;
/** The top of a page, in lines. */
const TOP = 4;
/** The kind of paper stands among the first so many letters. */
const OPENING = 200;

const labelsIn = (head: string) => [...head.matchAll(LABEL)].filter((m) => /^\p{Lu}/u.test(m[0]));

/** True below a line that names the kind of paper and nothing else, at the top of its page. */
export function isUnderKind(lines: readonly Line[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - TOP); i--) {
    const { text = '', pageStart = false } = lines[i] ?? {};
    if (text.search(KIND_ALONE) === 0) return true;
    if (pageStart) return false;
  }
  return false;
}

/** True where a text opens as letters do: with the kind of paper, or with labels. */
export function opensLetter(text: string): boolean {
  const opening = text.slice(0, OPENING);
  return opening.search(KIND) >= 0 || labelsIn(opening).length >= LABELS;
}

/**
 * Cuts the head of a letter, that ends at `to`: around the kind of paper, before its labels, around the bodies
 * named alone, and behind the last address. `letter`: it is known to be one; `proposes`: it ends at the heading
 * of a proposal. Gives the place where the title must begin, behind the last body; null where none is found.
 */
export function letterheadCuts(
  text: string,
  to: number,
  known: { letter: boolean; proposes: boolean },
  cuts: Cuts,
): number | null {
  const head = text.slice(0, Math.min(to, LENGTH));
  const labels = labelsIn(head);
  const kinds = [...head.matchAll(KIND)];
  const numbered = labels.length > 0 || bareDiarienummer(head) !== null;
  const isLetter =
    known.letter || kinds.length > 0 || labels.length >= LABELS || (known.proposes && numbered);
  const said = known.letter || kinds.length > 0;
  if (!isLetter || (to > LENGTH * 2 && !said)) return null;
  const cut = (at: number) => {
    if (!cuts.has(at)) cuts.set(at, RUNNING);
  };
  for (const { index } of labels) cut(index);
  for (const { index, 0: kind } of kinds) {
    cut(index);
    cut(index + kind.length);
  }
  const bodies = bodiesAlone(head);
  for (const [from, end] of bodies) {
    cut(from);
    cut(end);
  }
  const last = [...head.matchAll(REACHED)].at(-1);
  if (last) cuts.set(last.index + last[0].length, RUNNING);
  const title = bodies.at(-1)?.[1] ?? 0;
  const official = [...head.matchAll(OFFICIAL)].at(-1);
  const behind = official ? official.index + official[0].length : 0;
  if (behind > title) cut(behind);
  return Math.max(title, behind) || null;
}

/** "Socialnämnden" of "Socialnämnden Delårsbokslut": only a body of some part of a town has the place in its name. */
const WITHOUT_TITLE =
  /^(?!.*(?:dels|områdes|lokal)nämnden\s).*?(?:nämnden|styrelsen|utskottet|fullmäktige)(?=\s\p{Lu})/iu;

/** The bodies that stand for themselves: no genitive, no words of a sentence before or behind them. */
function bodiesAlone(head: string): [from: number, to: number][] {
  return findOrganer(head).flatMap(({ start, genitive, generic, ...found }): [number, number][] => {
    const end = start + (WITHOUT_TITLE.exec(head.slice(start, found.end))?.[0].length ?? found.end - start);
    const alone = ALONE.exec(head.slice(end));
    if (genitive || generic || !alone || !/^\p{Lu}/u.test(head.slice(start))) return [];
    return GOES_ON.test(wordBefore(head, start)) ? [] : [[start, end + alone[0].length]];
  });
}
