import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUtdrag, type UtdragInfo } from '../../../expediering/utdrag/index.ts';
import { coversOf, info, pagesOf, sats, textOf } from './made-up.ts';

/** Only a cover: its pages stay at home. */
const cover = (over: Partial<UtdragInfo> = {}) =>
  makeUtdrag(
    { bytes: new Uint8Array(), mediaType: 'application/pdf' },
    info({ utanSidor: 'sekretess', ...over }),
  );
const read = async (over: Partial<UtdragInfo> = {}) => textOf(await pagesOf(await cover(over)));

const LONG =
  'att ge nämnden i uppdrag att ta fram en plan för hur mängden restavfall ska minska, varvid planen ska redovisa kostnader, ansvar, tidplan och uppföljning för varje åtgärd (§ 27) – och återkomma • senast den 31 december,';

describe('a cover', () => {
  it('says what was decided, where and when', async () => {
    const text = await read();
    for (const said of [
      'Ekstads kommun',
      'Kommunfullmäktige',
      'Sammanträde 2031-03-24 · § 58',
      'Taxa för återbruket på Ön',
      'KS 2031/42',
    ])
      expect(text).toContain(said);
    for (const said of [
      '1. att anta taxan för återbruket,',
      '2. att taxan gäller från och med den 1 juli 2031.',
    ])
      expect(text).toContain(said);
    for (const said of [
      '2031-03-30',
      '2031-03-31',
      '2031-04-22',
      'Karin Alm (M) och Bo Sjödin (C)',
      'Tekniska nämnden',
      'Diariet',
    ])
      expect(text).toContain(said);
    expect(text).toContain('kf-2031-03-24.pdf, sida 2–3 av 4');
    expect(text).toContain('Det ersätter inte det undertecknade protokollet.');
  });

  it('has every clause word for word, on as many pages as it takes', async () => {
    const beslut = Array.from({ length: 60 }, (_, i) => sats(i + 95, `${LONG} del ${i}.`));
    const pages = await pagesOf(await cover({ beslut }));
    expect(pages.length).toBeGreaterThan(4);
    expect(coversOf(pages)).toBe(pages.length);
    const texts = pages.map((page) =>
      textOf([page]).replace(/^.*?KS 2031\/42 (?!Utfall)|Utdraget är gjort av Expediera.*$/g, ''),
    );
    const text = texts.join(' ').replace(/\s+/g, ' ');
    for (const clause of beslut) expect(text).toContain(`${clause.nr}. ${clause.text}`);
  });

  it.each([
    'åäö é ü § – • … ” ’ € ½',
    'minst ≥ 40 % och ≤ 50 %, −3 °C',
    'Đorđe Ilić, Łukasz, Şule, Ιωάννης, Иван',
    'ﬁnansiering',
  ])('shows the signs %j', async (text) => {
    expect(await read({ beslut: [sats(1, text)] })).toContain(text.replace('ﬁ', 'fi'));
  });

  it('shows a box for a sign that no font has, and loses nothing else', async () => {
    expect(await read({ beslut: [sats(1, 'att 🎉 fira 会議')] })).toMatch(/1\. att . fira ../u);
  });

  it('breaks a word that is wider than the page', async () => {
    const word = 'x'.repeat(400);
    expect((await read({ beslut: [sats(null, word)] })).replaceAll(' ', '')).toContain(word);
  });

  it('takes whatever text there is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        async (text, other) => {
          const made = await cover({
            beslut: [sats(1, text)],
            rubrik: other,
            organ: text,
            huvudman: other,
            mottagare: [text, other],
            diarienummer: text,
          });
          expect((await PDFDocument.load(made)).getPageCount()).toBeGreaterThan(0);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('marks what only OCR has read', async () => {
    const text = await read({
      obekraftade: ['datum', 'justerad'],
      beslut: [sats(1, 'att betala 500 kronor.', null, true)],
    });
    expect(text).toContain('2031-03-24 [?]');
    expect(text).toContain('2031-03-30 [?]');
    expect(text).toContain('[?] = läst ur en skannad sida, inte bekräftat.');
    expect(text).toContain('En uppgift i stycket är läst ur en skannad sida, inte bekräftat.');
    expect(await read()).not.toContain('[?]');
  });

  it('tells of yrkanden, votes, reservations and notes, in short', async () => {
    const inlagg = {
      typ: 'yrkande' as const,
      av: ['Siri Lund (V)'],
      utfall: 'avslag' as const,
      mot: [],
      obekraftad: false,
    };
    const text = await read({
      yrkanden: [{ ...inlagg, text: 'ordet '.repeat(300) }],
      reservationer: [
        { ...inlagg, typ: 'reservation', text: 'Till förmån för eget yrkande.', utfall: null, mot: [1, 3] },
      ],
      anteckningar: [{ ...inlagg, typ: 'jav', av: ['Bo Sjödin (C)'], text: 'Lämnar rummet.', utfall: null }],
      voteringar: [
        {
          ja: 27,
          nej: 20,
          avstar: 2,
          proposition: { ja: 'bifall', nej: 'avslag' },
          utslag: 'ja',
          obekraftad: false,
        },
      ],
    });
    expect(text).toContain('Siri Lund (V) · Avslogs');
    expect(text).toContain('[…]');
    expect(text.match(/ordet/g)?.length).toBeLessThan(110);
    expect(text).toContain('Siri Lund (V) · Mot punkt 1 och 3');
    expect(text).toContain('Jäv · Bo Sjödin (C)');
    expect(text).toContain('27 ja, 20 nej, 2 avstår – ja vann');
    expect(text).toContain('Nej: avslag');
  });

  it('says that nothing was read where nothing was', async () => {
    expect(await read({ beslut: [], utfall: null })).toContain('Beslutets lydelse har inte kunnat läsas ut');
    expect(await read({ beslut: [], utfall: 'bordlagt' })).toContain('Bordlagt. Beslutets lydelse framgår');
    expect(
      await read({
        huvudman: null,
        organ: null,
        datum: null,
        paragraf: null,
        diarienummer: null,
        rubrik: null,
      }),
    ).toContain('Sammanträdesdatum framgår inte');
  });

  it('says why the pages do not follow', async () => {
    expect(await read()).toContain('omfattas av sekretess');
    expect(await read({ utanSidor: 'gar-ej' })).toContain('kunde inte tas ut ur filen');
    expect(await read({ utanSidor: null })).toContain('kunde inte tas ut ur filen');
  });

  it('has a title, a language and no dates; the same input gives the same bytes', async () => {
    const over = { beslut: [sats(1, 'minst ≥ 40 %')] };
    const made = await cover(over);
    const doc = await PDFDocument.load(made, { updateMetadata: false });
    expect(doc.getTitle()).toBe('Protokollsutdrag: Kommunfullmäktige § 58, 2031-03-24');
    expect(doc.getSubject()).toBe('KS 2031/42 – Taxa för återbruket på Ön');
    expect(doc.getLanguage()).toBe('sv');
    expect([doc.getCreationDate(), doc.getModificationDate()]).toEqual([undefined, undefined]);
    expect(Buffer.compare(made, await cover(over))).toBe(0);
    expect(Buffer.compare(await cover(), await cover())).toBe(0);
    expect(Buffer.compare(await cover(), await cover({ paragraf: '59' }))).not.toBe(0);
  });
});
