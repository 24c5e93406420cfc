/** What the public part of the register leaves out (offentlighets- och sekretesslagen 5 kap. 2 § andra stycket). */
import { normaliseDiarienummer } from '../../extraction/language/diarienummer.ts';
import { huvudmanKey } from '../../extraction/routing/organ.ts';
import { plain } from '../way/text.ts';
import { isRecurring } from './formalia.ts';
import type { RadMedOrd } from './ord.ts';
import { PERSONNUMMER } from './personnummer.ts';
import type { Diarierad, LastRad, Uppgifter } from './types.ts';

/** What stands in place of what is left out. */
export const UTELAMNAD = '[utelämnad]';

/**
 * Says of each line whether the public sees it whole. One that is secret by its own print, or that held a personal
 * number, is masked, and so is every line of the same matter or with the same title: the memorandum behind a secret §
 * would tell what the § does not.
 */
export function masked<T extends Omit<RadMedOrd, 'status'>>(
  rader: readonly T[],
): (T & { maskeras: boolean })[] {
  const secret = new Set<string>();
  for (const rad of rader) if (rad.sekretess !== null) for (const key of matterKeysOf(rad)) secret.add(key);
  return rader.map((rad) => ({
    ...rad,
    maskeras: rad.sekretess !== null || hasNumber(rad) || matterKeysOf(rad).some((key) => secret.has(key)),
  }));
}

const hasNumber = ({ nummer, avsandare, mottagare, om }: Uppgifter): boolean =>
  [nummer, avsandare, mottagare, om].some((text) => text?.includes(PERSONNUMMER));

/** What tells that lines are of one matter: its number, and its title where that does not come back. */
export function matterKeysOf({
  huvudman,
  nummer,
  om,
}: Pick<LastRad, 'huvudman' | 'nummer' | 'om'>): string[] {
  const whose = huvudmanKey(huvudman);
  const title = om === null ? '' : plain(om.replace(/^§ \S+ /u, ''));
  return [
    ...(nummer === null ? [] : [`${whose}|nr|${normaliseDiarienummer(nummer)}`]),
    ...(title === '' || isRecurring(title) ? [] : [`${whose}|om|${title}`]),
  ];
}

/**
 * A line as the public sees it. Files, sources, grounds and what people changed are left out of all: they may tell what
 * the line does not, and the law asks for none of them.
 */
export function offentlig(rad: Diarierad): Diarierad {
  const hide = (text: string | null): string | null => (rad.maskeras && text !== null ? UTELAMNAD : text);
  return {
    ...rad,
    ...{ avsandare: hide(rad.avsandare), mottagare: hide(rad.mottagare), om: hide(rad.om) },
    sekretess: null,
    ...{ rattningar: [], avviker: [], alias: [], kallor: [] },
    bekraftad: rad.bekraftad?.enligt === 'person' ? { ...rad.bekraftad, av: UTELAMNAD } : rad.bekraftad,
  };
}
