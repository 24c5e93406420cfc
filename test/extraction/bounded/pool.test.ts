import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { createPool, openBounded } from '../../../extraction/bounded/index.ts';
import { makePdf } from '../pages/make-pdf.ts';

const pool = createPool({ threads: 2, maxMemoryMb: 200 });
afterAll(() => pool.close());
const task = (name: string) => ({ module: new URL('./tasks.ts', import.meta.url).href, name });

test('runs tasks, more than it has threads, and gives their results', async () => {
  const results = await Promise.all([1, 2, 3, 4, 5].map((n) => pool.run(task('double'), [n])));
  expect(results).toEqual([2, 4, 6, 8, 10]);
});

test('reports progress', async () => {
  const seen: unknown[] = [];
  await pool.run(task('count'), [3], { onProgress: (n) => seen.push(n) });
  expect(seen).toEqual([1, 2, 3]);
});

test('a refusal comes back as one, another error as it is, and the thread goes on', async () => {
  await expect(pool.run(task('refuse'), [])).rejects.toMatchObject({
    name: 'Refusal',
    code: 'encrypted',
    exitCode: 14,
  });
  await expect(pool.run(task('fail'), [])).rejects.toThrow(new RangeError('our own fault'));
  expect(await pool.run(task('double'), [4])).toBe(8);
});

test('an endless loop is ended by the clock', async () => {
  await expect(pool.run(task('loop'), [], { maxMs: 150 })).rejects.toMatchObject({ code: 'time-limit' });
  expect(await pool.run(task('double'), [4])).toBe(8);
});

test.each(['fillBuffers', 'fillObjects'])('memory is bounded: %s', async (name) => {
  await expect(pool.run(task(name), [])).rejects.toMatchObject({ code: 'memory-limit' });
  expect(await pool.run(task('double'), [4])).toBe(8);
});

test('what a call leaves behind does not count against the next', async () => {
  const one = createPool({ threads: 1, maxMemoryMb: 200 });
  try {
    expect(await one.run(task('keep'), [40])).toBe(0);
    expect(await one.run(task('keep'), [130])).toBe(40);
    // That was more than half of what a thread may hold: the next call has another.
    expect(await one.run(task('keep'), [130])).toBe(0);
  } finally {
    await one.close();
  }
});

test('a process goes on for as long as calls wait, and ends by itself', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'one-thread.ts'),
  ]);
  expect(stdout).toBe('30\n');
});

test('a thread that ends by itself is an error of ours, and is replaced', async () => {
  await expect(pool.run(task('leave'), [])).rejects.toThrow(/code 3/);
  expect(await pool.run(task('double'), [4])).toBe(8);
});

test('a promise that nobody waits for does not end the thread', async () => {
  expect(await pool.run(task('forget'), [])).toBe('done');
  expect(await pool.run(task('double'), [4])).toBe(8);
});

test('aborting ends a task under way, or takes it out of the queue', async () => {
  const stop = new AbortController();
  const all = [1, 2, 3, 4].map(() => pool.run(task('loop'), [], { signal: stop.signal }));
  setTimeout(() => stop.abort(new Error('enough')), 50);
  const ends = await Promise.allSettled(all);
  expect(ends.map((e) => e.status === 'rejected' && e.reason.message)).toEqual(Array(4).fill('enough'));
  await expect(pool.run(task('double'), [1], { signal: stop.signal })).rejects.toThrow('enough');
  expect(await pool.run(task('double'), [4])).toBe(8);
});

test('the caller is free while a thread works', async () => {
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 5);
  await pool.run(task('loop'), [], { maxMs: 200 }).catch(() => {});
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(10);
});

test('opens a file in a thread, page by page', async () => {
  const file = makePdf({ pages: [{ text: [{ text: 'Beslut', x: 70, y: 700 }] }, {}] });
  const seen: number[][] = [];
  const opened = await openBounded(file, {}, { pool, onPage: (...page) => seen.push(page) });
  expect(opened.pages[0]?.lines[0]?.text).toBe('Beslut');
  expect(seen).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('a closed pool takes nothing more and lets go of what it has', async () => {
  const other = createPool({ threads: 1 });
  const running = other.run(task('loop'), []);
  const queued = other.run(task('double'), [1]);
  const ends = Promise.allSettled([running, queued]);
  await other.close();
  expect((await ends).map((e) => e.status)).toEqual(['rejected', 'rejected']);
  await expect(other.run(task('double'), [1])).rejects.toThrow('closed');
});
