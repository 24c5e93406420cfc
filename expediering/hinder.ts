/** What stands in the way of sending a §, each with its reason. */
import type { Hinder, Tvivel } from '../store/expediering.ts';
import { holdsUp } from '../store/granska.ts';
import type { Store } from '../store/store.ts';
import type { Expediering } from './att-expediera.ts';
import type { Grannar } from './utdrag/grannar.ts';

/**
 * What the § itself and its pages say. Minutes are sent when they are approved (justerade); a § may be so at once.
 */
export function hinderOf(expediering: Expediering, grannar: Grannar): Hinder[] {
  return [...missing(expediering), ...approval(expediering), ...secrecy(expediering, grannar)];
}

function missing({ steg, handling }: Expediering): Hinder[] {
  const fields = [
    [handling.huvudman, 'huvudman'],
    [steg.organ, 'organ'],
    [steg.datum, 'datum'],
    [steg.paragraf, 'paragraf'],
  ] as const;
  const names = fields.flatMap(([value, name]) => (value === null ? [name] : []));
  if (names.length === 0) return [];
  const sv = `I handlingen saknas ${names.join(', ').replace(/, (?=[^,]*$)/u, ' och ')}.`;
  return [{ kod: 'uppgift-saknas', sv, slappbar: true }];
}

function approval({ arende, handling }: Expediering): Hinder[] {
  if (arende.omedelbartJusterad) return [];
  if (handling.anslag?.justerad == null) {
    return [{ kod: 'ej-justerad', sv: 'Protokollet är inte justerat.', slappbar: true }];
  }
  if (!handling.obekraftade.includes('anslag.justerad')) return [];
  const sv = 'Dagen för justeringen har bara lästs med OCR; inget bekräftar den.';
  return [{ kod: 'justering-obekraftad', sv, slappbar: true }];
}

function secrecy(expediering: Expediering, grannar: Grannar): Hinder[] {
  const sekretess = grannar.sekretess ?? expediering.sekretess;
  const hinder: Hinder[] = [];
  if (sekretess !== null) {
    hinder.push({ kod: 'sekretess', sv: `Paragrafen har sekretess: ${sekretess}.`, slappbar: false });
  }
  const others = grannar.delar.filter((one) => one.sekretess !== null);
  if (others.length > 0) {
    const names = others.map(({ paragraf }) => (paragraf === null ? 'en annan paragraf' : `§ ${paragraf}`));
    hinder.push({
      kod: 'sekretess-pa-sidan',
      sv: `På samma sida står ${names.join(', ')} med sekretess. Skickas leveransen ändå går bara försättsbladet, utan sidorna.`,
      slappbar: true,
    });
  }
  return hinder;
}

const TOLD = 3;

/**
 * What of the § waits in `granska` for a person. The documents behind a decision (underlag) are not sent and hold
 * nothing up. Only a person's decision there lets it go.
 */
export async function hinderAvGranskning(
  store: Pick<Store, 'doubtsAbout'>,
  sha256: string,
  arendeId: string,
): Promise<Hinder[]> {
  const own = (await store.doubtsAbout(sha256, arendeId)).filter(counts);
  const more = own.length - TOLD;
  return own.slice(0, TOLD).map(({ reason }, at) => ({
    kod: 'granskning',
    sv: `Väntar på granskning: ${reason}${at === TOLD - 1 && more > 0 ? ` (och ${more} till)` : ''}`,
    slappbar: false,
  }));
}

const counts = ({ code, typ }: Tvivel): boolean => holdsUp(code, typ);
