import { describe, expect, it } from 'vitest';
import { type PaceSample, paceOf, withSample } from '../../workflows/pace.ts';

const S = 1000;
/** So many files, one each `every` seconds, of two pages. */
function made(files: number, every: number): PaceSample[] {
  let samples: PaceSample[] = [{ at: 0, files: 0, pages: 0 }];
  for (let n = 1; n <= files; n++)
    samples = withSample(samples, { at: n * every * S, files: n, pages: n * 2 });
  return samples;
}

describe('the pace of an archive', () => {
  it('is that of the last ten minutes, from few samples', () => {
    const samples = made(5000, 2);
    expect(samples.length).toBeLessThan(50);
    const pace = paceOf(samples, 10_000 * S);
    expect(pace?.filesPerMinute).toBeCloseTo(30, 0);
    expect(pace?.pagesPerMinute).toBeCloseTo(60, 0);
    const slower = [...Array(100).keys()].reduce(
      (all, n) => withSample(all, { at: (10_000 + n * 60) * S, files: 5000 + n, pages: 10_000 }),
      samples,
    );
    expect(paceOf(slower, 16_000 * S)?.filesPerMinute).toBeCloseTo(1, 0);
  });

  it('is known after the first files, sinks while nothing ends, and is not told before', () => {
    expect(paceOf([], 0)).toBeNull();
    expect(paceOf(made(0, 1), 60 * S)).toBeNull();
    expect(paceOf(made(2, 15), 30 * S)?.filesPerMinute).toBe(4);
    expect(paceOf(made(2, 15), 60 * S)?.filesPerMinute).toBe(2);
  });

  it('is told of files that take long each as well', () => {
    expect(paceOf(made(3, 3600), 10_800 * S)?.filesPerMinute).toBeCloseTo(1 / 60, 3);
  });
});
