/** The cover of a protokollsutdrag: what was decided, by whom, and where it stands. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { fontsFor } from './fonts.ts';
import type { UtdragInfo, UtdragInlagg, UtdragSats, UtdragVotering } from './info.ts';
import {
  COLOUR,
  createPen,
  heightOf,
  keep,
  lineAt,
  MARGIN,
  PAGE,
  type Pen,
  paragraph,
  rule,
  type Style,
  space,
  WIDTH,
  widthOf,
  wrap,
} from './pen.ts';
import {
  inlaggHead,
  inShort,
  listed,
  MADE_BY,
  pagesText,
  titleOf,
  UNCONFIRMED,
  utfallWord,
  voteText,
} from './words.ts';

const SMALL: Style = { size: 8.5, colour: COLOUR.grey };
/** Where the text after a number or dash begins, and the height of a line, points. */
const HANG = 22;
const LINE = 14.3;

/** Sets the cover into `doc`, which has no pages yet, and returns how many pages it took. */
export async function drawCover(doc: PDFDocument, info: UtdragInfo): Promise<number> {
  const pen = createPen(doc, await fontsFor(doc, textsOf(info)));
  head(pen, info);
  facts(pen, info);
  clauses(pen, 'Beslut', info.beslut);
  clauses(pen, 'Förslag till beslut', info.forslag);
  nothingDecided(pen, info);
  inlagg(pen, 'Yrkanden', info.yrkanden);
  voteringar(pen, info.voteringar);
  inlagg(pen, 'Reservationer', info.reservationer);
  inlagg(pen, 'Anteckningar', info.anteckningar);
  recipients(pen, info.mottagare);
  source(pen, info);
  feet(pen, info);
  return pen.pages.length;
}

/** All words of the cover: what decides which font is needed. */
function textsOf(info: UtdragInfo): string[] {
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(info);
  return texts;
}

function head(pen: Pen, info: UtdragInfo): void {
  const label: Style = { snitt: 'fet', size: 9.5, colour: COLOUR.accent };
  const top = pen.y;
  lineAt(pen, 'PROTOKOLLSUTDRAG', MARGIN.left, top, label);
  const huvudman = info.huvudman ?? '';
  const fits = widthOf(pen.fonts, huvudman, label) < WIDTH - 130;
  if (fits)
    lineAt(pen, huvudman, PAGE.width - MARGIN.right - widthOf(pen.fonts, huvudman, label), top, label);
  space(pen, 16);
  rule(pen, pen.y, 1.6, COLOUR.accent);
  space(pen, 18);
  if (!fits) paragraph(pen, huvudman, { snitt: 'fet', size: 11, colour: COLOUR.accent });
  paragraph(pen, info.organ ?? 'Organ framgår inte', { snitt: 'fet', size: 19, lead: 1.2 });
  const when = info.datum === null ? 'Sammanträdesdatum framgår inte' : `Sammanträde ${value(info, 'datum')}`;
  const where = info.paragraf === null ? '' : ` · § ${value(info, 'paragraf')}`;
  space(pen, 2);
  paragraph(pen, `${when}${where}`, { size: 12.5, colour: COLOUR.grey });
  if (info.rubrik !== null) {
    space(pen, 12);
    paragraph(pen, value(info, 'rubrik'), { snitt: 'fet', size: 14, lead: 1.25 });
  }
  space(pen, 12);
}

/** A field as shown: with a question mark where nothing confirms what OCR has read. */
function value(
  info: UtdragInfo,
  field: 'datum' | 'paragraf' | 'diarienummer' | 'rubrik' | 'justerad' | 'anslaget' | 'nedtas',
): string {
  const text = info[field] ?? '';
  return text !== '' && info.obekraftade.includes(field) ? `${text} [?]` : text;
}

/** The box of what is asked first: number, outcome, when it was approved and announced. */
function facts(pen: Pen, info: UtdragInfo): void {
  const rows = [
    ['Diarienummer', value(info, 'diarienummer') || 'framgår inte'],
    ['Utfall', utfallWord(info.utfall)],
    ['Justerat', justerat(info) || 'framgår inte'],
    ['Justerare', listed(info.justerare)],
    ['Anslaget', anslaget(info) || 'framgår inte'],
    ['Sekretess', info.sekretess],
  ].filter((row): row is [string, string] => row[1] !== null && row[1] !== '');
  const at: Style = { indent: 106, width: WIDTH - 116, size: 10 };
  const height = rows.reduce((sum, [, text]) => sum + heightOf(pen, text, at), 14);
  keep(pen, height);
  pen.page.drawRectangle({ x: MARGIN.left, y: pen.y - height, width: WIDTH, height, color: COLOUR.fill });
  space(pen, 7);
  for (const [name, text] of rows) {
    lineAt(pen, name, MARGIN.left + 10, pen.y, { size: 10, colour: COLOUR.grey });
    paragraph(pen, text, at);
  }
  space(pen, 7);
  if (info.obekraftade.length > 0) {
    space(pen, 4);
    paragraph(pen, `[?] = ${UNCONFIRMED}.`, { ...SMALL, colour: COLOUR.warn });
  }
}

/** The day is that of the minutes; a § approved at the meeting itself was so before it. */
function justerat(info: UtdragInfo): string {
  const day = value(info, 'justerad');
  if (!info.omedelbartJusterad) return day;
  return `Paragrafen omedelbart${day === '' ? '' : `; protokollet ${day}`}`;
}

function anslaget(info: UtdragInfo): string {
  const [up, down] = [value(info, 'anslaget'), value(info, 'nedtas')];
  return [up, down === '' ? '' : `anslaget tas ned ${down}`].filter((part) => part !== '').join(', ');
}

function heading(pen: Pen, text: string): void {
  space(pen, 16);
  keep(pen, 70);
  paragraph(pen, text, { snitt: 'fet', size: 12, colour: COLOUR.accent });
  space(pen, 3);
}

/** The clauses, word for word, each with the number printed before it. */
function clauses(pen: Pen, title: string, list: readonly UtdragSats[]): void {
  if (list.length === 0) return;
  heading(pen, title);
  const numbers = list.map(({ nr }) => (nr === null ? '–' : `${nr}.`));
  const indent = Math.max(HANG, ...numbers.map((number) => widthOf(pen.fonts, number) + 6));
  for (const [i, { text, ledtext, obekraftad }] of list.entries()) {
    if (ledtext !== null) {
      if (i > 0) space(pen, 8);
      // Not alone at the foot of a page.
      keep(pen, heightOf(pen, ledtext, { snitt: 'kursiv' }) + 3 * LINE);
      paragraph(pen, ledtext, { snitt: 'kursiv' });
    }
    space(pen, 3);
    keep(pen, Math.min(2 * LINE, heightOf(pen, text, { indent })));
    lineAt(pen, numbers[i] as string, MARGIN.left, pen.y);
    marked(pen, text, { indent }, obekraftad);
  }
}

/** A paragraph; with a bar beside it and a line below where a number in it is not confirmed. */
function marked(pen: Pen, text: string, style: Style, obekraftad: boolean): void {
  const bar = (top: number, height: number) => {
    const x = MARGIN.left - 9;
    pen.page.drawRectangle({ x, y: top - height, width: 2, height, color: COLOUR.warn });
  };
  paragraph(pen, text, style, obekraftad ? bar : undefined);
  if (!obekraftad) return;
  const note: Style = { ...SMALL, colour: COLOUR.warn, indent: style.indent ?? 0 };
  paragraph(pen, `En uppgift i stycket är ${UNCONFIRMED}.`, note, bar);
}

/** A § without clauses says so: empty is not the same as nothing decided. */
function nothingDecided(pen: Pen, { beslut, forslag, utfall }: UtdragInfo): void {
  if (beslut.length > 0 || forslag.length > 0) return;
  heading(pen, 'Beslut');
  const word = utfallWord(utfall);
  paragraph(
    pen,
    word === null
      ? 'Beslutets lydelse har inte kunnat läsas ut ur protokollet; se protokollets sidor.'
      : `${word}. Beslutets lydelse framgår av protokollets sidor.`,
  );
}

function inlagg(pen: Pen, title: string, list: readonly UtdragInlagg[]): void {
  if (list.length === 0) return;
  heading(pen, title);
  list.forEach((one, i) => {
    if (i > 0) space(pen, 5);
    keep(pen, 3 * LINE);
    const title = inlaggHead(one);
    if (title !== '') paragraph(pen, title, { snitt: 'fet', size: 10 });
    marked(pen, inShort(one.text), { size: 10 }, one.obekraftad);
  });
}

function voteringar(pen: Pen, list: readonly UtdragVotering[]): void {
  if (list.length === 0) return;
  heading(pen, list.length === 1 ? 'Votering' : 'Voteringar');
  list.forEach((one, i) => {
    if (i > 0) space(pen, 5);
    keep(pen, 3 * LINE);
    const result = one.utslag === null ? '' : ` – ${one.utslag} vann`;
    marked(pen, `${voteText(one)}${result}`, { snitt: 'fet', size: 10 }, one.obekraftad);
    if (one.proposition === null) return;
    paragraph(pen, `Ja: ${inShort(one.proposition.ja)}`, { size: 10 });
    paragraph(pen, `Nej: ${inShort(one.proposition.nej)}`, { size: 10 });
  });
}

function recipients(pen: Pen, list: readonly string[]): void {
  if (list.length === 0) return;
  heading(pen, 'Beslutet skickas till');
  for (const name of list) {
    lineAtKept(pen, '–');
    paragraph(pen, name, { indent: HANG, size: 10 });
  }
}

function lineAtKept(pen: Pen, text: string): void {
  keep(pen, 14);
  lineAt(pen, text, MARGIN.left, pen.y, { size: 10 });
}

const WHY_NOT = {
  sekretess:
    'Protokollets sidor följer inte med: på dem står också något som omfattas av sekretess. Beställ dem hos registrator.',
  'gar-ej': 'Protokollets sidor kunde inte tas ut ur filen. Beställ dem hos registrator.',
} as const;

/** From which file and pages, and whether they follow. */
function source(pen: Pen, { kalla, utanSidor }: UtdragInfo): void {
  heading(pen, 'Källa');
  const follow =
    kalla.pages[0] === kalla.pages[1]
      ? 'Sidan följer efter försättsbladet som den är,'
      : 'Sidorna följer efter försättsbladet som de är,';
  paragraph(pen, `${kalla.fileName}, ${pagesText(kalla)}.`, { size: 10 });
  if (utanSidor === null) {
    paragraph(pen, `${follow} och kan visa även andra paragrafer.`, {
      size: 10,
    });
  } else {
    paragraph(pen, WHY_NOT[utanSidor], { size: 10, snitt: 'fet', colour: COLOUR.warn });
  }
  paragraph(pen, `SHA-256 ${kalla.sha256}`, { ...SMALL, size: 7.5 });
}

/** Foot of every page, and what it is about on those after the first. */
function feet(pen: Pen, info: UtdragInfo): void {
  const grey: Style = { size: 8, colour: COLOUR.grey };
  const about = [titleOf(info), info.diarienummer].filter(Boolean).join(' · ');
  pen.pages.forEach((page, i) => {
    pen.page = page;
    if (i > 0) {
      lineAt(pen, wrap(pen.fonts, about, grey)[0] ?? '', MARGIN.left, PAGE.height - 36, grey);
      rule(pen, PAGE.height - 49);
    }
    rule(pen, 58);
    lineAt(pen, MADE_BY, MARGIN.left, 51, grey);
    const number = `Försättsblad ${i + 1} (${pen.pages.length})`;
    lineAt(pen, number, PAGE.width - MARGIN.right - widthOf(pen.fonts, number, grey), 51, grey);
  });
}
