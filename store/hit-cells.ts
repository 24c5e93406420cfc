/** Hits as rows of a table, under Swedish headings: in the order in which people read them. */
import type { Hit } from './search.ts';

const COLUMNS = [
  ...(['huvudman', 'organ', 'datum', 'paragraf', 'diarienummer', 'rubrik'] as const),
  ...(['typ', 'text', 'parti', 'sekretess', 'fileName', 'page', 'bbox', 'obekraftade', 'id'] as const),
] as const satisfies readonly (keyof Hit)[];
const SVENSKA: { readonly [name: string]: string } = { fileName: 'fil', page: 'sida', bbox: 'ruta' };

export const HIT_HEADINGS: readonly string[] = COLUMNS.map((name) => SVENSKA[name] ?? name);

export const hitCells = (hit: Hit): (string | null)[] =>
  COLUMNS.map((name) => {
    const value = hit[name];
    return Array.isArray(value) ? value.join(' ') : value === null ? null : String(value);
  });
