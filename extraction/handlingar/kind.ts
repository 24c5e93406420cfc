/** What kind of handling a document is. */

import { onlyMatterAt } from '../arenden/only-matter.ts';
import { findParagrafHeads } from '../arenden/paragraf.ts';
import { proposalWithoutHeading } from '../arenden/unheaded-proposal.ts';
import { unnumberedMatters } from '../arenden/unnumbered.ts';
import { labelledDiarienummer } from '../language/nummer.ts';
import { partyByName } from '../language/party.ts';
import type { Line } from '../lines/line.ts';
import { passageOf } from '../lines/passage.ts';
import type { HandlingKind } from '../record.ts';
import { INITIATIV, LETTERHEAD, PARTY_PAPER, REMISSVAR, TJANSTESKRIVELSE } from '../vocabulary/handlingar.ts';
import { headingOf } from '../vocabulary/headings.ts';
import type { Draft } from './draft.ts';
import { headOf } from './letter.ts';
import { addresseesOf } from './letter-people.ts';
import { titleOf } from './letter-title.ts';
import { cells } from './running-head.ts';
import { isNamedLetter } from './signs.ts';

/**
 * The kind, by what the pages say of themselves and what they hold.
 * `isProposal`: the paper's own name says that it is a body's proposal.
 */
export function kindOf(draft: Draft, lines: Line[], isProposal: boolean): HandlingKind {
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
