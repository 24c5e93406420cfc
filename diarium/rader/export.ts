/** The register for programs: CSV, and one JSON object a line. */

import { csv } from '../csv.ts';
import type { Diarierad } from './types.ts';

type Cell = (rad: Diarierad) => string | null;

/** What stands in both parts of the register. */
const PUBLIC: [string, Cell][] = [
  ['id', (rad) => rad.id],
  ['status', (rad) => rad.status],
  ['datum', (rad) => rad.datum],
  ['riktning', (rad) => rad.riktning],
  ['nummer', (rad) => rad.nummer],
  ['avsandare', (rad) => rad.avsandare],
  ['mottagare', (rad) => rad.mottagare],
  ['om', (rad) => rad.om],
  ['handling', (rad) => rad.kind],
  ['paragraf', (rad) => rad.paragraf],
  ['organ', (rad) => rad.organ],
  ['huvudman', (rad) => rad.huvudman],
];

/** What only the office sees. */
const INTERNAL: [string, Cell][] = [
  ['saknas', (rad) => rad.saknas.join(' ')],
  ['obekraftade', (rad) => rad.obekraftade.join(' ')],
  ['avviker', (rad) => rad.avviker.join(' ')],
  ['maskeras', (rad) => (rad.maskeras ? 'ja' : 'nej')],
  ['sekretess', (rad) => rad.sekretess],
  ['bekraftad_av', ({ bekraftad }) => (bekraftad?.enligt === 'person' ? bekraftad.av : bekraftad && 'regel')],
  ['bekraftad', ({ bekraftad }) => (bekraftad?.enligt === 'person' ? bekraftad.at : null)],
  ['fil', (rad) => rad.kallor[0]?.fileName ?? null],
  ['sida', (rad) => rad.kallor[0]?.pages[0].toString() ?? null],
];

export interface CsvForm {
  offentlig: boolean;
  separator: string;
  /** "", or the mark at the start by which Excel knows that it is UTF-8. */
  bom: string;
}

export function diariumCsv(rader: readonly Diarierad[], { offentlig, separator, bom }: CsvForm): string {
  const columns = offentlig ? PUBLIC : [...PUBLIC, ...INTERNAL];
  const text = csv(
    columns.map(([name]) => name),
    rader.map((rad) => columns.map(([, cell]) => cell(rad))),
    separator,
  );
  return `${bom}${text}`;
}

/** One JSON object a line; of a public line only what the public part has. */
export function diariumJsonl(rader: readonly Diarierad[], offentlig: boolean): string {
  return rader.map((rad) => JSON.stringify(offentlig ? publicFields(rad) : rad)).join('\n');
}

/** The fields of the public part, by name. */
export const publicFields = (rad: Diarierad): { [name: string]: string | null } =>
  Object.fromEntries(PUBLIC.map(([name, cell]) => [name, cell(rad)]));
