/** Made-up records, written as text: what a test gives to the whole extraction. */
import { assembleRecord } from '../../../extraction/index.ts';
import { DEFAULT_LIMITS } from '../../../extraction/pages/limits.ts';
import type { Page } from '../../../extraction/pages/page.ts';
import { readPlainText } from '../../../extraction/pages/plain-text.ts';
import type { Arende, Handling, Person, Record } from '../../../extraction/record.ts';

/** Drops the blanks that all lines begin with, and blank lines at both ends. Form feeds part pages. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n+|\s+$/g, '').split('\n');
  const indent = Math.min(...lines.filter((l) => l.trim()).map((l) => l.length - l.trimStart().length));
  return lines.map((l) => l.slice(indent)).join('\n');
}

export function pagesOf(text: string): Page[] {
  return readPlainText(new TextEncoder().encode(text), DEFAULT_LIMITS).pages;
}

export function recordOf(text: string, sha256 = 'made-up'): Record {
  const pages = pagesOf(text);
  const source = { fileName: 'x.txt', sha256, bytes: 1, mediaType: 'text/plain', pageCount: pages.length };
  return assembleRecord(source, pages);
}

/** The handlingar of a text; several parts are its pages. */
export const handlingarOf = (...pages: string[]): Handling[] =>
  recordOf(pages.map(dedent).join('\f')).handlingar;

/** The front of minutes with one §. */
export const FRONT = dedent(`
  Strömviks kommun
  Kommunstyrelsen
  Sammanträdesprotokoll
  Sammanträdesdatum 2024-03-12

  § 31
  Diarienummer KS 2024/118
  Ny taxa för återbruket

  Sammanfattning
  Taxan för återbruket har inte ändrats sedan 2021. Kostnaderna för personal och för
  transporter har ökat sedan dess, och tekniska förvaltningen bedömer att en höjning med
  åtta procent behövs för att verksamheten ska gå ihop.
`);

/** The ärende of minutes with one §, whose sections are given; several parts are its pages. */
export function paragrafOf(...parts: string[]): Arende {
  const [first = '', ...rest] = parts.map(dedent);
  return onlyArende([`${FRONT}\n\n${first}`, ...rest].join('\f'));
}

/** The ärende of an official's letter to kommunstyrelsen, whose sections are given. */
export function tjansteskrivelseOf(...parts: string[]): Arende {
  const [first = '', ...rest] = parts.map(dedent);
  const head = dedent(`
    Strömviks kommun
    Tekniska förvaltningen
    Tjänsteskrivelse
    2024-02-20
    Diarienummer KS 2024/118
    Till Kommunstyrelsen

    Ny taxa för återbruket
  `);
  return onlyArende([`${head}\n\n${first}`, ...rest].join('\f'));
}

function onlyArende(text: string): Arende {
  const arenden = recordOf(text).handlingar.flatMap((h) => h.arenden);
  if (arenden.length !== 1) throw new Error(`${arenden.length} ärenden in\n${text}`);
  return arenden[0] as Arende;
}

export const texts = (items: { text: string }[]): string[] => items.map((i) => i.text);

/** "Anna Berg (S)", "S", "Ordförande". */
export const who = (persons: Person[]): string[] =>
  persons.map(({ namn, parti, roll }) =>
    namn && parti ? `${namn} (${parti})` : (namn ?? parti ?? roll ?? '?'),
  );
