import { describe, expect, it } from 'vitest';
import { isPersonName, parsePersons } from '../../../extraction/language/person.ts';

const show = (text: string) =>
  parsePersons(text).map((p) => `${p.namn ?? ''}|${p.parti ?? ''}|${p.roll ?? ''}`);

describe('parsePersons', () => {
  it.each<[string, string[]]>([
    ['Anna Berg (S)', ['Anna Berg|S|']],
    [
      'Anna Berg (S), Bo Ek (M) och ordföranden Eva Lind (C)',
      ['Anna Berg|S|', 'Bo Ek|M|', 'Eva Lind|C|ordförande'],
    ],
    ['representanterna från M och L', ['|M|', '|L|']],
    ['Ledamöterna från SD', ['|SD|']],
    ['Samtliga ledamöter för Socialdemokraterna och Vänsterpartiet', ['|S|', '|V|']],
    ['Ordföranden Anna Berg (S)', ['Anna Berg|S|ordförande']],
    ['Ordförande', ['||Ordförande']],
    ['ordföranden', ['||Ordförande']],
    ['Alliansen', ['Alliansen||']],
    ['Socialdemokraterna', ['|S|']],
    ['Socialdemokraterna och sverigedemokraterna', ['|S|', '|SD|']],
    ['tjänstgörande ersättaren Johannes Xavier (S)', ['Johannes Xavier|S|tjänstgörande ersättare']],
    ['M, L och KD', ['|M|', '|L|', '|KD|']],
    ['(M), (L) samt (KD)', ['|M|', '|L|', '|KD|']],
    ['S-gruppen', ['|S|']],
    ['(S)-gruppen', ['|S|']],
    ['V:s ledamöter', ['|V|']],
    ['Moderaternas grupp', ['|M|']],
    ['1:e vice ordföranden Bo af Ek (KD)', ['Bo af Ek|KD|1:e vice ordförande']],
    [
      'Andre vice ordförande Per-Olof von der Lind-Ås (-)',
      ['Per-Olof von der Lind-Ås|-|andre vice ordförande'],
    ],
    ['Åsa Öst (VfP)', ['Åsa Öst|VfP|']],
    ['Åsa Öst (Hembygdspartiet)', ['Åsa Öst|Hembygdspartiet|']],
    ['Åsa Öst (Bygdens Bästa) och Bo Ek (C)', ['Åsa Öst|Bygdens Bästa|', 'Bo Ek|C|']],
    ['Anna Berg (s), Bo Ek (partilös)', ['Anna Berg|s|', 'Bo Ek|partilös|']],
    ['Anna Berg, S, Bo Ek, M', ['Anna Berg|S|', 'Bo Ek|M|']],
    [
      'Anna Berg (S), ordförande, Bo Ek (M), 2:e vice ordf.',
      ['Anna Berg|S|ordförande', 'Bo Ek|M|2:e vice ordförande'],
    ],
    ['Anna Berg (S) tjg för Bo Ek (S)', ['Anna Berg|S|tjänstgörande ersättare']],
    ['Anna Berg (S), ersätter Bo Ek (S)', ['Anna Berg|S|tjänstgörande ersättare']],
    ['Anna Berg (S) för Bo Ek (M)', ['Anna Berg|S|tjänstgörande ersättare']],
    ['Anna Berg (S), för Bo Ek (M)', ['Anna Berg|S|tjänstgörande ersättare']],
    ['Anna Berg (S) för Socialdemokraterna', ['Anna Berg|S|']],
    ['Anna Berg (M) tj ers', ['Anna Berg|M|tjänstgörande ersättare']],
    ['Eva Ek (KD) ers från §5', ['Eva Ek|KD|ersättare']],
    ['Anna Berg och Bo Ek (båda S)', ['Anna Berg|S|', 'Bo Ek|S|']],
    ['Karin Ask, hälso- och sjukvårdsdirektör', ['Karin Ask||hälso- och sjukvårdsdirektör']],
    ['regiondirektör Karin Ask', ['Karin Ask||regiondirektör']],
    ['Karin Ask, IT-chef', ['Karin Ask||IT-chef']],
    ['Karin Ask ekonomichef', ['Karin Ask||ekonomichef']],
    ['J. K. Berg (S) m.fl.', ['J. K. Berg|S|']],
    ["Siri O'Hara Dahl(MP)", ["Siri O'Hara Dahl|MP|"]],
    ['Anna Berg (S', ['Anna Berg|S|']],
    ['Anna Berg (5)', ['Anna Berg|S|']],
    ['Anna Berg (S) med instämmande av Bo Ek (V)', ['Anna Berg|S|', 'Bo Ek|V|']],
    ['S Anna Berg', ['Anna Berg|S|']],
    ['Anna Berg S', ['Anna Berg|S|']],
    ['Anna\nBerg (S)', ['Anna Berg|S|']],
    ['Anna Berg (S) §§ 1–14', ['Anna Berg|S|']],
    ['Anna Berg (S) (ordf)', ['Anna Berg|S|ordförande']],
    ['', []],
  ])('%s', (text, people) => expect(show(text)).toEqual(people));
});

describe('isPersonName', () => {
  it.each(['Anna Berg', 'Per-Olof von Lind', 'J. K. Berg', 'Siri O’Hara'])('%s', (t) =>
    expect(isPersonName(t)).toBe(true),
  );
  it.each(['Anna', 'Förslag till beslut', 'PLATS OCH TID', '§ 12', 'kl 13'])('not %s', (t) =>
    expect(isPersonName(t)).toBe(false),
  );
});
