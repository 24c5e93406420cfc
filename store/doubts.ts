/** What of one record needs a person, by the record alone. */
import type { Rattat, Rattelse } from '../diarium/rattelser/index.ts';
import { reasonsIn } from '../extraction/doubts/why.ts';
import type { Arende, Record as FileRecord, Handling, Warning } from '../extraction/record.ts';
import { isGenericOrgan, isOrganName } from '../extraction/routing/organ.ts';
import { OFFICE } from '../extraction/vocabulary/handlingar.ts';
import { ROLL_SLUT } from '../extraction/vocabulary/roller.ts';
import { doubtfulItems } from './doubtful-items.ts';
import { fieldsEn, fieldsSv } from './field-words.ts';
import type { GranskaCode, GranskaRad, GranskaUnder, Said } from './granska.ts';

/** A row without what the file itself gives, and which handling and ärende of the record it stands in. */
export interface Doubt {
  rad: Omit<GranskaRad, 'fileName' | 'path' | 'sha256'>;
  handling: number | null;
  arende: number | null;
}

/** What people have said of a record, and from which confidence on they need not be asked. */
export interface DoubtRules {
  under: GranskaUnder;
  rattat: Pick<Rattat, 'utan' | 'beslutat'>;
  /** Warnings that a person has seen, as warningKey tells them. */
  sedda: ReadonlySet<string>;
}

/** All doubts of a record as people have corrected it, in order of its pages. */
export function doubtsOf(record: FileRecord, { under, rattat, sedda }: DoubtRules): Doubt[] {
  const { handlingar, warnings } = record;
  const { utan, beslutat } = rattat;
  const ocr = new Set(record.pages.filter((p) => p.textSource === 'ocr').map((p) => p.page));
  const settled: Settled = (id, field) => beslutat.falt.get(id)?.has(field) === true;
  return [
    ...warnings.filter((one) => !sedda.has(warningKey(one))).map((warning) => ofWarning(warning, handlingar)),
    ...utan.map((rattelse) => ofLost(rattelse, handlingar)),
    ...withoutHuvudman(handlingar, settled),
    ...handlingar.flatMap((handling, h) => {
      const reasons = reasonsIn(handling);
      const by = { ocr, reasons, under, decided: beslutat.punkter };
      return [
        ...ofHandling(handling, settled).map((said) => doubt(said, handling, h, null, null)),
        ...handling.arenden.flatMap((arende, a) =>
          [...ofArende(arende, handling, settled), ...doubtfulItems(arende, handling, by)].map((said) =>
            doubt(said, handling, h, arende, a),
          ),
        ),
      ];
    }),
  ];
}

/** A person has decided on this field of the ärende or handling. */
type Settled = (id: string, field: string) => boolean;

/** What makes two warnings of a file the same one. */
export const warningKey = ({ code, page, message }: Warning): string => `${code}|${page ?? ''}|${message}`;

/** The one handling whose page it is. */
function handlingOn(page: number | null, handlingar: Handling[]): number | null {
  const on = handlingar.flatMap((handling, h) =>
    page !== null && handling.pages[0] <= page && page <= handling.pages[1] ? [h] : [],
  );
  return on.length === 1 ? (on[0] ?? null) : null;
}

/** A decision whose target is not read any more. */
function ofLost({ id, av, at, mal }: Rattelse, handlingar: Handling[]): Doubt {
  const h = handlingOn(mal.ankare.page, handlingar);
  const said: Said = {
    ...{ code: 'rattelse-utan-mal' satisfies GranskaCode, typ: 'rattelse', id, page: mal.ankare.page },
    text: mal.ankare.text,
    reason: `En rättelse (${av}, ${at.slice(0, 10)}) gäller något som inte finns kvar i den nya läsningen av filen. Ångra den, eller rätta på nytt.`,
    reasonEn: `A decision (${av}, ${at.slice(0, 10)}) is of something that is gone in the new reading. Undo it, or correct anew.`,
  };
  const handling = h === null ? undefined : handlingar[h];
  const on = (handling?.arenden ?? []).flatMap(({ paragraf }, a) =>
    paragraf !== null && paragraf === mal.ankare.paragraf ? [a] : [],
  );
  const a = on.length === 1 ? (on[0] ?? null) : null;
  return doubt(said, handling ?? null, h, a === null ? null : (handling?.arenden[a] ?? null), a);
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
  const h = handlingOn(page, handlingar);
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
function withoutHuvudman(handlingar: Handling[], settled: Settled): Doubt[] {
  const h = handlingar.findIndex(
    (one) => one.huvudman === null && one.kind !== 'annat' && !settled(one.id, 'huvudman'),
  );
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

function ofHandling(handling: Handling, settled: Settled): Said[] {
  const { id, kind, organ, datum, arenden, obekraftade } = handling;
  const base = { typ: 'handling' as const, id, page: handling.pages[0], text: handling.rubrik };
  const said: Said[] = [];
  if (obekraftade.length > 0 && kind !== 'annat') said.push({ ...base, ...unconfirmedKey(obekraftade) });
  const meets = kind === 'protokoll' || kind === 'kallelse';
  if (meets && organ === null && !settled(id, 'organ'))
    said.push({
      ...{ ...base, code: 'organ-missing' satisfies GranskaCode },
      reason: 'Vilket organ som sammanträder kunde inte läsas.',
      reasonEn: 'The body that meets could not be read.',
    });
  if (meets && datum === null && !settled(id, 'datum'))
    said.push({
      ...{ ...base, code: 'datum-missing' satisfies GranskaCode },
      reason: 'Sammanträdets dag kunde inte läsas.',
      reasonEn: 'The day of the meeting could not be read.',
    });
  if (kind === 'tjansteskrivelse' && arenden.every(goesNowhere) && !settled(id, 'till'))
    said.push({
      ...{ ...base, code: 'mottagare-missing' satisfies GranskaCode },
      reason: 'Skrivelsen nämner inget organ som den går till.',
      reasonEn: 'The letter names no body that it goes to.',
    });
  return said;
}

const goesNowhere = ({ next, forslag }: Arende): boolean =>
  next === null && forslag.every((attsats) => attsats.next === null);

function ofArende(arende: Arende, handling: Handling, settled: Settled): Said[] {
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
    ...(settled(id, 'next') ? [] : [...new Set(names)]).map((name) => ({
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
