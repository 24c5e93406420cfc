/**
 * The diagram for Markdown. Its grammar is told here as what a line may be: a participant, a note, an arrow, a title,
 * with texts in which nothing but letters, digits, plain marks, breaks and numbered characters stands.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mermaidOf } from '../../../diarium/bild/mermaid.ts';
import { anyVag } from './any-vag.ts';
import { HOSTILE } from './hostile.ts';
import { badhuset, medfoljande, steg, vag, vantan } from './made-up-vag.ts';

const TEXT = String.raw`(?:[\p{L}\p{M}\p{N} ,.()/§·–→?-]|#\d+;|<br/>)*`;
const LINE = new RegExp(
  `^ {4}(?:${[
    `accTitle: ${TEXT}`,
    `accDescr: ${TEXT}`,
    `title ${TEXT}`,
    String.raw`participant o\d+ as ${TEXT}`,
    String.raw`Note over o\d+: ${TEXT}`,
    String.raw`o\d+(?:->>|-->>|--\)|-x)o\d+: ${TEXT}`,
  ].join('|')})$`,
  'u',
);

/** Each line as the grammar has it; the participants that it names are declared. */
function check(diagram: string): string[] {
  const [first, ...rest] = diagram.split('\n');
  expect(first).toBe('sequenceDiagram');
  expect(rest.pop()).toBe('');
  const declared = new Set(rest.flatMap((line) => /^ {4}participant (o\d+) /.exec(line)?.[1] ?? []));
  for (const line of rest) {
    expect(line).toMatch(LINE);
    const named = /^ {4}(?:Note over (o\d+)|(o\d+)[->x)]+(o\d+)):/.exec(line)?.slice(1) ?? [];
    for (const name of named) if (name) expect(declared).toContain(name);
  }
  return rest.map((line) => line.trim());
}

/** What a reader of the diagram shows. */
const shown = (line: string): string =>
  line.replaceAll('<br/>', ' ').replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

describe('the diagram of a matter', () => {
  const lines = check(mermaidOf(badhuset(), '2032-03-01')).map(shown);

  it('has bodies beside each other in the order the matter came to them', () => {
    expect(lines.filter((line) => line.startsWith('participant'))).toEqual([
      'participant o1 as Fritidsförvaltningen',
      'participant o2 as Fritidsnämnden',
      'participant o3 as Kommunstyrelsens arbetsutskott',
      'participant o4 as Tekniska nämnden',
      'participant o5 as Kommunstyrelsen',
      'participant o6 as Kommunfullmäktige',
      'participant o7 as Fastighetschefen',
    ]);
  });

  it('tells each step, then where it went', () => {
    expect(lines.slice(lines.indexOf('Note over o3: 2031-03-11 · § 31'))).toEqual([
      'Note over o3: 2031-03-11 · § 31',
      'o3->>o5: förslag · att 1–2',
      'o3--)o4: remiss · att 3 · väntar på yttrande från Tekniska nämnden',
      'Note over o5: 2031-03-25 · § 52 återremiss (minoritet)',
      'o5-->>o2: återremiss',
      'Note over o2: 2031-05-05 · § 40 bifall',
      'o2->>o5: förslag',
      'Note over o5: 2031-06-02 · kallelse',
      'o5->>o5: vidare',
      'Note over o5: 2031-06-02 · § 77 bifall',
      'o5->>o6: förslag · att 1–3',
      'Note over o6: 2032-01-19 · § 3 bifall votering 31–29, 1 avstår votering 40–21 reservation: SD särskilt yttrande: M, KD laga kraft tidigast 2032-02-17',
      'o6--)o7: uppdrag · väntar på att Fastighetschefen utför uppdraget',
      'Note over o4: ⚠ Försenat: yttrande från Tekniska nämnden sedan 2031-03-11 senast 2031-04-30 enligt beslutet 306 dagar för sent',
      'Note over o7: Väntar: att Fastighetschefen utför uppdraget sedan 2032-01-19 senast 2032-12-31 enligt beslutet om 305 dagar',
      'Note over o4: Ärendet ligger här nu',
    ]);
  });

  it('says that a matter is over, and where nothing tells how it went on', () => {
    const way = vag(
      [
        steg({ organ: 'Fritidsnämnden', next: 'Kommunstyrelsen' }),
        steg({ organ: 'Kommunfullmäktige', datum: '2031-02-01' }),
      ],
      { avslutat: true },
    );
    const own = check(mermaidOf(way, null)).map(shown);
    expect(own).toContain('o1-xo2: ingen senare handling inläst');
    expect(own.at(-1)).toBe('Note over o3: Ärendet är avslutat');
  });

  it('says that a matter is decided where something is left to carry out', () => {
    const way = vag([steg({ organ: 'Fritidsnämnden', nyckel: 's1' })], {
      ...{ avslutat: true, vantar: [vantan({ vad: 'utforande', skal: 'uppdrag', av: 'X', steg: 's1' })] },
    });
    const last = check(mermaidOf(way, null)).map(shown).at(-1);
    expect(last).toBe('Note over o1: Ärendet är avgjort. Kvar är det som väntas');
  });

  it('has something to show of a matter without steps', () => {
    expect(check(mermaidOf(vag([]), null)).some((line) => line.startsWith('participant'))).toBe(true);
  });
});

describe('any text', () => {
  it.each(HOSTILE)('stands for itself: %j', (text) => {
    const own = steg({
      ...{ organ: text, avsandare: text, paragraf: text, datum: text, rubrik: text },
      vidare: [{ organ: `${text} 2`, reason: 'forslag', attsatser: [], nr: [1], sedan: [] }],
      medfoljer: [{ ...medfoljande('reservation', [text]), text }],
    });
    const way = vag([own], {
      ...{ huvudman: text, diarienummer: text, rubrik: text, hos: text },
      vantar: [vantan({ av: text, text, frist: text, senast: '2031-01-01', steg: own.nyckel ?? '' })],
    });
    const lines = check(mermaidOf(way, '2031-02-01'));
    const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
    expect(lines.map(shown).find((line) => line.startsWith('accDescr'))).toBe(`accDescr: ${plain}`.trim());
  });

  it('and any way', () => {
    fc.assert(
      fc.property(anyVag, fc.string({ unit: 'binary', maxLength: 60 }), (way, rubrik) => {
        check(mermaidOf({ ...way, rubrik }, '2031-06-01'));
      }),
    );
  });
});
