/** An old laptop on a slow line: what a view has to fetch before it can be read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../browser/filled.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(['granvik-1-namnd.pdf', 'granvik-2-styrelse.pdf', 'granvik-3-fullmaktige.pdf']);
});
afterAll(() => desk.close());

const bytesOf = async (path: string): Promise<number> => {
  const answer = await fetch(desk.url + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.arrayBuffer()).byteLength;
};

describe('a view is light', () => {
  it.each(['/', '/sok?q=avgift', '/inkorg', '/organ', '/granska', '/las-in', '/arende?nummer=KFN+2023/41'])(
    '%s: the page, one style and its own client code are less than 200 kB',
    async (path) => {
      const page = await (await fetch(desk.url + path)).text();
      const head = page.slice(0, page.indexOf('</head>'));
      const parts = [...head.matchAll(/(?:href|src)="(\/desk\/[^"]+)"/g)].map(
        ([, address]) => address as string,
      );
      expect(parts.filter((one) => one.endsWith('.css'))).toHaveLength(1);
      const weights = await Promise.all(parts.map(bytesOf));
      expect(weights.reduce((sum, one) => sum + one, Buffer.byteLength(page))).toBeLessThan(200_000);
    },
  );

  it('has style and client code kept by the browser for ever, and pages never', async () => {
    const page = await fetch(desk.url);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const style = /href="(\/desk\/[^"]+\.css)"/.exec(await page.text())?.[1] ?? '';
    expect((await fetch(desk.url + style)).headers.get('cache-control')).toContain('immutable');
  });
});
