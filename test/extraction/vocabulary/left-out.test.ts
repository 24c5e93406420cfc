import { describe, expect, it } from 'vitest';
import { FURNITURE } from '../../../extraction/vocabulary/furniture.ts';
import { KALLELSE, PROTOKOLL_END, TJANSTESKRIVELSE } from '../../../extraction/vocabulary/handlingar.ts';
import { headingOf } from '../../../extraction/vocabulary/headings.ts';
import { ENTRY_NAMES, entriesUsed, withoutEntries } from '../../../extraction/vocabulary/left-out.ts';

const named = (start: string): Set<string> => {
  const names = ENTRY_NAMES.filter((name) => name.startsWith(start));
  expect(names.length).toBeGreaterThan(0);
  return new Set(names);
};

describe('entries of the vocabulary', () => {
  it('are told when they match', () => {
    const used = entriesUsed(() => {
      headingOf('Beslutet delges');
      headingOf('Ingen rubrik alls här');
      KALLELSE.test('Föredragningslista');
    });
    expect([...used].some((name) => name.startsWith('headings.expediering: '))).toBe(true);
    expect([...used].some((name) => name.includes('föredragningslista'))).toBe(true);
    expect([...used].some((name) => name.startsWith('headings.beslut'))).toBe(false);
  });

  it('match nothing while they are left out, and the others still do', () => {
    const names = named('headings.jav: jäv');
    withoutEntries(new Set([...names].filter((name) => name === 'headings.jav: jäv')), () => {
      expect(headingOf('Jäv')).toBeNull();
      expect(headingOf('Anmälan om jäv')).toBe('jav');
    });
    expect(headingOf('Jäv')).toBe('jav');
  });

  it('are single words even where one expression holds many', () => {
    const missiv = new Set(
      ENTRY_NAMES.filter((n) => n.startsWith('handlingar.TJANSTESKRIVELSE') && n.includes('missiv')),
    );
    expect(missiv.size).toBe(1);
    withoutEntries(missiv, () => {
      expect(TJANSTESKRIVELSE.test('Missiv')).toBe(false);
      expect(TJANSTESKRIVELSE.test('Tjänsteutlåtande')).toBe(true);
    });
    expect(TJANSTESKRIVELSE.test('Missiv')).toBe(true);
  });

  it('are all there again after a failure', () => {
    const fail = () =>
      withoutEntries(new Set(ENTRY_NAMES), () => {
        expect(FURNITURE.some((re) => re.test('Sida 1 (3)'))).toBe(false);
        expect(PROTOKOLL_END.exec('Vid protokollet')).toBeNull();
        throw new Error('stop');
      });
    expect(fail).toThrow('stop');
    expect(FURNITURE.some((re) => re.test('Sida 1 (3)'))).toBe(true);
    expect(PROTOKOLL_END.exec('Vid protokollet')).not.toBeNull();
  });
});
