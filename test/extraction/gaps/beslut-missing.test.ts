import { describe, expect, it } from 'vitest';
import { front, gapsOfText, paragraf } from './gaps-of-text.ts';

const without = (text: string) =>
  gapsOfText(`${front()}${paragraf(40)}\n§ 41\n${text}\n${paragraf(42)}`)
    .filter(({ code }) => code === 'beslut-missing')
    .map(({ message }) => message.split(' (')[0]);

const SKRIVELSE = 'Ny bassängtaxa\n\nÄrendebeskrivning\nTaxan har inte ändrats sedan 2026.\n';

describe('a § without a decision', () => {
  it('is told where there is a proposal, a motion or a list of recipients', () => {
    expect(
      without(`${SKRIVELSE}\nFörvaltningens förslag till beslut\nFritidsnämnden antar taxan för 2033.\n`),
    ).toEqual(['Inget beslut kunde läsas i § 41, fast förslag till beslut finns.']);
    expect(without(`${SKRIVELSE}\nYrkanden\nNils Torp (M) yrkar avslag på förslaget.\n`)).toEqual([
      'Inget beslut kunde läsas i § 41, fast yrkanden finns.',
    ]);
    expect(without(`${SKRIVELSE}\nBeslutet skickas till\nBadhusenheten\n`)).toEqual([
      'Inget beslut kunde läsas i § 41, fast mottagare av det finns.',
    ]);
  });

  it('is told where documents are listed for it, but not for what only informs', () => {
    const underlag = '\nBeslutsunderlag\nTjänsteskrivelse 2032-03-20\n';
    expect(without(SKRIVELSE + underlag)).toEqual([
      'Inget beslut kunde läsas i § 41, fast beslutsunderlag finns.',
    ]);
    expect(without(`Information om badhuset\n${underlag}`)).toEqual([]);
  });

  it('is told where the heading stands with nothing under it', () => {
    expect(without(`${SKRIVELSE}\nBeslut\n`)).toEqual([
      'Inget beslut kunde läsas i § 41, fast rubriken Beslut finns.',
    ]);
  });

  it('is no fault where the § informs, opens or closes', () => {
    expect(without('Upprop\n\nUpprop förrättas.\n')).toEqual([]);
    expect(without('Information från förvaltningen\n\nFritidschefen informerar om bokningsläget.\n')).toEqual(
      [],
    );
    expect(without('Mötets avslutande\n')).toEqual([]);
  });

  it('is no fault where secrecy leaves it out', () => {
    expect(without('Bidrag till enskild\n\nBeslut\n\nSekretess enligt 26 kap. 1 §\n')).toEqual([]);
  });

  it('is told once when there are many', () => {
    const open = (n: number) => `\n§ ${n}\nTaxa ${n}\n\nYrkanden\nNils Torp (M) yrkar avslag.\n`;
    const found = gapsOfText(front() + paragraf(40) + [41, 42, 43, 44, 45].map(open).join('')).filter(
      ({ code }) => code === 'beslut-missing',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain('i § 41, § 42, § 43, § 44, § 45.');
  });
});
