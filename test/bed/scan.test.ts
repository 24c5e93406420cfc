/** Extraction holds on templates that have been scanned and read by OCR. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readScans, score, type TemplateReadings } from './measure.ts';
import { withOcr } from './ocr.ts';

/** A little below what is measured. */
const FLOORS = { development: 0.95, heldOut: 0.88 };

describe('the bed of templates, scanned', () => {
  let all: TemplateReadings[] = [];
  beforeAll(async () => {
    all = await withOcr(readScans);
  }, 600_000);

  it.each(['development', 'heldOut'] as const)('%s', (group) => {
    const files = all.filter((t) => t.heldOut === (group === 'heldOut')).flatMap((t) => t.files);
    expect(files.length).toBeGreaterThanOrEqual(3);
    expect(score(files).macroF1).toBeGreaterThan(FLOORS[group]);
  });
});
