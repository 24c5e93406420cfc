/** The way as people see it in the terminal, and as a picture. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arendeText } from '../../cli/answers/arende-text.ts';
import { widthOf } from '../../cli/terminal/layout.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { ArendeAnswer } from '../../store/store.ts';
import { anyVag } from '../diarium/bild/any-vag.ts';
import { badhuset, medfoljande, steg, vag, vantan } from '../diarium/bild/made-up-vag.ts';
import { arende, attsats, fileRecord, handling } from '../store/made-up.ts';
import { runCli } from './run-cli.ts';

const answer = (way: Pick<ArendeAnswer, 'steg'> & Partial<ArendeAnswer>): ArendeAnswer => ({
  ...vag([]),
  id: 'ekstad:ks-2031-17',
  typ: 'ovrigt',
  aven: [],
  sammanforingar: [],
  kanHoraIhop: [],
  ...way,
});
const clauses = ['att bygga badhuset i Norrhamnen för högst 200 miljoner kronor.'];
const details = [{ avsandare: null, clauses }];

describe('what the way says beside its steps', () => {
  it('that a § is under secrecy', () => {
    const way = vag([steg({ organ: 'Kommunstyrelsen', paragraf: '21', sekretess: 'sekretess enligt OSL' })]);
    expect(arendeText(answer(way), [], 100, '2031-02-01')).toMatch(/§.21\n.*SEKRETESS/);
  });

  it('that a decision is made and something is left to carry out', () => {
    const decided = vag([steg({ organ: 'Kommunfullmäktige', paragraf: '3', nyckel: 's1' })], {
      ...{
        avslutat: true,
        vantar: [vantan({ vad: 'utforande', skal: 'uppdrag', av: 'Fritidsnämnden', steg: 's1' })],
      },
    });
    const text = arendeText(answer(decided), [], 100, '2031-02-01');
    expect(text).toMatch(/Väntar på att Fritidsnämnden utför uppdraget/);
    expect(text).toMatch(/\nÄrendet är avgjort\. Kvar är det som väntas\.$/);
  });
});

it('names each clause that orders one to do something, once', () => {
  const asked = (nr: number) =>
    vantan({ vad: 'utforande', skal: 'uppdrag', av: 'Fritidsnämnden', steg: 's1', nr });
  const way = vag([steg({ organ: 'Kommunfullmäktige', nyckel: 's1' })], { vantar: [asked(2), asked(3)] });
  const arrow = arendeText(answer(way), [], 100, '2031-02-01')
    .split('\n')
    .filter((line) => line.includes('→'));
  expect(arrow).toEqual([expect.stringMatching(/→ Fritidsnämnden · uppdrag · att 2–3$/)]);
});

describe('the way in a wide terminal', () => {
  const lines = arendeText(answer(badhuset()), details, 100, '2032-03-01').split('\n');

  it('names the bodies once, each over its track', () => {
    expect(lines.slice(0, 10)).toEqual([
      'KS 2031/17 · Ekstads kommun',
      'Nytt badhus i Norrhamnen',
      '',
      '┌ Fritidsförvaltningen',
      '┊  ┌ Fritidsnämnden',
      '┊  ┊  ┌ Kommunstyrelsens arbetsutskott',
      '┊  ┊  ┊  ┌ Tekniska nämnden',
      '┊  ┊  ┊  ┊  ┌ Kommunstyrelsen',
      '┊  ┊  ┊  ┊  ┊  ┌ Kommunfullmäktige',
      '┊  ┊  ┊  ┊  ┊  ┊  ┌ Fastighetschefen',
    ]);
  });

  it('draws a way onwards, two ways from one §, and a way back', () => {
    const at = lines.findIndex((line) => line.includes('2031-03-11  Komm'));
    expect(lines.slice(10, 14)).toEqual([
      '◇  ┊  ┊  ┊  ┊  ┊  ┊   2031-02-03  Fritidsförvaltningen · tjänsteskrivelse',
      '│  ┊  ┊  ┊  ┊  ┊  ┊     • att bygga badhuset i Norrhamnen för högst 200 miljoner kronor.',
      '│  ┊  ┊  ┊  ┊  ┊  ┊     ekstad.pdf, sida 3',
      '└──▶  ┊  ┊  ┊  ┊  ┊   → Fritidsnämnden',
    ]);
    expect(lines.slice(at, at + 7)).toEqual([
      '   ┊  ●  ┊  ┊  ┊  ┊   2031-03-11  Kommunstyrelsens arbetsutskott · § 31',
      '   ┊  │  ┊  ┊  ┊  ┊     ekstad.pdf, sida 3',
      '   ┊  ├─────▶  ┊  ┊   → Kommunstyrelsen · förslag · att 1–2',
      '   ┊  └╌╌▶  │  ┊  ┊   → Tekniska nämnden · remiss · att 3',
      '   ┊     │  ●  ┊  ┊   2031-03-25  Kommunstyrelsen · § 52 · återremiss (minoritet)',
      '   ┊     │  │  ┊  ┊     ekstad.pdf, sida 3',
      '   ◀╌╌╌╌╌┼╌╌┘  ┊  ┊   → Fritidsnämnden · återremiss',
    ]);
  });

  it('names who protested, and of many the first', () => {
    const own = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ namn: `Namn ${i + 1}`, parti: 'S', roll: null }));
    const told = (n: number) => {
      const one = { ...medfoljande('reservation', []), av: own(n) };
      const way = vag([steg({ organ: 'Fritidsnämnden', medfoljer: [one, medfoljande('yrkande', ['M'])] })]);
      return /(reservation.*)/.exec(arendeText(answer(way), [], 200, '2031-02-01'))?.[1];
    };
    expect(told(1)).toBe('reservation: Namn 1 (S) · yrkande: M');
    expect(told(7)).toContain('Namn 7 (S) · yrkande');
    expect(told(9)).toBe(
      'reservation: Namn 1 (S), Namn 2 (S), Namn 3 (S), Namn 4 (S), Namn 5 (S), Namn 6 (S) och 3 till · yrkande: M',
    );
  });

  it('draws on where a body waits for itself, without an arrow', () => {
    const put = steg({ organ: 'Kommunfullmäktige', next: 'Kommunstyrelsen', paragraf: '4' });
    const vantar = [
      vantan({ vad: 'svar', av: 'Kommunfullmäktige', skal: 'vackt', steg: put.nyckel ?? '' }),
      vantan({ av: 'Kommunstyrelsen', steg: put.nyckel ?? '' }),
    ];
    const way = { ...vag([put], { vantar, hos: 'Kommunstyrelsen' }), typ: 'motion' as const };
    expect(arendeText(answer(way), [], 80, '2031-02-01').split('\n').slice(5, -2)).toEqual([
      '●  ┊   2031-01-01  Kommunfullmäktige · § 4',
      '│  ┊     ekstad.pdf, sida 3',
      '├──▶   → Kommunstyrelsen',
      '○  │   Väntar på svar på motionen från Kommunfullmäktige',
      '   │     ekstad.pdf, sida 3',
      '   ○   Väntar på beslut av Kommunstyrelsen',
      '         ekstad.pdf, sida 3',
    ]);
  });

  it('tells votes, who protested, legal force and what is awaited, late or not', () => {
    expect(lines.slice(lines.findIndex((line) => line.includes('2032-01-19  Komm')))).toEqual([
      '         │     ●  ┊   2032-01-19  Kommunfullmäktige · § 3 · bifall',
      '         │     │  ┊     votering 31–29, 1 avstår · votering 40–21 · reservation: SD · särskilt',
      '         │     │  ┊     yttrande: M, KD',
      '         │     │  ┊     anslaget 2032-01-26, kan överklagas till och med 2032-02-16, laga kraft',
      '         │     │  ┊     tidigast 2032-02-17',
      '         │     │  ┊     ekstad.pdf, sida 3',
      '         │     └──▶   → Fastighetschefen · uppdrag',
      '         ○        │   FÖRSENAT: yttrande från Tekniska nämnden',
      '                  │     sedan 2031-03-11, senast 2031-04-30 enligt beslutet, 306 dagar för sent',
      '                  │     • att yttra sig senast den 30 april',
      '                  │     ekstad.pdf, sida 3',
      '                  ○   Väntar på att Fastighetschefen utför uppdraget',
      '                        sedan 2032-01-19, senast 2032-12-31 enligt beslutet, om 305 dagar',
      '                        ekstad.pdf, sida 3',
      '',
      'Ligger hos: Tekniska nämnden',
    ]);
  });
});

describe('clauses', () => {
  const steps = ['2031-01-01', '2031-02-01', '2031-03-01'].map((datum) => steg({ datum, organ: 'Nämnden' }));
  const of = (...all: string[][]) =>
    arendeText(
      answer(vag(steps)),
      all.map((own) => ({ avsandare: null, clauses: own })),
      80,
      '2031-04-01',
    );

  it('that stand word for word at an earlier step are not said again', () => {
    const text = of(['att a', 'att b'], ['att a', 'att b'], ['att a', 'att c']);
    expect(text.match(/• att a/g)).toHaveLength(2);
    expect(text).toContain('= samma 2 att-satser, ord för ord, som 2031-01-01\n');
    expect(of(['att a'], ['att a']).match(/• att a/g)).toHaveLength(2);
  });

  it('of which there are many are counted', () => {
    const many = Array.from({ length: 15 }, (_, i) => `att ${i}`);
    expect(of(many)).toContain('• att 11\n');
    expect(of(many)).toContain('… och 3 till\n');
    expect(of(many)).not.toContain('• att 12');
  });
});

describe('the way where the lines are short', () => {
  it('stands under each other, with the arrows in front', () => {
    const lines = arendeText(answer(badhuset()), details, 60, '2032-03-01').split('\n');
    expect(lines.slice(3, 9)).toEqual([
      '◇   2031-02-03  Fritidsförvaltningen · tjänsteskrivelse',
      '│     • att bygga badhuset i Norrhamnen för högst 200',
      '│       miljoner kronor.',
      '│     ekstad.pdf, sida 3',
      '├─▶ Fritidsnämnden',
      '●   2031-02-24  Fritidsnämnden · § 14 · bifall',
    ]);
    expect(lines).toContain('├╌◀ Fritidsnämnden · återremiss');
    expect(lines).toContain('├╌▶ Tekniska nämnden · remiss · att 3');
    expect(lines).toContain('○   FÖRSENAT: yttrande från Tekniska nämnden');
  });

  it('says where nothing tells how it went on, and ends with the last arrow', () => {
    const way = vag([steg({ organ: 'Fritidsnämnden', next: 'Kommunstyrelsen' })], { hos: null });
    const many = Array.from({ length: 9 }, (_, i) =>
      steg({ organ: `${i + 1}. Nämnden`, datum: '2031-01-01' }),
    );
    expect(arendeText(answer(way), [], 60, '2031-02-01')).toContain(
      '└──×   → Kommunstyrelsen · ingen senare handling inläst',
    );
    const long = vag([...many, ...way.steg]);
    expect(arendeText(answer(long), [], 60, '2031-02-01').split('\n')).toContain(
      '└─▶ Kommunstyrelsen · ingen senare handling inläst',
    );
  });

  it.each([60, 80, 100])('keeps to %i columns, and tells every step, in any way', (columns) => {
    fc.assert(
      fc.property(anyVag, (way) => {
        const text = arendeText(answer(way), [], columns, '2031-06-01');
        for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(text.match(/[●◇]/g) ?? []).toHaveLength(way.steg.length);
      }),
    );
  });
});

describe('expediera arende', () => {
  const home = mkdtempSync(join(tmpdir(), 'expediera-bild-'));
  const env = { EXPEDIERA_HOME: home };
  afterAll(() => rmSync(home, { recursive: true }));

  beforeAll(async () => {
    const store = openSqliteStore(join(home, 'expediera.db'));
    const beslut = [
      attsats('föreslå kommunstyrelsen anta taxan', {
        nr: 1,
        next: { organ: 'Kommunstyrelsen', reason: 'forslag' },
      }),
    ];
    const own = arende({ paragraf: '41', diarienummer: 'FN 2031/4', rubrik: 'Taxa <ny> & bra', beslut });
    await store.saveRecord(
      fileRecord('a', [handling({ organ: 'Fritidsnämnden', datum: '2031-03-05', arenden: [own] })]),
      '1.0',
    );
    for (const id of await store.staleMatters()) await store.updateWay(id, wayOf);
    await store.close();
  });

  it('draws the way as text, SVG and mermaid', async () => {
    const text = await runCli(['arende', 'FN 2031/4'], env);
    expect(text.code).toBe(0);
    expect(text.stdout).toContain('┌ Fritidsnämnden\n┊  ┌ Kommunstyrelsen\n●  ┊');
    const svg = await runCli(['arende', 'FN 2031/4', '--format', 'svg'], env);
    expect(svg.stdout).toMatch(/^<svg [\s\S]*Taxa &lt;ny&gt; &amp; bra[\s\S]*<\/svg>\n$/);
    const mermaid = await runCli(['arende', 'FN 2031/4', '--format', 'mermaid'], env);
    expect(mermaid.stdout).toMatch(/^sequenceDiagram\n[\s\S]*Note over o1: 2031-03-05 · § 41\n/);
  });

  it('answers programs as before, by either option', async () => {
    const [json, format] = await Promise.all([
      runCli(['arende', 'FN 2031/4', '--json'], env),
      runCli(['arende', 'FN 2031/4', '--format', 'json'], env),
    ]);
    expect(format.stdout).toBe(json.stdout);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ...{ huvudman: 'Ekbacka kommun', diarienummer: 'FN 2031/4', typ: 'ovrigt', avslutat: false },
      steg: [
        { datum: '2031-03-05', organ: 'Fritidsnämnden', paragraf: '41', voteringar: [], avsandare: null },
      ],
    });
    expect(Array.isArray((JSON.parse(json.stdout) as ArendeAnswer).vantar)).toBe(true);
  });

  it('refuses a format that there is none of', async () => {
    const ran = await runCli(['arende', 'FN 2031/4', '--format', 'pdf'], env);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      'flaggan --format <format> kan inte vara "pdf"; den kan vara text, mermaid, svg',
    );
  });
});
