import { describe, expect, it } from 'vitest';
import { assembleRecord } from '../../../extraction/index.ts';
import { isFurniture } from '../../../extraction/lines/furniture-words.ts';
import { headingOf } from '../../../extraction/vocabulary/headings.ts';
import { type OwnWords, ownWordsSchema, withOwnWords } from '../../../extraction/vocabulary/own-words.ts';
import { dedent, pagesOf } from '../handlingar/read-text.ts';

/** Minutes of a municipality that calls everything something else. */
const MINUTES = dedent(`
  Tallviks kommun
  Kommunstyrelsen
  Sammanträdesprotokoll
  Sammanträdesdatum 2024-05-14

  § 61
  Diarienummer KS 2024/207
  Ny lekplats vid Tallviks strand

  Vad saken gäller
  Föreningen Barnens strand har bett kommunen att bygga en lekplats. Den beräknas
  kosta 400 000 kronor.

  Vad som lagts fram
  Tekniska nämnden föreslår kommunstyrelsen besluta
  att bygga en lekplats vid Tallviks strand.

  Vad ledamöterna ville
  Karin Alm (M) yrkar avslag på förslaget.

  Så här blev det
  Kommunstyrelsen beslutar
  att bygga en lekplats vid Tallviks strand,
  Diariets stämpel
  att anvisa 400 000 kronor till lekplatsen.

  De som var emot
  Karin Alm (M) reserverar sig mot beslutet.

  Hit går paragrafen
  Tekniska nämnden
  Ekonomiavdelningen
`);

const WORDS = ownWordsSchema.parse({
  headings: {
    bakgrund: ['Vad saken gäller'],
    forslag: ['Vad som lagts fram'],
    yrkanden: ['Vad ledamöterna ville'],
    beslut: ['Så här blev det'],
    reservation: ['De som var emot'],
    expediering: ['Hit går paragrafen:'],
  },
  furniture: ['Diariets stämpel'],
});

function arendeOf(words: OwnWords | null) {
  const pages = pagesOf(MINUTES);
  const source = { fileName: 'x.txt', sha256: 'own-words', bytes: 1, mediaType: 'text/plain', pageCount: 1 };
  const { handlingar } = assembleRecord(source, pages, { words });
  expect(handlingar).toHaveLength(1);
  return handlingar[0]?.arenden[0];
}

describe("an installation's own words", () => {
  it('make items of a template that is not known', () => {
    const arende = arendeOf(WORDS);
    expect(arende?.forslag.map(({ text }) => text)).toEqual(['att bygga en lekplats vid Tallviks strand.']);
    expect(arende?.beslut.map(({ text }) => text)).toEqual([
      'att bygga en lekplats vid Tallviks strand,',
      'att anvisa 400 000 kronor till lekplatsen.',
    ]);
    expect(arende?.yrkanden).toMatchObject([{ typ: 'avslag', av: [{ namn: 'Karin Alm' }] }]);
    expect(arende?.reservationer).toMatchObject([{ av: [{ namn: 'Karin Alm', parti: 'M' }] }]);
    expect(arende?.expediering.map(({ mottagare }) => mottagare)).toEqual([
      'Tekniska nämnden',
      'Ekonomiavdelningen',
    ]);
  });

  it('are needed for it', () => {
    const arende = arendeOf(null);
    const beslut = arende?.beslut.map(({ text }) => text);
    expect(beslut).not.toEqual(arendeOf(WORDS)?.beslut.map(({ text }) => text));
    expect(arende?.expediering).toEqual([]);
  });

  it('hold for one record only, also when assembling fails', () => {
    arendeOf(WORDS);
    expect(headingOf('Så här blev det')).toBeNull();
    const failing = () =>
      withOwnWords(WORDS, () => {
        throw new Error('broken');
      });
    expect(failing).toThrow('broken');
    expect(isFurniture('Diariets stämpel')).toBe(false);
  });

  it.each([
    ['as it stands', 'Så här blev det'],
    ['in capitals', 'SÅ HÄR BLEV DET'],
    ['with a colon', 'Så här blev det:'],
    ['with a blank before the colon, and wide blanks', '  Så  här blev det :'],
    ['in decomposed letters', 'Så här blev det'.normalize('NFD')],
  ])('are met %s', (_, line) => {
    expect(withOwnWords(WORDS, () => headingOf(line))).toBe('beslut');
  });

  it('are no patterns and no parts of lines', () => {
    const words = ownWordsSchema.parse({ headings: { beslut: ['Så (blev|var) det.*'] } });
    withOwnWords(words, () => {
      expect(headingOf('Så blev det')).toBeNull();
      expect(headingOf('Så (blev|var) det.*')).toBe('beslut');
    });
    withOwnWords(WORDS, () => expect(headingOf('Så här blev det i nämnden')).toBeNull());
  });

  it('come before those of the vocabulary, which hold beside them', () => {
    expect(headingOf('Hemställan')).toBe('forslag');
    const words = ownWordsSchema.parse({ headings: { yrkanden: ['Hemställan'] } });
    withOwnWords(words, () => {
      expect(headingOf('Hemställan')).toBe('yrkanden');
      expect(headingOf('Förslag till beslut')).toBe('forslag');
    });
  });
});
