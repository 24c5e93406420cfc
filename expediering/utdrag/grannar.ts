/**
 * What else stands on the pages of a §. A page that is cut out shows all of it: minutes begin a new § in the
 * middle of a page, and a § under sekretess may stand beside one that is sent.
 */
import type { Arende, Handling } from '../../extraction/record.ts';

/** Another § on the same pages. */
export interface Granne {
  arendeId: string;
  paragraf: string | null;
  rubrik: string | null;
  /** First and last page that both stand on. */
  pages: [number, number];
  /** The ground for secrecy, as printed. */
  sekretess: string | null;
}

export interface Grannar {
  /** In the order of the file. */
  delar: Granne[];
  /** The ground for secrecy of the § itself. */
  sekretess: string | null;
  /** Something of this is under sekretess: nothing is sent before a person has decided. */
  kraverManniska: boolean;
  /** Its pages may be cut out; false: only the cover, since another § on them is under sekretess. */
  medSidor: boolean;
}

/**
 * The other §§ on the pages of `arende`. `handlingar`: all of the file, since a page may end one and begin the
 * next. It knows only what was read: a § that the reading missed is not among them.
 */
export function grannarOf(handlingar: readonly Handling[], arende: Arende): Grannar {
  const delar = handlingar
    .flatMap((handling) => handling.arenden)
    .filter((other) => other.id !== arende.id && overlaps(other.pages, arende.pages))
    .map((other) => ({
      arendeId: other.id,
      paragraf: other.paragraf,
      rubrik: other.rubrik,
      pages: shared(other.pages, arende.pages),
      sekretess: other.sekretess,
    }));
  const hidden = delar.some(({ sekretess }) => sekretess !== null);
  return {
    delar,
    sekretess: arende.sekretess,
    kraverManniska: hidden || arende.sekretess !== null,
    medSidor: !hidden,
  };
}

type Pages = readonly [number, number];

const overlaps = (a: Pages, b: Pages): boolean => a[0] <= b[1] && b[0] <= a[1];
const shared = (a: Pages, b: Pages): [number, number] => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
