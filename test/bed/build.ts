/** From templates to files: each with its bytes and the record that its content says is right. */
import type { Handling, Sample } from '../../samples/make/content.ts';
import { expectedRecord } from '../../samples/make/expected.ts';
import type { Pen } from '../../samples/make/pen.ts';
import { asCrookedJpeg, asJbig2, asJpx, asWornCopy } from '../../samples/make/scan/index.ts';
import { createDice } from './content/dice.ts';
import type { Story } from './content/matter.ts';
import { holdMeeting, type Meeting } from './content/meeting.ts';
import { NON_RECORDS } from './content/non-records.ts';
import { look } from './layout/look.ts';
import { type Look, set } from './layout/set.ts';
import { asText } from './layout/text.ts';
import type { Mall } from './mall.ts';
import { say } from './phrasing/say.ts';
import type { Stil } from './phrasing/stil.ts';

export type Gold = ReturnType<typeof expectedRecord>;

export interface BedFile {
  template: string;
  /** `copy`: scanned, and off a worn copier. */
  form: 'text' | 'pdf' | 'scan' | 'copy';
  fileName: string;
  bytes: Uint8Array;
  gold: Gold;
  /** Of a scan: the pages before they were scanned, with text. */
  unscanned?: Uint8Array;
}

const STORIES: Story[] = [
  'justerare',
  'info',
  'vidare',
  'flera',
  'votering',
  'aterremiss',
  'enkel',
  'bordlagt',
  'forsta-andra',
  'tillagg',
  'motion',
  'val',
  'avslag',
  'jav',
  'sekretess',
  'anmalan',
  'enkel',
  'grupp',
  'vidare-yrkar',
  'uppdrag',
  'dubbel',
];
/** Two pages or three, without the front page, are enough for what only OCR changes. */
const SCANNED: Story[] = ['vidare', 'votering', 'aterremiss'];
/** What else a meeting has, with its front page and with words broken at line ends. */
const SCANNED_WHOLE: Story[] = ['justerare', 'flera', 'motion', 'tillagg', 'grupp', 'jav'];

/** The protokoll of a meeting. */
export function minutes(meeting: Meeting, stil: Stil): Handling {
  const paragrafer = meeting.arenden.map((m) => stil.paragraf(m.nr, m.ar));
  return {
    kind: 'protokoll',
    huvudman: meeting.plats.namn,
    organ: meeting.organ.namn,
    datum: meeting.datum,
    narvaro: { ledamoter: meeting.ledamoter, ersattare: meeting.ersattare, ovriga: meeting.ovriga },
    justerare: [meeting.ledamoter[2] as (typeof meeting.ledamoter)[number]],
    anslag: { justerad: meeting.justerad, uppsatt: meeting.uppsatt, nedtas: meeting.nedtas },
    arenden: meeting.arenden.map((m) => say(m, meeting, stil)),
    tryck: {
      plats: `Kommunhuset, sal Björken, kl. 13.00–16.${10 + (meeting.organ.namn.length % 40)}`,
      paragrafer: `${paragrafer[0]}–${paragrafer.at(-1)}`,
      sekreterare: meeting.sekreterare.namn ?? '',
      ordforande: meeting.ledamoter[0]?.namn ?? '',
      kort: meeting.organ.kort,
      kontor: meeting.organ.kontor,
      ort: meeting.plats.ort,
    },
  };
}

/** Seeds of development and of the scans never meet. */
const seedOf = (mall: Mall, offset: number) =>
  [...mall.namn].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) | 0, 7) + offset;

function sampleOf(mall: Mall, stories: Story[], offset: number): Sample {
  const wanted = { seed: seedOf(mall, offset), slag: mall.slag, niva: mall.niva, stories };
  const meeting = holdMeeting(mall.ar === undefined ? wanted : { ...wanted, ar: mall.ar });
  const handlingar = mall.handlingar?.(meeting, mall.stil) ?? [minutes(meeting, mall.stil)];
  return { namn: mall.namn, mall: mall.namn, handlingar };
}

const storiesOf = (mall: Mall): Story[] =>
  mall.stories ??
  STORIES.flatMap((story) =>
    story === 'votering' && mall.niva === 'fullmaktige' ? [story, 'minoritet'] : [story],
  );

/** What the template's file says. */
export const makeSample = (mall: Mall): Sample => sampleOf(mall, storiesOf(mall), 0);

/** The template's file as plain text and as PDF with text. */
export async function buildText(mall: Mall): Promise<BedFile[]> {
  const sample = makeSample(mall);
  const { pdf, layout, written } = await set(sample, mall.look);
  const plain = asText(written, mall.text);
  const text = mall.skada?.(plain, createDice(seedOf(mall, 3))) ?? plain;
  const file = (form: 'text' | 'pdf', ending: string, bytes: Uint8Array): BedFile => {
    const fileName = `${mall.namn}.${ending}`;
    return { template: mall.namn, form, fileName, bytes, gold: expectedRecord(sample, fileName, layout) };
  };
  return [file('text', 'txt', Buffer.from(text, 'utf8')), file('pdf', 'pdf', pdf)];
}

const SCANNERS = { jbig2: asJbig2, jpx: asJpx, jpeg: asCrookedJpeg, kopia: asWornCopy };
type Scanner = keyof typeof SCANNERS;

/** Another meeting of the template's body, as PDF with text: as many as are wanted, none of them those that are scored. */
export async function buildOther(mall: Mall, nth: number): Promise<{ pdf: Uint8Array; pages: number }> {
  const { pdf, layout } = await set(sampleOf(mall, storiesOf(mall), 100 + nth), mall.look);
  return { pdf, pages: layout.handlingar.at(-1)?.pages[1] ?? 0 };
}

/** The short files of the template off the scanner: those that the tests read, none for most templates. */
export async function buildScan(mall: Mall): Promise<BedFile[]> {
  if (!mall.skannad) return [];
  return [await buildShort(mall, mall.skannad)];
}

/** All files of the template off a scanner: a short one and, with its front page and off a worn copier, a longer one. */
export async function buildScans(mall: Mall): Promise<BedFile[]> {
  const scanner = mall.skannad ?? (seedOf(mall, 0) % 2 === 0 ? 'jbig2' : 'jpx');
  return [await buildShort(mall, scanner), await buildWhole(mall)];
}

const buildShort = (mall: Mall, scanner: Scanner) =>
  scan(
    sampleOf({ ...mall, stil: { ...mall.stil, brott: 0 } }, SCANNED, 1),
    () => (mall.handlingar ? mall.look() : { ...mall.look(), borjan: () => {} }),
    scanner,
    'skannad',
  );

const buildWhole = (mall: Mall) => scan(sampleOf(mall, SCANNED_WHOLE, 2), mall.look, 'kopia', 'skannad-hel');

async function scan(sample: Sample, look: () => Look, scanner: Scanner, ending: string): Promise<BedFile> {
  const { pdf, layout } = await set(sample, look);
  const fileName = `${sample.namn}-${ending}.pdf`;
  return {
    template: sample.namn,
    form: scanner === 'kopia' ? 'copy' : 'scan',
    fileName,
    bytes: await SCANNERS[scanner](pdf),
    gold: expectedRecord(sample, fileName, layout),
    unscanned: pdf,
  };
}

const PLAIN: Look = look({
  sidhuvud: (pen, { sid }) => pen.at(String(sid), 800, { align: 'center' }),
  paragraf: () => {},
});

/** Pages that are no record: nothing is expected of them. */
export async function buildNonRecords(): Promise<BedFile[]> {
  const files = await Promise.all(
    NON_RECORDS.map(async ({ namn, rubrik, block }) => {
      const handling: Handling = { kind: 'annat', huvudman: null, arenden: [], fritt: block };
      const sample: Sample = { namn, mall: namn, handlingar: [handling] };
      const title = { ...PLAIN, borjan: (pen: Pen) => pen.para(rubrik, { snitt: 'fet', grad: 16 }) };
      const { pdf, layout, written } = await set(sample, () => title);
      const file = (form: 'text' | 'pdf', fileName: string, bytes: Uint8Array): BedFile => ({
        template: namn,
        form,
        fileName,
        bytes,
        gold: expectedRecord(sample, fileName, layout),
      });
      return [
        file('text', `${namn}.txt`, Buffer.from(asText(written, 'kolumner'), 'utf8')),
        file('pdf', `${namn}.pdf`, pdf),
      ];
    }),
  );
  return files.flat();
}
