/** What the desk says first: with nothing in it, while files are read, where nothing was found, and where nothing reads. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeskDeps, Engine } from '../../../server/desk/deps.ts';
import { type Desk, openDesk } from '../../browser/filled.ts';
import { deskOf } from '../../browser/visitors.ts';
import { sha } from '../../store/made-up.ts';

let desk: Desk;
let engine: Engine | null = null;
let elsa: Awaited<ReturnType<typeof deskOf>>;
let liv: typeof elsa;
beforeAll(async () => {
  desk = await openDesk([]);
  const deps: DeskDeps = { ...desk.deps, engine: async () => engine };
  [elsa, liv] = await Promise.all([deskOf(deps, 'Elsa Norén'), deskOf(deps, 'Liv Ås', 'lasare')]);
});
afterAll(() => Promise.all([elsa.close(), liv.close(), desk.close()]));

const main = async (at: typeof elsa, path: string): Promise<string> => {
  const page = await (await fetch(at.url + path, { headers: { accept: 'text/html' } })).text();
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
};

it('with nothing in it leads a registrator to where files are taken in, and a reader nowhere they may not go', async () => {
  for (const path of ['/', '/laget']) {
    expect([path, await main(elsa, path)]).toEqual([path, expect.stringContaining('href="/las-in"')]);
    expect([path, await main(liv, path)]).toEqual([path, expect.not.stringContaining('/las-in')]);
  }
  expect(await main(elsa, '/las-in')).toContain('npm start');
});

it('while files are read says so, and that what is read comes', async () => {
  const { store } = desk.deps;
  const arkiv = { namn: 'mars', paths: ['/in'], lopande: false, om: null, av: 'Siv Ek' };
  const id = await store.newArkiv(arkiv);
  await store.offerFile('/in/a.pdf', sha('a'), false, id);
  await store.setArkivWorkflow(id, 'archive:mars-1-aaaaaaaaaaaa');
  await store.setArkivLage(id, 'pagar', null, ['samlas']);
  expect(await main(elsa, '/')).toMatch(/1 fil läses nu.*Filerna läses nu.*href="\/las-in#inlasningar"/su);
  expect(await main(liv, '/')).toContain('Filerna läses nu');
  expect(await main(liv, '/')).not.toContain('/las-in');

  // nothing runs; what runs has nobody who reads; and it does not answer
  const path = `/arkiv/${id}`;
  expect(await main(elsa, path)).toMatch(/notice bad.*<code>npm start<\/code>/su);
  const handle = { describe: async () => ({ status: { name: 'RUNNING' } }), query: () => Promise.reject() };
  let listed = async function* () {
    yield { workflowId: 'archive:mars-1-aaaaaaaaaaaa' };
  };
  const workflow = { list: () => listed(), getHandle: () => handle };
  const client = { workflow, withDeadline: (_: number, ask: () => unknown) => ask() };
  engine = { ...desk.deps, client } as unknown as Engine;
  await new Promise((later) => setTimeout(later, 1_000)); // what was said holds for a second, for all who look
  expect(await main(elsa, path)).toMatch(/notice bad.*<code>npm run -s expediera -- worker<\/code>/su);
  // biome-ignore lint/correctness/useYield: it breaks before it has listed anything
  listed = async function* () {
    throw new Error('away');
  };
  await new Promise((later) => setTimeout(later, 1_000));
  expect(await main(elsa, path)).toMatch(/notice unsure.*sparat/su);
  engine = null;
});

it('where nothing was found in the files says so, and where it is told why', async () => {
  const reason = { code: 'empty', sv: 'Filen är tom.', en: 'The file is empty.' };
  await desk.deps.store.setOutcome(sha('a'), { status: 'refused', reason });
  expect(await main(elsa, '/')).toMatch(/inga beslut.*href="\/las-in#inlasningar"/su);
  expect(await main(elsa, '/arkiv/1')).toContain('Filen är tom.');
});
