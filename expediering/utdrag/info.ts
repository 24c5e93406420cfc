/** What the cover of a protokollsutdrag says: taken from the record, nothing added. */
import type {
  Anteckning,
  Arende,
  Attsats,
  Handling,
  Inlaga,
  Person,
  Votering,
  Yrkande,
} from '../../extraction/record.ts';

/** A clause as printed, with its number. */
export interface UtdragSats {
  nr: number | null;
  text: string;
  /** The line that introduces it and those after it; null where it is the same as that of the clause before. */
  ledtext: string | null;
  /** A number in it has only been read by OCR, and nothing confirms it. */
  obekraftad: boolean;
}

/** A yrkande, reservation or anteckning: who, and what in short. */
export interface UtdragInlagg {
  typ: 'yrkande' | 'reservation' | Anteckning['typ'];
  /** "Karin Alm (M)", in the order printed. */
  av: string[];
  text: string;
  /** Of a yrkande: what became of it; of a reservation: the numbers of the clauses it is against. */
  utfall: 'bifall' | 'avslag' | null;
  mot: number[];
  obekraftad: boolean;
}

export interface UtdragVotering {
  ja: number;
  nej: number;
  avstar: number | null;
  proposition: { ja: string; nej: string } | null;
  utslag: 'ja' | 'nej' | null;
  obekraftad: boolean;
}

/** Why the source's pages do not come with it; null: they do. */
export type UtanSidor = 'sekretess' | 'gar-ej' | null;

/** The cover of a protokollsutdrag. Everything is as printed; null and empty where the minutes say nothing. */
export interface UtdragInfo {
  huvudman: string | null;
  organ: string | null;
  datum: string | null;
  /** Without § sign, "142/19". */
  paragraf: string | null;
  diarienummer: string | null;
  rubrik: string | null;
  utfall: Arende['utfall'];
  /** The ground for secrecy of the § itself, as printed. */
  sekretess: string | null;
  omedelbartJusterad: boolean;
  /** Days. */
  justerad: string | null;
  anslaget: string | null;
  nedtas: string | null;
  justerare: string[];
  beslut: UtdragSats[];
  /** What was proposed; only where nothing is decided in the §. */
  forslag: UtdragSats[];
  yrkanden: UtdragInlagg[];
  reservationer: UtdragInlagg[];
  anteckningar: UtdragInlagg[];
  voteringar: UtdragVotering[];
  mottagare: string[];
  /** Fields of the cover with a number that only OCR has read: of datum, paragraf, diarienummer, rubrik, justerad, anslaget, nedtas. */
  obekraftade: string[];
  kalla: {
    fileName: string;
    sha256: string;
    /** First and last page of the § in the file, from 1. */
    pages: [number, number];
    /** All pages of the file. */
    pageCount: number;
  };
  utanSidor: UtanSidor;
}

/** Where the § stands. */
export interface UtdragKalla {
  fileName: string;
  sha256: string;
  pageCount: number;
}

/**
 * The cover for one § of one handling. `utanSidor`: why the pages must stay out (see grannarOf); the cover says so.
 */
export function utdragInfoOf(
  kalla: UtdragKalla,
  handling: Handling,
  arende: Arende,
  utanSidor: UtanSidor = null,
): UtdragInfo {
  return {
    huvudman: handling.huvudman,
    organ: handling.organ ?? handling.avsandare,
    datum: handling.datum,
    paragraf: arende.paragraf,
    diarienummer: arende.diarienummer ?? handling.diarienummer,
    rubrik: arende.rubrik ?? (arende.paragraf === null ? handling.rubrik : null),
    utfall: arende.utfall,
    sekretess: arende.sekretess,
    omedelbartJusterad: arende.omedelbartJusterad,
    justerad: handling.anslag?.justerad ?? null,
    anslaget: handling.anslag?.uppsatt ?? null,
    nedtas: handling.anslag?.nedtas ?? null,
    justerare: handling.justerare.map(personText).filter((name) => name !== ''),
    beslut: satser(arende.beslut),
    forslag: arende.beslut.length > 0 ? [] : satser(arende.forslag),
    yrkanden: together(arende.yrkanden.map(ofYrkande)),
    reservationer: arende.reservationer.map(ofReservation),
    anteckningar: arende.anteckningar.map(ofAnteckning),
    voteringar: arende.voteringar.map(ofVotering),
    mottagare: arende.expediering.map(({ mottagare }) => mottagare),
    obekraftade: obekraftadeOf(handling, arende),
    kalla: { ...kalla, pages: [arende.pages[0], arende.pages[1]] },
    utanSidor,
  };
}

/** "Karin Alm (M), ordförande": what is printed of a person, in the order minutes print it; "" for nobody. */
export function personText({ namn, parti, roll }: Person): string {
  if (namn === null) return [roll, parti === null ? null : `(${parti})`].filter(Boolean).join(' ');
  return parti === null ? namn : `${namn} (${parti})`;
}

function satser(list: readonly Attsats[]): UtdragSats[] {
  return list.map(({ nr, text, ledtext, obekraftade }, i) => ({
    nr,
    text,
    ledtext: ledtext === (list[i - 1]?.ledtext ?? null) ? null : ledtext,
    obekraftad: obekraftade.length > 0,
  }));
}

const people = (av: readonly Person[]) => av.map(personText).filter((name) => name !== '');

function ofYrkande({ av, text, utfall, obekraftade }: Yrkande): UtdragInlagg {
  return { typ: 'yrkande', av: people(av), text, utfall, mot: [], obekraftad: obekraftade.length > 0 };
}

/**
 * One sentence that moves two things ("bifall till förslaget och avslag på övriga yrkanden") is two yrkanden in the record. Here it
 * stands once; where they fared differently, no outcome is told rather than two that contradict each other.
 */
function together(list: readonly UtdragInlagg[]): UtdragInlagg[] {
  const found: UtdragInlagg[] = [];
  for (const one of list) {
    const same = found.find(({ text, av }) => text === one.text && av.join() === one.av.join());
    if (!same) found.push({ ...one });
    else {
      same.utfall = same.utfall === one.utfall ? same.utfall : null;
      same.obekraftad ||= one.obekraftad;
    }
  }
  return found;
}

function ofReservation({ av, text, mot, obekraftade }: Inlaga): UtdragInlagg {
  return { typ: 'reservation', av: people(av), text, utfall: null, mot, obekraftad: obekraftade.length > 0 };
}

function ofAnteckning({ typ, av, text, obekraftade }: Anteckning): UtdragInlagg {
  return { typ, av: people(av), text, utfall: null, mot: [], obekraftad: obekraftade.length > 0 };
}

function ofVotering({ ja, nej, avstar, proposition, utslag, obekraftade }: Votering): UtdragVotering {
  return { ja, nej, avstar, proposition, utslag, obekraftad: obekraftade.length > 0 };
}

function obekraftadeOf(handling: Handling, arende: Arende): string[] {
  const unsure = (field: string) => handling.obekraftade.includes(field);
  const found = arende.obekraftade.filter((f) => f !== 'diarienummer' || arende.diarienummer !== null);
  if (unsure('datum')) found.push('datum');
  if (arende.diarienummer === null && unsure('diarienummer')) found.push('diarienummer');
  for (const [field, name] of [
    ['anslag.justerad', 'justerad'],
    ['anslag.uppsatt', 'anslaget'],
    ['anslag.nedtas', 'nedtas'],
  ] as const) {
    if (unsure(field)) found.push(name);
  }
  return found;
}
