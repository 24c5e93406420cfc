/** `expediera bevaka`: what a registrator and a journalist are told is late. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bevakaText } from '../../cli/answers/bevaka-text.ts';
import { wayOf } from '../../diarium/way/index.ts';
import type { Vantan } from '../../diarium/way/types.ts';
import { today } from '../../engine/today.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { BevakningAnswer, Bevakningsrad, Store } from '../../store/store.ts';
import { arende, fileRecord, handling, sha } from '../store/made-up.ts';
import { runCli } from './run-cli.ts';

const home = mkdtempSync(join(tmpdir(), 'expediera-bevaka-'));
const env = { EXPEDIERA_HOME: home };
afterAll(() => rmSync(home, { recursive: true }));

const IDAG = '2031-06-01';
const kalla = { sha256: sha('a'), fileName: 'kf.pdf', page: 7, handlingId: 'h', itemId: null };
const svar: Vantan = {
  ...{ vad: 'svar', av: 'Kommunfullmäktige', skal: 'vackt', text: null, sedan: '2030-04-20' },
  ...{ senast: '2031-04-20', frist: 'kommunallagen 5 kap. 35 §', steg: 's1', kalla },
};
const remiss: Vantan = {
  ...{ vad: 'yttrande', av: 'Tekniska nämnden', skal: 'remiss', sedan: '2031-05-02', steg: 's1', kalla },
  ...{ text: 'att yttra sig senast den 15 juni', senast: '2031-06-15', frist: 'beslutet' },
};

async function matter(store: Store, letter: string, datum: string, vantar: Vantan[]): Promise<string> {
  const own = arende({
    paragraf: '4',
    diarienummer: `KS 2031/${letter}1`,
    rubrik: `Motion om bad ${letter}`,
  });
  const record = fileRecord(letter, [handling({ datum, huvudman: 'Ekstads kommun', arenden: [own] })]);
  const [id] = (await store.saveRecord(record, '1.0')).matters as [string];
  await store.updateWay(id, (all, known) => ({ ...wayOf(all, known), typ: 'motion', vantar }));
  return id;
}

beforeAll(async () => {
  const store = openSqliteStore(join(home, 'expediera.db'), { now: () => new Date('2031-05-20T08:00:00Z') });
  const id = await matter(store, '1', '2031-03-05', [svar, remiss]);
  await matter(store, '2', '2004-03-05', [{ ...svar, sedan: '2004-03-05', senast: '2005-03-05' }]);
  const about = { matterId: id, steg: 's1', vad: 'svar', av: 'Kommunfullmäktige' } as const;
  await store.notePaminnelse({ ...about, id: 'p1', till: 'kommunledningen', text: 'motionen är obesvarad' });
  await store.close();
});

describe('expediera bevaka', () => {
  it('does not say that nothing is late at a body that nobody knows', async () => {
    const ran = await runCli(['bevaka', '--organ', 'Havsnämnden', '--idag', IDAG], env);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(/^Inget i registret heter Havsnämnden\./);
  });

  it('tells what is late, then what comes, with where the last day comes from and who was reminded', async () => {
    const ran = await runCli(['bevaka', '--idag', IDAG], env);
    expect(ran.code).toBe(0);
    expect(ran.stdout.split('\n')).toEqual([
      '2031-06-01: 1 försenad, 1 med sista dag inom 30 dagar.',
      '',
      'FÖRSENAT',
      '',
      'KS 2031/11 · Ekstads kommun · motion',
      '  Motion om bad 1',
      '  Väntar på svar på motionen från Kommunfullmäktige',
      '  42 dagar för sent · senast 2031-04-20 enligt kommunallagen 5 kap. 35 § · väntat sedan 2030-04-20',
      '  OBS: inget protokoll från Kommunfullmäktige är inläst',
      '  påminnelse 2031-05-20: kommunledningen',
      '  kf.pdf, sida 7',
      '',
      'KOMMER',
      '',
      'KS 2031/11 · Ekstads kommun · motion',
      '  Motion om bad 1',
      '  Väntar på yttrande från Tekniska nämnden',
      '  om 14 dagar · senast 2031-06-15 enligt beslutet · väntat sedan 2031-05-02',
      '  • att yttra sig senast den 15 juni',
      '  kf.pdf, sida 7',
      '',
      'Dessutom 1 i ärenden där inget har hänt på 3 år: --alla',
      'Försenat enligt det som är inläst. Ett protokoll som inte är inläst kan ha avgjort saken.',
      '',
    ]);
  });

  it('answers programs, narrowed by whom, kind and how far ahead', async () => {
    const ask = async (...args: string[]) => {
      const ran = await runCli(['bevaka', '--idag', IDAG, '--json', ...args], env);
      return { code: ran.code, answer: JSON.parse(ran.stdout) as BevakningAnswer };
    };
    const [near, organ, other, all] = await Promise.all([
      ask('--inom', '13'),
      ask('--organ', 'tekniska nämnden'),
      ask('--typ', 'interpellation'),
      ask('--alla', '--huvudman', 'Ekstad'),
    ]);
    expect(near.answer).toMatchObject({ sena: 1, kommande: 0, utelamnade: { aldre: 1, senare: 1 } });
    expect(organ.answer.rader.map(({ dagarKvar, av }) => [dagarKvar, av])).toEqual([
      [14, 'Tekniska nämnden'],
    ]);
    expect(other).toEqual({ code: 3, answer: expect.objectContaining({ sena: 0, kommande: 0, rader: [] }) });
    expect(all.answer.rader.map(({ senast }) => senast)).toEqual(['2005-03-05', '2031-04-20', '2031-06-15']);
  });

  it('says so when nothing is late, and whose name nobody knows', async () => {
    const none = await runCli(['bevaka', '--idag', '2031-03-01'], env);
    expect(none.stdout).not.toContain('Försenat enligt');
    expect(none.stdout).toMatch(
      /^2031-03-01: inget är försenat, inget med sista dag inom 30 dagar\.\n\nDessutom /,
    );
    expect(none.code).toBe(3);
    const unknown = await runCli(['bevaka', '--huvudman', 'Norrvall'], env);
    expect(unknown.stderr).toContain('Ingen huvudman heter Norrvall.');
    expect((await runCli(['bevaka', '--idag', '31 maj'], env)).code).toBe(2);
    expect((await runCli(['bevaka', '--typ', 'skrivelse'], env)).code).toBe(2);
  });
});

describe('what people read of what is late', () => {
  const rad: Bevakningsrad = {
    ...{ ...svar, text: 'ett\ntvå\ntre', matterId: 'ekstad:a7', huvudman: null, diarienummer: null },
    ...{ rubrik: null, typ: 'ovrigt', obekraftade: [], dagarKvar: -42, inlagtTill: null },
    ...{ senasteSteg: null, paminnelser: [] },
  };
  const answer: BevakningAnswer = {
    ...{ idag: IDAG, sena: 12, kommande: 0, utanFrist: 1 },
    ...{ utelamnade: { aldre: 312, senare: 4, utanFrist: 40 }, rader: [rad] },
  };

  it('says what is not shown, and how to ask for it', () => {
    const text = bevakaText(answer, 30, 60);
    expect(text).toContain('FÖRSENAT (visar 1 av 12)');
    expect(text).toContain('utan diarienummer (arende "ekstad:a7") · utan huvudman');
    expect(text).toContain('  • ett\n  • två\n  … och 1 till');
    expect(text.replace(/\s+/g, ' ')).toContain(
      '… och 12 till: --limit Dessutom 312 i ärenden där inget har hänt på 3 år, 4 med sista dag senare än om 30 dagar och 40 utan sista dag: --alla',
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  it('says where it is not known whether it is late: the minutes after the last day are not here', () => {
    const said = (over: Partial<Bevakningsrad>) =>
      /OBS: (.*)/.exec(bevakaText({ ...answer, rader: [{ ...rad, ...over }] }, 30, 80))?.[1];
    expect(said({ inlagtTill: '2031-03-01' })).toBe(
      'inget protokoll från Kommunfullmäktige efter 2031-03-01 är inläst',
    );
    expect(said({ inlagtTill: '2031-04-20' })).toContain('efter 2031-04-20');
    expect(said({ inlagtTill: '2031-04-21' })).toBeUndefined();
    expect(said({ av: 'Fastighetschefen' })).toBeUndefined();
    expect(said({ dagarKvar: 0 })).toBeUndefined();
  });

  it('says how often somebody was reminded', () => {
    const paminnelser = ['2031-04-21', '2031-05-19'].map((day) => ({
      at: `${day}T08:00:00Z`,
      till: 'listan',
      text: 'x',
    }));
    const text = bevakaText({ ...answer, rader: [{ ...rad, paminnelser }] }, 30, 80);
    expect(text).toContain('\n  2 påminnelser, senast 2031-05-19: listan\n');
  });

  it('marks a number that nothing confirms', () => {
    const unsure = { ...rad, diarienummer: 'KS 2031/1', obekraftade: ['diarienummer'] };
    const text = bevakaText({ ...answer, rader: [unsure] }, undefined, 80);
    expect(text).toContain('KS 2031/1? · utan huvudman');
    expect(text).toMatch(/\n\? = läst ur en skannad sida och inte bekräftat\.$/);
  });
});

it("counts today in Swedish days: a summer's night is the next day before it is in London", () => {
  expect(today(new Date('2031-06-01T22:30:00Z'))).toBe('2031-06-02');
  expect(today(new Date('2031-01-01T22:30:00Z'))).toBe('2031-01-01');
});
