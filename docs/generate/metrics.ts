import { DEFINITIONS, type Definition } from '../../worker/metrics/definitions.ts';
import { markdownTable } from './markdown.ts';

/** Every figure for Prometheus: its name with its labels, its kind and what it says. */
export function metricsBlock(): string {
  const definitions: Definition[] = Object.values(DEFINITIONS);
  return markdownTable(
    ['figure', 'kind', 'what it says'],
    definitions.map(({ name, kind, labels = [], help }) => [
      `\`${name}${labels.length > 0 ? `{${labels.join(',')}}` : ''}\``,
      kind,
      help,
    ]),
  );
}
