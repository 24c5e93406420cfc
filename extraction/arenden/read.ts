/** One ärende: its title and number, then its sections read into items and routed. */

import { certaintyWith, readWords, unconfirmedFields } from '../confidence.ts';
import { least, most } from '../extremes.ts';
import type { Clause } from '../items/clause.ts';
import { yrkandeOutcome } from '../items/yrkande-utfall.ts';
import {
  andraNummerOf,
  bareDiarienummer,
  bracketedDiarienummer,
  type FoundNumber,
  findDiarienummer,
  labelledDiarienummer,
  loneDiarienummer,
} from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { evidenceOf, type Passage, passageAt, passageOf, slicePassage } from '../lines/passage.ts';
import type { Arende, Attsats, Handling } from '../record.ts';
import { nextOf } from '../routing/next.ts';
import { utfallOf } from '../routing/utfall.ts';
import { isHeading } from '../vocabulary/headings.ts';
import { isOfLaterYear } from './bekraftade.ts';
import { kedjaFor } from './chain.ts';
import { collectItems, type Ids } from './collect.ts';
import { withListedDocuments } from './listed-documents.ts';
import { firstProposal, sectionsOfMinutes, withDeciderUnderProposal } from './minutes-sections.ts';
import { readRubrik } from './rubrik.ts';
import { sectionsOf } from './sections.ts';
import { withProposedSentence, withUnheadedProposal } from './unheaded-proposal.ts';

/** What of its handling an ärende needs. */
export type HandlingContext = Pick<
  Handling,
  'kind' | 'organ' | 'till' | 'avsandare' | 'datum' | 'diarienummer' | 'andraNummer' | 'obekraftade'
>;

export interface ArendeHead {
  paragraf: string | null;
  punkt: string | null;
  /** What stood on the head's line after the number. */
  rest: Line | null;
  /** The head's own line. */
  line: Line | null;
  /** The line above the head, where the minutes print the matter's number there. */
  above?: Line | null;
}

const IMMEDIATE = ord(
  /\b(?:paragraf(?:en)?|§-?e?n?|punkten|beslutet|ärendet|protokollet)\b[^.]{0,60}\bomedelbart (?:justera|förklara)|\bförklara[rs]\b[^.]{0,40}\bomedelbart justera|\bomedelbar(?:t)? juster(?:ing|ad|at)|\bjusteras omedelbart\b|\bjustera (?:paragrafen|punkten|beslutet|ärendet|protokollet) omedelbart\b/iu,
);
/** The ground for secrecy, where a title or a heading names it. */
const SEKRETESS = ord(
  /\b(?:sekretess(?:belagd|belagt|markera[dt])?|offentlighets- och sekretesslagen|OSL)\b(?:kap\.|[^.]){0,80}/u,
);

/** A § withheld from the published minutes says so in place of its text. */
const WITHHELD = ord(
  /^(?:sekretess$|(?:innehållet i )?(?:denna |dessa )?paragraf(?:en|erna)?\b.{0,40}\bsekretess|ärendet (?:är|omfattas)\b.{0,20}\bsekretess)/iu,
);

/** The ground of secrecy in the sentence that stands in place of a withheld text, or null. */
function secrecyOf(lines: Line[]): string | null {
  const at = lines.slice(0, 12).findIndex((l) => WITHHELD.test(l.text));
  if (at < 0) return null;
  const text = passageOf(lines.slice(at, at + 3)).text;
  return ord(/\bsekretess(?:belagda?|belagt)?(?: enligt (?:kap\.|[^.]){3,80})?/iu).exec(text)?.[0] ?? null;
}

/** Reads an ärende from the lines under its head. */
export function readArende(
  handling: HandlingContext,
  head: ArendeHead,
  lines: Line[],
  measure: Measure,
  id: Ids,
): Arende {
  const title = readRubrik(lines, head.rest, measure);
  const rubrik = passageOf(title.lines);
  const letter = handling.kind === 'tjansteskrivelse';
  const protokoll = handling.kind === 'protokoll';
  const found = sectionsOf(lines.slice(title.taken));
  const sections = protokoll ? withListedDocuments(found) : found;
  const blocks = letter
    ? firstProposal(withUnheadedProposal(withDeciderUnderProposal(sections)))
    : protokoll
      ? sectionsOfMinutes(sections, measure, handling.organ)
      : withProposedSentence(withUnheadedProposal(withDeciderUnderProposal(sections)));
  const { forslag: proposed, beslut: decided, ...items } = collectItems(handling, blocks, measure, id);
  const forslag = proposed.map((clause, n) => attsatsOf(handling, clause, id('forslag', n), false));
  const beslut = decided.map((clause, n) => attsatsOf(handling, clause, id('beslut', n), true));
  const beslutsgang = blocks
    .filter((b) => b.section === 'beslutsgang' || b.section === 'votering' || b.section === 'yrkanden')
    .map((b) => passageOf(b.lines).text)
    .join(' ');
  yrkandeOutcome(items.yrkanden, beslutsgang);
  const number = letter ? null : numberOf(head, lines, title.taken);
  const andraNummer = letter ? handling.andraNummer : number?.andraNummer;
  const headAt = head.line && head.paragraf ? headNumber(head.line, head.paragraf) : null;
  return {
    id: id('arende'),
    paragraf: head.paragraf,
    punkt: head.punkt,
    rubrik: rubrik.text || null,
    diarienummer: letter ? handling.diarienummer : (number?.value ?? null),
    ...(andraNummer && { andraNummer }),
    pages: pagesOf(head.line ? [head.line, ...lines] : lines),
    sekretess: SEKRETESS.exec(rubrik.text)?.[0] ?? secrecyOf(lines),
    omedelbartJusterad: protokoll && IMMEDIATE.test(lines.map((l) => l.text).join(' ')),
    forslag,
    beslut,
    ...items,
    utfall: protokoll
      ? utfallOf({ beslut, forslag, yrkanden: items.yrkanden, underlag: items.underlag }, beslutsgang)
      : null,
    next: [...beslut, ...forslag].find((a) => a.next)?.next ?? withoutClauses(handling),
    obekraftade: [
      ...unconfirmedFields({ paragraf: headAt, diarienummer: number?.at ?? null, rubrik }),
      ...(isDoubtful(handling, letter, number) ? ['diarienummer'] : []),
    ].filter((field, i, all) => all.indexOf(field) === i),
    evidence: {
      paragraf: headAt ? evidenceOf(headAt) : [],
      diarienummer: number ? evidenceOf(number.at) : [],
    },
  };
}

/** A letter's number is its handling's, confirmed or not. */
function isDoubtful(handling: HandlingContext, letter: boolean, number: FoundAt | null): boolean {
  if (letter) return handling.obekraftade.includes('diarienummer');
  return number !== null && isOfLaterYear(number.value, handling.datum, readWords(number.at).length > 0);
}

function attsatsOf(handling: HandlingContext, clause: Clause, id: string, decided: boolean): Attsats {
  const kedja = kedjaFor(handling, clause, decided);
  const { passage, nr, ledtext } = clause;
  return {
    id,
    ...certaintyWith(passage, unconfirmedFields({ text: passage, ledtext })),
    evidence: evidenceOf(passage),
    nr,
    text: passage.text,
    ledtext: ledtext?.text ?? null,
    kedja,
    next: nextOf(handling, { text: passage.text, kedja }, decided),
  };
}

interface FoundAt {
  value: string;
  /** The numbers that follow on its line; left out where none does. */
  andraNummer?: string[];
  at: Passage;
}

/** The matter's number beside the §, under it, or at the end of the title. */
function numberOf(head: ArendeHead, lines: Line[], taken: number): FoundAt | null {
  const near = [
    ...(head.above ? [head.above] : []),
    ...(head.rest ? [head.rest] : []),
    ...lines.slice(0, Math.max(taken, 3)),
  ];
  const number =
    findDiarienummer(near.filter((l) => labelledDiarienummer(l.text) || bareDiarienummer(l.text))) ??
    byItsPlace(near);
  if (!number) return null;
  const { found, line } = number;
  return { value: found.value, ...andraNummerOf(line, found), at: passageAt(line, found.start, found.end) };
}

/** "0479/17" of "§ 95, 0479/17", or alone under the § or its title, or in brackets behind it: told by its place. */
function byItsPlace(lines: Line[]): { found: FoundNumber; line: Line } | null {
  for (const line of lines) {
    if (isHeading(line.text)) return null;
    const found = loneDiarienummer(line.text) ?? bracketedDiarienummer(line.text);
    if (found) return { found, line };
  }
  return null;
}

/** "KS § 12" on its line, without what follows the number. */
function headNumber(line: Line, paragraf: string): Passage {
  const passage = passageOf([line]);
  const form = paragraf.split('/').join('\\s?[/:]\\s?');
  const end = new RegExp(`(?<!\\d)${form}(?!\\d)`, 'u').exec(passage.text);
  return slicePassage(passage, 0, end ? end.index + end[0].length : passage.text.length);
}

/** A letter without clauses still goes to its addressee, a kallelse's item to the body called. */
function withoutClauses(handling: HandlingContext) {
  return handling.kind === 'protokoll' ? null : nextOf(handling, { text: '', kedja: [] }, false);
}

function pagesOf(lines: Line[]): [number, number] {
  const pages = lines.map((l) => l.page);
  return [least(pages), most(pages)];
}
