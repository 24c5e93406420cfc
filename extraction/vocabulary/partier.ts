/**
 * Parties by name, as abbreviation → the names they go by. Local parties need no entry: what stands in
 * brackets after a name is kept as printed.
 */
export const PARTIER: Readonly<Record<string, readonly string[]>> = {
  S: ['socialdemokraterna', 'socialdemokraten', 'arbetarpartiet socialdemokraterna', 'socialdemokratiska'],
  M: ['moderaterna', 'moderaten', 'moderata samlingspartiet', 'nya moderaterna'],
  SD: ['sverigedemokraterna', 'sverigedemokraten', 'sverigedemokratiska'],
  C: ['centerpartiet', 'centern', 'centerpartisten'],
  V: ['vänsterpartiet', 'vänstern', 'vänsterpartisten'],
  KD: ['kristdemokraterna', 'kristdemokraten', 'kristdemokratiska'],
  L: ['liberalerna', 'liberalen'],
  FP: ['folkpartiet', 'folkpartiet liberalerna'],
  MP: ['miljöpartiet', 'miljöpartiet de gröna', 'de gröna', 'miljöpartisten'],
  D: ['demokraterna'],
  FI: ['feministiskt initiativ'],
  PP: ['piratpartiet'],
  SPI: ['sveriges pensionärers intresseparti'],
  SJVP: ['sjukvårdspartiet'],
  LPO: ['landsbygdspartiet', 'landsbygdspartiet oberoende'],
  MED: ['medborgerlig samling'],
  PNY: ['partiet nyans'],
  AFS: ['alternativ för sverige'],
};

/** What stands in brackets for somebody of no party. */
export const PARTILOS: readonly string[] = [
  '-',
  '–',
  '—',
  'partilös',
  'partil',
  'pl',
  'opol',
  'politisk vilde',
];

/** What OCR makes of the one-letter abbreviations, in brackets after a name only. */
export const PARTI_MISLAST: Readonly<Record<string, string>> = {
  '5': 'S',
  $: 'S',
  '§': 'S',
  $S: 'S',
  '§S': 'S',
  '8': 'S',
  '€': 'C',
  MF: 'MP',
  SO: 'SD',
  KO: 'KD',
  '5D': 'SD',
};
