/** Whether what came to a body has been dealt with since: inboxes and what is awaited ask the same. */
import type { Row } from './row.ts';
import { dayOf, feeds } from './steg.ts';
import type { StegWithParts } from './steg-with-parts.ts';
import { plain } from './text.ts';

/** The day the row came, where it is sure. */
export const dayOfRow = ({ post }: Row): string | null =>
  post.obekraftade.includes('datum') ? null : post.datum;

/** The meeting was over before the row came: it cannot have dealt with it. */
export function meetsBefore(meeting: StegWithParts, row: Row): boolean {
  const [met, came] = [dayOf(meeting), dayOfRow(row)];
  if (meeting === row.step) return true;
  if (!met || !came) return false;
  if (met !== came) return met < came;
  // The same day: a meeting that sent the matter to the one the row comes from was before it.
  return (
    feeds(meeting, row.step) || (row.step.steg.kind === 'protokoll' && meeting.organKey === row.step.organKey)
  );
}

/** A later meeting of the recipient, or of a body further on in the chain, took the matter up; or it came back. */
export function isDealtWith(row: Row, steps: readonly StegWithParts[]): boolean {
  let own: string | undefined;
  const words = () => {
    own ??= plain(row.post.text);
    return own;
  };
  return steps.some((s) => {
    if (s === row.step) return false;
    if (s.steg.kind !== 'protokoll') return hasAnswered(s, row);
    const further = row.later.includes(s.organKey) && s.organKey !== row.step.organKey;
    if (s.organKey !== row.key && !further) return cameBack(s, row);
    // Who only puts a remiss off has not answered it.
    if (row.reason === 'remiss' && s.steg.utfall === 'bordlagt') return false;
    if (dayOf(s) && dayOfRow(row)) return !meetsBefore(s, row);
    // Without dates that are sure only the words tell: the meeting decided this very clause.
    return s.ord.has(words());
  });
}

/** What a body sends out and has again before it: asked for an answer, sent back, handed over to be prepared. */
export const comesAgain = (row: Row): boolean =>
  row.step.steg.kind === 'protokoll' &&
  (row.reason === 'remiss' || row.reason === 'aterremiss' || row.reason === 'beredning');

/** The recipient wrote: a remissvar, or the letter of an office that was to prepare the matter or had it back. */
function hasAnswered(letter: StegWithParts, row: Row): boolean {
  if (!comesAgain(row) || letter.senderKey !== row.key) return false;
  if (letter.steg.kind !== 'remissvar' && letter.steg.kind !== 'tjansteskrivelse') return false;
  // A body decides in a §; what its office writes before is only on its way.
  if (letter.steg.kind === 'tjansteskrivelse' && row.post.organ && row.reason !== 'remiss') return false;
  const [written, came] = [dayOf(letter), dayOfRow(row)];
  return written !== null && came !== null && written >= came;
}

/** Whoever sent it out took it up again, without waiting for this one. */
function cameBack(s: StegWithParts, row: Row): boolean {
  if (!comesAgain(row) || s.organKey !== row.step.organKey || s.steg.utfall === 'bordlagt') return false;
  const [met, came] = [dayOf(s), dayOfRow(row)];
  return met !== null && came !== null && met > came;
}
