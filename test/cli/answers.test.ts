import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arendeText } from '../../cli/answers/arende-text.ts';
import { choicesText } from '../../cli/answers/choices-text.ts';
import { inkorgText, recipientsText } from '../../cli/answers/inkorg-text.ts';
import { intakeText, nothingText, type TakenIn } from '../../cli/answers/intake-text.ts';
import { searchText } from '../../cli/answers/search-text.ts';
import { filesText, statusText } from '../../cli/answers/status-text.ts';
import { summaryText } from '../../cli/answers/summary-text.ts';
import type { PermanentId } from '../../store/postnamn.ts';
import type { ArendeAnswer, FileRow, Hit, InkorgPost } from '../../store/store.ts';
import { status } from '../store/status-answer.ts';

const hit: Hit = {
  id: 'h1',
  permanentId: 'h1' as PermanentId,
  typ: 'beslut',
  text: 'Att anta ny taxa för badhuset från den 1 juli 2031.',
  huvudman: 'Fiskviks kommun',
  organ: 'Fritidsnämnden',
  datum: '2031-03-10',
  diarienummer: '2031/00017',
  paragraf: '14/31',
  rubrik: 'Ny bassängtaxa',
  parti: null,
  personer: [],
  utfall: null,
  fileName: 'fritid.pdf',
  sha256: 'f'.repeat(64),
  arende: 'a1',
  page: 3,
  bbox: [70, 200, 500, 230],
  sekretess: null,
  obekraftade: [],
};

const arende: ArendeAnswer = {
  huvudman: 'Fiskviks kommun',
  diarienummer: '2031/00017',
  rubrik: 'Ny bassängtaxa',
  steg: [
    {
      datum: '2031-02-03',
      organ: null,
      kind: 'tjansteskrivelse',
      paragraf: null,
      utfall: null,
      next: 'Fritidsnämnden',
      fileName: 'skrivelse.pdf',
      page: 1,
      obekraftade: [],
    },
    {
      datum: '2031-03-10',
      organ: 'Fritidsnämnden',
      kind: 'protokoll',
      paragraf: '14/31',
      utfall: 'aterremiss',
      next: 'kommunstyrelsen',
      fileName: 'fritid.pdf',
      page: 3,
      obekraftade: [],
    },
  ],
  hos: 'kommunstyrelsen',
  id: 'fiskvik:2031/17',
  aven: [],
  sammanforingar: [],
  avslutat: false,
  typ: 'ovrigt',
  vantar: [],
  obekraftade: [],
  kanHoraIhop: [],
};

const details = [
  { avsandare: 'badhusenheten', clauses: [] },
  { avsandare: null, clauses: [hit.text] },
];

const post: InkorgPost = {
  id: 'p1',
  arende: 'fiskvik:2031/17',
  medfoljer: [],
  sekretess: null,
  typ: 'beslut',
  text: 'Att anta ny taxa för badhuset från den 1 juli 2031.',
  huvudman: 'Fiskviks kommun',
  diarienummer: '2031/00017',
  fran: 'Fritidsnämnden',
  datum: '2031-03-10',
  status: 'vantar',
  kallor: [{ fileName: 'fritid.pdf', page: 3 }],
  obekraftade: [],
};

const file: FileRow = {
  path: '/in/tom.pdf',
  sha256: 'e3b0',
  status: 'refused',
  code: 'empty',
  reason: 'Filen är tom.',
  reasonEn: 'The file is empty.',
  offeredAt: '2031-04-01T10:00:00Z',
  changedAt: '2031-04-01T10:00:00Z',
  ejOmlast: null,
};

const takenIn = (
  counts: Partial<TakenIn['arkiv']['files']>,
  offered: Partial<TakenIn['offered']> = {},
): TakenIn => {
  const files = { total: 0, done: 0, refused: 0, failed: 0, running: 0, ...counts };
  return {
    arkiv: { id: 7, sokvagar: files.total, files },
    offered: {
      ...{ paths: files.total, contents: files.total, toDo: ['a'], already: 0, alreadyRefused: 0 },
      ...{ unpacked: 0, alreadyUnpacked: 0, refused: 0, unreadable: 0, skipped: 0 },
      ...offered,
    },
    notRead: [],
  };
};

describe('what people read', () => {
  it('of a search: the clause, whose, when, where', () => {
    expect(searchText({ total: 12, hits: [hit] }, 100)).toBe(
      [
        '12 träffar, visar 1–1',
        '',
        '1. BESLUT · Fritidsnämnden · 2031-03-10 · § 14/31 · 2031/00017 · Fiskviks kommun',
        '   Ny bassängtaxa',
        '     Att anta ny taxa för badhuset från den 1 juli 2031.',
        '   fritid.pdf, sida 3',
      ].join('\n'),
    );
    expect(searchText({ total: 0, hits: [] }, 100)).toBe('Inga träffar.');
  });

  it('says what it leaves out', () => {
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
    expect(flat(arendeText({ ...arende, utelamnade: 12_345 }, details, 100, '2031-04-01'))).toMatch(
      /bara visar de senaste\. 12 345 äldre är inte med\..* search --diarienummer "2031\/00017" ""$/,
    );
    const some = { mottagare: 'Kommunstyrelsen', poster: [post], totalt: 23_456 };
    expect(flat(inkorgText(some, 200))).toMatch(
      /^Kommunstyrelsen: 23 456 poster, här 1, varav 1 väntar; fler visas med --offset och --limit /,
    );
    const kalla = { sha256: 'a', fileName: 'a.pdf', page: 1, handlingId: 'h', itemId: 'y' };
    const moved = { typ: 'yrkande' as const, id: 'y', av: [], text: 'Avslag', utfall: null, kalla };
    const more = { ...post, flerMedfoljer: true as const, medfoljer: [moved] };
    expect(inkorgText({ ...some, poster: [more] }, 200)).toContain('… och mer, som står i ärendets steg');
  });

  it('of a matter: its way', () => {
    expect(arendeText(arende, details, 100, '2031-04-01')).toBe(
      [
        '2031/00017 · Fiskviks kommun',
        'Ny bassängtaxa',
        '',
        '┌ Badhusenheten',
        '┊  ┌ Fritidsnämnden',
        '┊  ┊  ┌ Kommunstyrelsen',
        '◇  ┊  ┊   2031-02-03  Badhusenheten · tjänsteskrivelse',
        '│  ┊  ┊     skrivelse.pdf, sida 1',
        '└──▶  ┊   → Fritidsnämnden',
        '   ●  ┊   2031-03-10  Fritidsnämnden · § 14/31 · återremiss',
        '   │  ┊     • Att anta ny taxa för badhuset från den 1 juli 2031.',
        '   │  ┊     fritid.pdf, sida 3',
        '   └╌╌▶   → Kommunstyrelsen · återremiss',
        '      ○   Väntar hos Kommunstyrelsen',
        '',
        'Ligger hos: Kommunstyrelsen',
      ].join('\n'),
    );
    const ended = { ...arende, huvudman: null, hos: null, avslutat: true };
    expect(arendeText(ended, [], 80, '2031-04-01')).toMatch(/· utan huvudman\n[\s\S]*Ärendet är avslutat\.$/);
  });

  it('of numbers that nothing confirms: a question mark, and what may belong together', () => {
    const [, step] = arende.steg;
    const other = { huvudman: 'Fiskviks kommun', rubrik: 'Bassängtaxa', obekraftade: ['diarienummer'] };
    const unsure: ArendeAnswer = {
      ...arende,
      steg: step ? [{ ...step, obekraftade: ['paragraf', 'datum'] }] : [],
      obekraftade: ['diarienummer'],
      kanHoraIhop: [{ ...other, id: 'fiskvik:a7', diarienummer: '2031/17' }],
    };
    expect(arendeText(unsure, [], 100, '2031-04-01').split('\n')).toEqual([
      '2031/00017? · Fiskviks kommun',
      'Ny bassängtaxa',
      '',
      '┌ Fritidsnämnden',
      '┊  ┌ Kommunstyrelsen',
      '●  ┊   2031-03-10?  Fritidsnämnden · § 14/31? · återremiss',
      '│  ┊     fritid.pdf, sida 3',
      '└╌╌▶   → Kommunstyrelsen · återremiss',
      '   ○   Väntar hos Kommunstyrelsen',
      '',
      'Ligger hos: Kommunstyrelsen',
      '? = läst ur en skannad sida och inte bekräftat.',
      '',
      'Kan höra ihop med, om diarienumret är rätt läst (ärendena hålls isär tills någon har sett efter):',
      '  2031/17? · Bassängtaxa (arende "fiskvik:a7")',
    ]);
    const beside = { ...other, id: 'fiskvik:FN-2031/9', diarienummer: 'FN 2031/9', obekraftade: [] };
    expect(arendeText({ ...arende, kanHoraIhop: [beside] }, [], 120, '2031-04-01')).toMatch(
      /Kan höra ihop med, för att en handling anger båda numren \(.*\):\n {2}FN 2031\/9 · Bassängtaxa \(arende "fiskvik:FN-2031\/9"\)$/,
    );
    const hits = [{ ...hit, obekraftade: ['diarienummer', 'paragraf'] }];
    expect(searchText({ total: 1, hits }, 100)).toMatch(
      /2031-03-10 · § 14\/31\? · 2031\/00017\?[\s\S]*\n\n\? = läst ur en skannad sida och inte bekräftat\.$/,
    );
    const poster = ['a.pdf', 'b.pdf'].map((fileName, i): InkorgPost => {
      return {
        ...post,
        id: `p${i}`,
        kallor: [{ fileName, page: 1 }],
        obekraftade: ['diarienummer', 'datum'],
      };
    });
    const inbox = inkorgText({ mottagare: 'Kommunstyrelsen', poster }, 100);
    expect(inbox.match(/^2031\/00017\? · Fiskviks kommun$/gm)).toHaveLength(2);
    expect(inbox).toContain('från Fritidsnämnden 2031-03-10? · a.pdf');
  });

  it('of an inbox: matter by matter, what waits first', () => {
    const settled: InkorgPost = {
      ...post,
      id: 'p2',
      diarienummer: '2031/00009',
      status: 'behandlad',
      typ: 'expediering',
    };
    expect(inkorgText({ mottagare: 'Kommunstyrelsen', poster: [settled, post] }, 80)).toBe(
      [
        'Kommunstyrelsen: 2 poster, 1 väntar',
        '',
        '2031/00017 · Fiskviks kommun',
        '  väntar  beslut  Att anta ny taxa för badhuset från den 1 juli 2031.',
        '                  från Fritidsnämnden 2031-03-10 · fritid.pdf, sida 3',
        '',
        '2031/00009 · Fiskviks kommun',
        '  behandlad  expediering  Att anta ny taxa för badhuset från den 1 juli 2031.',
        '                          från Fritidsnämnden 2031-03-10 · fritid.pdf, sida 3',
      ].join('\n'),
    );
    expect(recipientsText([])).toBe('Inga inkorgar än.');
  });

  it('of an inbox: a file once with its pages, a decision clause by clause', () => {
    const sent: InkorgPost = {
      ...post,
      typ: 'expediering',
      text: 'att anta taxan\natt den gäller från den 1 juli',
      huvudman: null,
      kallor: [3, 1, 3].map((page) => ({ fileName: 'fritid.pdf', page })),
    };
    expect(inkorgText({ mottagare: 'badhusenheten', poster: [sent] }, 80)).toBe(
      [
        'Badhusenheten: 1 post, 1 väntar',
        '',
        '2031/00017 · utan huvudman',
        '  väntar  expediering  • att anta taxan',
        '                       • att den gäller från den 1 juli',
        '                       från Fritidsnämnden 2031-03-10 · fritid.pdf, sida 3 och 1',
      ].join('\n'),
    );
  });

  it('of what stands in a § under secrecy: that it does', () => {
    const sekretess = 'sekretess enligt OSL 26 kap. 1 §';
    const poster = [{ ...post, sekretess }];
    expect(inkorgText({ mottagare: 'Kommunstyrelsen', poster }, 80).split('\n').slice(3)).toEqual([
      '  väntar  beslut  SEKRETESS',
      '                  Att anta ny taxa för badhuset från den 1 juli 2031.',
      '                  från Fritidsnämnden 2031-03-10 · fritid.pdf, sida 3',
    ]);
    expect(searchText({ total: 1, hits: [{ ...hit, sekretess }] }, 100)).toContain(
      '1. BESLUT · SEKRETESS · Fritidsnämnden · 2031-03-10',
    );
  });

  it('of inboxes: with a capital, and what to do about those without huvudman', () => {
    const row = { huvudman: 'Fiskviks kommun', mottagare: 'kommunstyrelsen', poster: 2, vantar: 1 };
    expect(recipientsText([row])).toBe(
      'Mottagare        Huvudman         Väntar  Poster\nKommunstyrelsen  Fiskviks kommun       1       2',
    );
    const text = recipientsText([row, { ...row, huvudman: null, mottagare: 'von Berg' }]);
    expect(text).toMatch(/^von Berg +– /m);
    expect(text).toContain('--huvudman ""');
  });

  it('of a question that several could answer: how to ask again', () => {
    const choices = [
      { huvudman: 'Fiskviks kommun', diarienummer: '2031/00017', label: 'Ny bassängtaxa' },
      { huvudman: null, diarienummer: '2031/17', label: 'Snöröjning' },
    ];
    expect(choicesText('Flera.', { choices })).toBe(
      [
        'Flera. Fråga igen med en av:',
        '  --huvudman "Fiskviks kommun"                   2031/00017  Ny bassängtaxa',
        '  --huvudman ""                 (utan huvudman)  2031/17     Snöröjning',
      ].join('\n'),
    );
  });

  it('of the status and of the files', () => {
    expect(statusText(status)).toContain('filer             4\nolika innehåll    3\n  inlästa         2\n');
    expect(statusText(status)).toContain('beslut           15\n');
    expect(filesText([file])).toBe('nekad  /in/tom.pdf\n       Filen är tom. (empty)\n\n1 fil, 1 innehåll');
    const here = { ...file, path: join(process.cwd(), 'in', 'tom.pdf') };
    const ejOmlast = {
      status: 'failed',
      version: '2031.2',
      code: 'internal',
      reason: 'Felet är vårt.',
    } as const;
    const kept = { ...file, status: 'done', code: null, reason: null } as const;
    expect(filesText([{ ...kept, ejOmlast: { ...ejOmlast, reasonEn: '', at: file.changedAt } }])).toContain(
      'Lästes inte om av version 2031.2 (misslyckad), och står kvar som den lästes förut: Felet är vårt. (internal)',
    );
    const older = { omlasning: [{ version: '2031.1', antal: 2 }] };
    expect(statusText({ ...status, ...older })).toContain('läses om av sig själva');
    expect(statusText({ ...status, ...older, avbruten: 7 })).toMatch(
      /avbruten \(inläsning 7\).*arkiv om --alla --aldre/u,
    );
    expect(statusText({ ...status, ejOmlasta: 1 })).toContain('1 fil kunde inte läsas om, och står kvar');
    expect(filesText([file, here])).toMatch(/^nekad {2}in\/tom\.pdf$[\s\S]*\n2 filer, 1 innehåll$/m);
  });

  it('of an intake: what was known before, what did not come in, and what is no file', () => {
    const known = { toDo: [], already: 2 };
    expect(intakeText(takenIn({ total: 2, done: 2 }, known), 100)).toBe(
      'Inläsning 7: 2 filer, 2 olika innehåll: 2 inlästa, 0 nekade, 0 misslyckade.\nAllt var redan inläst.',
    );
    const refused = takenIn({ total: 2, done: 1, refused: 1 }, { ...known, alreadyRefused: 1 });
    expect(intakeText({ ...refused, notRead: [file] }, 100)).toBe(
      [
        'Inläsning 7: 2 filer, 2 olika innehåll: 1 inläst, 1 nekad, 0 misslyckade.',
        'Inget nytt: 1 redan inläst, 1 redan nekad.',
        'Kom inte in:',
        '  nekad  /in/tom.pdf',
        '         Filen är tom.',
        'Alla filer, med orsak: expediera arkiv visa 7 --filer',
      ].join('\n'),
    );
    const many = takenIn(
      { total: 6, refused: 6 },
      { already: 1, unpacked: 2, alreadyUnpacked: 1, skipped: 1 },
    );
    const text = intakeText({ ...many, notRead: Array.from({ length: 6 }, () => file) }, 100);
    expect(text).toContain(
      'Sedan tidigare: 2 redan inlästa.\n2 ZIP-filer är uppackade och räknas som inlästa',
    );
    expect(text).toContain('1 länk eller annat som inte är en fil togs inte med.');
    expect(text.match(/tom\.pdf/gu)).toHaveLength(5);
    expect(text).toContain('\n  … och fler\n');
  });

  it('of what there is nothing to take in of: why', () => {
    expect(nothingText(['/in'], { ownHome: true, skipped: 0 })).toBe(
      '/in är Expedieras egen mapp, som aldrig läses in.',
    );
    expect(nothingText(['/in'], { ownHome: false, skipped: 0 })).toBe(
      'I /in finns inga filer: det finns inget att läsa in.',
    );
    expect(nothingText(['/in', '/ut'], { ownHome: true, skipped: 2 })).toContain('bara 2 länkar');
  });

  it('of an intake: files, what was found, where it went', () => {
    const inboxes = [
      { huvudman: 'Fiskviks kommun', mottagare: 'Badhusenheten', poster: 2, vantar: 2 },
      { huvudman: 'Fiskviks kommun', mottagare: 'Kommunstyrelsen', poster: 9, vantar: 4 },
    ];
    const done: FileRow = { ...file, sha256: 'a1', status: 'done', reason: null };
    const taken = takenIn({ total: 2, done: 1, refused: 1 });
    const text = summaryText({ status, taken, files: [file, done], inboxes }, 100);
    expect(summaryText({ status, taken, files: [file, done], inboxes }, 30)).toContain(
      '  nekad   /in/tom.pdf\n          Filen är tom.\n  inläst  /in/tom.pdf\n',
    );
    expect(text).toContain('Funnet i allt som är mottaget (4 filer, 3 olika innehåll)\n');
    expect(text).toContain(
      'Inläsning 7: 2 filer, 2 olika innehåll: 1 inläst, 1 nekad, 0 misslyckade.\n\nFiler\n  nekad   /in/tom.pdf  Filen är tom.\n  inläst  /in/tom.pdf\n',
    );
    expect(text).toContain('  beslut           15\n');
    expect(text).toContain(
      [
        '  Inkorg           Väntar  Poster',
        '  Kommunstyrelsen       4       9',
        '  Badhusenheten         2       2',
      ].join('\n'),
    );
  });

  it('of a large archive: only the files that need somebody', () => {
    const many = Array.from(
      { length: 100 },
      (_, i): FileRow => ({
        ...file,
        path: `/in/${i}.pdf`,
        status: 'done',
        reason: null,
      }),
    );
    const text = summaryText(
      { status, taken: takenIn({ total: 101, done: 100, refused: 1 }), files: [...many, file], inboxes: [] },
      100,
    );
    expect(text).toContain('/in/tom.pdf');
    expect(text).toContain('… och 100 inlästa. Alla filer, med orsak: expediera arkiv visa 7 --filer');
    expect(text).not.toContain('/in/7.pdf');
  });
});
