/** The sections of one ärende read into items. */
import { certainty, certaintyWith } from '../confidence.ts';
import { clausesOf } from '../items/attsats.ts';
import type { Clause } from '../items/clause.ts';
import { mottagareOf } from '../items/expediering.ts';
import { notesOf } from '../items/inlaga.ts';
import { underlagOf } from '../items/underlag.ts';
import { voteringarOf } from '../items/votering.ts';
import { withLists } from '../items/votering-lista.ts';
import { unconfirmedCounts } from '../items/votering-siffror.ts';
import { yrkandenOf } from '../items/yrkande.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import type { Measure } from '../lines/paragraphs.ts';
import { evidenceOf, type Passage } from '../lines/passage.ts';
import type { Arende, Handling } from '../record.ts';
import { sameOrgan } from '../routing/organ.ts';
import { isOwn } from './own-body.ts';
import { headingChain, proposedThrough } from './own-headings.ts';
import type { SectionBlock } from './sections.ts';
import { withVotesWhole } from './votes-whole.ts';

export type Ids = (...path: (string | number)[]) => string;

type Items = Pick<
  Arende,
  'yrkanden' | 'reservationer' | 'anteckningar' | 'voteringar' | 'expediering' | 'underlag'
>;

export interface Collected extends Items {
  forslag: Clause[];
  beslut: Clause[];
}

/** Somebody moves something, whatever the section is called. */
const MOVES = ord(
  /\byrka(?:r|de|s)\b|\(\S{1,6}\)\s(?:föreslår|föreslog|instämmer|tillstyrker|avstyrker)\b|\(\S{1,6}\)\s*(?::|[–-])\s*(?:bifall|avslag|återremiss)\b/iu,
);
/** In running text only this is a motion at the table; "yrkade" there tells of an earlier meeting. */
const MOVES_NOW = ord(
  /\(\S{1,6}\).{0,200}\byrkar\b|\byrkar\b.{0,80}\(\S{1,6}\)|\bOrdföranden?\s(?:\p{Lu}[\p{L}-]+\s){1,3}\(\S{1,6}\)\sföreslår\b/u,
);

/** Sections in which nobody protests, notes or votes. */
const SILENT = new Set<SectionBlock['section']>(['underlag', 'bilagor', 'tidigare', 'expediering']);

/** Everything that comes after the clauses of a decision: a rule across the page, the signatures. */
function untilRule(lines: Line[]): Line[] {
  const at = lines.findIndex((l) => ord(/^(?:[-_]{4,}|Vid protokollet\b|Justeras\b)/u).test(l.text));
  return at >= 0 ? lines.slice(0, at) : lines;
}

/** Reads the sections of an ärende of `handling` in order. */
export function collectItems(
  handling: Pick<Handling, 'kind' | 'organ'>,
  blocks: SectionBlock[],
  measure: Measure,
  id: Ids,
): Collected {
  const protokoll = handling.kind === 'protokoll';
  const hasUnderlag = blocks.some((b) => b.section === 'underlag');
  const out: Collected = {
    forslag: [],
    beslut: [],
    yrkanden: [],
    reservationer: [],
    anteckningar: [],
    voteringar: [],
    expediering: [],
    underlag: [],
  };
  const item = (kind: string, n: number, passage: Passage, fields?: string[]) => ({
    id: id(kind, n),
    ...certainty(passage, fields),
    evidence: evidenceOf(passage),
  });

  for (const { section, heading, lines, kedja } of withVotesWhole(blocks)) {
    const moves = protokoll && lines.some((l) => MOVES.test(l.text));
    const own =
      kedja ??
      (protokoll && section === 'forslag' ? headingChain(heading?.text ?? '', handling.organ) : null);
    if (protokoll && (section === 'beslut' || own)) {
      const clauses = clausesOf(untilRule(lines), measure);
      for (const c of clauses) out.beslut.push(own ? { ...c, kedja: onwardChain(c.kedja, own) } : c);
    } else if (section === 'forslag' && !moves) {
      const through = proposedThrough(heading?.text ?? '', handling.organ);
      for (const c of clausesOf(lines, measure))
        out.forslag.push(c.kedja.length > 0 ? c : { ...c, kedja: through });
    }
    if (protokoll && movesIn(section, lines, moves)) {
      for (const y of yrkandenOf(lines, measure)) {
        const { av, typ, passage } = y;
        out.yrkanden.push({
          ...item('yrkande', out.yrkanden.length, passage),
          av,
          typ,
          text: passage.text,
          utfall: null,
        });
      }
    }
    if (protokoll && !SILENT.has(section)) {
      const notes = notesOf(lines, section, measure);
      for (const { av, mot, passage } of notes.reservationer) {
        const fields = mot.length > 0 ? ['text', 'mot'] : ['text'];
        const base = item('reservation', out.reservationer.length, passage, fields);
        out.reservationer.push({ ...base, av, text: passage.text, mot });
      }
      for (const { typ, av, passage } of notes.anteckningar) {
        const base = item('anteckning', out.anteckningar.length, passage);
        out.anteckningar.push({ ...base, typ, av, text: passage.text });
      }
      for (const { passage, ...votering } of voteringarOf(lines, measure)) {
        const unsure = unconfirmedCounts(votering, passage, lines);
        out.voteringar.push({
          ...item('votering', out.voteringar.length, passage),
          ...certaintyWith(passage, unsure),
          ...votering,
        });
      }
    }
    if (section === 'expediering') {
      for (const m of mottagareOf(lines, measure)) {
        out.expediering.push({
          ...item('mottagare', out.expediering.length, m, ['mottagare']),
          mottagare: m.text,
        });
      }
    }
    if (section === 'underlag' || (section === 'bilagor' && protokoll && !hasUnderlag)) {
      for (const u of underlagOf(lines, measure)) {
        out.underlag.push({ ...item('underlag', out.underlag.length, u), text: u.text });
      }
    }
  }
  return { ...out, voteringar: withLists(out.voteringar) };
}

/** "Kommunstyrelsen beslutar" under "Arbetsutskottets förslag till kommunstyrelsen" names who will decide. */
function onwardChain(kedja: string[], own: string[]): string[] {
  const [first] = kedja;
  const [proposer, to] = own;
  if (!first || !proposer) return own;
  // "Kommunfullmäktige beslutar" under "Kommunstyrelsens förslag"
  const onward = to ? sameOrgan(first, to) : !isOwn(first, proposer);
  return onward ? [proposer, ...kedja] : kedja;
}

/** What a motion asks for, told where it is handed in or answered. */
const WRITTEN = ord(
  /\byrkar i (?:en|sin|motionen)\b|\b(?:motionär|motionsställar|förslagsställar|initiativtagar)\p{L}* (?:yrkar|föreslår)\b/iu,
);

function movesIn(section: SectionBlock['section'], lines: Line[], moves: boolean): boolean {
  if (section === 'yrkanden') return true;
  if (section === 'forslag' || section === 'beslutsgang') return moves;
  if (section !== null && section !== 'bakgrund') return false;
  const text = lines.map((l) => l.text).join(' ');
  return moves && MOVES_NOW.test(text) && !WRITTEN.test(text);
}
