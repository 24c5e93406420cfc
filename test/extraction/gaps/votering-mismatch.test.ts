import { describe, expect, it } from 'vitest';
import { front, gapsOfText, paragraf } from './gaps-of-text.ts';

const faults = (text: string) =>
  gapsOfText(`${front()}${paragraf(40)}\n§ 41\nNy bassängtaxa\n\n${text}\n${paragraf(42)}`)
    .filter(({ code }) => code === 'votering-mismatch')
    .map(({ message }) => message.split(' (The')[0]);

const beslut = '\nBeslut\nFritidsnämnden antar taxan för 2033.\n';
const JA = 'Alva Strandmark (S): Ja\nOmar Haddad (V): Ja\nSiri Lundell (C): Ja\n';
const NEJ = 'Nils Torp (M): Nej\nKajsa Brännström (L): Nej\n';

describe('a vote that does not add up', () => {
  it('has other names than counts', () => {
    expect(faults(`${beslut}\nOmröstning\nMed 4 ja-röster mot 1 nej-röst antas taxan.\n${JA}${NEJ}`)).toEqual(
      ['Voteringen i § 41 (4 ja, 1 nej) går inte ihop: namnlistan har 3 ja och 2 nej.'],
    );
  });

  it('has another sum than is stated', () => {
    expect(
      faults(
        `${beslut}\nOmröstning\nAntal avgivna röster: 5.\nMed 3 ja-röster mot 1 nej-röst antas taxan.\n`,
      ),
    ).toEqual(['Voteringen i § 41 (3 ja, 1 nej) går inte ihop: 5 avgivna röster anges.']);
  });

  it('has more votes than there are at the table', () => {
    expect(faults(`${beslut}\nOmröstning\nMed 8 ja-röster mot 5 nej-röster antas taxan.\n`)).toEqual([
      'Voteringen i § 41 (8 ja, 5 nej) går inte ihop: närvarolistan har 5 ledamöter och ersättare.',
    ]);
  });

  it('sends back with less than a third', () => {
    const vote = (ja: number, nej: number) => `
Beslut
Fritidsnämnden återremitterar ärendet till förvaltningen.

Omröstning
Ja för att ärendet avgörs i dag och Nej för återremiss.
Med ${ja} ja-röster mot ${nej} nej-röst återremitteras ärendet.
`;
    expect(faults(vote(4, 1))[0]).toContain('färre än en tredjedel röstade för det');
    expect(faults(vote(3, 2))).toEqual([]);
  });
});

describe('what came of a vote', () => {
  const vote = (ja: number, nej: number, found: string) => `
Beslut
Fritidsnämnden antar taxan för 2033.

Omröstning
Ja för bifall till Alva Strandmarks förslag och Nej för bifall till Nils Torps förslag.
Med ${ja} ja-röster mot ${nej} nej-röster ${found}
`;

  it.each([
    'finner ordföranden att nämnden beslutar enligt Nils Torps förslag.',
    'är omröstningen avgjord. Nej-sidan har vunnit.',
  ])('is told when it follows those who lost: %s', (found) => {
    expect(faults(vote(3, 2, found))).toEqual([
      'Voteringen i § 41 (3 ja, 2 nej) går inte ihop: beslutet följer nej-sidan.',
    ]);
    expect(faults(vote(2, 3, found))).toEqual([]);
    expect(faults(vote(2, 2, found))).toEqual([]);
  });

  it('is not what the chair found before it', () => {
    const text = `
Beslut
Fritidsnämnden antar taxan för 2033.

Beslutsgång
Ordföranden finner att nämnden beslutar enligt Nils Torps förslag. Omröstning begärs.
Ja för bifall till Alva Strandmarks förslag och Nej för bifall till Nils Torps förslag.
Med 3 ja-röster mot 2 nej-röster finner ordföranden att Alva Strandmarks förslag bifalls.
`;
    expect(faults(text)).toEqual([]);
  });
});

describe('a vote that does add up', () => {
  it.each<[string, string]>([
    ['by counts', 'Med 3 ja-röster mot 2 nej-röster antas taxan.\n'],
    ['by names', `Med 3 ja-röster mot 2 nej-röster antas taxan.\n${JA}${NEJ}`],
    [
      'with one who abstains',
      'Antal avgivna röster: 5.\nMed 3 ja-röster mot 1 nej-röst och 1 som avstår antas taxan.',
    ],
    ['by the chair’s vote', 'Med 2 ja-röster mot 2 nej-röster och ordförandens utslagsröst antas taxan.\n'],
  ])('%s gives none', (_, text) => {
    expect(faults(`${beslut}\nOmröstning\n${text}`)).toEqual([]);
  });
});
