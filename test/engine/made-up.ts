/** Made-up records, as text, for tests that need something to take in. */
import type { Page } from '../../extraction/pages/page.ts';

/** Minutes of one §. `beslut`: who decides what kind of thing, and the clause. */
const minutes = (of: {
  organ: string;
  datum: string;
  paragraf: number;
  number: number;
  rubrik?: string;
  beslut: string;
  sands?: boolean;
}): string => {
  const { organ, datum, paragraf, number, beslut, sands = true } = of;
  const { rubrik = `Bidrag till samlingslokal nummer ${number}` } = of;
  return `Videby kommun
${organ}
PROTOKOLL
Sammanträdesdatum ${datum}

§ ${paragraf} Dnr KFN 2024/${String(number).padStart(4, '0')}
${rubrik}

${organ}s beslut
${organ} ${beslut}
${sands ? '\nExpedieras till\nEkonomiavdelningen\n' : ''}`;
};

const bevilja = (number: number): string =>
  `att bevilja samlingslokal nummer ${number} ett bidrag om ${number} kronor.`;

/** A nämnd's protokoll with one § that goes on to the kommunstyrelse. */
export const protokoll = (number: number): string =>
  minutes({
    ...{ organ: 'Kultur- och fritidsnämnden', paragraf: number, number },
    datum: `2024-03-${String((number % 27) + 1).padStart(2, '0')}`,
    beslut: `föreslår kommunstyrelsen besluta\n${bevilja(number)}`,
  });

/** The kommunstyrelse's decision on what `protokoll(number)` proposes to it. */
export const styrelsen = (number: number, datum = '2024-04-16'): string =>
  minutes({
    ...{ organ: 'Kommunstyrelsen', datum, paragraf: number + 40, number },
    beslut: `beslutar\n${bevilja(number)}`,
  });

/** The kommunstyrelse's proposal to fullmäktige on what `protokoll(number)` proposes to it. */
export const vidare = (number: number, datum = '2024-04-16'): string =>
  minutes({
    ...{ organ: 'Kommunstyrelsen', datum, paragraf: number + 40, number, sands: false },
    beslut: `föreslår kommunfullmäktige besluta\n${bevilja(number)}`,
  });

/** Fullmäktige's decision on it. */
export const fullmaktige = (number: number, datum = '2024-05-20'): string =>
  minutes({
    ...{ organ: 'Kommunfullmäktige', datum, paragraf: number + 60, number },
    beslut: `beslutar\n${bevilja(number)}`,
  });

/** A motion that fullmäktige gives to the kommunstyrelse to prepare; it should be answered within a year. */
export const motion = (number: number, datum = '2024-05-20'): string =>
  minutes({
    ...{ organ: 'Kommunfullmäktige', datum, paragraf: number + 80, number, sands: false },
    rubrik: `Motion om samlingslokal nummer ${number}`,
    beslut: 'beslutar\natt remittera motionen till kommunstyrelsen för beredning.',
  });

/** Starts like a PDF and is none. */
export const brokenPdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog';

/** An A4 page without a line on it. */
export const emptyPage = (no: number, textSource: Page['textSource']): Page => ({
  page: no,
  width: 595,
  height: 842,
  textSource,
  ocrConfidence: textSource === 'ocr' ? 90 : null,
  lines: [],
});
