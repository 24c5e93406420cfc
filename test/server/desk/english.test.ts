/**
 * The desk in English: nothing that is its own is said in Swedish, and what stands in the files in Swedish is marked so
 * (WCAG 3.1.2). All addresses are asked for, by following every link.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownName } from '../../../diarium/bild/ord.ts';
import { createApp } from '../../../server/app.ts';
import { type Desk, openDesk } from '../../browser/filled.ts';
import { BATPLATSER, madeUpArende, madeUpSecret, planDeliveries } from '../../browser/made-up-arende.ts';
import { partsOf } from './language-of-parts.ts';
import { refusals } from './refusals.ts';

const server = join(import.meta.dirname, '../../../server');
const ORIGIN = 'http://127.0.0.1';
/** Of pages of one kind so many are looked at. */
const EACH = 12;
/** A matter that was joined with another. */
const JOINED = 'bjorkhult:MBN-2021/218';

let desk: Desk;
let app: ReturnType<typeof createApp>;
let arkiv: number;
beforeAll(async () => {
  const made = [...(await madeUpArende()), ...(await madeUpSecret())];
  desk = await openDesk([
    ...made,
    'bjorkhult-miljo-och-byggnadsnamnden.txt',
    'lovstrand-stadsdelsnamnden.pdf',
  ]);
  await planDeliveries(desk, 'Kommunrevisionen');
  const { store } = desk.deps;
  await store.sammanfor(JOINED, 'bjorkhult:MBN-2021/187', 'Siv Ek');
  arkiv = await store.newArkiv({ namn: 'in', paths: ['/in'], lopande: true, om: null, av: 'Siv Ek' });
  const empty = {
    status: 'refused',
    reason: { code: 'empty', sv: 'Filen är tom.', en: 'The file is empty.' },
  } as const;
  const sha = 'e'.repeat(64);
  await store.offerFile('/in/tom.pdf', sha, false, arkiv);
  await store.setOutcome(sha, empty);
  await store.offerFile('/in/kvar.pdf', 'f'.repeat(64), false, arkiv);
  app = createApp({ ...desk.deps, isSample: () => true });
}, 60_000);
afterAll(() => desk.close());

const HEADERS = { host: '127.0.0.1', accept: 'text/html', cookie: 'sprak=en' };
const ask = async (path: string) => {
  const answer = await app.request(ORIGIN + path, { headers: HEADERS });
  const isPage = /^(?:text\/html|image\/svg)/u.test(answer.headers.get('content-type') ?? '');
  return {
    ...{ path, status: answer.status, to: answer.headers.get('location') },
    text: isPage ? await answer.text() : '',
  };
};
type Asked = Awaited<ReturnType<typeof ask>>;

/** The kind of page that an address leads to. */
const kindOf = (path: string): string =>
  path
    .replace(/#.*$/u, '')
    .replace(/^\/sok.*/u, '/sok')
    .replace(/%[0-9A-F]{2}/gu, '_')
    .replace(/^(\/[a-z-]+)\/[^/?]+/u, '$1/X')
    .replace(/(\/X)\/(?!sammanfor|skilj|avbryt|utdrag|sida)[^/?]+/u, '$1/Y')
    .replaceAll(/=[^&]*/gu, '=');

/** All that can be come to by links from the first page, and what no page leads to. */
async function tour(): Promise<Asked[]> {
  const left = [
    '/',
    '/konto',
    '/arkiv',
    '/arende',
    '/arende?nummer=0/0',
    '/finns-inte',
    `/arkiv/${arkiv}`,
    `/arkiv/${arkiv}/avbryt`,
    '/sok?q=ingetsadant',
    '/sok?q=taxa&typ=beslut',
    '/sent?alla=ja',
    '/inkorg?namn=ingetsadant',
    '/granska?orsak=x',
    '/organ/Ingen',
    '/person/Ingen',
    '/inkorg/Ingen',
    '/expediering?status=levererad',
    `/arende/${encodeURIComponent(BATPLATSER)}/sammanfor`,
    `/arende/${encodeURIComponent(JOINED)}/skilj`,
    `/arende/${encodeURIComponent(BATPLATSER)}.svg`,
    '/diarium/bekrafta-alla',
    '/arende?nummer=TN 2024/31',
  ];
  const seen = new Map<string, number>();
  const asked = new Set(left);
  const pages: Asked[] = [];
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    const kind = kindOf(path);
    const n = seen.get(kind) ?? 0;
    if (n >= EACH) continue;
    seen.set(kind, n + 1);
    const page = await ask(path);
    pages.push(page);
    const links = [...page.text.matchAll(/ href="(\/[^"]*)"/gu)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replace(/#.*$/u, ''),
    );
    for (const href of [...links, ...(page.to?.startsWith('/') ? [page.to] : [])]) {
      if (asked.has(href) || /^\/(?:val|desk)\b|\.(?:csv|jsonl|atom|pdf|png)\b|original/u.test(href))
        continue;
      asked.add(href);
      left.push(href);
    }
  }
  return pages;
}

/** What the desk's own words are, in Swedish alone: whole phrases. */
function swedishWords(): string[] {
  const files = ['**/*.ts', '../diarium/bild/words.ts']
    .flatMap((pattern) => globSync(pattern, { cwd: server }))
    .map((path) => readFileSync(join(server, path), 'utf8'));
  const literals = (text: string): string[] =>
    [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gu)]
      .flatMap(([, one, other = '']) =>
        (one ?? other.replaceAll(/\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/gu, '\n')).split(/[\n{}]+/u),
      )
      .map((part) => part.trim());
  const section = (text: string, begins: RegExp): string =>
    [...text.matchAll(begins)]
      .map(({ index, 0: { length }, 1: indent = '' }) => {
        const end = text.indexOf(`\n${indent}}`, index + length);
        return text.slice(index + length, end === -1 ? undefined : end);
      })
      .join('\n');
  const sv = files.flatMap((text) =>
    literals(section(text, /^( *)(?:const (?:sv|arkivSv) = \{|sv: \{)$/gmu)),
  );
  const en = new Set(
    files
      .flatMap((text) => literals(section(text, /^( *)en: \{$/gmu)))
      .flatMap((one) => one.toLowerCase().match(/[\p{L}]+/gu) ?? []),
  );
  return [...new Set(sv)].filter((one) => {
    const words = one.toLowerCase().match(/[\p{L}]+/gu) ?? [];
    return words.some((word) => word.length > 2 && !en.has(word)) && !/^[a-z-]+\.[a-z.]+$/u.test(one);
  });
}

const MONTHS = /\b(?:januari|februari|maj|juni|juli|augusti|oktober)\b|\d\u00a0\d{3}\b/u;

/** What is wrong with a text that is said to be English; null: nothing. */
function swedishIn(text: string, words: ReadonlySet<string>): string | null {
  const month = MONTHS.exec(text)?.[0];
  if (month) return month;
  const tokens = text.toLowerCase().match(/[\p{L}\d]+|[^\p{L}\d\s]+/gu) ?? [];
  for (let from = 0; from < tokens.length; from++)
    for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST); to++) {
      const phrase = tokens.slice(from, to).join(' ');
      if (words.has(phrase)) return phrase;
    }
  return null;
}
const LONGEST = 12;
const tokenized = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\d]+|[^\p{L}\d\s]+/gu) ?? []).slice(0, LONGEST).join(' ');

let words: Set<string>;
let names: string[];
let quoted: string[];
let pages: Asked[];
beforeAll(async () => {
  words = new Set(swedishWords().map(tokenized));
  [names, quoted, pages] = [await namesIn(), await saidInFiles(), await tour()];
}, 60_000);

/** What is Swedish in them and not said to be, each once. */
function faultsIn(all: readonly { path: string; text: string }[]): string[] {
  const records = quoted.filter((one) => one.length > 12).map((one) => one.slice(0, 24));
  const faults = new Map<string, string>();
  const looked = new Set<string>();
  for (const { path, text } of all) {
    for (const part of partsOf(text)) {
      const { text: said, lang, where } = part;
      const key = `${where} ${said}`;
      if (lang === 'sv' || looked.has(key)) continue;
      looked.add(key);
      // an attribute and a title have one language: what they quote of a file is no fault of theirs
      const spoken = where.includes('@') || / (?:title|desc)$/u.test(where);
      const left = [...(spoken ? quoted : []), ...names].reduce(
        (text, one) => text.replaceAll(one, '‹›'),
        said,
      );
      const why = swedishIn(left, words) ?? (spoken ? null : records.find((one) => left.includes(one)));
      if (why) faults.set(`${where}: "${why}" in "${said.slice(0, 90)}"`, path);
    }
  }
  return [...faults].map(([fault, path]) => `${path} ${fault}`);
}

it('knows the words that it looks for', () => {
  expect(words.size).toBeGreaterThan(800);
  const sv = '<html lang="sv"><body><p>Ligger nu</p></body></html>';
  expect(faultsIn([{ path: '/', text: sv.replace('sv', 'en') }])).toHaveLength(1);
  expect(faultsIn([{ path: '/', text: sv }])).toEqual([]);
});

it('says nothing of its own in Swedish, and marks what is', () => {
  expect(faultsIn(pages)).toEqual([]);
});

it('draws in English, with what stands in the files marked', () => {
  const drawn = pages.find(({ path }) => path.endsWith('.svg'))?.text;
  expect(drawn).toMatch(/^<svg [^>]*lang="en"/);
  expect(drawn).toMatch(/<text [^>]*lang="sv"/);
  expect(drawn).toContain('lies here now');
});

it('goes to every page that there is', () => {
  const found = pages.filter(({ status }) => status < 400);
  const asked = found.map(({ path }) => decodeURI(path.replace(/[?#].*$/u, '')));
  const never = pageRoutes().filter((route) => !asked.some((path) => routeExpression(route).test(path)));
  expect(never).toEqual([]);
});

it('says in English also what is refused, missing or broken', async () => {
  const all = await refusals(desk, 'en');
  expect(all.map(({ name, status }) => [name, status])).toEqual(
    all.map(({ name }) => [name, Number(name.slice(0, 3))]),
  );
  expect(all.map(({ html }) => /<html lang="(..)"/u.exec(html)?.[1])).toEqual(all.map(() => 'en'));
  expect(faultsIn(all.map(({ name, html }) => ({ path: name, text: html })))).toEqual([]);
});

it('tells in English how an intake goes, as it goes', async () => {
  const answer = await app.request(`${ORIGIN}/arkiv/${arkiv}/handelser`, { headers: HEADERS });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? '';
  await reader?.cancel();
  const data = text.split('\n').flatMap((line) => (line.startsWith('data: ') ? line.slice(6) : []));
  const told = `<html lang="en">${data.join('\n')}</html>`;
  expect(told).toContain('ended');
  expect(faultsIn([{ path: '/handelser', text: told }])).toEqual([]);
});

/** Answered to programs, or no pages of words. */
const NO_PAGES =
  /^\/(?:api|status|healthz|readyz|metrics|val|desk\/.*)$|\*|\.(?:csv|jsonl|atom)$|original$|png\}$|utdrag\.pdf$|handelser$/u;
/** Shown only where people log in. */
const LOGIN = '/logga-in';
const pageRoutes = (): string[] => [
  ...new Set(
    app.routes.flatMap(({ method, path }) =>
      method === 'GET' && !NO_PAGES.test(path) && path !== LOGIN ? [path] : [],
    ),
  ),
];
const routeExpression = (route: string): RegExp =>
  new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+(?:\{[^/]*\})?/gu, '[^/]+')}$`, 'u');

/** What stands in the files: texts, headings, lines of the register; the longest first. */
async function saidInFiles(): Promise<string[]> {
  const { store } = desk.deps;
  const { hits } = await store.search({ query: '', limit: 300 });
  const own = hits.filter(({ typ }) => typ !== 'expediering').flatMap(({ text, rubrik }) => [text, rubrik]);
  const { rader } = await store.diarium({});
  const all = [
    ...own,
    ...(await store.matters()).map(({ rubrik }) => rubrik),
    ...rader.flatMap(({ om, nummer }) => [om, nummer]),
  ];
  return [...new Set(all.filter((one) => one !== null))].sort((a, b) => b.length - a.length);
}

/** Names, which are the same in any language: of files, bodies, recipients, municipalities and people; the longest first. */
async function namesIn(): Promise<string[]> {
  const { store } = desk.deps;
  const { hits } = await store.search({ query: '', limit: 300 });
  const names = [
    // of the key that a läsare shows
    'nyckel lasare',
    ...(await store.files()).map(({ path }) => path.split('/').at(-1) ?? ''),
    ...hits.flatMap(({ organ, huvudman, personer }) => [
      organ,
      huvudman,
      ...personer.map(({ namn }) => namn),
    ]),
    ...(await store.mottagare()).map(({ mottagare }) => mottagare),
    ...(await store.kanaler()).map(({ namn }) => namn),
  ];
  return [...new Set(names.flatMap((name) => (name ? [name, shownName(name)] : [])))].sort(
    (a, b) => b.length - a.length,
  );
}
