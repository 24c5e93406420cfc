/** What a reader sees of a text: no personal number in any form, and under secrecy no name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from '../../../server/mask/index.ts';
import { namn, printed, prose } from './made-up.ts';

const digitsOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

describe('a personal number', () => {
  it('survives in no form, among any words', () => {
    fc.assert(
      fc.property(prose, printed, prose, (before, number, after) => {
        const shown = maskText(`${before} ${number.text} ${after}`);
        expect(shown).toContain('[personnummer]');
        expect(digitsOf(shown)).not.toContain(number.six + number.four);
        expect(shown).not.toContain(number.text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is the only thing that is taken away', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(maskText(text)).toBe(text);
      }),
    );
  });
});

describe('a text under secrecy', () => {
  it('tells no name', () => {
    fc.assert(
      fc.property(prose, namn, prose, (before, { hela, delar }, after) => {
        const shown = maskText(`${before} ${hela} ${after}`, { sekretess: true });
        for (const del of delar) expect(shown).not.toContain(del);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [
      'Nämnden beslutar att bevilja Anna Svensson, Storgatan 12 B, bistånd enligt 4 kap. 1 § SoL.',
      'Nämnden beslutar att bevilja [utelämnad], bistånd enligt 4 kap. 1 § SoL.',
    ],
    [
      'Vård av Bo af Ek (f. 2010-03-04) i ärende SN 2031/45 på fastigheten Björken 3:14',
      'Vård av [utelämnad] (f. [utelämnad]) i ärende SN 2031/45 på fastigheten [utelämnad]',
    ],
    [
      'Kontakt: Carin Anders-\nson, tel 070-123 45 67, c.a@exempel.se',
      'Kontakt: [utelämnad], tel [utelämnad]',
    ],
    [
      'Hälso- och sjukvårdsnämnden avslår (S, V), 12 500 kr',
      'Hälso- och sjukvårdsnämnden avslår (S, V), 12 500 kr',
    ],
  ])('%s', (text, shown) => {
    expect(maskText(text, { sekretess: true })).toBe(shown);
  });

  it('tells no name in small letters that stands with large ones elsewhere', () => {
    expect(maskText('sökanden svensson', { sekretess: true, namn: new Set(['svensson']) })).toBe(
      'sökanden [utelämnad]',
    );
  });

  it('is the same masked again', () => {
    fc.assert(
      fc.property(prose, namn, printed, (text, { hela }, number) => {
        const once = maskText(`${hela} ${text} ${number.text}`, { sekretess: true });
        expect(maskText(once, { sekretess: true })).toBe(once);
      }),
    );
  });
});
