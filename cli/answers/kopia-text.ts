/** What came of a copy, told to people. */
import type { Manifest } from '../../engine/kopia/manifest.ts';
import type { Aterstalld } from '../../engine/kopia/restore.ts';
import type { Gjord } from '../../engine/kopia/write.ts';
import { amount } from '../terminal/layout.ts';
import { moment } from './moment.ts';

const rowsOf = ({ tabeller }: Manifest): number =>
  Object.values(tabeller).reduce((sum, { rader }) => sum + rader, 0);

const sizeText = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1).replace('.', ',')} MiB`;

const heldText = (manifest: Manifest): string => {
  const files = manifest.tabeller.contents?.rader ?? 0;
  return `${amount(files, 'fil', 'filer')} och ${amount(rowsOf(manifest), 'rad', 'rader')} ur databasen, från ${moment(manifest.skapad)}`;
};

/** What was missing already where the copy was made: how many, and what to do. */
function damagedText({ skadade }: Manifest): string[] {
  if (skadade.length === 0) return [];
  const whose = skadade.slice(0, 5).map((sha256) => `  ${sha256}`);
  const more = skadade.length > 5 ? [`  … och ${skadade.length - 5} till`] : [];
  return [
    '',
    `${amount(skadade.length, 'fil är skadad eller saknades', 'filer är skadade eller saknades')} där kopian gjordes, och är inte med:`,
    ...whose,
    ...more,
    'status --files --json säger vilka filer det är. Finns de kvar: läs in dem igen med ingest --rerun.',
  ];
}

/** `sakerhetskopiera`. */
export function kopiaText({ kopia, manifest, nyaByte, ejNoterad }: Gjord): string {
  return [
    `Kopian är klar: ${kopia}`,
    `${heldText(manifest)}. Nytt av filerna: ${sizeText(nyaByte)}.`,
    ...(ejNoterad === null ? [] : [`Den är inte införd i loggen: ${ejNoterad}`]),
    ...damagedText(manifest),
  ].join('\n');
}

/** `aterstall --kontrollera`. */
export const hallerText = (manifest: Manifest): string =>
  [
    `${manifest.skadade.length === 0 ? 'Kopian är hel' : 'Kopian är som den gjordes'}: ${heldText(manifest)}.`,
    ...damagedText(manifest),
  ].join('\n');

/** `aterstall`. */
export function aterstalldText(
  { manifest, avstangda, ejLevererade, arenden }: Aterstalld,
  home: string,
): string {
  const channels =
    avstangda.length === 0
      ? []
      : [
          '',
          `Kanaler som var på är av nu: ${avstangda.map(({ namn }) => namn).join(', ')}.`,
          'Det som skickades efter att kopian gjordes vet den inget om, och det skickas en gång till när kanalen är på igen, med samma nyckel: en webhook och en mapp känner igen den, men e-post kommer två gånger.',
          'Se efter med expediering vad som väntar, och slå på varje kanal med kanal prova och kanal godkann.',
        ];
  const waiting = ejLevererade === 0 ? [] : [`Ej levererat när kopian gjordes: ${ejLevererade}.`];
  return [
    `Återställt i ${home}: ${heldText(manifest)}; ${amount(arenden, 'ärende', 'ärenden')}.`,
    'Det som var på gång går vidare när Expediera startas.',
    ...waiting,
    ...channels,
    ...damagedText(manifest),
  ].join('\n');
}
