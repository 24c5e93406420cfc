/** Minutes whose conversion lost the § and the line breaks: each page is one line, and most pages open with a §. */
import { describe, expect, it } from 'vitest';
import { recordOf } from '../handlingar/read-text.ts';

const FRONT =
  '1 Kommunstyrelsen 1(9) Plats och tid Kommunhuset, Granviken, kl Beslutande Eva Lind (S), ordförande Bo Ek (M) Övriga deltagande Per Ask, sekreterare Utses att justera Bo Ek Justeringens plats och tid Kommunkansliet Underskrifter Sekreterare Per Ask Ordförande Eva Lind Justerande Bo Ek ANSLAG/BEVIS Protokollet är justerat. Justeringen har tillkännagivits genom anslag Organ Kommunstyrelsen';

function read(...pages: string[]) {
  return recordOf([FRONT, ...pages].join('\n\n')).handlingar.flatMap((h) =>
    h.arenden.map((a) => [h.kind, a.paragraf, a.diarienummer, a.rubrik] as const),
  );
}
const TEXT =
  'Kommunchefen har tagit fram ett underlag till styrelsen. Underlaget har varit på remiss hos nämnderna under våren.';

describe('a number that opens a page of minutes', () => {
  it('is the § of the only matter left, with the letters of the body', () => {
    expect(read(`2 Kommunstyrelsen 2(9) KS 64 Dnr 2031/65 Upprustning av Åvägen ${TEXT}`)).toEqual([
      ['protokoll', '64', '2031/65', expect.stringContaining('Upprustning av Åvägen')],
    ]);
  });

  it('is a § without letters too, but not the number of the page', () => {
    const found = read(
      `2 Kommunstyrelsen 2(9) 63 Motion om upprustning av Åvägen i Granviken ${TEXT}`,
      `3 Kommunstyrelsen 3(9) 64 KS 2031/160 Budgetuppföljning ${TEXT}`,
    );
    expect(found.map(([, paragraf]) => paragraf)).toEqual(['63', '64']);
  });

  it('stands beside the number of the page, in either order', () => {
    const found = read(
      '2 2 32 Upprop Upprop förrättas av sekreteraren Per Ask, som antecknar de närvarande ledamöterna.',
      `3 33 3 Information om vattenverket ${TEXT}`,
    );
    expect(found.map(([, paragraf]) => paragraf)).toEqual(['32', '33']);
  });

  it('may have the number of the matter before it', () => {
    expect(read(`2 KS/2031:215 1 Besvarande av medborgarförslag om ny bänk ${TEXT}`)).toEqual([
      ['protokoll', '1', 'KS/2031:215', expect.stringContaining('Besvarande av medborgarförslag')],
    ]);
  });

  it('goes on inside the page with the next numbers', () => {
    const found = read(
      `2 Kommunstyrelsen 2(9) KS 64 Dnr 2031/65 Upprustning av Åvägen ${TEXT} KS 65 Dnr 2031/70 Ny bänk ${TEXT}`,
    );
    expect(found.map(([, paragraf]) => paragraf)).toEqual(['64', '65']);
  });

  it('may have its year behind it, or the number of the matter', () => {
    const found = read(
      `2 UN 64/2031 Upprustning av Åvägen ${TEXT}`,
      `3 UN 65/2031 Anmälan av bänk ${TEXT}`,
      `4 Kommunstyrelsen UN 66 31/KS 0070 Ny brygga ${TEXT}`,
    );
    expect(found.map(([, paragraf, diarienummer]) => [paragraf, diarienummer])).toEqual([
      ['64/2031', null],
      ['65/2031', null],
      ['66', '31/KS 0070'],
    ]);
  });

  it('is none in a list of contents', () => {
    expect(
      read(
        '2 Kommunstyrelsen 2(9) 65 Handlingsplan mot buller 4 66 Skolavslutning 6 67 Riktlinje för krisstöd 9 68 Avtal om färdtjänst 12',
      ),
    ).toEqual([]);
  });
});
