/** The hundred made-up files of a soak: what is easy and what is not, several of one matter, copies, and some that are refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenPdf, fullmaktige, motion, protokoll, styrelsen, vidare } from '../engine/made-up.ts';
import { protokoll as attSanda } from '../expediering/made-up.ts';
import { makePdf } from '../extraction/pages/make-pdf.ts';

export interface SoakFile {
  /** Under the folder that is taken in. */
  path: string;
  bytes: Uint8Array;
  /** How it is to end. */
  ends: 'done' | 'refused';
}

/** §§ that are sent, and to whom: one delivery each. */
export const SANDS: readonly number[] = range(31, 42);
export const MOTTAGARE = ['Hamnenheten', 'Ekonomiavdelningen', 'Kommunrevisionen'];

const samples = join(import.meta.dirname, '../../samples');

/** Samples with text, and two that OCR has to read: three pages. */
const SAMPLES = [
  ...['ekerud-kommunstyrelsen.pdf', 'granvik-1-namnd.pdf', 'granvik-2-styrelse.pdf'],
  ...['granvik-3-fullmaktige.pdf', 'norrvall-handlingar.pdf', 'norrvall-webbsida.pdf'],
  ...['bjorkhult-miljo-och-byggnadsnamnden.txt', 'lovstrand-tjansteutlatande.png'],
  'mellana-direktionen.pdf',
];

/** Always the same hundred, in the same order. */
export function hundredFiles(): SoakFile[] {
  const utf8 = new TextEncoder();
  const done = (path: string, content: string | Uint8Array): SoakFile => ({
    ...{ path, ends: 'done' },
    bytes: typeof content === 'string' ? utf8.encode(content) : content,
  });
  const refused = (path: string, content: string | Uint8Array): SoakFile => ({
    ...done(path, content),
    ends: 'refused',
  });
  const each = (numbers: readonly number[], name: string, text: (n: number) => string) =>
    numbers.map((n) => done(`${name} ${n}.txt`, text(n)));
  const once = [
    ...SAMPLES.map((name) => done(`prov/${name}`, readFileSync(join(samples, name)))),
    ...each(range(1, 30), 'nämnden/protokoll', (n) => protokoll(n)),
    ...each(range(1, 18), 'styrelsen/beslut i', (n) => styrelsen(n)),
    ...each(range(19, 26), 'styrelsen/vidare', (n) => vidare(n)),
    ...each(range(19, 24), 'fullmäktige/beslut om', (n) => fullmaktige(n)),
    ...each(range(60, 65), 'fullmäktige/motion', (n) => motion(n)),
    ...each(SANDS, 'Sjövik/§', (paragraf) => attSanda({ paragraf, mottagare: MOTTAGARE })),
    done('övrigt/läs mig.txt', 'Här ligger protokollen för året, de flesta justerade.\n'),
    done('övrigt/adresser.txt', 'Stadshuset, Storgatan 1\nBiblioteket, Parkvägen 4\n'),
    refused('övrigt/tom.pdf', ''),
    refused('övrigt/trasig.pdf', brokenPdf),
    refused('övrigt/låst.pdf', makePdf({ pages: [{}], encrypt: 'user' })),
    refused(
      'övrigt/data.bin',
      Uint8Array.from({ length: 4_000 }, (_, n) => (n * 7919) % 251),
    ),
  ];
  const copies = [9, 20, 40, 70, 85].map((n) => {
    const { path, bytes, ends } = once[n] as SoakFile;
    return { path: `kopior/${path}`, bytes, ends };
  });
  return [...once, ...copies];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}
