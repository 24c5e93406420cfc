import { describe, expect, it } from 'vitest';
import { front, gapsOfText, paragraf } from './gaps-of-text.ts';

const minutes = `${front()}${paragraf(40)}
§ 41
Ny bassängtaxa

Ärendebeskrivning
Jämförelsen med andra kommuner framgår av bilaga 1, beräkningen av bilaga 2 och
yttrandet från föreningarna av bilaga 3.

Beslut
Fritidsnämnden antar taxan.

Vid protokollet
Ylva Ek
`;
const bilaga = (n: number) => `Bilaga ${n}\n\nJämförelse av taxor i sju kommuner ${n}\n\nText om taxor.\n`;
const missing = (...pages: string[]) => gapsOfText(...pages).filter(({ code }) => code === 'bilaga-missing');

describe('a promised bilaga', () => {
  it('is told where the others of its series are in the file', () => {
    const found = missing(minutes, bilaga(1), bilaga(3));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ page: 1 });
    expect(found[0]?.message).toMatch(
      /^Bilaga 2, som handlingen hänvisar till, finns inte bland dess bilagor i filen\. \(/,
    );
    expect(missing(minutes, bilaga(1))[0]?.message).toContain('Bilagorna 2 och 3, som');
  });

  it('is nothing when all are there, and nothing for minutes filed without any', () => {
    expect(missing(minutes, bilaga(1), bilaga(2), bilaga(3))).toEqual([]);
    expect(missing(minutes)).toEqual([]);
  });

  it("is nothing when it is another paper's", () => {
    const other = minutes.replace('bilaga 2 och', 'bilaga 2 till förvaltningens tjänsteskrivelse och');
    expect(missing(other, bilaga(1), bilaga(3))).toEqual([]);
  });
});
