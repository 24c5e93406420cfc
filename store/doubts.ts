/** What of one record needs a person, by the record alone. */
import { reasonsIn } from '../extraction/doubts/why.ts';
import type { Arende, Record as FileRecord, Handling, Warning } from '../extraction/record.ts';
import { isGenericOrgan, isOrganName } from '../extraction/routing/organ.ts';
import { OFFICE } from '../extraction/vocabulary/handlingar.ts';
import { ROLL_SLUT } from '../extraction/vocabulary/roller.ts';
import { doubtfulItems } from './doubtful-items.ts';
import { fieldsEn, fieldsSv } from './field-words.ts';
import type { GranskaCode, GranskaRad, Said } from './granska.ts';

/** A row without what the file itself gives, and which handling and ärende of the record it stands in. */
export interface Doubt {
  rad: Omit<GranskaRad, 'fileName' | 'path' | 'sha256'>;
  handling: number | null;
  arende: number | null;
}

/** All doubts of a record, in order of its pages. */
export function doubtsOf(record: FileRecord): Doubt[] {
  const { handlingar, warnings } = record;
  const ocr = new Set(record.pages.filter((p) => p.textSource === 'ocr').map((p) => p.page));
  return [
    ...warnings.map((warning) => ofWarning(warning, handlingar)),
    ...withoutHuvudman(handlingar),
    ...handlingar.flatMap((handling, h) => {
      const reasons = reasonsIn(handling);
      return [
        ...ofHandling(handling).map((said) => doubt(said, handling, h, null, null)),
        ...handling.arenden.flatMap((arende, a) =>
          [...ofArende(arende, handling), ...doubtfulItems(arende, handling, ocr, reasons)].map((said) =>
            doubt(said, handling, h, arende, a),
          ),
        ),
      ];
    }),
  ];
}

function doubt(
  said: Said,
  handling: Handling | null,
  h: number | null,
  arende: Arende | null,
  a: number | null,
): Doubt {
  const { code, typ, id, reason, reasonEn } = said;
  return {
    rad: {
      ...{ code, typ, id, reason, reasonEn, text: said.text ?? null },
      ...{ huvudman: handling?.huvudman ?? null, organ: handling?.organ ?? null },
      ...{ datum: handling?.datum ?? null, diarienummer: arende?.diarienummer ?? null },
      ...{ paragraf: arende?.paragraf ?? null, rubrik: arende?.rubrik ?? handling?.rubrik ?? null },
      ...{ confidence: said.confidence ?? null, obekraftade: said.obekraftade ?? [] },
      ...{ page: said.page ?? null, bbox: said.bbox ?? null },
    },
    handling: h,
    arende: a,
  };
}

/** A warning is of the handling whose page it is on, where that is one. */
function ofWarning({ code, message, page }: Warning, handlingar: Handling[]): Doubt {
  const on = handlingar.flatMap((handling, h) =>
    page !== null && handling.pages[0] <= page && page <= handling.pages[1] ? [h] : [],
  );
  const h = on.length === 1 ? (on[0] ?? null) : null;
  const [sv, en] = bothLanguages(message);
  const owner = h === null ? (handlingar.find((one) => one.huvudman !== null) ?? null) : handlingar[h];
  const row = doubt(
    { code, typ: 'varning', id: null, reason: sv, reasonEn: en, page },
    owner ?? null,
    h,
    null,
    null,
  );
  // of a file as a whole only the huvudman is known
  if (h === null) Object.assign(row.rad, { organ: null, datum: null, rubrik: null });
  return row;
}

/** "Svenska. (English.)": what stands in the last brackets is the English. */
export function bothLanguages(message: string): [sv: string, en: string] {
  if (!message.endsWith(')')) return [message, message];
  let depth = 0;
  for (let i = message.length - 1; i > 0; i--) {
    if (message[i] === ')') depth++;
    if (message[i] === '(' && --depth === 0) return [message.slice(0, i).trim(), message.slice(i + 1, -1)];
  }
  return [message, message];
}

/** Told once a file: its papers have one sender. */
function withoutHuvudman(handlingar: Handling[]): Doubt[] {
  const h = handlingar.findIndex((one) => one.huvudman === null && one.kind !== 'annat');
  const handling = handlingar[h];
  if (!handling) return [];
  const said: Said = {
    code: 'huvudman-missing' satisfies GranskaCode,
    ...{ typ: 'handling', id: handling.id, page: handling.pages[0] },
    reason:
      'Filen säger inte vilken kommun eller region den kommer från. Läs om den med ingest --rerun --huvudman.',
    reasonEn: 'The file does not say whose record it is. Read it again with ingest --rerun --huvudman.',
  };
  return [doubt(said, handling, h, null, null)];
}

function ofHandling(handling: Handling): Said[] {
  const { kind, organ, datum, arenden, obekraftade } = handling;
  const base = { typ: 'handling' as const, id: handling.id, page: handling.pages[0], text: handling.rubrik };
  const said: Said[] = [];
  if (obekraftade.length > 0 && kind !== 'annat') said.push({ ...base, ...unconfirmedKey(obekraftade) });
  const meets = kind === 'protokoll' || kind === 'kallelse';
  if (meets && organ === null)
    said.push({
      ...{ ...base, code: 'organ-missing' satisfies GranskaCode },
      reason: 'Vilket organ som sammanträder kunde inte läsas.',
      reasonEn: 'The body that meets could not be read.',
    });
  if (meets && datum === null)
    said.push({
      ...{ ...base, code: 'datum-missing' satisfies GranskaCode },
      reason: 'Sammanträdets dag kunde inte läsas.',
      reasonEn: 'The day of the meeting could not be read.',
    });
  if (kind === 'tjansteskrivelse' && arenden.every(goesNowhere))
    said.push({
      ...{ ...base, code: 'mottagare-missing' satisfies GranskaCode },
      reason: 'Skrivelsen nämner inget organ som den går till.',
      reasonEn: 'The letter names no body that it goes to.',
    });
  return said;
}

const goesNowhere = ({ next, forslag }: Arende): boolean =>
  next === null && forslag.every((attsats) => attsats.next === null);

function ofArende(arende: Arende, handling: Handling): Said[] {
  const { id, obekraftade, rubrik: text } = arende;
  const page = arende.evidence.paragraf[0]?.page ?? arende.evidence.diarienummer[0]?.page ?? arende.pages[0];
  const base = { typ: 'arende' as const, id, page, text };
  // a letter's number is its handling's, told there
  const keys = handling.kind === 'tjansteskrivelse' ? [] : obekraftade;
  const names = [arende.next, ...[...arende.forslag, ...arende.beslut].map((a) => a.next)].flatMap((next) =>
    next && !isKnownKind(next.organ) ? [next.organ] : [],
  );
  return [
    ...(keys.length > 0 ? [{ ...base, ...unconfirmedKey(keys) }] : []),
    ...[...new Set(names)].map((name) => ({
      ...{ ...base, code: 'organ-unlisted' satisfies GranskaCode },
      reason: `Ärendet går vidare till "${name}", som inte känns igen som organ. Namnet står som det är tryckt.`,
      reasonEn: `The matter goes on to "${name}", which is no known kind of body. The name is kept as printed.`,
    })),
  ];
}

/** What an office or an official is called at the end. */
const OFFICIAL = new RegExp(`(?:${ROLL_SLUT.join('|')})(?:en|n|et)?$`, 'iu');

const isKnownKind = (name: string): boolean =>
  isOrganName(name) || isGenericOrgan(name) || OFFICE.test(name) || OFFICIAL.test(name.trim());

function unconfirmedKey(fields: string[]) {
  return {
    code: 'key-unconfirmed' satisfies GranskaCode,
    reason: `Bara en läsning med OCR har gett ${fieldsSv(fields)}; inget bekräftar det.`,
    reasonEn: `Only one reading by OCR gives ${fieldsEn(fields)}; nothing confirms it.`,
    obekraftade: fields,
  };
}
