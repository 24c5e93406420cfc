/** The lines of one handling, as it was read. */
import type { Arende, Person } from '../../extraction/record.ts';
import { isOrganName } from '../../extraction/routing/organ.ts';
import { recipientName } from '../../extraction/routing/recipient.ts';
import type { SourcedHandling } from '../way/types.ts';
import { designationOf, letterDay, meetingDay, meetingTitle, numberOf, titleOf } from './falt.ts';
import { isFormalia } from './formalia.ts';
import { withoutPersonnummer } from './personnummer.ts';
import { riktningOf } from './riktning.ts';
import type { Falt, LastRad, Uppgifter } from './types.ts';

/** Whether a matter of the handling's own huvudman has this number. */
export type KnownNumber = (diarienummer: string) => boolean;

/**
 * One line for the handling and, of minutes, one for each § that is of a matter: the diary is kept by matter, and a
 * decision is an event in that of its own. The §§ of the meeting's own business (upprop, val av justerare) have none
 * unless a number is printed.
 *
 * @param known what a letter from outside prints as its number is the sender's as often as not: it counts for ours
 *   only where one of our own documents has it too
 */
export function raderOfHandling(source: SourcedHandling, known: KnownNumber): LastRad[] {
  const { handling } = source;
  const own = ofHandling(source, known);
  if (handling.kind !== 'protokoll') return [own];
  return [own, ...handling.arenden.filter(isOfMatter).map((arende) => ofParagraf(source, arende))];
}

const isOfMatter = ({ diarienummer, rubrik }: Arende): boolean =>
  diarienummer !== null || rubrik === null || !isFormalia(rubrik);

function ofHandling(source: SourcedHandling, known: KnownNumber): LastRad {
  const { handling } = source;
  const { kind, till, arenden } = handling;
  const meets = kind === 'protokoll' || kind === 'kallelse';
  const riktning = riktningOf(handling);
  const nummer = meets ? designationOf(handling) : numberOf(handling);
  const innehall = meets ? meetingTitle(handling) : titleOf(handling);
  const { datum, enligt, sure } = meets ? meetingDay(handling, null) : letterDay(handling, riktning);
  const uppgifter: Uppgifter = {
    datum,
    riktning,
    nummer: nummer.text,
    avsandare: meets ? handling.organ : (handling.avsandare ?? namesOf(handling.undertecknare)),
    mottagare: meets ? null : listOf(till),
    om: innehall.text,
  };
  // of other papers only what their first lines look like is known: what one holds, a person has to see
  const isOther = kind === 'annat';
  const isOurs = riktning !== 'inkommen' || (nummer.text !== null && known(nummer.text));
  const obekraftade: Falt[] = [];
  if (datum !== null && (!sure || isOther)) obekraftade.push('datum');
  if (nummer.text !== null && (!nummer.sure || !isOurs || isOther)) obekraftade.push('nummer');
  if (isOther && (uppgifter.avsandare ?? uppgifter.mottagare) !== null) obekraftade.push('motpart');
  if (innehall.text !== null && (!innehall.sure || isOther)) obekraftade.push('innehall');
  return lineOf(source, handling, uppgifter, {
    typ: 'handling',
    paragraf: null,
    datumEnligt: datum === null ? null : enligt,
    obekraftade,
    // of a meeting's own line the title tells nothing of its matters
    sekretess: meets && innehall.general ? null : listOf(arenden.flatMap((a) => a.sekretess ?? [])),
  });
}

function ofParagraf(source: SourcedHandling, arende: Arende): LastRad {
  const { handling } = source;
  const only = handling.arenden.length === 1 ? handling : null;
  const bearer = arende.diarienummer === null ? only : arende;
  const { datum, enligt, sure } = meetingDay(handling, arende);
  const rubrik = arende.rubrik ?? only?.rubrik ?? null;
  const paragraf = arende.paragraf === null ? '' : `§ ${arende.paragraf} `;
  const uppgifter: Uppgifter = {
    datum,
    riktning: 'upprattad',
    nummer: bearer?.diarienummer ?? null,
    avsandare: handling.organ,
    mottagare: listOf(arende.expediering.map((item) => recipientName(item.mottagare))),
    om: rubrik === null ? null : `${paragraf}${rubrik}`,
  };
  const obekraftade: Falt[] = [];
  if (datum !== null && !sure) obekraftade.push('datum');
  if (bearer?.diarienummer && bearer.obekraftade.includes('diarienummer')) obekraftade.push('nummer');
  const unsureTitle = ['rubrik', 'paragraf'].some((field) => arende.obekraftade.includes(field));
  if (rubrik !== null && unsureTitle) obekraftade.push('innehall');
  return lineOf(source, arende, uppgifter, {
    typ: 'paragraf',
    paragraf: arende.paragraf,
    datumEnligt: datum === null ? null : enligt,
    obekraftade,
    sekretess: arende.sekretess,
  });
}

function lineOf(
  { sha256, fileName, handling }: SourcedHandling,
  { id, pages }: { id: string; pages: [number, number] },
  read: Uppgifter,
  rest: Pick<LastRad, 'typ' | 'paragraf' | 'datumEnligt' | 'obekraftade' | 'sekretess'>,
): LastRad {
  const meets = handling.kind === 'protokoll' || handling.kind === 'kallelse';
  const uppgifter = cleaned(read);
  // the law asks for it in short, and what is longer than any title is none
  const isLong = (uppgifter.om ?? '').length > LONGEST;
  const alsoUnsure: Falt[] = isLong && !rest.obekraftade.includes('innehall') ? ['innehall'] : [];
  return {
    ...{ id, alias: [], typ: rest.typ, kind: handling.kind, huvudman: handling.huvudman },
    organ: handling.organ ?? handling.till.find(isOrganName) ?? null,
    sammantrade: meets && !handling.obekraftade.includes('datum') ? handling.datum : null,
    ...{ ...uppgifter, om: isLong ? shortened(uppgifter.om ?? '') : uppgifter.om, ...rest },
    obekraftade: [...rest.obekraftade, ...alsoUnsure],
    sekretess: rest.sekretess && withoutPersonnummer(rest.sekretess),
    kallor: [{ id, sha256, fileName, pages }],
  };
}

/** The same with marks in place of personal numbers. */
export function cleaned<T extends Partial<Uppgifter>>(read: T): T {
  const out = { ...read };
  for (const field of ['nummer', 'avsandare', 'mottagare', 'om'] as const) {
    const text = read[field];
    if (typeof text === 'string') out[field] = withoutPersonnummer(text);
  }
  return out;
}

/** Characters of what a line is about. */
const LONGEST = 250;

const shortened = (text: string): string => `${text.slice(0, LONGEST).replace(/\s+\S*$/u, '')} …`;

function listOf(names: readonly string[]): string | null {
  const different = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  return different.length === 0 ? null : different.join('; ');
}

const namesOf = (persons: readonly Person[]): string | null =>
  listOf(persons.flatMap(({ namn, parti }) => namn ?? parti ?? []));
