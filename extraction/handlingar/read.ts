/** A document in the making becomes a Handling: kind, body, date, numbers, and its ärenden. */

import { doubted, isOfLaterYear, withMembersPresent } from '../arenden/bekraftade.ts';
import { readArenden } from '../arenden/index.ts';
import { readWords, unconfirmedFields } from '../confidence.ts';
import { least, most } from '../extremes.ts';
import { idOf } from '../ids.ts';
import { findAnslag, readJusterare } from '../items/justering.ts';
import { readNarvaro } from '../items/narvaro.ts';
import { findDates } from '../language/dates.ts';
import { andraNummerOf, findDiarienummer } from '../language/nummer.ts';
import type { Line } from '../lines/line.ts';
import { evidenceOf, passageAt, passageOf } from '../lines/passage.ts';
import type { Handling, HandlingKind } from '../record.ts';
import { sameOrgan } from '../routing/organ.ts';
import { HUVUDMAN_LINE, PROTOKOLL_BESIDE } from '../vocabulary/handlingar.ts';
import type { Draft } from './draft.ts';
import { kindOf } from './kind.ts';
import { headOf, nameAt, statingBody, whoseProposal } from './letter.ts';
import { dateLine, dateOf, documentNumber } from './letter-date.ts';
import { addresseesOf, answeringBody, senderOf, signersOf } from './letter-people.ts';
import { answerTitleOf, firstLinesOf, titleOf } from './letter-title.ts';
import { meetingOf } from './meeting.ts';
import { dateIn } from './meeting-day.ts';
import { organAndDate, organLine, runningHead } from './running-head.ts';

/**
 * Running text of a draft without its running heads: the huvudman's name alone at the head of a page, a body's at
 * that of a page of minutes.
 */
function runningText(draft: Draft, organ: string | null): Line[] {
  return draft.sheets.flatMap((sheet, n) => {
    const places = new Map(sheet.all.map((line, at) => [line, at]));
    return sheet.lines.filter((line, i) => {
      const top = places.get(line) ?? -1;
      if ((organ || n > 0) && top < 3 && HUVUDMAN_LINE.test(line.text)) return false;
      if (!organ) return true;
      if (top < 6 && organAndDate(line.text)) return false;
      if (top < 5 && (PROTOKOLL_BESIDE.test(line.text) || runningHead(line.text))) return false;
      // the meeting's day alone, under the body's name
      if (top < 5 && line.text.length < 12 && findDates(line.text).length > 0) return false;
      const own = organLine(line.text);
      if (!own || !sameOrgan(own, organ)) return true;
      const nearFurniture = sheet.all
        .slice(Math.max(0, top - 4), top + 5)
        .some((l) => sheet.furniture.includes(l));
      return !(i < 3 || nearFurniture);
    });
  });
}

/** The lines of the title, where a paper of this kind has them. */
function titleLines(kind: HandlingKind, head: Line[], plain: Line[]): Line[] {
  if (kind === 'tjansteskrivelse') return titleOf(head);
  return kind === 'remissvar' ? answerTitleOf(plain) : firstLinesOf(plain);
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
    pages: [least(pages), most(draft.sheets.flatMap((s) => s.all.map((l) => l.page)))],
    organ: meeting?.organ ?? null,
    avsandare:
      whoseProposal(name?.text ?? '') ??
      statingBody(draft.sheets[0]?.all ?? []) ??
      (kind === 'remissvar' ? answeringBody(draft.sheets[0]?.all ?? []) : null) ??
      (letter ? senderOf(untitled(draft.sheets[0]?.all ?? []), tail) : null),
    undertecknare: letter ? signersOf(lines) : [],
    till: kind === 'tjansteskrivelse' ? addresseesOf(untitled(draft.sheets[0]?.all.slice(0, 20) ?? [])) : [],
    datum,
    diarienummer: number?.found.value ?? null,
    ...(number && andraNummerOf(number.line, number.found)),
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
