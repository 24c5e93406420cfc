/** What is laid out for Prometheus: it can be read, and asks for figures that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEFINITIONS, type Definition } from '../../worker/metrics/definitions.ts';

const deploy = join(import.meta.dirname, '../../deploy');
const read = (name: string) => parse(readFileSync(join(deploy, name), 'utf8'));
const definitions: Definition[] = Object.values(DEFINITIONS);

/** What a definition is called where figures are asked for. */
const shownNames = ({ kind, name }: Definition): string[] =>
  kind === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name];

describe('deploy/', () => {
  it('has Prometheus read the rules that there are', () => {
    const { rule_files, scrape_configs } = read('prometheus.yml');
    expect(rule_files).toEqual(['alerts.yml']);
    expect(scrape_configs.map((one: { job_name: string }) => one.job_name)).toEqual(['expediera']);
  });

  it('asks for figures that there are, by labels that they have', () => {
    const known = new Map(definitions.flatMap((one) => shownNames(one).map((name) => [name, one] as const)));
    const rules: { alert: string; expr: string; annotations: { summary: string } }[] =
      read('alerts.yml').groups[0].rules;
    expect(rules.length).toBeGreaterThan(5);
    for (const { alert, expr, annotations } of rules) {
      expect(alert).toMatch(/^Expediera[A-Z]/);
      expect(annotations.summary).not.toBe('');
      for (const [, name, labels = ''] of expr.matchAll(/\b(expediera_\w+)(?:\{([^}]*)\})?/g)) {
        const definition = known.get(name as string);
        expect(definition, `${alert}: ${name}`).toBeDefined();
        for (const [, label] of labels.matchAll(/(\w+)!?=/g)) expect(definition?.labels).toContain(label);
      }
    }
  });
});
