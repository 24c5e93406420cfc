/** One ärende: its title and number, then its sections read into items. */

import { certainty } from '../confidence.ts';
import { type Clause, clausesOf } from '../items/attsats.ts';
import { mottagareOf } from '../items/expediering.ts';
import { notesOf } from '../items/inlaga.ts';
import { isLedtext, splitInlineLedtext } from '../items/ledtext.ts';
import { underlagOf } from '../items/underlag.ts';
import { voteringarOf } from '../items/votering.ts';
import { yrkandenOf } from '../items/yrkande.ts';
import { yrkandeOutcome } from '../items/yrkande-utfall.ts';
import { bareDiarienummer, findDiarienummer, labelledDiarienummer } from '../language/nummer.ts';
import { ord } from '../language/ord.ts';
import type { Line } from '../lines/line.ts';
import { type Measure, startsParagraph, usualGap } from '../lines/paragraphs.ts';
import { evidenceOf, type Passage, passageOf, slicePassage } from '../lines/passage.ts';
import type { Arende, Evidence, Handling } from '../record.ts';
import { nextOf } from '../routing/next.ts';
import { utfallOf } from '../routing/utfall.ts';
import { readRubrik } from './rubrik.ts';
import { type SectionBlock, sectionsOf } from './sections.ts';

/** What of its handling an ärende needs. */
export type HandlingContext = Pick<Handling, 'kind' | 'organ' | 'till' | 'avsandare' | 'diarienummer'>;

export interface ArendeHead {
  paragraf: string | null;
  punkt: string | null;
  /** What stood on the head's line after the number. */
  rest: Line | null;
  /** The head's own line. */
  line: Line | null;
}

/** Words that only stand in a yrkande's sentence. */
const MOVES = ord(/\byrka(?:r|de|s)\b|\(\S{1,6}\)\s(?:föreslår|föreslog)\b/iu);
const IMMEDIATE = ord(
  /\b(?:paragraf(?:en)?|§-?e?n?|punkten|beslutet|ärendet|protokollet)\b[^.]{0,60}\bomedelbart (?:justera|förklara)|\bförklara[rs]\b[^.]{0,40}\bomedelbart justera|\bomedelbar(?:t)? juster(?:ing|ad|at)/iu,
);
const SEKRETESS = ord(
  /\b(?:sekretess(?:belagd|belagt|markera[dt])?|offentlighets- och sekretesslagen|OSL)\b[^.]{0,80}/u,
);

/**
 * Reads an ärende from its lines. `lead` is true where a decision may stand without a heading, after a line
 * such as "Nämnden beslutar" (protokoll).
 */
export function readArende(
  handling: HandlingContext,
  head: ArendeHead,
  lines: Line[],
  measure: Measure,
  id: (...path: (string | number)[]) => string,
): Arende {
  const title = readRubrik(lines, head.rest, measure);
  const rubrik = passageOf(title.lines);
  const body = lines.slice(title.taken);
  const sections = sectionsOf(body);
  const blocks =
    handling.kind === 'tjansteskrivelse'
      ? firstProposal(sections)
      : withUnheadedDecision(sections, handling, measure);
  const numberLines = [...(head.rest ? [head.rest] : []), ...lines.slice(0, Math.max(title.taken, 3))];
  const number = findDiarienummer(
    numberLines.filter((l) => labelledDiarienummer(l.text) || bareDiarienummer(l.text)),
  );
  const own = handling.kind === 'tjansteskrivelse' ? null : (number?.found.value ?? null);

  const clauses = { forslag: [] as Clause[], beslut: [] as Clause[] };
  const out: Pick<
    Arende,
    'yrkanden' | 'reservationer' | 'anteckningar' | 'voteringar' | 'expediering' | 'underlag'
  > = {
    yrkanden: [],
    reservationer: [],
    anteckningar: [],
    voteringar: [],
    expediering: [],
    underlag: [],
  };
  const item = (kind: string, n: number, passage: Passage, sure: number) => ({
    id: id(kind, n),
    ...certainty(passage, sure),
    evidence: evidenceOf(passage),
  });
  const protokoll = handling.kind === 'protokoll';
  const hasUnderlag = blocks.some((b) => b.section === 'underlag');
  for (const block of blocks) {
    const moves = block.lines.some((l) => MOVES.test(l.text));
    if (block.section === 'beslut' && protokoll) {
      clauses.beslut.push(...clausesOf(withoutNotes(block.lines), measure));
    } else if (block.section === 'forslag' && !(protokoll && moves)) {
      clauses.forslag.push(...clausesOf(block.lines, measure));
    }
    if (
      protokoll &&
      (block.section === 'yrkanden' ||
        (block.section === 'forslag' && moves) ||
        block.section === 'beslutsgang')
    ) {
      if (block.section !== 'beslutsgang' || moves) {
        for (const y of yrkandenOf(block.lines, measure)) {
          out.yrkanden.push({
            ...item('yrkande', out.yrkanden.length, y.passage, y.typ === 'annat' ? 0.75 : 0.93),
            av: y.av,
            typ: y.typ,
            text: y.passage.text,
            utfall: null,
          });
        }
      }
    }
    if (
      protokoll &&
      block.section !== 'underlag' &&
      block.section !== 'bilagor' &&
      block.section !== 'tidigare' &&
      block.section !== 'expediering'
    ) {
      const notes = notesOf(block.lines, block.section, measure);
      for (const r of notes.reservationer) {
        out.reservationer.push({
          ...item('reservation', out.reservationer.length, r.passage, 0.95),
          av: r.av,
          text: r.passage.text,
          mot: r.mot,
        });
      }
      for (const a of notes.anteckningar) {
        out.anteckningar.push({
          ...item('anteckning', out.anteckningar.length, a.passage, 0.92),
          typ: a.typ,
          av: a.av,
          text: a.passage.text,
        });
      }
      for (const v of voteringarOf(block.lines, measure)) {
        const { passage, ...votering } = v;
        out.voteringar.push({ ...item('votering', out.voteringar.length, passage, 0.93), ...votering });
      }
    }
    if (block.section === 'expediering') {
      for (const m of mottagareOf(block.lines, measure)) {
        out.expediering.push({ ...item('mottagare', out.expediering.length, m, 0.95), mottagare: m.text });
      }
    }
    if (block.section === 'underlag' || (block.section === 'bilagor' && protokoll && !hasUnderlag)) {
      for (const u of underlagOf(block.lines, measure)) {
        out.underlag.push({ ...item('underlag', out.underlag.length, u, 0.93), text: u.text });
      }
    }
  }

  const attsatser = (kind: 'forslag' | 'beslut') =>
    clauses[kind].map((c, n) => {
      const kedja = kedjaFor(handling, c);
      return {
        ...item(kind, n, c.passage, c.ledtext || c.nr !== null ? 0.97 : 0.9),
        nr: c.nr,
        text: c.passage.text,
        ledtext: c.ledtext?.text ?? null,
        kedja,
        next: nextOf(handling, { text: c.passage.text, kedja }, kind === 'beslut'),
      };
    });
  const forslag = attsatser('forslag');
  const beslut = attsatser('beslut');
  const beslutsgang = blocks
    .filter((b) => b.section === 'beslutsgang' || b.section === 'votering')
    .map((b) => passageOf(b.lines).text)
    .join(' ');
  yrkandeOutcome(out.yrkanden, beslutsgang);
  const all = lines.map((l) => l.text).join(' ');
  const first = [...beslut, ...forslag].find((a) => a.next)?.next ?? null;
  return {
    id: id('arende'),
    paragraf: head.paragraf,
    punkt: head.punkt,
    rubrik: rubrik.text || null,
    diarienummer: own ?? (handling.kind === 'tjansteskrivelse' ? handling.diarienummer : null),
    pages: pagesOf(head.line ? [head.line, ...lines] : lines),
    sekretess: SEKRETESS.exec(rubrik.text)?.[0] ?? null,
    omedelbartJusterad: protokoll && IMMEDIATE.test(all),
    forslag,
    beslut,
    ...out,
    utfall: protokoll ? utfallOf({ beslut, forslag }, beslutsgang) : null,
    next: first ?? fallbackNext(handling),
    obekraftade: [],
    evidence: {
      paragraf: head.line && head.paragraf ? evidenceOf(passageOf([head.line])) : [],
      diarienummer: number ? numberEvidence(number.line, number.found) : [],
    },
  };
}

function numberEvidence(line: Line, found: { start: number; end: number }): Evidence[] {
  return evidenceOf(slicePassage(passageOf([line]), found.start, found.end));
}

/** A tjänsteskrivelse without clauses still goes to its addressee, a kallelse's item to the body called. */
function fallbackNext(handling: HandlingContext) {
  if (handling.kind === 'protokoll') return null;
  return nextOf(handling, { text: '', kedja: [] }, false);
}

/** The chain of a clause: that of its lead-in, else the body that meets, else the one addressed. */
function kedjaFor(handling: HandlingContext, clause: Clause): string[] {
  if (clause.kedja.length > 0) return withMeetingBody(handling, clause);
  if (handling.organ) return [handling.organ];
  const subject = splitSubject(clause.passage.text);
  if (subject) return [subject];
  return handling.till[0] && handling.till.length === 1 ? [handling.till[0]] : [];
}

/** "X föreslås lägga ärendet till handlingarna": the clause's own subject decides. */
function splitSubject(text: string): string | null {
  const m = ord(/^(.{4,80}?)\s+(?:föreslås|beslutar|föreslår)\b/iu).exec(text);
  return m?.[1] && /nämnd|styrelse|fullmäktige|utskott|direktion|beredning/iu.test(m[1]) ? m[1] : null;
}

function withMeetingBody(_handling: HandlingContext, clause: Clause): string[] {
  return clause.kedja;
}

function pagesOf(lines: Line[]): [number, number] {
  const pages = lines.map((l) => l.page);
  return [Math.min(...pages), Math.max(...pages)];
}

/** Lines of a decision that are notes to it rather than clauses: who reserves, who takes no part. */
function withoutNotes(lines: Line[]): Line[] {
  const at = lines.findIndex((l) => ord(/^(?:[-_]{4,}|Vid protokollet\b|Justeras\b)/u).test(l.text));
  return at >= 0 ? lines.slice(0, at) : lines;
}

/**
 * Minutes often open a § with the decision under no heading: "Nämnden beslutar" and its clauses. Such a stretch
 * of the lines before the first heading, or of a background, becomes the § decision if it has no other.
 */
function withUnheadedDecision(
  blocks: SectionBlock[],
  handling: HandlingContext,
  measure: Measure,
): SectionBlock[] {
  if (handling.kind !== 'protokoll' || blocks.some((b) => b.section === 'beslut' && b.lines.length > 0))
    return blocks;
  for (const [i, block] of blocks.entries()) {
    if (block.section !== null && block.section !== 'bakgrund') continue;
    const at = block.lines.findIndex((_, n) => opensDecision(block.lines, n));
    if (at < 0) continue;
    return [
      ...blocks.slice(0, i),
      { ...block, lines: block.lines.slice(0, at) },
      { section: 'beslut', heading: null, lines: block.lines.slice(at) },
      ...blocks.slice(i + 1),
    ];
  }
  const plain = blocks[0];
  const closing =
    plain &&
    blocks.every(
      (b) =>
        b.section === null ||
        b.section === 'bakgrund' ||
        b.section === 'expediering' ||
        b.section === 'underlag',
    )
      ? closingDecision(plain.lines, measure)
      : null;
  if (!plain || closing === null) return blocks;
  return [
    { ...plain, lines: plain.lines.slice(0, closing) },
    { section: 'beslut', heading: null, lines: plain.lines.slice(closing) },
    ...blocks.slice(1),
  ];
}

/** What a § without any heading decides in its last words: "Till justerare utses N", "Informationen noteras". */
const CLOSING_DECISION = ord(
  /^(?:Till|Som)\b.{3,160}\b(?:utses|väljs|utsågs|valdes)\b|\b(?:läggs till handlingarna|noteras|godkänns|godkändes|fastställs|fastställdes|antecknas|utses|väljs)(?: till (?:protokollet|handlingarna))?[.]?$|^\p{L}*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|beredningen|rådet) (?:noterar|godkänner|tackar|lägger|antecknar|fastställer|utser|väljer)\b/iu,
);

/** Where the closing decision begins, if the last paragraph is one; else null. */
function closingDecision(lines: Line[], measure: Measure): number | null {
  let from = -1;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (!before || startsParagraph(before, line, usualGap(lines), measure)) from = i;
  });
  if (from < 0) return null;
  return CLOSING_DECISION.test(passageOf(lines.slice(from)).text) ? from : null;
}

/** In a letter the proposal stands once: what an attachment behind it proposes is not its own. */
function firstProposal(blocks: SectionBlock[]): SectionBlock[] {
  let seen = false;
  let over = false;
  return blocks.map((block) => {
    if (block.section !== 'forslag') {
      over ||= seen;
      return block;
    }
    if (over) return { ...block, section: 'bakgrund' };
    seen ||= block.lines.length > 0;
    return block;
  });
}

/** A lead-in of one to three lines that names the body and "beslutar". */
function opensDecision(lines: Line[], n: number): boolean {
  const first = lines[n]?.text ?? '';
  if (
    !/^\p{Lu}/u.test(first) ||
    !/nämnd|styrelse|fullmäktige|utskott|direktion|beredning|råd|presidi|delegation/iu.test(first)
  )
    return false;
  for (let k = 1; k <= 3; k++) {
    const text = lines
      .slice(n, n + k)
      .map((l) => l.text)
      .join(' ');
    if (!ord(/\b(?:beslutar|föreslår|beslut)\b/iu).test(text) || ord(/\bbeslutade\b/iu).test(text)) continue;
    if (isLedtext(text) && lines[n + k]) return true;
    const passage = passageOf(lines.slice(n, n + k));
    if (ord(/\bbeslutar\b/iu).test(text) && splitInlineLedtext(passage)) return true;
  }
  return false;
}
