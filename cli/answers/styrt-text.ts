/** What became of an intake that a person has paused, let go on, called off or wanted run again. */
import type { AgainQuestion } from '../../engine/intake/again.ts';
import type { Styrt } from '../../engine/intake/steer.ts';
import type { Arkiv } from '../../store/arkiv.ts';
import { amount } from '../terminal/layout.ts';
import { ARKIV_LAGE } from './words.ts';

/** What a person has just had done; `atOnce`: the files under way were to be called off too. */
export function styrtText(styrt: Styrt, atOnce = false): string {
  const { id, namn, lage, files, version, underWay } = styrt;
  const head = `Inläsning ${id} (${namn}): ${ARKIV_LAGE[lage]}.`;
  const goOn = `Gå vidare med: expediera arkiv fortsatt ${id}`;
  if (lage === 'pausat') return `${head} ${pauseText(styrt)} ${goOn}`;
  if (lage === 'avbrutet') {
    const again =
      version === null
        ? `Läs om det avbrutna med: expediera arkiv om ${id}`
        : 'De andra står kvar som de lästes förut. Läs om dem med: expediera arkiv om --alla --aldre';
    return `${head} ${underWay === null && files.running === 0 ? '' : `${calledOffText(underWay, atOnce)} `}${again}`;
  }
  if (lage === 'klart') return `${head} Filerna hann läsas klart: inget är kvar.`;
  const left = amount(files.running, 'fil är kvar', 'filer är kvar');
  return `${head} ${left}${underWay === null ? ', och läses när Expediera startas' : ''}.`;
}

/** What was just paused: what ends all the same, and what waits. */
function pauseText({ files, workflowId, version, underWay }: Styrt): string {
  const isGathered = workflowId !== null || version !== null;
  if (!isGathered) return 'Det som hittas av dess filer väntar.';
  const left = amount(files.running, 'fil är kvar', 'filer är kvar');
  if (underWay === null)
    return `${left}. Det som var på gång när Expediera stoppades läses klart när den startas, resten väntar.`;
  const held = Math.max(0, files.running - underWay);
  const ends = amount(underWay, 'fil på gång läses klart', 'filer på gång läses klart');
  if (underWay === 0) return `Inget är på gång, ${amount(held, 'fil väntar', 'filer väntar')}.`;
  if (held === 0) return `Men inget hålls tillbaka: ${left} och redan på gång, och läses klart.`;
  return `${ends}, ${amount(held, 'väntar', 'väntar')}.`;
}

function calledOffText(underWay: number | null, atOnce: boolean): string {
  if (underWay === null)
    return `Ingen Expediera är igång: det som var på gång när den stoppades läses klart när den startas, resten avbryts.${atOnce ? ' Ska också det avbrytas: starta Expediera och gör om kommandot.' : ''}`;
  if (underWay === 0) return 'Inget är på gång.';
  return atOnce
    ? amount(underWay, 'fil på gång avbryts också.', 'filer på gång avbryts också.')
    : `${amount(underWay, 'fil på gång läses klart.', 'filer på gång läses klart.')}`;
}

/** Why there is nothing to run again, and what may be done instead. */
export function nothingAgainText(
  of: Pick<Arkiv, 'files'> & { id?: number },
  { failed, older }: Pick<AgainQuestion, 'failed' | 'older'>,
): string {
  const { refused, running } = of.files;
  const why = [
    ...(failed ? ['inget har misslyckats'] : []),
    ...(older ? ['inget är läst av en äldre version av reglerna'] : []),
  ].join(', och ');
  const lines = [
    `Det finns inget att läsa om${of.id === undefined ? '' : ` i inläsning ${of.id}`}: ${why}.`,
    ...(running > 0 ? [`${amount(running, 'fil är kvar att läsa', 'filer är kvar att läsa')}.`] : []),
  ];
  if (refused > 0)
    lines.push(
      `${amount(refused, 'fil är nekad', 'filer är nekade')}: då är det filen det är fel på, och den nekas igen. Se varför: expediera ${of.id === undefined ? 'status --files' : `arkiv visa ${of.id} --filer`}. Rätta filen och läs in den: expediera ingest SÖKVÄG`,
    );
  return lines.join('\n');
}
