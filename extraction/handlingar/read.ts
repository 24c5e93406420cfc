/** A document in the making becomes a Handling: kind, body, date, numbers, and its ärenden. */
import { doubted, isOfLaterYear, withMembersPresent } from '../arenden/bekraftade.ts';
import { readArenden } from '../arenden/index.ts';
import { onlyMatterAt } from '../arenden/only-matter.ts';
import { findParagrafHeads } from '../arenden/paragraf.ts';
import { proposalWithoutHeading } from '../arenden/unheaded-proposal.ts';
import { unnumberedMatters } from '../arenden/unnumbered.ts';
import { readWords, unconfirmedFields } from '../confidence.ts';
import { idOf } from '../ids.ts';
import { findAnslag, readJusterare } from '../items/justering.ts';
import { readNarvaro } from '../items/narvaro.ts';
import { findDates } from '../language/dates.ts';
import { findDiarienummer, labelledDiarienummer, labelledDokumentnummer } from '../language/nummer.ts';
import { partyByName } from '../language/party.ts';
import type { Line } from '../lines/line.ts';
import { evidenceOf, type Passage, passageAt, passageOf } from '../lines/passage.ts';
import type { Handling, HandlingKind } from '../record.ts';
import { sameOrgan } from '../routing/organ.ts';
import {
  HUVUDMAN_LINE,
  INITIATIV,
  LETTERHEAD,
  PARTY_PAPER,
  PROTOKOLL_BESIDE,
  REMISSVAR,
  TJANSTESKRIVELSE,
} from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { Draft } from './draft.ts';
import {
  addresseesOf,
  answerTitleOf,
  firstLinesOf,
  headOf,
  nameAt,
  senderOf,
  signersOf,
  statingBody,
  titleOf,
  whoseProposal,
} from './letter.ts';
import { dateIn, meetingOf } from './meeting.ts';
import { cells, organAndDate, organLine, runningHead } from './running-head.ts';
import { isNamedLetter } from './signs.ts';

/**
 * Running text of a draft without its running heads: the huvudman's name alone at the head of a page, a body's at
 * that of a page of minutes.
 */
function runningText(draft: Draft, organ: string | null): Line[] {
  return draft.sheets.flatMap((sheet, n) =>
    sheet.lines.filter((line, i) => {
      const top = sheet.all.indexOf(line);
      if ((organ || n > 0) && top < 3 && HUVUDMAN_LINE.test(line.text)) return false;
      if (!organ) return true;
      if (top < 6 && organAndDate(line.text)) return false;
      if (top < 5 && (PROTOKOLL_BESIDE.test(line.text) || runningHead(line.text))) return false;
      // the meeting's day alone, under the body's name
      if (top < 5 && line.text.length < 12 && findDates(line.text).length > 0) return false;
      const own = organLine(line.text);
      if (!own || !sameOrgan(own, organ)) return true;
      const at = sheet.all.indexOf(line);
      const nearFurniture = sheet.all
        .slice(Math.max(0, at - 4), at + 5)
        .some((l) => sheet.furniture.includes(l));
      return !(i < 3 || nearFurniture);
    }),
  );
}

/** `isProposal`: the paper's own name says that it is a body's proposal. */
function kindOf(draft: Draft, lines: Line[], isProposal: boolean): HandlingKind {
  if (draft.kind === 'protokoll')
    return findParagrafHeads(lines).length > 0 ||
      unnumberedMatters(lines).length > 0 ||
      onlyMatterAt(lines) !== null
      ? 'protokoll'
      : 'annat';
  if (draft.kind === 'kallelse') return 'kallelse';
  const head = headOf(lines);
  const opening = lines.slice(0, 15);
  const title = passageOf(titleOf(head)).text;
  const named =
    isProposal ||
    draft.signs[0]?.tjansteskrivelse === true ||
    head.some((l) => cells(l.text).some((c) => TJANSTESKRIVELSE.test(c)));
  const proposes = lines.some((l) => headingOf(l.text) === 'forslag');
  const initiative = (INITIATIV.test(title) && !named) || isPartyPaper(draft);
  if (draft.kind === 'brev' && proposes && !initiative) return 'tjansteskrivelse';
  // the oldest form: a letter to a body that ends in what it should decide
  const toBody = addresseesOf(draft.sheets[0]?.all.slice(0, 20) ?? []).length > 0;
  if (
    draft.kind === 'brev' &&
    !initiative &&
    (named || (toBody && draft.signs[0]?.letterhead)) &&
    proposalWithoutHeading(lines) >= 0
  )
    return 'tjansteskrivelse';
  const official = head.slice(0, 10).some((l) => cells(l.text).some((c) => /^tjänste\p{L}+$/iu.test(c)));
  const said = official || (draft.kind === 'brev' && draft.sheets.slice(0, 1).some(isNamedLetter));
  if (said && (draft.signs[0]?.letterhead || toBody) && !initiative) return 'tjansteskrivelse';
  if (!initiative && opening.some((l) => cells(l.text).some((c) => REMISSVAR.test(c))) && lines.length < 600)
    return 'remissvar';
  return 'annat';
}

/** What members lay on the table under their party's name: its proposals are none of the body's. */
function isPartyPaper(draft: Draft): boolean {
  const head = (draft.sheets[0]?.all ?? []).slice(0, 9).flatMap((l) => cells(l.text));
  if (head.some((c) => PARTY_PAPER.test(c))) return true;
  if (isByMembers(draft)) return true;
  const statement = head.some((c) => /^(?:särskilt )?yttrande$/iu.test(c));
  return statement && head.some((c) => c.split(/[,\s]+/).some((word) => partyByName(word) !== null));
}

function titleLines(kind: HandlingKind, head: Line[], plain: Line[]): Line[] {
  if (kind === 'tjansteskrivelse') return titleOf(head);
  return kind === 'remissvar' ? answerTitleOf(plain) : firstLinesOf(plain);
}

/** A name with its party: "Anna Berg (S)". */
const MEMBER = String.raw`(?:\p{Lu}[\p{L}-]+\s){1,4}\(\p{Lu}{1,4}\)`;
const BY_MEMBER = new RegExp(`^av ${MEMBER}`, 'u');
const SIGNED_BY_MEMBERS = new RegExp(`^${MEMBER}(?:(?:,| och)\\s${MEMBER})*$`, 'u');

/** Members' names under it or in its head, and no number or official of a letterhead. */
function isByMembers(draft: Draft): boolean {
  const head = (draft.sheets[0]?.all ?? []).slice(0, 9);
  const tail = (draft.sheets.at(-1)?.all ?? []).slice(-4);
  const official = head.some((l) => cells(l.text).some((c) => LETTERHEAD.test(c) || labelledDiarienummer(c)));
  return (
    !official &&
    (head.some((l) => BY_MEMBER.test(l.text)) || tail.some((l) => SIGNED_BY_MEMBERS.test(l.text)))
  );
}

/** Reads one document. `n` is its number in the file, for the ids. */
export function readHandling(draft: Draft, n: number, sha256: string): Handling {
  const id = (...path: (string | number)[]) => idOf(sha256, 'h', n, ...path);
  const given = draft.sheets.flatMap((s) => s.lines);
  const name = draft.kind === 'brev' ? given[nameAt(given, draft.sheets[0]?.all ?? [])] : undefined;
  const plain = given.filter((line) => line !== name);
  const kind = kindOf(draft, plain, name !== undefined);
  const meeting = kind === 'protokoll' || kind === 'kallelse' ? meetingOf(draft) : null;
  const lines = runningText(draft, meeting?.organ ?? null).filter((line) => line !== name);
  const head = headOf(lines);
  const letter = kind === 'tjansteskrivelse' || kind === 'remissvar' || kind === 'annat';
  const title = letter ? passageOf(titleLines(kind, head, plain)) : (meeting?.rubrik ?? passageOf([]));
  const untitled = (above: Line[]) => above.filter((l) => !title.pieces.some((p) => p.line === l));
  const opening = letter ? [...(draft.sheets[0]?.all.slice(0, 20) ?? [])] : [];
  const number = letter ? findDiarienummer(opening.filter((l) => l.text.length < 160)) : null;
  const tail = draft.sheets.at(-1)?.all.slice(-14) ?? [];
  const dated = letter ? dateLine(opening, head, tail) : null;
  const dokument = documentNumber(opening);
  const pages = draft.sheets.map((s) => s.page);
  const protokoll = kind === 'protokoll';
  const anslag = protokoll ? findAnslag(plain) : null;
  const narvaro = protokoll ? readNarvaro(plain) : null;
  const datum = meeting ? meeting.datum : dated ? dateOf(dated) : null;
  const datumAt = dated && datum ? dateIn(passageOf([dated]), datum) : (meeting?.datumAt ?? null);
  const numberAt = number ? passageAt(number.line, number.found.start, number.found.end) : null;
  const handling: Handling = {
    id: id(),
    huvudman: null,
    kind,
    pages: [Math.min(...pages), Math.max(...draft.sheets.flatMap((s) => s.all.map((l) => l.page)))],
    organ: meeting?.organ ?? null,
    avsandare:
      whoseProposal(name?.text ?? '') ??
      statingBody(draft.sheets[0]?.all ?? []) ??
      (letter ? senderOf(untitled(draft.sheets[0]?.all ?? []), tail) : null),
    undertecknare: letter ? signersOf(lines) : [],
    till: kind === 'tjansteskrivelse' ? addresseesOf(untitled(draft.sheets[0]?.all.slice(0, 20) ?? [])) : [],
    datum,
    diarienummer: number?.found.value ?? null,
    dokumentnummer: dokument?.text ?? null,
    rubrik: title.text || null,
    narvaro,
    justerare: protokoll ? readJusterare(plain, narvaro) : [],
    anslag: anslag?.anslag ?? null,
    arenden: [],
    obekraftade: unconfirmedFields({
      datum: datumAt,
      diarienummer: numberAt,
      dokumentnummer: dokument,
      rubrik: title,
      ...anslag?.at,
    }),
    evidence: {
      datum: datumAt ? evidenceOf(datumAt) : [],
      diarienummer: numberAt ? evidenceOf(numberAt) : [],
      organ: meeting ? evidenceOf(meeting.organAt) : [],
    },
  };
  if (numberAt && isOfLaterYear(handling.diarienummer, datum, readWords(numberAt).length > 0)) {
    handling.obekraftade = doubted(handling, 'diarienummer').obekraftade;
  }
  const arenden = withMembersPresent(readArenden(handling, lines, id), narvaro);
  handling.arenden =
    kind === 'tjansteskrivelse' ? arenden.map((a) => ({ ...a, rubrik: handling.rubrik })) : arenden;
  return handling;
}

/** The document's own number in the letterhead. */
function documentNumber(opening: Line[]): Passage | null {
  for (const line of opening) {
    const found = labelledDokumentnummer(line.text);
    if (found) return passageAt(line, found.start, found.end);
  }
  return null;
}

/** The line that dates a letter: of its head above the title's sections, else the one it is signed under. */
function dateLine(opening: Line[], head: Line[], tail: Line[]): Line | null {
  const above = new Set(head);
  const furniture = (l: Line) =>
    above.has(l) || !head.some((h) => h.page === l.page && h.lineNo === l.lineNo && h.text === l.text);
  const first = opening.slice(0, Math.max(head.length + 4, 6));
  return (
    first.find(
      (l) =>
        /^(?:senast )?(?:uppdaterad|publicerad|datum|utfärdad|upprättad)\b/iu.test(l.text) &&
        dateOf(l) !== null,
    ) ??
    first.find((l) => above.has(l) && dateOf(l) !== null) ??
    tail.find((l) => /^\p{Lu}\p{L}+,? (?:den )?\d/u.test(l.text) && dateOf(l) !== null) ??
    first.find((l) => furniture(l) && l.text.replace(/\s+/g, ' ').length < 60 && dateOf(l) !== null) ??
    null
  );
}

/** A letter's date: alone or in its head, not the span of a mandate nor a day inside the title's sentence. */
function dateOf(line: Line): string | null {
  if (line.text.length > 160 || /^Till\s/u.test(line.text)) return null;
  const dates = findDates(line.text);
  return dates[0]?.iso ?? null;
}
