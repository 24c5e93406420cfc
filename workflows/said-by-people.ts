/**
 * What a person says to a matter's process, looked at before anything is written down: an update that is refused here
 * leaves no trace. Validators are synchronous; what only the store knows, the step that does the work tells.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Postmarke } from '../store/processer.ts';

const STATUSES = ['mottagen', 'avvisad', 'vantar'];
/** Posts marked at a time: a payload stays small. */
const MAX_POSTS = 200;

function refuse(message: string): never {
  throw ApplicationFailure.nonRetryable(message, 'Otillatet');
}

const isBlank = (text: unknown): boolean => typeof text !== 'string' || text.trim() === '';

/** Throws what speaks against a mark, in words for people. */
export function whyNotMarked({ poster, status, skal, av }: Postmarke): void {
  if (isBlank(av)) refuse('Det saknas vem som säger det.');
  if (!Array.isArray(poster) || poster.length === 0 || poster.some(isBlank))
    refuse('Det saknas vilken post som menas.');
  if (poster.length > MAX_POSTS) refuse(`Högst ${MAX_POSTS} poster i taget.`);
  if (!STATUSES.includes(status)) refuse(`En post kan inte märkas som ${status}.`);
  if (status === 'avvisad' && isBlank(skal)) refuse('Den som avvisar en post säger varför.');
}

/** Throws what speaks against making the matter one with another. */
export function whyNotJoined(matter: string, { till, av }: { till: string; av: string }): void {
  if (isBlank(av)) refuse('Det saknas vem som säger det.');
  if (isBlank(till)) refuse('Det saknas vilket ärende det hör till.');
  if (till === matter) refuse('Ett ärende kan inte föras samman med sig självt.');
}

/** Throws what speaks against taking a matter out of another. */
export function whyNotParted({ av }: { av: string }): void {
  if (isBlank(av)) refuse('Det saknas vem som säger det.');
}
