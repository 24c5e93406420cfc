/** Shows, while one parts a text, which of its words would be lost and which are new. */
import { compareWords, linesOf } from './review-words.ts';

export function showDifference(field: HTMLTextAreaElement): void {
  const place = document.getElementById('dela-skillnad');
  const words = place?.querySelector('.granska-ord');
  if (!place || !words) return;
  const parts = compareWords(field.dataset.last ?? '', linesOf(field.value).join(' '));
  place.hidden = parts.every(({ what }) => what === 'same');
  words.replaceChildren(
    ...parts.flatMap(({ what, words: text }) => {
      if (what === 'same') return [`${text} `];
      const element = document.createElement(what === 'lost' ? 'del' : 'ins');
      const said = document.createElement('span');
      said.className = 'unseen';
      said.textContent = ` (${place.dataset[what] ?? ''})`;
      element.append(text, said);
      return [element, ' '];
    }),
  );
}
