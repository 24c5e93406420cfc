/**
 * Writes what the documentation takes from the code: docs/schema.json, and the parts of docs/*.md between
 * `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`. Run by `npm run docs`; a test fails when they are old.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandBlock, exitCodeBlock } from './commands.ts';
import { granskaBlock } from './granska.ts';
import { metricsBlock } from './metrics.ts';
import { organExampleBlock, organFieldsBlock } from './organ.ts';
import { recordBlock, recordJsonSchema } from './record.ts';
import { settingsBlock } from './settings.ts';

export const docs = join(import.meta.dirname, '..');

const BLOCKS: { readonly [name: string]: () => string } = {
  record: recordBlock,
  'exit-codes': exitCodeBlock,
  commands: commandBlock,
  settings: settingsBlock,
  'granska-codes': granskaBlock,
  metrics: metricsBlock,
  'organ-fields': organFieldsBlock,
  'organ-example': organExampleBlock,
};

/** A page with its generated parts made anew. Throws for a part that nobody generates. */
export function renewed(text: string): string {
  return text.replace(
    /(<!-- generated:([\w-]+) -->\n)[\s\S]*?(<!-- \/generated:\2 -->)/g,
    (_, start: string, name: string, end: string) => {
      const block = BLOCKS[name];
      if (!block) throw new Error(`nothing generates ${name}`);
      return `${start}\n${block()}\n\n${end}`;
    },
  );
}

/** Every page and JSON file of docs/ that has something generated: its path, what it holds and what it should. */
export function generatedFiles(): { path: string; is: string; should: string }[] {
  const pages = readdirSync(docs)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const path = join(docs, name);
      const is = readFileSync(path, 'utf8');
      return { path, is, should: renewed(is) };
    });
  return pages.filter(({ is }) => is.includes('<!-- generated:'));
}

export const schemaPath: string = join(docs, 'schema.json');

if (import.meta.main) {
  for (const { path, is, should } of generatedFiles()) if (is !== should) writeFileSync(path, should);
  writeFileSync(schemaPath, `${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
}
