/** The tracks of the picture and the cards on them. */
import { columnX, type Kort, type Layout, type Rad, SIZES } from './layout.ts';
import * as ord from './ord.ts';
import { block, path, rect, sheet, text, told } from './shapes.ts';
import { awaitedWords, saidOf } from './told.ts';
import type { Bild } from './types.ts';

const { margin, leading, padding } = SIZES;

/** A band a body, with its name and whether it has the matter now. */
export function tracks({ banor }: Bild, layout: Layout): string[] {
  return layout.banor.map((row, at) => {
    const { namn, hos } = banor[at] as Bild['banor'][number];
    const box = { x: margin / 2, y: row.y, width: layout.width - margin, height: row.height };
    const lines = row.namn;
    const tall = lines.length * leading + (hos ? 24 : 0);
    const y = row.middle - tall / 2 + 12;
    const badge = { x: margin, y: y + (lines.length - 1) * leading + 9, width: 88, height: 19 };
    return told(
      namn,
      [
        hos ? rect(box, 'here') : at % 2 === 0 ? rect(box, 'band') : '',
        path(`M${margin / 2} ${row.y + row.height}H${layout.width - margin / 2}`, 'rule'),
        block(lines, { x: margin, y, leading }, 'ink', { size: 13, bold: true }),
        hos
          ? rect(badge, 'now', 9) +
            text('ligger här nu', badge.x + badge.width / 2, badge.y + 13.5, 'onnow', {
              size: 11,
              anchor: 'middle',
            })
          : '',
      ].join(''),
    );
  });
}

/** The year over the first step of it, with a line between the years. */
export function years({ markeringar }: Bild, layout: Layout): string[] {
  const yearAt = (at: number) => markeringar[at]?.steg.datum?.slice(0, 4);
  return markeringar.flatMap((_, at) => {
    const year = yearAt(at);
    if (year === undefined || (at > 0 && yearAt(at - 1) === year)) return [];
    const x = columnX(at);
    const line = at === 0 ? '' : path(`M${x - 10} ${layout.top - 18}V${layout.bottom}`, 'year');
    return [line + text(year, x, layout.top - 8, 'muted', { size: 12, bold: true })];
  });
}

const inCard = ({ x, y }: Kort, rader: readonly Rad[], indent: number): string =>
  rader
    .map(({ text: words, colour, bold }, i) =>
      text(words, x + indent, y + padding + 8 + i * leading, colour, { size: 12, bold }),
    )
    .join('');

/** The card of a step; resting on it tells all that is known. */
export function stepCard(bild: Bild, layout: Layout, at: number): string {
  const kort = layout.kort[at] as Kort;
  const { steg, bana, vid } = bild.markeringar[at] as Bild['markeringar'][number];
  const meeting = steg.kind === 'protokoll';
  const full = [
    `${bild.banor[bana]?.namn}: ${saidOf(bild, at).join(', ')}`,
    steg.rubrik ?? '',
    ...(vid?.beslut ?? []),
    ...(steg.medfoljer ?? []).map(ord.medfoljandeText),
    ...(vid?.leveranser ?? []).map(ord.leveransText),
    steg.lagaKraft
      ? `anslaget ${steg.lagaKraft.anslaget}, kan överklagas till och med ${steg.lagaKraft.overklagasTill}`
      : '',
    `${steg.fileName}, sida ${steg.page}`,
  ];
  const shape = meeting
    ? rect(kort, 'card', 7) + rect({ x: kort.x, y: kort.y + 7, width: 4, height: kort.height - 14 }, 'rim')
    : sheet(kort, 'card');
  return told(full.filter((part) => part !== '').join('\n'), shape + inCard(kort, kort.rader, padding));
}

/** Where a way ends. */
export function openCard(bild: Bild, layout: Layout, at: number): string {
  const kort = layout.oppna[at] as Kort;
  const oppen = bild.oppna[at] as Bild['oppna'][number];
  const colour = oppen.art !== 'vantar' ? 'gone' : oppen.sen ? 'openlate' : 'open';
  const asked = oppen.vantan?.text;
  const full = [awaitedWords(bild, oppen), asked ?? ''].filter((part) => part !== '').join('\n');
  return told(full, rect(kort, colour, 18) + inCard(kort, kort.rader, padding + 4));
}

/** After the last step of a matter that is over. */
export function ending(bild: Bild, layout: Layout): string {
  const kort = layout.kort.at(-1);
  if (!bild.vag.avslutat || !kort) return '';
  const y = layout.banor[bild.markeringar.at(-1)?.bana ?? 0]?.middle ?? 0;
  const x = kort.x + kort.width;
  return told(
    ord.slutText(bild.vag),
    path(`M${x} ${y}H${x + 26}`, 'vidare') +
      rect({ x: x + 26, y: y - 7, width: 14, height: 14 }, 'headvidare') +
      text(ord.slutWord(bild.vag), x + 47, y + 4.5, 'ink', { size: 12, bold: true }),
  );
}
