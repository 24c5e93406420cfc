import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../extraction/lines/join.ts';
import { unflatten } from '../../../extraction/lines/unflatten.ts';
import { dedent, pagesOf, recordOf, texts } from '../handlingar/read-text.ts';
import { DAMAGES, TEMPLATES } from './flat-minutes.ts';

const found = (text: string) =>
  recordOf(text).handlingar.flatMap((handling) =>
    handling.arenden.map(({ paragraf, punkt, beslut, forslag, yrkanden, expediering, underlag }) => ({
      nr: paragraf ?? punkt,
      attsatser: texts(handling.kind === 'kallelse' || beslut.length === 0 ? forslag : beslut),
      yrkanden: texts(yrkanden),
      expediering: expediering.map((e) => e.mottagare),
      underlag: texts(underlag),
    })),
  );

describe.each(TEMPLATES)('$name', ({ pages, expected }) => {
  const whole = expected.map((e) => ({ yrkanden: [], expediering: [], underlag: [], ...e }));
  it.each(DAMAGES)('$name', ({ damage }) => expect(found(damage(pages))).toEqual(whole));

  it.each(DAMAGES)('loses no word: $name', ({ damage }) => {
    const lines = linesOf(pagesOf(damage(pages)));
    const words = (list: { text: string }[]) => texts(list).join(' ').replace(/\s+/g, ' ');
    expect(words(unflatten(lines))).toBe(words(lines));
  });
});

describe('minutes that lost their § signs', () => {
  const [minutes] = TEMPLATES;
  const lost = (text: string) => text.replace(/§ ?/g, '');
  it.each(DAMAGES)('$name', ({ damage }) => {
    const nrs = found(lost(damage(minutes?.pages ?? []))).map((arende) => arende.nr);
    expect(nrs).toEqual(['31', '32']);
  });

  it('have them in a list of contents, too, and are not cut there', () => {
    const text = dedent(`
      Strömviks kommun
      Kommunstyrelsen
      Sammanträdesprotokoll
      Sammanträdesdatum 2031-03-12

      Innehåll
      31 Ny taxa för återbruket
      32 Information om underhåll
      33 Delegeringsbeslut

      31 Ny taxa för återbruket
      Beslut
      Kommunstyrelsen beslutar att anta taxan.

      32 Information om underhåll
      Beslut
      Kommunstyrelsen beslutar att notera informationen.

      33 Delegeringsbeslut
      Beslut
      Kommunstyrelsen beslutar att notera besluten.
    `);
    expect(found(text).map((a) => [a.nr, a.attsatser.length])).toEqual([
      ['31', 1],
      ['32', 1],
      ['33', 1],
    ]);
  });

  it('a numbered list is no row of §§', () => {
    const text = dedent(`
      Sammanträdesprotokoll
      Kommunstyrelsen 2031-03-12

      Kommunstyrelsen beslutade i mars om dessa områden:
      1 Skola
      2 Vård
      3 Omsorg
    `);
    const lines = linesOf(pagesOf(text));
    expect(texts(unflatten(lines))).toEqual(texts(lines));
  });
});

it('a head may have a stop behind its number', () => {
  const flat =
    'Möte med Samverkansnämnden Norra Vik den 19 februari 2031 § 1. Sammanträdet öppnas Ordföranden hälsar alla ' +
    'välkomna. § 2. Budget för 2032 Beslut Samverkansnämnden beslutar att godkänna budgeten. § 3. Nästa möte ' +
    'Mötet hålls den 3 juni i Norra Vik.';
  expect(found(flat).map((a) => a.nr)).toEqual(['1', '2', '3']);
});

it('the head of a letter ends before its title', () => {
  const flat =
    'Kommunledningskontoret Tjänsteutlåtande Handläggare Utfärdat 2031-11-10 Helena Alm Ärendenummer ' +
    'KLK-2031-00931 Telefon: 010-20 30 40 E-post: helena.alm@stromvik.example Ny brandstation i Norra hamnen ' +
    'Förslag till beslut I kommunstyrelsen: Brandstationen byggs. Sammanfattning Den gamla är för liten.';
  const [handling] = recordOf(flat).handlingar;
  expect(handling).toMatchObject({
    kind: 'tjansteskrivelse',
    datum: '2031-11-10',
    rubrik: 'Ny brandstation i Norra hamnen',
  });
  expect(texts(handling?.arenden[0]?.forslag ?? [])).toEqual(['Brandstationen byggs.']);
});

describe('words of headings inside sentences', () => {
  it.each([
    'Nämndens beslut den 4 maj innebär att taxan höjs. Beslut i ärendet fattas av fullmäktige.',
    'Enligt kommunstyrelsens beslut § 45 ska planen ses över, och i Bakgrund till budget 2031 anges kostnaden.',
  ])('%s', (sentence) => {
    const filler =
      'Taxan för återbruket har inte ändrats på länge och kostnaderna har ökat sedan dess. '.repeat(5);
    const text = `Sammanfattning ${filler}\nBakgrund ${filler}\nÄrendebeskrivning ${filler}${sentence}`;
    const lines = unflatten(linesOf(pagesOf(text)));
    expect(lines.at(-1)?.text).toContain(sentence);
  });
});
