/** The items of an ärende that need a person: each once, with all that is doubtful about it. */
import type { Reason, reasonsIn } from '../extraction/doubts/why.ts';
import type { ItemTyp } from '../extraction/item-types.ts';
import type { Arende, Handling } from '../extraction/record.ts';
import { fieldsEn, fieldsSv } from './field-words.ts';
import { type GranskaUnder, limitOf, type Said } from './granska.ts';
import { itemsOf } from './items.ts';

type Item = Arende[ItemTyp][number];

interface Why {
  code: 'unconfirmed' | 'person-missing' | 'unsure';
  sv: string;
  en: string;
}

type Reasons = ReturnType<typeof reasonsIn>;

export interface DoubtBy {
  /** Pages that OCR has read. */
  ocr: ReadonlySet<number>;
  /** What speaks against items, by id. */
  reasons: Reasons;
  /** Below what confidence a person is asked. */
  under: GranskaUnder;
  /** Items that a person has decided on. */
  decided: ReadonlySet<string>;
}

/** Of the ärende's items those that are unconfirmed, unsure or nobody's, and that no person has decided on. */
export function doubtfulItems(
  arende: Arende,
  handling: Handling,
  { ocr, reasons, under, decided }: DoubtBy,
): Said[] {
  return itemsOf(arende, handling).flatMap(({ id, typ, text, page, bbox }): Said[] => {
    const item = (arende[typ] as Item[]).find((one) => one.id === id);
    if (!item || decided.has(id)) return [];
    const why = [
      unconfirmed(item),
      withoutPerson(item, typ),
      unsure(item, limitOf(under, typ), page !== null && ocr.has(page), reasons),
    ];
    const [first, ...others] = why.filter((one) => one !== null);
    if (!first) return [];
    return [
      {
        ...{ code: first.code, typ, id, text, page, bbox },
        reason: [first, ...others].map(({ sv }) => sv).join(' '),
        reasonEn: [first, ...others].map(({ en }) => en).join(' '),
        ...{ confidence: item.confidence, obekraftade: item.obekraftade },
      },
    ];
  });
}

function unconfirmed({ obekraftade }: Item): Why | null {
  if (obekraftade.length === 0) return null;
  return {
    code: 'unconfirmed',
    sv: `Bara en läsning med OCR har gett ${fieldsSv(obekraftade)}; inget bekräftar det.`,
    en: `Only one reading by OCR gives ${fieldsEn(obekraftade)}; nothing confirms it.`,
  };
}

const WHO: { readonly [typ in ItemTyp]?: { sv: string; en: string } } = {
  yrkanden: { sv: 'Vem som yrkar kunde inte läsas.', en: 'Who moves could not be read.' },
  reservationer: { sv: 'Vem som reserverar sig kunde inte läsas.', en: 'Who reserves could not be read.' },
  anteckningar: { sv: 'Vems anteckningen är kunde inte läsas.', en: 'Whose note it is could not be read.' },
};

function withoutPerson(item: Item, typ: ItemTyp): Why | null {
  const who = WHO[typ];
  return who && 'av' in item && item.av.length === 0 ? { code: 'person-missing', ...who } : null;
}

function unsure(item: Item, limit: number, ocr: boolean, reasons: Reasons): Why | null {
  const { confidence } = item;
  if (confidence >= limit) return null;
  // cut, not rounded: 0.899 is not shown as the limit
  const figure = String(Math.floor(confidence * 100) / 100);
  const because = becauseOf(ocr, reasons.get(item.id) ?? []);
  return {
    code: 'unsure',
    sv: `Läsningen är osäker (${figure.replace('.', ',')})${because ? `: ${because.sv}` : ''}.`,
    en: `An unsure reading (${figure})${because ? `: ${because.en}` : ''}.`,
  };
}

/** Reasons told of one item: the gravest. */
const TOLD = 2;

/** What can be told of why the reading is unsure; null where nothing speaks against it. */
function becauseOf(ocr: boolean, reasons: Reason[]): Reason | null {
  const byOcr = { sv: 'sidan är läst med OCR', en: 'the page was read by OCR' };
  const told = [...(ocr ? [byOcr] : []), ...reasons].slice(0, TOLD);
  if (told.length === 0) return null;
  return { sv: told.map(({ sv }) => sv).join('; '), en: told.map(({ en }) => en).join('; ') };
}
