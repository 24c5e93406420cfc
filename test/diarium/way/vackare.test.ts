import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { vackareOf } from '../../../diarium/way/vackare.ts';
import { arende, attsats, handling, mottagare } from '../../store/made-up.ts';

const heading = (rubrik: string) =>
  vackareOf([
    { arende: arende({ rubrik }), handling: handling(), source: { sha256: 'a', fileName: 'a.pdf' } },
  ]);

describe('whoever put a matter', () => {
  it.each([
    ['Motion från Alva Strand (S) om cykelbanor', ['Alva Strand']],
    [
      'Svar på motion från Alva Strand (S) och Per-Olof Ek Lund (V) angående cykelbanor',
      ['Alva Strand', 'Per-Olof Ek Lund'],
    ],
    ['Interpellation av Siv Berg (MP) till kommunstyrelsens ordförande om gästhamnen', ['Siv Berg']],
    ['Medborgarförslag från Nils Holm: bänkar i parken', ['Nils Holm']],
    ['Motion om cykelbanor', []],
    ['Motion från Vänsterpartiet om cykelbanor', []],
    ['Yttrande från socialnämnden över budget', []],
  ])('%s', (rubrik, names) => {
    expect(heading(rubrik)).toEqual(names);
  });

  it('gets the decision by name where the list only says Motionärerna', () => {
    const decided = handling({
      organ: 'Kommunfullmäktige',
      arenden: [
        arende({
          ...{ paragraf: '9', rubrik: 'Motion från Alva Strand (S) och Siv Berg (V) om cykelbanor' },
          beslut: [attsats('motionen avslås')],
          expediering: [mottagare('Motionärerna'), mottagare('Akten')],
        }),
      ],
    });
    const file = { sha256: 'a', fileName: 'a.pdf' };
    const { poster } = wayOf([{ ...file, handling: decided }], { huvudman: 'Ekbacka kommun' });
    expect(poster.map((post) => post.mottagare)).toEqual(['Alva Strand', 'Siv Berg', 'Akten']);
    expect(new Set(poster.map(({ id }) => id)).size).toBe(3);
    const bare = wayOf(
      [
        {
          ...file,
          handling: {
            ...decided,
            rubrik: null,
            arenden: decided.arenden.map((a) => ({ ...a, rubrik: 'Cykelbanor' })),
          },
        },
      ],
      { huvudman: 'Ekbacka kommun' },
    );
    expect(bare.poster.map((post) => post.mottagare)).toEqual(['Motionärerna', 'Akten']);
  });
});
