import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles, renewed, schemaPath } from '../../docs/generate/index.ts';
import { recordJsonSchema } from '../../docs/generate/record.ts';

describe('the generated documentation (npm run docs)', () => {
  it.each(generatedFiles().map((file) => [basename(file.path), file] as const))(
    '%s is current',
    (_, { is, should }) => {
      expect(is).toBe(should);
    },
  );

  it('schema.json is current', () => {
    expect(JSON.parse(readFileSync(schemaPath, 'utf8'))).toEqual(recordJsonSchema());
  });

  it('covers the contract and the commands', () => {
    const names = generatedFiles().map(({ path }) => basename(path));
    expect(names).toContain('contract.md');
    expect(names).toContain('cli.md');
  });

  it('does not leave a part that nobody generates', () => {
    expect(() => renewed('<!-- generated:weather -->\n<!-- /generated:weather -->')).toThrow('weather');
  });
});
