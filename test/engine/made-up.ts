/** Made-up records, as text, for tests that need something to take in. */
import type { Page } from '../../extraction/pages/page.ts';

/** A nämnd's protokoll with one § that goes on to the kommunstyrelse. */
export const protokoll = (number: number): string => `Videby kommun
Kultur- och fritidsnämnden
PROTOKOLL
Sammanträdesdatum 2024-03-${String((number % 27) + 1).padStart(2, '0')}

§ ${number} Dnr KFN 2024/${String(number).padStart(4, '0')}
Bidrag till samlingslokal nummer ${number}

Kultur- och fritidsnämndens beslut
Kultur- och fritidsnämnden föreslår kommunstyrelsen besluta
att bevilja samlingslokal nummer ${number} ett bidrag om ${number} kronor.

Expedieras till
Ekonomiavdelningen
`;

/** The kommunstyrelse's decision on what `protokoll(number)` proposes to it. */
export const styrelsen = (number: number, datum = '2024-04-16'): string => `Videby kommun
Kommunstyrelsen
PROTOKOLL
Sammanträdesdatum ${datum}

§ ${number + 40} Dnr KFN 2024/${String(number).padStart(4, '0')}
Bidrag till samlingslokal nummer ${number}

Kommunstyrelsens beslut
Kommunstyrelsen beslutar
att bevilja samlingslokal nummer ${number} ett bidrag om ${number} kronor.

Expedieras till
Ekonomiavdelningen
`;

/** The kommunstyrelse's proposal to fullmäktige on what `protokoll(number)` proposes to it. */
export const vidare = (number: number, datum = '2024-04-16'): string => `Videby kommun
Kommunstyrelsen
PROTOKOLL
Sammanträdesdatum ${datum}

§ ${number + 40} Dnr KFN 2024/${String(number).padStart(4, '0')}
Bidrag till samlingslokal nummer ${number}

Kommunstyrelsens beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta
att bevilja samlingslokal nummer ${number} ett bidrag om ${number} kronor.
`;

/** Fullmäktige's decision on it. */
export const fullmaktige = (number: number, datum = '2024-05-20'): string => `Videby kommun
Kommunfullmäktige
PROTOKOLL
Sammanträdesdatum ${datum}

§ ${number + 60} Dnr KFN 2024/${String(number).padStart(4, '0')}
Bidrag till samlingslokal nummer ${number}

Kommunfullmäktiges beslut
Kommunfullmäktige beslutar
att bevilja samlingslokal nummer ${number} ett bidrag om ${number} kronor.

Expedieras till
Ekonomiavdelningen
`;

/** A motion that fullmäktige gives to the kommunstyrelse to prepare; it should be answered within a year. */
export const motion = (number: number, datum = '2024-05-20'): string => `Videby kommun
Kommunfullmäktige
PROTOKOLL
Sammanträdesdatum ${datum}

§ ${number + 80} Dnr KFN 2024/${String(number).padStart(4, '0')}
Motion om samlingslokal nummer ${number}

Kommunfullmäktiges beslut
Kommunfullmäktige beslutar
att remittera motionen till kommunstyrelsen för beredning.
`;

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
