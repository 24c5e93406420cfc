import { describeSettings } from '../../config/load.ts';
import { markdownTable } from './markdown.ts';

/** Defaults that differ from machine to machine. */
const BY_MACHINE: { readonly [name: string]: string } = { ocrWorkers: 'by the number of cores' };

function shown(name: string, value: unknown): string {
  if (BY_MACHINE[name]) return BY_MACHINE[name];
  if (value === null) return '–';
  return `\`${Array.isArray(value) ? value.join(',') : String(value)}\``;
}

/** Every setting: its name in config.json, its variable, its default and what it is for. */
export function settingsBlock(): string {
  return markdownTable(
    ['in config.json', 'variable', 'default', 'what it is for'],
    describeSettings().map((one) => [
      `\`${one.name}\``,
      `\`${one.env}\``,
      shown(one.name, one.default),
      one.text,
    ]),
  );
}
