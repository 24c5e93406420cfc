/**
 * Refusals: the input is at fault, not we. A refused file is not tried again; the person who sent it is told
 * why, in words a registrator understands, and a script can tell the kinds apart by the exit code.
 *
 * A fault of ours (a bug, a full disk) is never a Refusal.
 */

/** One kind of refusal: the exit code of the command line, and what to tell people. */
export interface RefusalKind {
  readonly exitCode: number;
  readonly sv: string;
  readonly en: string;
}

/** Every kind of refusal. Exit codes are part of the contract: a code is never given a new meaning. */
export const REFUSALS = {
  empty: {
    exitCode: 10,
    sv: 'Filen är tom. Hämta eller skicka den på nytt från källan.',
    en: 'The file is empty. Fetch or send it anew from where it came.',
  },
  'not-supported': {
    exitCode: 11,
    sv: 'Filtypen kan inte läsas. Det som läses är PDF, Word (DOCX), TIFF, PNG, JPEG och text, för sig eller i en ZIP-fil.',
    en: 'This type of file cannot be read. PDF, Word (DOCX), TIFF, PNG, JPEG and text can, alone or in a ZIP.',
  },
  damaged: {
    exitCode: 12,
    sv: 'Filen är skadad och kan inte öppnas. Hämta eller skicka den igen.',
    en: 'The file is damaged and cannot be opened. Fetch or send it again.',
  },
  truncated: {
    exitCode: 13,
    sv: 'Filen är avkortad: slutet saknas. Hämta eller skicka den igen.',
    en: 'The file is cut off: its end is missing. Fetch or send it again.',
  },
  encrypted: {
    exitCode: 14,
    sv: 'Filen är krypterad och kräver lösenord. Spara en kopia utan lösenord.',
    en: 'The file is encrypted and asks for a password. Save a copy without one.',
  },
  'too-many-pages': {
    exitCode: 15,
    sv: 'Filen har för många sidor. Dela upp den.',
    en: 'The file has too many pages. Divide it.',
  },
  'page-too-large': {
    exitCode: 16,
    sv: 'En sida eller bild i filen är orimligt stor. Spara den i en vanlig storlek.',
    en: 'A page or image of the file is unreasonably large. Save it in a common size.',
  },
  bomb: {
    exitCode: 17,
    sv: 'Filen växer orimligt när den packas upp (en så kallad dekomprimeringsbomb). Kontrollera med avsändaren vad det är för fil.',
    en: 'The file grows beyond reason when unpacked (a decompression bomb). Ask who sent it what it is.',
  },
  'too-large': {
    exitCode: 18,
    sv: 'Filen är för stor.',
    en: 'The file is too large.',
  },
  'time-limit': {
    exitCode: 19,
    sv: 'Filen tog för lång tid att läsa och avbröts. Dela upp den, eller spara den som en ny PDF.',
    en: 'The file took too long to read and was stopped. Divide it, or save it as a new PDF.',
  },
  'memory-limit': {
    exitCode: 20,
    sv: 'Filen krävde för mycket minne för att läsas och avbröts. Dela upp den, eller spara den som en ny PDF.',
    en: 'The file needed too much memory to be read and was stopped. Divide it, or save it as a new PDF.',
  },
  // Of a ZIP, and of files in one.
  'zip-too-many': {
    exitCode: 30,
    sv: 'ZIP-filen innehåller för många filer. Dela upp den.',
    en: 'The ZIP holds too many files. Divide it.',
  },
  'zip-too-deep': {
    exitCode: 31,
    sv: 'ZIP-filen ligger i för många andra ZIP-filer. Packa upp den och läs in den för sig.',
    en: 'The ZIP lies in too many other ZIPs. Unpack it and take it in by itself.',
  },
  'zip-path-out': {
    exitCode: 32,
    sv: 'Filens namn i ZIP-filen pekar på en plats utanför den. Packa om ZIP-filen.',
    en: "The file's name in the ZIP leads to a place outside it. Pack the ZIP anew.",
  },
  'zip-link': {
    exitCode: 33,
    sv: 'Det här är ingen fil utan en länk eller något annat särskilt i ZIP-filen. Lägg in filen själv.',
    en: 'This is no file but a link or something else special in the ZIP. Put the file itself there.',
  },
  'zip-method': {
    exitCode: 34,
    sv: 'Filen är packad på ett sätt som inte kan läsas. Packa om ZIP-filen på vanligt sätt (Deflate).',
    en: 'The file is packed in a way that cannot be read. Pack the ZIP anew in the common way (Deflate).',
  },
} as const satisfies { readonly [code: string]: RefusalKind };

export type RefusalCode = keyof typeof REFUSALS;

/** What is known about this very file, added to the general reason; both languages. */
export interface RefusalDetail {
  readonly sv: string;
  readonly en: string;
}

/** A refusal as plain data: what crosses threads, processes and the workflow engine. */
export interface RefusalData {
  readonly refusal: RefusalCode;
  readonly detail: RefusalDetail | null;
}

/**
 * Thrown when a file cannot be read because of what it is. `message` is the English reason; `sv` and `en` are
 * whole sentences for people.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly exitCode: number;
  readonly sv: string;
  readonly en: string;
  readonly detail: RefusalDetail | null;

  constructor(code: RefusalCode, detail: RefusalDetail | null = null, options?: ErrorOptions) {
    const kind = REFUSALS[code];
    const en = detail ? `${kind.en} ${detail.en}` : kind.en;
    super(en, options);
    this.code = code;
    this.exitCode = kind.exitCode;
    this.sv = detail ? `${kind.sv} ${detail.sv}` : kind.sv;
    this.en = en;
    this.detail = detail;
  }

  /** Plain data to send to another thread or process; `refusalFromData` makes it a Refusal again. */
  toData(): RefusalData {
    return { refusal: this.code, detail: this.detail };
  }
}

/** The Refusal that `data` stands for. */
export function refusalFromData(data: RefusalData): Refusal {
  return new Refusal(data.refusal, data.detail);
}
