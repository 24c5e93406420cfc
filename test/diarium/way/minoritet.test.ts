import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

const minoritet = (m: Made) => wayOf([made(m)], { huvudman: 'Ekstads kommun' }).steg[0]?.minoritet;

/** 16 of 41 wanted it sent back, 25 to decide. */
const back: Made = {
  ...{ organ: 'Kommunfullmäktige', datum: '2030-02-28', paragraf: '9', utfall: 'aterremiss' },
  beslut: ['Ärendet återremitteras.'],
  voteringar: [{ ja: 25, nej: 16, jaMeant: 'att avgöra ärendet i dag', nejMeant: 'att återremittera det' }],
};
const votes = (ja: number, nej: number, what: string) => ({
  voteringar: [{ ja, nej, jaMeant: 'att avgöra ärendet i dag', nejMeant: what }],
});

describe('a minority', () => {
  it('of a third of fullmäktige has a matter sent back or put off', () => {
    expect(minoritet(back)).toBe(true);
    expect(minoritet({ ...back, ...votes(28, 13, 'att återremittera det') })).toBe(false);
    const off: Made = { ...back, utfall: 'bordlagt', beslut: ['Ärendet bordläggs.'] };
    expect(minoritet({ ...off, ...votes(25, 16, 'att bordlägga ärendet') })).toBe(true);
  });

  it('has no such right in a nämnd', () => {
    expect(minoritet({ ...back, organ: 'Kommunstyrelsen' })).toBe(false);
  });

  it('could not have a matter sent back before 2002, but put off', () => {
    expect(minoritet({ ...back, datum: '2002-06-30' })).toBe(false);
    expect(minoritet({ ...back, datum: '2002-07-01' })).toBe(true);
    const off: Made = { ...back, utfall: 'bordlagt', beslut: ['Ärendet bordläggs.'] };
    expect(minoritet({ ...off, datum: '1999-05-04', ...votes(25, 16, 'att bordlägga ärendet') })).toBe(true);
  });

  it('cannot put off an election: that takes a majority', () => {
    const election: Made = { ...back, rubrik: 'Val av ledamot i kulturnämnden', utfall: 'bordlagt' };
    const off: Made = { ...election, beslut: ['Valet bordläggs.'], ...votes(25, 16, 'att bordlägga valet') };
    expect(minoritet(off)).toBe(false);
  });
});
