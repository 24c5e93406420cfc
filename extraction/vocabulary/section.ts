/** The parts of a record that headings open; sections.ts says what each is read for. */
export type Section =
  | 'forslag'
  | 'beslut'
  | 'yrkanden'
  | 'beslutsgang'
  | 'votering'
  | 'reservation'
  | 'anteckning'
  | 'jav'
  | 'expediering'
  | 'underlag'
  | 'bilagor'
  | 'tidigare'
  | 'justering'
  | 'narvaro'
  | 'anslag'
  | 'bakgrund';

/** What only minutes of a meeting that was held hold. */
export const HELD: ReadonlySet<Section | null> = new Set<Section | null>([
  'beslut',
  'yrkanden',
  'reservation',
  'votering',
  'beslutsgang',
]);
