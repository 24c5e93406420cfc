/** The items of an ärende that need a person: each once, with all that is doubtful about it. */
import type { Arende, Handling } from '../extraction/record.ts';
import { fieldsEn, fieldsSv } from './field-words.ts';
import { type Said, SURE_ENOUGH } from './granska.ts';
import { itemsOf } from './items.ts';
import type { ItemTyp } from './search.ts';

type Item = Arende[ItemTyp][number];

interface Why {
  code: 'unconfirmed' | 'person-missing' | 'unsure';
  sv: string;
  en: string;
}

/** Of the ärende's items those that are unconfirmed, unsure or nobody's. `ocr` holds the pages that OCR has read. */
export function doubtfulItems(arende: Arende, handling: Handling, ocr: ReadonlySet<number>): Said[] {
  return itemsOf(arende, handling).flatMap(({ id, typ, text, page, bbox }): Said[] => {
    const item = (arende[typ] as Item[]).find((one) => one.id === id);
    if (!item) return [];
    const why = [unconfirmed(item), withoutPerson(item, typ), unsure(item, page !== null && ocr.has(page))];
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

function unsure(item: Item, ocr: boolean): Why | null {
  const { confidence } = item;
  if (confidence >= SURE_ENOUGH) return null;
  // cut, not rounded: 0.899 is not shown as the limit
  const figure = String(Math.floor(confidence * 100) / 100);
  const because = becauseOf(item, ocr);
  return {
    code: 'unsure',
    sv: `Läsningen är osäker (${figure.replace('.', ',')})${because ? `: ${because.sv}` : ''}.`,
    en: `An unsure reading (${figure})${because ? `: ${because.en}` : ''}.`,
  };
}

/** What can be told of why the reading is unsure; null where only the rule itself is. */
function becauseOf(item: Item, ocr: boolean): { sv: string; en: string } | null {
  if (ocr) return { sv: 'sidan är läst med OCR', en: 'the page was read by OCR' };
  if ('ledtext' in item && item.ledtext === null && item.nr === null)
    return { sv: 'satsen står utan nummer och ledtext', en: 'the clause has neither number nor lead-in' };
  if ('typ' in item && item.typ === 'annat')
    return { sv: 'vad yrkandet går ut på kunde inte avgöras', en: 'what it asks for could not be told' };
  return null;
}
