/** What of a search leaves the house: a feed that any reader of Atom reads, and files that no spreadsheet computes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { createApp } from '../../../server/app.ts';
import type { DeskEnv } from '../../../server/desk/deps.ts';
import { addDesk } from '../../../server/desk/index.ts';
import { maskedStore } from '../../../server/mask/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { Store } from '../../../store/store.ts';
import { sokbart } from '../../browser/sokbart.ts';
import {
  arende,
  attsats,
  fileRecord,
  handling,
  inlaga,
  person,
  votering,
  yrkande,
} from '../../store/made-up.ts';
import { storeThatSays } from '../store-that-says.ts';

let home: string;
let store: Store;
let ask: (path: string) => Promise<Response>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'expediera-sok-'));
  let minutes = 0;
  const now = (): Date => {
    minutes += 1;
    return new Date(Date.UTC(2031, 4, 1, 8, minutes));
  };
  store = openSqliteStore(join(home, 'expediera.db'), { now });
  const hostile = fileRecord('d', [
    handling({
      datum: '2019-01-01',
      arenden: [
        arende({
          rubrik: '<script>&"\u0001]]>',
          beslut: [attsats('=HYPERLINK("http://x") ]]> taxan <b>\u0000 ; "citat"\nrad')],
          yrkanden: [yrkande('avslag på taxan', [person('=1+1', 'S')], { utfall: 'avslag' })],
        }),
      ],
    }),
  ]);
  for (const record of [...sokbart, hostile]) {
    await store.offerFile(`/in/${record.source.fileName}`, record.source.sha256);
    const { matters } = await store.saveRecord(record, '1.0');
    for (const id of matters) await store.updateWay(id, wayOf);
  }
  const app = createApp({
    ...storeThatSays(),
    ...{ store, version: '1', temporalPage: () => null },
  } as Parameters<typeof createApp>[0]);
  ask = async (path) => app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
});
afterAll(async () => {
  await store.close();
  await rm(home, { recursive: true });
});

interface Entry {
  id: string;
  title: string;
  updated: string;
  published: string;
  content: { '#text': string };
}
async function feedOf(path: string): Promise<{ id: string; title: string; updated: string; entry: Entry[] }> {
  const answer = await ask(path);
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const text = await answer.text();
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' });
  return parser.parse(text).feed;
}

describe('/sok.atom', () => {
  it('has what was taken in last first, under ids that stay', async () => {
    const { entry, updated, title } = await feedOf('/sok.atom?q=taxan&typ=beslut');
    expect(title).toBe('Expediera: ”taxan”, beslut');
    expect(entry.map((one) => one.published.slice(0, 4))).toEqual(['2019', '2031', '2030', '2029']);
    expect(updated).toBe(entry[0]?.updated);
    expect(new Set(entry.map(({ id }) => id)).size).toBe(4);
    const [hit] = (await store.search({ query: 'taxan', typ: 'beslut', ar: '2031' })).hits;
    expect(entry[1]?.id).toBe(`urn:expediera:post:${hit?.id}`);
    const again = await feedOf('/sok.atom?typ=beslut&q=taxan&sida=3&ordning=datum');
    expect(again.entry).toEqual(entry);
  });

  it('is another feed for another question, and the same one for the same', async () => {
    const [a, b, c] = await Promise.all(
      ['/sok.atom?q=taxan', '/sok.atom?q=taxan&ordning=datum', '/sok.atom?q=badhus'].map(feedOf),
    );
    expect([a?.id === b?.id, a?.id === c?.id]).toEqual([true, false]);
    expect((await feedOf('/sok.atom?q=kamelkaravan')).entry).toBeUndefined();
  });

  it('breaks on nothing that a record may hold', async () => {
    const { entry } = await feedOf('/sok.atom?q=taxan&ar=2019&typ=beslut');
    expect(entry[0]?.title).toBe('beslut: <script>&"\ufffd]]>');
    expect(entry[0]?.content['#text']).toContain('=HYPERLINK');
  });
});

/** A page's text as people read it, white space made one. */
const readable = async (answer: Response): Promise<string> =>
  (await answer.text()).replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

describe('who reserved themselves against what', () => {
  it.each([
    [
      '/sok?typ=reservationer&ar=2030',
      'Mot: att anta ny taxa för badhuset från den 1 juli 2030. ( hela beslutet)',
    ],
    ['/person/Bo%20Bergkvist', 'att anta ny taxa för badhuset från den 1 juli 2029. ( hela beslutet)'],
    ['/parti/SD', 'Ärendet återremitteras till kommunstyrelsen för ny beredning. ( hela beslutet)'],
    ['/organ/Kommunfullm%C3%A4ktige', 'att anta ny taxa för badhuset från den 1 juli 2031. ( hela beslutet)'],
    ['/sok?q=barnfamiljer&ar=2031', 'yrkandet avslogs'],
    ['/sok?q=barnfamiljer&ar=2031', 'Beslutet: att anta ny taxa för badhuset från den 1 juli 2031.'],
  ])('is told on %s', async (path, said) => {
    expect((await readable(await ask(path))).replaceAll('( ', '(')).toContain(said.replaceAll('( ', '('));
  });

  it('leads to the decision itself', async () => {
    const [beslut] = (await store.search({ query: 'anta', typ: 'beslut', ar: '2030' })).hits;
    const text = await (await ask('/sok?typ=reservationer&ar=2030')).text();
    expect(text).toMatch(new RegExp(`<a href="/post/${beslut?.id}"[^>]*>att anta ny taxa`, 'u'));
    expect((await ask(`/post/${beslut?.id}`)).status).toBe(200);
  });

  it('tells readers nothing of a decision that is masked', async () => {
    await store.saveRecord(
      fileRecord('6', [
        handling({
          arenden: [
            arende({
              beslut: [attsats('att Anna Ek, 19560614-2384, får bygga bryggan.')],
              reservationer: [inlaga('mot bryggbeslutet', [person('Bo Bergkvist', 'M')])],
            }),
          ],
        }),
      ]),
      '1.0',
    );
    const [own, readers] = await Promise.all(
      [ask, asReader].map(async (of) => readable(await of('/sok?q=bryggbeslutet'))),
    );
    expect(own).toContain('får bygga bryggan');
    expect(readers).toContain('Mot: hela beslutet');
    expect(readers).not.toContain('bygga bryggan');
  });
});

/** The number that a page says beside a link, and what the list behind it says. */
async function behindLink(path: string, name: string): Promise<{ told: number; href: string; list: string }> {
  const text = await (await ask(path)).text();
  const [, href = '', told = ''] =
    new RegExp(`<a href="([^"]*)">${name}</a> <span class="number">(\\d+)</span>`, 'u').exec(text) ?? [];
  const to = href.replaceAll('&amp;', '&');
  const list = /<h1>([^<]*)/u.exec(await (await ask(to)).text())?.[1] ?? '';
  return { told: Number(told), href: to, list };
}

describe('a facet', () => {
  beforeAll(async () => {
    const own = arende({ paragraf: '1', diarienummer: 'KS 2030/1', beslut: [attsats('att anta taxan.')] });
    const other = handling({ huvudman: 'Alunda kommun', datum: '2030-01-10', arenden: [own] });
    await store.saveRecord(fileRecord('0', [other]), '1.0');
  });

  it.each([...['Slag', 'Organ', 'Huvudman', 'År', 'Parti', 'Person', 'Utfall', 'Diarienummer']])(
    '%s: each number is that of the list behind its link, hit by hit and § by §',
    async (name) => {
      for (const base of ['/sok?q=taxan', '/sok?q=avgift&per=paragraf']) {
        const html = await (await ask(base)).text();
        const section = html.split('<section><h2>').find((one) => one.startsWith(`${name}</h2>`));
        if (section === undefined && base.includes('per=')) continue;
        const links = [
          ...(section ?? '').matchAll(
            /<a href="([^"]+)"><span[^>]*>([^<]*)<\/span> <span class="number">([^<]*)/gu,
          ),
        ];
        expect([name, links.length > 0]).toEqual([name, true]);
        for (const [, href = '', value = '', number = ''] of links) {
          const list = await (await ask(href.replaceAll('&amp;', '&'))).text();
          const heading = /<h1>([^<]*)/u.exec(list)?.[1] ?? '';
          expect([value, heading.split(/ (?=\p{L})/u)[0]]).toEqual([value, number]);
          // and it can be taken away again
          expect(list).toContain('class="chip"');
        }
      }
    },
  );

  it('counts for a reader what a reader finds', async () => {
    const html = await (await asReader('/sok?q=taxan')).text();
    const links = [
      ...html.matchAll(/<li><a href="([^"]+)"><span[^>]*>[^<]*<\/span> <span class="number">([^<]*)/gu),
    ];
    expect(links.length).toBeGreaterThan(10);
    for (const [, href = '', number = ''] of links) {
      const list = await (await asReader(href.replaceAll('&amp;', '&'))).text();
      expect([href, /<h1>([\d\s]+)/u.exec(list)?.[1]?.trim()]).toEqual([href, number]);
    }
  });
});

describe('the pager', () => {
  it('goes through all hits, and ends', async () => {
    const many = Array.from({ length: 45 }, (_, n) => attsats(`att stryka mast ${n} på skutan.`));
    await store.saveRecord(fileRecord('f', [handling({ arenden: [arende({ beslut: many })] })]), '1.0');
    const seen = new Set<string>();
    let href: string | undefined = '/sok?q=skutan';
    for (let pages = 0; href !== undefined && pages < 5; pages++) {
      const html = await (await ask(href)).text();
      for (const [, nr = ''] of html.matchAll(/stryka mast (\d+) på/gu)) seen.add(nr);
      href = /rel="next" href="([^"]+)"/u.exec(html)?.[1]?.replaceAll('&amp;', '&');
      if (href === undefined) expect(html).toContain('41–45 av 45');
    }
    expect(seen.size).toBe(45);
  });
});

describe('a § in several files', () => {
  it('is one hit with its sources, counted once', async () => {
    const of = (letter: string, justerad: string | null) =>
      fileRecord(letter, [
        handling({
          ...{
            organ: 'Varvsnämnden',
            datum: '2024-05-02',
            anslag: { justerad, uppsatt: null, nedtas: null },
          },
          arenden: [arende({ paragraf: '3', beslut: [attsats('att varvet flyttas till Sjövik.')] })],
        }),
      ]);
    await store.saveRecord(of('1', null), '1.0');
    await store.saveRecord(of('2', '2024-05-20'), '1.0');
    const html = await (await ask('/sok?q=varvet')).text();
    expect(html).toContain('<h1>1 träff');
    expect(html.match(/class="hit"/gu)).toHaveLength(1);
    const text = await readable(await ask('/sok?q=varvet'));
    expect(text).toContain('Öppna sidan 2 i 2.pdf');
    expect(text).toMatch(/Står också i: 1\.pdf \(protokoll ?\)/u);
    const lines = (await (await ask('/sok.jsonl?q=varvet')).text()).trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    const [other] =
      (await store.search({ query: 'varvet', med: ['kallor'] })).hits[0]?.kallor?.slice(1) ?? [];
    // the other one keeps its address
    expect(other?.fileName).toBe('1.pdf');
    expect((await ask(`/post/${other?.permanentId}`)).status).toBe(200);
  });
});

describe('one click from a portrait', () => {
  it('counts every återremiss of a body by its §§', async () => {
    const again = 'Ärendet återremitteras i sin helhet.';
    const clauses = [1, 2, 3].map((nr) => attsats(`${again} Del ${nr}.`, { nr }));
    const paragraf = arende({
      paragraf: '9',
      beslut: clauses,
      utfall: 'aterremiss',
      voteringar: [votering()],
    });
    await store.saveRecord(
      fileRecord('7', [handling({ organ: 'Hamnnämnden', datum: '2024-05-02', arenden: [paragraf] })]),
      '1.0',
    );
    const link = await behindLink('/organ/Hamnn%C3%A4mnden', 'Beslut om återremiss');
    expect(link).toMatchObject({ told: 1, list: '1 paragraf' });
    // clause by clause the vote stands once
    const each = await (await ask(link.href.replace('&per=paragraf', ''))).text();
    expect(each).toContain('<h1>3 träffar');
    expect(each.match(/8 ja, 7 nej/gu)).toHaveLength(1);
    expect(each.match(/Voteringen i samma paragraf står vid träffen ovan/gu)).toHaveLength(2);
    // what narrows further keeps counting so
    expect(await (await ask(link.href)).text()).toContain('name="per" value="paragraf"');
  });

  it('of several huvudmän says so, and is of one where that is asked for', async () => {
    const motion = (huvudman: string, letter: string, n: number) =>
      fileRecord(letter, [
        handling({
          ...{ huvudman, organ: 'Bryggnämnden', datum: '2024-05-02' },
          arenden: Array.from({ length: n }, (_, i) =>
            arende({
              paragraf: String(i + 1),
              yrkanden: [yrkande(`avslag på brygga ${i}`, [person('Siv Ask', 'ÅP')], { utfall: 'avslag' })],
            }),
          ),
        }),
      ]);
    await store.saveRecord(motion('Ekbacka kommun', '8', 1), '1.0');
    await store.saveRecord(motion('Sundby kommun', '9', 2), '1.0');
    for (const path of ['/parti/%C3%85P', '/organ/Bryggn%C3%A4mnden', '/person/Siv%20Ask']) {
      const both = await readable(await ask(path));
      expect(both).toContain('Siffrorna nedan räknar 2 huvudmän tillsammans.');
      expect(await behindLink(path, 'Yrkanden som avslogs')).toMatchObject({ told: 3, list: '3 träffar' });
      const one = `${path}?huvudman=Sundby+kommun`;
      expect(await (await ask(path)).text()).toContain(`<a href="${one}">Sundby kommun</a>`);
      expect(await readable(await ask(one))).toContain('Bara hos Sundby kommun. Visa alla huvudmän');
      expect(await behindLink(one, 'Yrkanden som avslogs')).toMatchObject({ told: 2, list: '2 träffar' });
    }
    // from a hit one comes to the person and the party of its huvudman
    const hits = await (await ask('/sok?typ=yrkanden&huvudman=Sundby+kommun')).text();
    expect(hits).toContain('<a href="/person/Siv%20Ask?huvudman=Sundby+kommun">');
    expect(hits).toContain('<a href="/parti/%C3%85P?huvudman=Sundby+kommun">');
  });

  it('of a huvudman that has none of it is not there', async () => {
    expect((await ask('/parti/%C3%85P?huvudman=Ingenstans')).status).toBe(404);
  });
});

/** Asks as a läsare does, for a page. */
async function asReader(path: string): Promise<Response> {
  const app = new Hono<DeskEnv>();
  app.use(async (context, next) => {
    context.set('besokare', { namn: 'Läsa Re', roll: 'lasare', inloggad: true });
    context.set('store', maskedStore(store));
    await next();
  });
  addDesk(app, { ...storeThatSays(), store, version: '1' });
  return app.request(`http://127.0.0.1${path}`, { headers: { accept: 'text/html' } });
}

describe('a reader', () => {
  it.each([
    ...['/sok', '/sok?q=taxan', '/sok?q=kamelkaravan+taxan', '/sok.atom?q=taxan', '/sok.csv?q=taxan'],
    ...[
      '/sok.jsonl?q=taxan',
      '/organ',
      '/organ/Kommunfullm%C3%A4ktige',
      '/person/Ulla%20Sj%C3%B6',
      '/parti/V',
    ],
  ])('is answered on %s', async (path) => {
    expect((await asReader(path)).status).toBe(200);
  });

  it('finds nothing of what stands under secrecy, by words, count or link', async () => {
    const asked = { query: '"avgiften sätts ned"' };
    const { hits, total } = await store.search(asked);
    expect(total).toBe(3);
    expect(hits[0]?.sekretess).toBe('OSL 26 kap. 1 §');
    for (const path of [
      '/sok?q=%22avgiften+s%C3%A4tts+ned%22',
      '/sok.atom?q=%22avgiften+s%C3%A4tts+ned%22',
    ]) {
      const text = await (await asReader(path)).text();
      expect(text).not.toContain('sätts ned.');
      expect(text).toMatch(/Inga träffar|0 träffar/);
    }
    expect((await asReader(`/post/${hits[0]?.id}`)).status).toBe(404);
    const [open] = (await store.search({ query: 'taxan', typ: 'beslut', ar: '2031' })).hits;
    expect((await asReader(`/post/${open?.id}`)).status).toBe(200);
  });
});

describe('/sok.csv and /sok.jsonl', () => {
  it('have all hits, as a Swedish spreadsheet opens them, and nothing that it computes', async () => {
    const answer = await ask('/sok.csv?q=taxan&ar=2019&ordning=datum');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="sok.csv"');
    const text = new TextDecoder().decode(bytes);
    const [head] = text.split('\r\n');
    expect(head).toMatch(/^"huvudman";"organ";"datum";.*"id";"utfall";"beslutet";"personer";"lank"$/);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")`);
    expect(text).toContain(`"'=1+1 (S)"`);
    expect(text).toMatch(/"http:\/\/127\.0\.0\.1\/post\/i\d+"\r\n$/);
  });

  it('say what a reservation is against', async () => {
    const text = await (await ask('/sok.csv?typ=reservationer&ar=2030')).text();
    expect(text).toContain('"hela beslutet; att anta ny taxa för badhuset från den 1 juli 2030."');
  });

  it('go on beyond one part, each hit once, and tell the log', async () => {
    const many = Array.from({ length: 4_500 }, (_, n) => attsats(`att godkänna punkt ${n} av kajens plan.`));
    await store.saveRecord(fileRecord('e', [handling({ arenden: [arende({ beslut: many })] })]), '1.0');
    const lines = (await (await ask('/sok.jsonl?q=kajens')).text()).trimEnd().split('\n');
    const hits = lines.map((line) => JSON.parse(line) as { id: string; lank: string });
    expect(new Set(hits.map(({ id }) => id)).size).toBe(4_500);
    expect(hits[0]?.lank).toBe(`http://127.0.0.1/post/${hits[0]?.id}`);
    const rows = (await (await ask('/sok.csv?q=kajens')).text()).trimEnd().split('\r\n');
    expect(rows).toHaveLength(4_501);
    const { handelser } = await store.handelser();
    expect(handelser.find(({ vad }) => vad === 'exporterat')).toMatchObject({
      uppgifter: { format: 'csv', vad: 'punkter', rader: 4_500 },
      dorr: 'sida',
    });
  });

  it('of nothing are empty, and nobody is told', async () => {
    expect(await (await ask('/sok.jsonl?q=kamelkaravan')).text()).toBe('');
    expect((await (await ask('/sok.csv?q=kamelkaravan')).text()).split('\r\n')).toHaveLength(2);
  });
});
