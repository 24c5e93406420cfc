/** What takes the machine long is made once for all who wait for it, and nobody has all of the machine. */
import { afterEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { Store } from '../../../store/store.ts';
import { type Guarded, guarded } from './guarded.ts';

/** A store whose register is answered when the test says so. */
function slowRegister() {
  const base = openSqliteStore(':memory:');
  let asked = 0;
  let answer = (): void => {};
  const gate = new Promise<void>((go) => {
    answer = go;
  });
  const store: Store = {
    ...base,
    diarium: async (question) => {
      asked++;
      await gate;
      return base.diarium(question);
    },
  };
  return { store, answer: () => answer(), asked: () => asked };
}

const soon = () => new Promise((go) => setTimeout(go, 50));
const as = ({ keys }: Guarded, roll: 'lasare' | 'registrator', accept = 'text/html') => ({
  headers: { authorization: `Bearer ${keys[roll]}`, accept },
});
let release = (): void => {};
afterEach(() => release());

describe('the register', () => {
  it('is made once for readers who ask for the same while it is made', async () => {
    const { store, answer, asked } = slowRegister();
    release = answer;
    const door = await guarded({ store });
    const waiting = [1, 2, 3].map(() => door.ask('/diarium', as(door, 'lasare')));
    await soon();
    expect(asked()).toBe(1);
    answer();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200]);
    await (await door.ask('/diarium', as(door, 'lasare'))).text();
    expect(asked()).toBe(2);
  });

  it('is made anew for a registrator, who has maybe changed it a moment ago', async () => {
    const { store, answer, asked } = slowRegister();
    release = answer;
    const door = await guarded({ store });
    const waiting = [1, 2].map(() => door.ask('/diarium', as(door, 'registrator')));
    await soon();
    expect(asked()).toBe(2);
    answer();
    await Promise.all(waiting);
  });
});

describe('who asks for much', () => {
  it('waits for what is being made, and is told so on a page; others are answered', async () => {
    const { store, answer } = slowRegister();
    release = answer;
    const door = await guarded({ store });
    const paths = ['/diarium', '/diarium.csv', '/diarium.jsonl'];
    const waiting = paths.map((path) => door.ask(path, as(door, 'lasare')));
    await soon();
    const page = await door.ask('/diarium?organ=x', as(door, 'lasare'));
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '5']);
    expect(await page.text()).toMatch(/<h1>För många sidor på kort tid<\/h1>.*Försök igen/su);
    expect((await door.ask('/sok.csv', as(door, 'lasare', '*/*'))).status).toBe(429);
    // what takes no time is not counted, and neither is another person
    expect((await door.ask('/sok', as(door, 'lasare'))).status).toBe(200);
    const other = door.ask('/diarium', as(door, 'registrator'));
    answer();
    expect([...(await Promise.all(waiting)), await other].map(({ status }) => status)).toEqual([
      200, 200, 200, 200,
    ]);
    for (const one of await Promise.all(waiting)) await one.text();
    expect((await door.ask('/diarium', as(door, 'lasare'))).status).toBe(200);
  });

  it('again and again waits longer', async () => {
    const door = await guarded({ limits: { costlyAMinute: 3 } });
    const ask = () => door.ask('/sok.jsonl', as(door, 'lasare'));
    const answers = [await ask(), await ask(), await ask()];
    for (const one of answers) expect([one.status, await one.text()]).toEqual([200, '']);
    const refused = await ask();
    expect([refused.status, Number(refused.headers.get('retry-after')) > 30]).toEqual([429, true]);
    expect((await door.ask('/sok', as(door, 'lasare'))).status).toBe(200);
  });

  it('is let go when an answer breaks, or is not read to its end', async () => {
    const base = openSqliteStore(':memory:');
    const store: Store = {
      ...base,
      diarium: async () => {
        throw new Error('a fault');
      },
    };
    const door = await guarded({ store });
    for (let i = 0; i < 5; i++) expect((await door.ask('/diarium', as(door, 'lasare'))).status).toBe(500);
    for (let i = 0; i < 5; i++) {
      const answer = await door.ask('/sok.csv', as(door, 'lasare'));
      expect(answer.status).toBe(200);
      await answer.body?.cancel();
    }
  });
});
