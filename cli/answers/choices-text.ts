import type { Choices } from '../../store/store.ts';
import { table } from '../terminal/layout.ts';

/** The choices among which the person has to say which, each with the flag to ask again with. */
export function choicesText(why: string, { choices }: Choices): string {
  const rows = choices.map(({ huvudman, diarienummer, label }) => [
    huvudman === null ? '(utan huvudman)' : `--huvudman "${huvudman}"`,
    diarienummer ?? '',
    label ?? '',
  ]);
  return [`${why} Fråga igen med en av:`, ...table([{}, {}, {}], rows).map((line) => `  ${line}`)].join('\n');
}
