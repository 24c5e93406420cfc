/** Covers and minutes for the tests of the utdrag. */
import type { UtdragInfo } from '../../../expediering/utdrag/index.ts';
import { openDocument } from '../../../extraction/pages/index.ts';
import type { Page } from '../../../extraction/pages/page.ts';

export function info(over: Partial<UtdragInfo> = {}): UtdragInfo {
  return {
    huvudman: 'Ekstads kommun',
    organ: 'Kommunfullmäktige',
    datum: '2031-03-24',
    paragraf: '58',
    diarienummer: 'KS 2031/42',
    rubrik: 'Taxa för återbruket på Ön',
    utfall: 'bifall',
    sekretess: null,
    omedelbartJusterad: false,
    justerad: '2031-03-30',
    anslaget: '2031-03-31',
    nedtas: '2031-04-22',
    justerare: ['Karin Alm (M)', 'Bo Sjödin (C)'],
    beslut: [
      sats(1, 'att anta taxan för återbruket,'),
      sats(2, 'att taxan gäller från och med den 1 juli 2031.'),
    ],
    forslag: [],
    yrkanden: [],
    reservationer: [],
    anteckningar: [],
    voteringar: [],
    mottagare: ['Tekniska nämnden', 'Diariet'],
    obekraftade: [],
    kalla: { fileName: 'kf-2031-03-24.pdf', sha256: 'ab'.repeat(32), pages: [2, 3], pageCount: 4 },
    utanSidor: null,
    ...over,
  };
}

export const sats = (nr: number | null, text: string, ledtext: string | null = null, obekraftad = false) => ({
  nr,
  text,
  ledtext,
  obekraftad,
});

/** The pages of a PDF, as our own reading finds them. */
export async function pagesOf(pdf: Uint8Array): Promise<Page[]> {
  return (await openDocument(pdf)).pages;
}

/** The words of pages, one space between. */
export const textOf = (pages: readonly Page[]): string =>
  pages
    .flatMap((page) => page.lines.map((line) => line.text))
    .join(' ')
    .replace(/\s+/g, ' ');

/** How many of the pages are covers. */
export const coversOf = (pages: readonly Page[]): number =>
  pages.filter((page) => /Försättsblad \d+ \(\d+\)/.test(textOf([page]))).length;
