/** Any list as files: the columns that the page shows, nothing that a spreadsheet computes, and never cut in silence. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import type { DeskEnv } from '../../../server/desk/deps.ts';
import { addDesk } from '../../../server/desk/index.ts';
import { answerLista, listaOf } from '../../../server/desk/parts/lista.ts';
import { maskedStore } from '../../../server/mask/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import type { Store } from '../../../store/store.ts';
import { sokbart } from '../../browser/sokbart.ts';
import { arende, attsats, fileRecord, handling, mottagare } from '../../store/made-up.ts';
import { storeThatSays } from '../store-that-says.ts';

let home: string;
let store: Store;
let matter: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'expediera-lista-'));
  store = openSqliteStore(join(home, 'expediera.db'));
  const hostile = fileRecord('d', [
    handling({
      ...{ huvudman: 'Ekbacka kommun', organ: 'Kommunfullmäktige', datum: '2019-01-01' },
      arenden: [
        arende({
          ...{ paragraf: '1', diarienummer: 'KS 2019/1', rubrik: '=1+1' },
          beslut: [attsats('+SUMMA; "a"\natt bygga', { next: null })],
          expediering: [mottagare('Hamnbolaget'), mottagare('Anna Ek, 19560614-2384')],
          obekraftade: ['paragraf'],
        }),
      ],
    }),
  ]);
  for (const record of [...sokbart, hostile]) {
    const { matters } = await store.saveRecord(record, '1.0');
    for (const id of matters) await store.updateWay(id, wayOf);
  }
  matter = (await store.search({ query: '', diarienummer: 'KS 2019/1' })).hits[0]?.arende ?? '';
});
afterAll(async () => {
  await store.close();
  await rm(home, { recursive: true });
});

async function ask(path: string, roll: 'registrator' | 'lasare' = 'registrator'): Promise<Response> {
  const app = new Hono<DeskEnv>();
  app.use(async (context, next) => {
    context.set('besokare', { namn: 'Siv', roll, inloggad: true });
    context.set('store', roll === 'lasare' ? maskedStore(store) : store);
    context.set('ursprung', 'https://e.example');
    await next();
  });
  addDesk(app, { ...storeThatSays(), store, version: '1' });
  return app.request(`http://127.0.0.1${path}`, { headers: { accept: 'text/html' } });
}
/** Rows of a CSV whose cells hold no line ends but inside quotes. */
const rowsOf = (text: string): string[] => text.trimEnd().split('\r\n');

const lists = (): [page: string, file: string, columns: string][] => [
  [
    '/inkorg/Hamnbolaget?huvudman=Ekbacka+kommun',
    '/inkorg/Hamnbolaget',
    'huvudman;diarienummer;rubrik;status',
  ],
  ['/sent?alla=ja', '/sent', 'senast;dagar_kvar;diarienummer'],
  ['/granska', '/granska', 'slag;orsak;varfor'],
  [
    `/arende/${encodeURIComponent(matter)}`,
    `/arende/${encodeURIComponent(matter)}`,
    'huvudman;diarienummer;datum',
  ],
  ['/organ', '/organ', 'huvudman;organ;antal'],
  ['/person/Ulla%20Sj%C3%B6', '/person/Ulla%20Sj%C3%B6/voteringar', 'namn;datum;huvudman'],
  ['/sok?typ=beslut', '/sok', 'huvudman;organ;datum'],
];

describe('every list', () => {
  it('is given as files from its page, the same rows in both, and the log is told', async () => {
    for (const [page, file, columns] of lists()) {
      const html = (await (await ask(page)).text()).replaceAll('&amp;', '&');
      const hrefs = [...html.matchAll(/href="([^"]*\.(?:csv|jsonl)[^"]*)" download/gu)].map(
        ([, href = '']) => href,
      );
      const own = hrefs.filter((href) => href.startsWith(file));
      expect([page, own.map((href) => href.slice(file.length).split('?')[0])]).toEqual([
        page,
        ['.csv', '.jsonl'],
      ]);
      const [csv, jsonl] = await Promise.all(own.map(async (href) => (await ask(href)).text()));
      const [head, ...rows] = rowsOf(csv ?? '');
      expect(head?.replace('\ufeff', '').replaceAll('"', '')).toContain(columns);
      const lines = (jsonl ?? '').trimEnd().split('\n');
      expect([page, rows.length]).toEqual([page, lines.length]);
      for (const line of lines) expect(Object.keys(JSON.parse(line)).length).toBeGreaterThan(3);
    }
    const { handelser } = await store.handelser();
    const told = new Set(
      handelser.filter(({ vad }) => vad === 'exporterat').map(({ uppgifter }) => uppgifter.vad),
    );
    expect([...told].sort()).toEqual([
      ...['bevakning', 'granska', 'inkorg', 'organ', 'personens-voteringar', 'punkter', 'steg'],
    ]);
  });

  it('holds nothing that a spreadsheet computes', async () => {
    const text = await (await ask('/inkorg/Hamnbolaget.csv?huvudman=Ekbacka+kommun')).text();
    expect(text).toContain(`"'=1+1"`);
    expect(text).toContain(`"'+SUMMA; ""a""\natt bygga"`);
  });

  it('has the votes of a person as they voted', async () => {
    const text = await (await ask('/person/Ulla%20Sj%C3%B6/voteringar.jsonl')).text();
    const votes = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(votes.map(({ datum, rost, utslag }) => [datum, rost, utslag])).toEqual(
      [2031, 2030, 2029].map((year) => [`${year}-03-05`, 'ja', 'ja-sidan vann']),
    );
  });

  it('is masked for readers, and of a part of registrators refused', async () => {
    for (const format of ['csv', 'jsonl']) {
      expect((await ask(`/granska.${format}`, 'lasare')).status).toBe(403);
      const step = await (await ask(`/arende/${encodeURIComponent(matter)}.${format}`, 'lasare')).text();
      expect(step).toContain('KS 2019/1');
      const secret = (await store.search({ query: '"avgiften sätts ned"' })).hits[0];
      const own = await (await ask(`/arende/${encodeURIComponent(secret?.arende ?? '')}.${format}`)).text();
      const readers = await (
        await ask(`/arende/${encodeURIComponent(secret?.arende ?? '')}.${format}`, 'lasare')
      ).text();
      expect(own).toContain('c.pdf');
      expect(readers).not.toContain('c.pdf');
      expect(readers).toContain('[utelämnad].pdf');
      const inbox = `/inkorg/${encodeURIComponent('Anna Ek, 19560614-2384')}.${format}?huvudman=Ekbacka+kommun`;
      expect((await ask(inbox, 'lasare')).status).toBe(404);
    }
  });

  it('of what is not there is not there', async () => {
    for (const path of ['/inkorg/Ingen.csv', '/arende/ingen.csv', '/person/Ingen/voteringar.csv'])
      expect((await ask(path)).status).toBe(404);
  });
});

describe('a file that ends before its list', () => {
  const cut = async (format: 'csv' | 'jsonl', most: number): Promise<Response> => {
    const app = new Hono<DeskEnv>();
    app.get('/', (context) => {
      context.set('besokare', { namn: 'Siv', roll: 'registrator', inloggad: true });
      const of = { namn: 'tal', vad: 'tal', kolumner: ['tal'], cells: (n: number) => [n] };
      return answerLista(
        context,
        { store },
        format,
        { ...listaOf(of, []), total: 5, rader: [[1, 2], [3, 4], [5]] },
        most,
      );
    });
    return app.request('/');
  };

  it('says so in its last line and in a header', async () => {
    const csv = await cut('csv', 3);
    expect(csv.headers.get('x-expediera-avkortad')).toBe('3/5');
    expect(rowsOf(await csv.text()).slice(1)).toEqual([
      ...[
        '"1"',
        '"2"',
        '"3"',
        '"Avkortad: här slutar filen efter 3 av 5 rader. Begränsa listan för att få med allt."',
      ],
    ]);
    const jsonl = (await (await cut('jsonl', 3)).text()).trimEnd().split('\n');
    expect(jsonl.map((line) => JSON.parse(line))).toEqual([
      ...[{ tal: 1 }, { tal: 2 }, { tal: 3 }, { avkortad: true, rader: 3, av: 5 }],
    ]);
    const whole = await cut('csv', 5);
    expect(whole.headers.get('x-expediera-avkortad')).toBeNull();
    expect(rowsOf(await whole.text())).toHaveLength(6);
  });
});
