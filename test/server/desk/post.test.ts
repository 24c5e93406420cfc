/** Links to items hold when their file is read anew: they lead to the same words, or say what became of them. */
import { XMLParser } from 'fast-xml-parser';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import type { DeskEnv } from '../../../server/desk/deps.ts';
import { addDesk } from '../../../server/desk/index.ts';
import { maskedStore } from '../../../server/mask/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { Store } from '../../../store/store.ts';
import { sha } from '../../store/made-up.ts';
import { type Meeting, reading } from '../../store/readings.ts';
import { storeThatSays } from '../store-that-says.ts';

const TAXA = { text: 'anta taxan för badhuset', line: 0 };
const KAJ = { text: 'bygga en kaj av sten vid hamnen', line: 6 };
const NY = { text: 'utse en ordförande för kajen', line: 3 };

let store: Store;
let days: number;
let version: number;
beforeEach(() => {
  days = 0;
  version = 0;
  const now = () => new Date(Date.UTC(2031, 4, 1 + days, 8));
  store = openSqliteStore(':memory:', { now });
});
afterEach(() => store.close());

async function read(...clauses: Meeting[number]['clauses']): Promise<void> {
  await readAll([{ paragraf: '14', rubrik: 'Ny taxa', clauses }]);
}
async function readAll(...meetings: Meeting[]): Promise<void> {
  days += 1;
  version += 1;
  const record = reading(meetings);
  await store.offerFile('/in/a.pdf', record.source.sha256);
  const { matters } = await store.saveRecord(record, `1.${version}`);
  for (const id of matters) await store.updateWay(id, wayOf);
}

function ask(path: string, roll: 'lasare' | 'registrator' = 'registrator'): Promise<Response> {
  const app = new Hono<DeskEnv>();
  app.use(async (context, next) => {
    context.set('besokare', { namn: 'Vera Ek', roll, inloggad: true });
    context.set('store', roll === 'lasare' ? maskedStore(store) : store);
    context.set('ursprung', 'https://desk.example');
    await next();
  });
  addDesk(app, { ...storeThatSays(), store, version: '1' });
  return Promise.resolve(app.request(`https://desk.example${path}`, { headers: { accept: 'text/html' } }));
}
const page = async (path: string, roll?: 'lasare'): Promise<string> => {
  const answer = await ask(path, roll);
  expect(answer.status).toBe(200);
  return answer.text();
};
/** What is cited now, by the words of each. */
async function links(): Promise<Map<string, string>> {
  const lines = (await page('/sok.jsonl?huvudman=Ekbacka+kommun')).trim().split('\n');
  const hits = lines.map((line) => JSON.parse(line) as { text: string; lank: string });
  return new Map(hits.map(({ text, lank }) => [text, lank.replace('https://desk.example', '')]));
}
const entries = async () => {
  const feed = new XMLParser({ isArray: (name) => name === 'entry' }).parse(
    await page('/sok.atom?huvudman=Ekbacka+kommun'),
  ).feed as { entry: { id: string; content: string }[] };
  return new Map(feed.entry.map(({ id, content }) => [content, id]));
};

describe('one item', () => {
  /** A § of one meeting in several files: as an extract, and in the full minutes, approved. */
  async function readTwice(...texts: string[]): Promise<void> {
    for (const [n, text] of texts.entries()) {
      const record = reading(
        [
          [
            {
              paragraf: '14',
              rubrik: 'Ny taxa',
              diarienummer: 'KS 2031/17',
              clauses: [TAXA, { ...KAJ, text }],
            },
          ],
        ],
        'abc'[n],
      );
      const approved = { justerad: '2024-03-10', uppsatt: '2024-03-11', nedtas: '2024-04-02' };
      const [handling] = record.handlingar;
      if (n === 1 && handling) handling.anslag = approved;
      const { matters } = await store.saveRecord(record, '1.0');
      for (const id of matters) await store.updateWay(id, wayOf);
    }
  }
  const linkOf = async (letter: string): Promise<string> => {
    const { hits } = await store.search({ query: 'hamnen', med: ['kallor'] });
    const all = hits.flatMap(({ kallor = [] }) => kallor);
    return `/post/${all.find(({ fileName }) => fileName === `${letter}.pdf`)?.permanentId}`;
  };

  it.each(['registrator', 'lasare'] as const)(
    'names where else it stands, and which counts, to a %s',
    async (roll) => {
      await readTwice(KAJ.text, KAJ.text, `${KAJ.text} snart`);
      const [a, b] = [await linkOf('a'), await linkOf('b')];
      const also = async (path: string) =>
        /Står också i<\/h2>(.*?)<\/section>/su.exec(await (await ask(path, roll)).text())?.[1] ?? '';
      const ofExtract = await also(a);
      expect(ofExtract).toMatch(
        new RegExp(
          `<a href="${b}">protokoll 5 mars 2024, b.pdf, s. 1</a> <span class="badge accent">gäller</span>`,
          'u',
        ),
      );
      expect(ofExtract).toContain(
        `<a href="/handling/${sha('c')}?sida=1">protokoll 5 mars 2024, c.pdf, s. 1</a>`,
      );
      expect(ofExtract).toContain('läst med andra ord där');
      const ofMinutes = await also(b);
      expect(ofMinutes).toContain('Av flera versioner av paragrafen är det den här som gäller.');
      expect(ofMinutes).toContain(`<a href="${a}">`);
      expect(ofMinutes).not.toContain('badge');
    },
  );

  it('that stands nowhere else says nothing of it', async () => {
    await readTwice(KAJ.text);
    expect(await page(await linkOf('a'))).not.toContain('Står också i');
  });

  it('names all papers that a proposal is put in', async () => {
    const put = (kind: 'kallelse' | 'tjansteskrivelse', letter: string) => {
      const clauses = [{ ...KAJ, typ: 'forslag' as const }];
      const record = reading(
        [[{ paragraf: '', rubrik: 'Kajen', diarienummer: 'KS 2031/18', clauses }]],
        letter,
      );
      const [handling] = record.handlingar;
      if (handling) handling.kind = kind;
      return record;
    };
    for (const record of [put('kallelse', 'a'), put('tjansteskrivelse', 'b')])
      for (const id of (await store.saveRecord(record, '1.0')).matters) await store.updateWay(id, wayOf);
    const text = await page(await linkOf('a'));
    expect(text).toContain(`<a href="${await linkOf('b')}">tjänsteskrivelse 5 mars 2024, b.pdf, s. 1</a>`);
  });
});

describe('a published link', () => {
  it('leads to the same clause when another is found before it', async () => {
    await read(TAXA, KAJ);
    const [before, fed] = [await links(), await entries()];
    const kaj = before.get(KAJ.text) ?? '';
    await read(TAXA, NY, KAJ);
    const text = await page(kaj);
    expect(text).toContain(`<blockquote class="clause" lang="sv">${KAJ.text}</blockquote>`);
    expect(text).toContain(`”<span lang="sv">${KAJ.text}</span>” https://desk.example${kaj}</p>`);
    expect(text).not.toContain('Tidigare läst så');
    // the new one stands beside it under an address of its own, and so in lists, files and feeds
    const after = await links();
    expect([...before].map(([words]) => after.get(words))).toEqual([...before.values()]);
    expect(text).toContain(`<a href="${after.get(NY.text)}" lang="sv">${NY.text}</a>`);
    expect(await page('/sok?q=ordf%C3%B6rande')).toContain(`<a href="${after.get(NY.text)}">`);
    const now = await entries();
    expect([...fed].map(([words]) => now.get(words))).toEqual([...fed.values()]);
    expect([...fed.values()]).not.toContain(now.get(NY.text));
    expect(await page('/sok.csv?q=hamnen')).toContain(`"https://desk.example${kaj}"`);
  });

  it('is the one address of its item, and tells who came by an id that is counted anew', async () => {
    await read(TAXA, KAJ);
    const kaj = (await links()).get(KAJ.text) ?? '';
    await read(TAXA, NY, KAJ);
    const [hit] = (await store.search({ query: 'hamnen' })).hits;
    const byId = await ask(`/post/${hit?.id}`);
    expect([byId.status, byId.headers.get('location')]).toEqual([302, kaj]);
    // the new clause has the id that is the other's name
    expect(await page(kaj)).toContain(`<a href="${(await links()).get(NY.text)}">Visa det</a>`);
  });

  it('says what it said when it is read otherwise', async () => {
    await read(TAXA, { ...KAJ, text: 'bygga en kaj av sten vid hamnon' });
    const kaj = (await links()).get('bygga en kaj av sten vid hamnon') ?? '';
    await read(TAXA, KAJ);
    const text = await page(kaj);
    expect(text).toContain(`<blockquote class="clause" lang="sv">${KAJ.text}</blockquote>`);
    const [, before] = text.split('Tidigare läst så');
    expect(before).toContain(
      '<blockquote class="clause" lang="sv">bygga en kaj av sten vid hamnon</blockquote>',
    );
    expect(before).toContain('till 3 maj 2031');
  });

  it('whose clause is gone says what it said, where, and how to go on', async () => {
    await read(TAXA, NY, KAJ);
    const ny = (await links()).get(NY.text) ?? '';
    await read(TAXA, KAJ);
    const answer = await ask(ny);
    expect(answer.status).toBe(410);
    const text = await answer.text();
    for (const part of [NY.text, 'a.pdf, s. 1', '§ 14', 'Ny taxa', 'Ekbacka kommun'])
      expect(text).toContain(part);
    expect(text).not.toContain(KAJ.text);
    expect(text).toContain(`href="/handling/${sha('a')}?sida=1"`);
    expect(text).toContain('href="/sok?q=%22utse+en+ordf%C3%B6rande+f%C3%B6r+kajen%22"');
    expect(text).toMatch(/href="\/arende\/ekbacka[^"]+">Följ ärendet/);
    expect((await ask('/post/ingen')).status).toBe(404);
  });

  it('opens the handling at its place, or says that it is gone', async () => {
    await read(TAXA, NY, KAJ);
    const [ny, kaj] = [NY, KAJ].map(({ text }) => text);
    const before = await links();
    await read(TAXA, KAJ);
    const [hit] = (await store.search({ query: 'hamnen' })).hits;
    const at = (of: string | undefined) =>
      `/handling/${sha('a')}?post=${before.get(of ?? '')?.replace('/post/', '')}`;
    const text = await page(at(kaj));
    expect(text).toContain(`data-current="${hit?.id}"`);
    expect(text).toContain(`<a href="${before.get(KAJ.text)}">Länk</a>`);
    expect(text).toContain(`?sida=1&amp;post=${hit?.permanentId}#post-${hit?.id}`);
    const gone = await page(at(ny));
    expect(gone).toContain(`<a href="${before.get(NY.text)}">Se vad som stod</a>`);
    expect(gone).not.toContain('data-current');
  });

  it('is in the inbox and on the page of the matter', async () => {
    await read(TAXA, KAJ);
    const kaj = (await links()).get(KAJ.text) ?? '';
    await read(TAXA, NY, KAJ);
    const [hit] = (await store.search({ query: 'hamnen' })).hits;
    const matter = await page(`/arende/${encodeURIComponent(hit?.arende ?? '')}`);
    expect(matter).toContain(`href="${kaj}" lang="sv">${KAJ.text}</a>`);
  });

  it('to a matter leads to where it went when its number was read', async () => {
    const hamn = { paragraf: '', rubrik: 'Hamnen', clauses: [KAJ] };
    await readAll([hamn]);
    const own = (await store.search({ query: 'hamnen' })).hits[0]?.arende ?? '';
    expect(await page(`/arende/${encodeURIComponent(own)}`)).toContain('Hamnen');
    await readAll([{ ...hamn, diarienummer: 'KS 2031/17' }]);
    const answer = await ask(`/arende/${encodeURIComponent(own)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/arende/ekbacka%3AKS-2031%2F17']);
    expect(await page('/arende/ekbacka%3AKS-2031%2F17', 'lasare')).toContain('KS 2031/17');
  });

  it('tells a reader no earlier words that a reader did not see', async () => {
    const open = { paragraf: '14', clauses: [TAXA, KAJ] };
    const child = { text: 'bevilja Kim Ek plats i förskolan', line: 50 };
    const secret = { paragraf: '15', rubrik: 'Ett barn', sekretess: 'OSL 26 kap. 1 §', clauses: [child] };
    await readAll([open, secret]);
    const before = await links();
    const [kaj, kim] = [KAJ, child].map(({ text }) => before.get(text) ?? '');
    await readAll([{ ...open, clauses: [TAXA, { ...KAJ, text: 'bygga en kaj för 19811228-9874' }] }]);
    // what is masked now is not there, and what was is not told
    for (const link of [kaj, kim]) expect((await ask(link ?? '', 'lasare')).status).toBe(404);
    expect((await ask(kim ?? '')).status).toBe(410);
    await readAll([{ ...open, clauses: [TAXA, KAJ] }]);
    const text = await page(kaj ?? '', 'lasare');
    expect(text).toContain(KAJ.text);
    expect(text).not.toMatch(/9874|Tidigare läst så/);
    expect(await page(kaj ?? '')).toContain('19811228-9874');
  });
});
