import { expect, test } from 'vitest';
import { bytesOfRoom, createRoom } from '../../activities/room.ts';

/** Works of these megabytes come at once; what is in the room together each time that one comes in. */
async function together(size: number, works: number[]): Promise<number[][]> {
  const room = createRoom(size * 1_000_000);
  const inside = new Set<number>();
  const seen: number[][] = [];
  await Promise.all(
    works.map((bytes, nr) =>
      room(bytes * 1_000_000, async () => {
        inside.add(nr);
        seen.push([...inside].map((one) => works[one] as number));
        await new Promise((resolve) => setTimeout(resolve, 5));
        inside.delete(nr);
      }),
    ),
  );
  return seen;
}

test('files are read side by side as far as there is room, the first first', async () => {
  const seen = await together(10, [4, 4, 4, 2, 9, 1]);
  expect(seen.length).toBe(6);
  for (const inside of seen) expect(inside.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(10);
  expect(seen.map((inside) => inside.at(-1))).toEqual([4, 4, 4, 2, 9, 1]);
  expect(seen[1]).toEqual([4, 4]);
});

test('a file larger than the room is read alone, and one of no bytes as well', async () => {
  expect(await together(10, [3, 1_000, 0])).toEqual([[3], [1_000], [0]]);
});

test('a fault leaves room for the next one', async () => {
  const room = createRoom(1);
  await expect(room(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await room(1, async () => 'read')).toBe('read');
});

test('the room is a share of the memory', () => {
  expect(bytesOfRoom()).toBeGreaterThanOrEqual(100_000_000);
  expect(bytesOfRoom()).toBeLessThan(process.constrainedMemory() || Number.POSITIVE_INFINITY);
});
