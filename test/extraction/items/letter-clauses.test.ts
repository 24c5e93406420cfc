import { describe, expect, it } from 'vitest';
import { recordOf, texts } from '../handlingar/read-text.ts';

const STORY =
  'Ekbo kommun har under flera år arbetat med frågan, och alla som berörs av den har hörts. '.repeat(4);

/** The one matter of a letter that lost its line breaks. */
function matter(body: string) {
  const text = `1 Tjänsteskrivelse Dnr: SN 2031/42 Socialnämnden Stöd till unga i Ekbo ${body} Bakgrund ${STORY}`;
  const [arende] = recordOf(text).handlingar.flatMap((h) => h.arenden);
  if (!arende) throw new Error('no matter found');
  return arende;
}

describe('clauses without marks in a letter that lost its line breaks', () => {
  it('are parted where one opens like another, be the stops lost', () => {
    const { forslag } = matter(
      'Förslag till beslut 1. Socialnämnden beställer 40 platser i Norra skolan med start under Socialnämnden beställer 20 platser i Södra skolan med start under Socialnämnden beställer 15 platser i Ekbo by med start i juni',
    );
    expect(texts(forslag)).toEqual([
      'Socialnämnden beställer 40 platser i Norra skolan med start under',
      'Socialnämnden beställer 20 platser i Södra skolan med start under',
      'Socialnämnden beställer 15 platser i Ekbo by med start i juni',
    ]);
  });

  it('are parted before what is decided and who is charged', () => {
    const { forslag } = matter(
      'Förslag till beslut Socialnämndens beslut Planen godkänns. Uppföljning sker två gånger om året, senast i juni Kansliet och berörda enheter får i uppdrag att rapportera. Beslutet expedieras i juni. Taxan antas.',
    );
    expect(texts(forslag)).toEqual([
      'Planen godkänns.',
      'Uppföljning sker två gånger om året, senast i juni',
      'Kansliet och berörda enheter får i uppdrag att rapportera. Beslutet expedieras i juni.',
      'Taxan antas.',
    ]);
  });

  it('keep sentences that explain together', () => {
    const { forslag } = matter(
      'Förslag till beslut Avtalet med Norra bygden förlängs ett år. Skälet är att upphandlingen har överklagats.',
    );
    expect(forslag).toHaveLength(1);
  });
});

it('keeps who signed out of the last clause and of the documents', () => {
  const { forslag, underlag } = matter(
    'Förslag till beslut 1. Planen antas. 2. Beslutet justeras omedelbart. Eva Lind Socialchef Bo Ek Avdelningschef Beslutsunderlag Plan för stöd till unga 2031 Socialkontoret Eva Lind Socialchef',
  );
  expect(texts(forslag)).toEqual(['Planen antas.', 'Beslutet justeras omedelbart.']);
  expect(texts(underlag)).toEqual(['Plan för stöd till unga 2031']);
});

it('reads to whom a body turns with what it asks for', () => {
  const { forslag } = matter(
    'Förslag till beslut Socialnämnden hemställer hos kommunfullmäktige om 5 miljoner kronor för ett nytt boende.',
  );
  expect(forslag[0]?.kedja).toEqual(['Socialnämnden', 'kommunfullmäktige']);
  expect(forslag[0]?.next?.organ).toBe('Socialnämnden');
});

describe('a letter with its line breaks', () => {
  const letter = `
Tjänsteskrivelse
2031-02-03
Dnr SN 2031/42
Socialnämnden
Stöd till unga i Ekbo

Beslutsunderlag
1.
2.
Tjänsteskrivelse den 3 februari 2031
Plan för stöd till unga
1
Arbetsgrupp med företrädare för skolan och polisen. Är ett samråd.

Förslag till beslut
1. Planen antas.
2. Beslutet justeras omedelbart.

Eva Lind Bo Ek
Förvaltningschef, socialförvaltningen Avdelningschef, stöd

Kopia av beslut till:
Bo Ek, Ekonom
`;
  const [arende] = recordOf(letter).handlingar.flatMap((h) => h.arenden);

  it('has no column of numbers and no footnote among its documents', () =>
    expect(texts(arende?.underlag ?? [])).toEqual([
      'Tjänsteskrivelse den 3 februari 2031',
      'Plan för stöd till unga',
    ]));
  it('ends its clauses at names above titles with offices', () =>
    expect(texts(arende?.forslag ?? [])).toEqual(['Planen antas.', 'Beslutet justeras omedelbart.']));
  it('sends a copy to a person whose title stands behind a comma', () =>
    expect(arende?.expediering.map((e) => e.mottagare)).toEqual(['Bo Ek, Ekonom']));
});
