import { shownName } from '../../diarium/bild/ord.ts';
import type { Choices } from '../../store/store.ts';
import { table } from '../terminal/layout.ts';

/** The choices among which the person has to say which, each with the flag to ask again with. */
export function choicesText(why: string, { choices }: Choices): string {
  const rows = choices.map(({ huvudman, diarienummer, label, id }) => [
    // Two of one huvudman with the same number, confirmed for none of them, are told by their ids.
    id === undefined ? `--huvudman "${huvudman ?? ''}"` : `"${id}"`,
    huvudman === null ? '(utan huvudman)' : '',
    diarienummer ?? '',
    label === null ? '' : shownName(label),
  ]);
  // A column in which nothing stands would leave a gap.
  const used = [0, 1, 2, 3].filter((i) => rows.some((row) => row[i] !== ''));
  const lines = table(
    used.map(() => ({})),
    rows.map((row) => used.map((i) => row[i] ?? '')),
  );
  return [`${why} Fråga igen med en av:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
