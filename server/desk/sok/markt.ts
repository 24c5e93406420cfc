/** A text with what was asked for marked in it. */
import { html } from 'hono/html';
import { foundIn, type Piece } from '../../../store/found-words.ts';
import type { Question } from '../../../store/question.ts';
import type { Html } from '../parts/html.ts';

/** Letters of a long clause that are shown among others; all of it stands on its own page. */
const SHOWN = 700;
/** Before the first word found. */
const BEFORE = 200;

const shownPieces = (pieces: readonly Piece[]): Html[] =>
  pieces.map(({ text, found }) => (found ? html`<mark>${text}</mark>` : html`${text}`));

/** The whole text. */
export const markt = (text: string, question: Question): Html =>
  html`${shownPieces(foundIn(text, question))}`;

/** The text around the first word that was found. */
export function utdrag(text: string, question: Question): Html {
  const pieces = foundIn(text, question);
  if (text.length <= SHOWN) return html`${shownPieces(pieces)}`;
  const first = pieces.findIndex(({ found }) => found);
  const ahead = pieces.slice(0, Math.max(first, 0)).reduce((sum, piece) => sum + piece.text.length, 0);
  const from = ahead > BEFORE ? wordStart(text, ahead - BEFORE) : 0;
  const to = from + SHOWN >= text.length ? text.length : wordStart(text, from + SHOWN);
  let at = 0;
  const within = pieces.flatMap((piece) => {
    const start = at;
    at += piece.text.length;
    const cut = piece.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return cut === '' ? [] : [{ ...piece, text: cut }];
  });
  return html`${from > 0 ? '… ' : ''}${shownPieces(within)}${to < text.length ? ' …' : ''}`;
}

/** The next place where a word begins, so that none is cut. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 ? at : space + 1;
}
