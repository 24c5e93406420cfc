/** Flat texts of regions and cities with governing councillors: numbered proposals, statements, letters and minutes. */
import { describe, expect, it } from 'vitest';
import { recordOf, texts } from '../handlingar/read-text.ts';

const PROSE =
  'Motionärerna anför att kostnaden skulle bli låg och att fler då kan ta del av verksamheten. Erfarenheten från andra regioner är en annan. Avgiften står redan i dag för en liten del av kostnaden, och den som inte kan betala får hjälp. Regionen har dessutom nyligen sett över avgifterna i sin helhet.';

const found = (text: string) =>
  recordOf(text).handlingar.map((h) => [
    h.kind,
    h.arenden.map((a) => [a.rubrik, a.next?.organ ?? null, texts([...a.forslag, ...a.beslut])]),
  ]);

describe('a proposal that bears a number and the name of the body', () => {
  it('has its title below the name, ends its clauses where the text goes on, and goes to the next body', () => {
    const text = `1 FÖRSLAG 2031:46 1 (4) Regionstyrelsens förslag till beslut Motion 2030:12 av Eva Moberg (S) om avgifter Föredragande regionråd: Karin Alm Ärendet Motionären föreslår att avgiften tas bort. Förslag till beslut Regionstyrelsen föreslår regionfullmäktige besluta att avslå motionen. ${PROSE} Bilagor 1 Motion 2030:12

2 FÖRSLAG 2031:46 2 ${PROSE}`;
    expect(found(text)).toEqual([
      [
        'tjansteskrivelse',
        [['Motion 2030:12 av Eva Moberg (S) om avgifter', 'regionfullmäktige', ['att avslå motionen.']]],
      ],
    ]);
  });

  it('is a cover where nothing stands below the title, and the minutes behind it need no §', () => {
    const text = `1 FÖRSLAG 2031:46 RS Regionstyrelsens förslag till beslut Motion 2030:12 av Eva Moberg (S) om avgifter

2

3 Norra läns landsting Regionstyrelsen PROTOKOLL 6/2031 Tisdagen den 30 augusti 2031 RS Motion 2030:12 av Eva Moberg (S) om avgifter Ärendebeskrivning Eva Moberg (S) har lämnat en motion om avgifter. Yrkande Bo Ek (M) yrkar avslag på motionen. Regionstyrelsens beslut Regionstyrelsen beslutar föreslå regionfullmäktige besluta att avslå motionen. Expedieras till Regionfullmäktige`;
    expect(found(text)).toEqual([
      ['annat', []],
      [
        'protokoll',
        [['Motion 2030:12 av Eva Moberg (S) om avgifter', 'regionfullmäktige', ['att avslå motionen.']]],
      ],
    ]);
  });
});

it('a letter of the preparing councillors goes to the body that they propose to', () => {
  const text = `1 Norra läns landsting Regionrådsberedningen 1 (2) SKRIVELSE RS Regionstyrelsen Yttrande över betänkandet om färdtjänst Föredragande regionråd: Karin Alm Ärendebeskrivning Betänkandet har remitterats till regionen. Förslag till beslut Regionrådsberedningen föreslår regionstyrelsen besluta att avge yttrande. Regionrådsberedningens motivering ${PROSE}

2 Norra läns landsting 2 (2) SKRIVELSE Beslutsunderlag Regiondirektörens tjänsteutlåtande den 2 maj 2031`;
  expect(found(text)).toEqual([
    [
      'tjansteskrivelse',
      [['Yttrande över betänkandet om färdtjänst', 'regionstyrelsen', ['att avge yttrande.']]],
    ],
  ]);
});

it("a styrelse's statement opens with its proposal and goes to fullmäktige", () => {
  const text = `1 Utlåtande 2031:20 RII (Dnr /2031) Avgifter för torghandel Motion av Eva Moberg (S) (2030:12) Kommunstyrelsen föreslår kommunfullmäktige besluta följande Motion (2030:12) av Eva Moberg (S) anses besvarad. Föredragande borgarrådet Karin Alm anför följande. Ärendet ${PROSE}

2 ${PROSE}`;
  expect(found(text)).toEqual([
    [
      'tjansteskrivelse',
      [
        [
          'Avgifter för torghandel Motion av Eva Moberg (S) (2030:12)',
          'kommunfullmäktige',
          ['Motion (2030:12) av Eva Moberg (S) anses besvarad.'],
        ],
      ],
    ],
  ]);
});
