/** Records of municipalities that do not exist, made to order. */
import type {
  Anteckning,
  Arende,
  Attsats,
  Record as FileRecord,
  Handling,
  Inlaga,
  Person,
  Votering,
  Yrkande,
} from '../../extraction/record.ts';

let count = 0;
const item = <T extends object>(fields: T) => ({
  id: `i${++count}`,
  confidence: 1,
  obekraftade: [],
  evidence: [
    { page: 2, bbox: [70.5, 100, 500, 112.5] as [number, number, number, number], lines: undefined },
  ].map(({ page, bbox }) => ({ page, bbox })),
  ...fields,
});

export const person = (namn: string | null, parti: string | null = null): Person => ({
  namn,
  parti,
  roll: null,
});

export const attsats = (text: string, over: Partial<Attsats> = {}): Attsats =>
  item({ nr: null, text, ledtext: null, kedja: [], next: null, ...over });

export const yrkande = (text: string, av: Person[], over: Partial<Yrkande> = {}): Yrkande =>
  item({ av, typ: 'annat' as const, text, utfall: null, ...over });

export const inlaga = (text: string, av: Person[]): Inlaga => item({ av, text, mot: [] });

export const anteckning = (text: string, av: Person[]): Anteckning =>
  item({ typ: 'protokollsanteckning' as const, av, text });

export const votering = (over: Partial<Votering> = {}): Votering =>
  item({ ja: 8, nej: 7, avstar: null, proposition: null, utslag: 'ja' as const, roster: [], ...over });

export const mottagare = (name: string) => item({ mottagare: name });
export const underlag = (text: string) => item({ text });

export function arende(over: Partial<Arende> = {}): Arende {
  return {
    id: `a${++count}`,
    paragraf: null,
    punkt: null,
    rubrik: null,
    diarienummer: null,
    pages: [1, 2],
    sekretess: null,
    omedelbartJusterad: false,
    forslag: [],
    beslut: [],
    yrkanden: [],
    reservationer: [],
    anteckningar: [],
    voteringar: [],
    expediering: [],
    underlag: [],
    utfall: null,
    next: null,
    obekraftade: [],
    evidence: { paragraf: [], diarienummer: [] },
    ...over,
  };
}

export function handling(over: Partial<Handling> = {}): Handling {
  return {
    id: `h${++count}`,
    huvudman: 'Ekbacka kommun',
    kind: 'protokoll',
    pages: [1, 2],
    organ: 'Kommunstyrelsen',
    avsandare: null,
    undertecknare: [],
    till: [],
    datum: '2024-03-05',
    diarienummer: null,
    dokumentnummer: null,
    rubrik: null,
    narvaro: null,
    justerare: [],
    anslag: null,
    arenden: [],
    obekraftade: [],
    evidence: { datum: [], diarienummer: [], organ: [] },
    ...over,
  };
}

/** A content hash that says which file it is: sha('a') is 64 letters a. */
export const sha = (letter: string) => letter.repeat(64).slice(0, 64);

export function fileRecord(letter: string, handlingar: Handling[]): FileRecord {
  return {
    schemaVersion: '1',
    source: {
      fileName: `${letter}.pdf`,
      sha256: sha(letter),
      bytes: 1000,
      mediaType: 'application/pdf',
      pageCount: 2,
    },
    pages: [1, 2].map((page) => ({
      page,
      width: 595,
      height: 842,
      textSource: 'embedded' as const,
      ocrConfidence: null,
    })),
    handlingar,
    warnings: [],
  };
}
