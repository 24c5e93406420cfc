import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organFilJsonSchema } from '../../diarium/organ/index.ts';
import { SLAG, UPPDRAG } from '../../diarium/organ/ord.ts';
import { markdownTable } from './markdown.ts';

export const organExample: string = join(import.meta.dirname, '../organ-exempel.json');

/** The example file, which a test loads. */
export const organExampleBlock = (): string =>
  `\`\`\`json\n${readFileSync(organExample, 'utf8').trimEnd()}\n\`\`\``;

interface Shape {
  description?: string;
  properties?: { [field: string]: Shape };
  items?: Shape;
}

/** The fields of one body or recipient, and the kinds there are. */
export function organFieldsBlock(): string {
  const file = organFilJsonSchema() as Shape;
  const organ = file.properties?.huvudman?.items?.properties?.organ?.items;
  const fields = Object.entries(organ?.properties ?? {}).map(([field, { description = '', items }]) => [
    `\`${field}\``,
    items?.properties
      ? `${description}: ${Object.keys(items.properties)
          .map((own) => `\`${own}\``)
          .join(', ')}`
      : description,
  ]);
  const words = (all: { readonly [code: string]: string }) =>
    Object.entries(all).map(([code, word]) => [`\`${code}\``, word]);
  return [
    markdownTable(['field', 'meaning'], fields),
    markdownTable(['`slag`', 'på svenska'], words(SLAG)),
    markdownTable(['`uppdrag`', 'på svenska'], words(UPPDRAG)),
  ].join('\n\n');
}
