/** The figures by huvudman as a person reads them in a terminal. */
import type { GroupFigures } from './groups.ts';
import type { LeftOut } from './leave-one-out.ts';
import { aligned, three, word } from './table.ts';

/** Macro-F1 of each huvudman, worst first, and the type that is worst there. */
export function groupTable(groups: GroupFigures[]): string {
  const rows = groups.map(({ name, files, macroF1, worst }) => [
    name,
    String(files),
    three(macroF1),
    worst ? `${word(worst.type)} ${three(worst.f1)}` : '–',
  ]);
  return aligned(['huvudman', 'filer', 'macro-F1', 'sämst'], rows).join('\n');
}

/** Points that a score may fall without the words of its own. */
const MAY_DROP = 5;

/** What each huvudman's records lose without the words that only they use; under it, the words that cost most. */
export function leaveOneOutTable(groups: LeftOut[]): string {
  const rows = groups.map(({ name, files, entries, withAll, without, drop }) => [
    name,
    String(files),
    String(entries.length),
    three(withAll),
    three(without),
    drop.toFixed(1),
  ]);
  const lines = aligned(['huvudman', 'filer', 'egna ord', 'med', 'utan', 'tapp'], rows);
  const over = groups.filter(({ drop }) => drop > MAY_DROP);
  lines.push('', `${over.length} av ${groups.length} tappar mer än ${MAY_DROP} poäng utan sina egna ord`);
  for (const { name, costly } of over) {
    for (const { entry, drop } of costly)
      lines.push(`  ${name}: ${drop.toFixed(1)} utan ${entry.slice(0, 100)}`);
  }
  return lines.join('\n');
}
