/** The tracks of the picture and the cards on them. */

import type { Kort, Layout } from './layout.ts';
import { SIZES } from './layout.ts';
import * as ord from './ord.ts';
import { reservationWhole, withoutReservations } from './ord-kort.ts';
import type { Rad } from './sattning.ts';
import { block, escaped, path, rect, sheet, text, told } from './shapes.ts';
import { awaitedWords, saidOf } from './told.ts';
import type { Bild } from './types.ts';
import { readIn, WORDS } from './words.ts';

const { margin, leading } = SIZES;

/** A band a body, with its name and whether it has the matter now. */
export function tracks({ banor, sprak }: Bild, layout: Layout): string[] {
  let shown = 0;
  return layout.banor.map((row, at) => {
    if (!row) return '';
    const { namn, hos } = banor[at] as Bild['banor'][number];
    const box = { x: margin / 2, y: row.y, width: layout.width - margin, height: row.height };
    const lines = row.namn;
    const tall = lines.length * leading + (hos ? 24 : 0);
    const y = row.middle - tall / 2 + 12;
    const badge = { x: margin, y: y + (lines.length - 1) * leading + 9, width: 88, height: 19 };
    return told(
      namn,
      [
        hos ? rect(box, 'here') : shown++ % 2 === 0 ? rect(box, 'band') : '',
        path(`M${margin / 2} ${row.y + row.height}H${layout.width - margin / 2}`, 'rule'),
        block(lines, { x: margin, y, leading }, 'ink', { size: 13, bold: true, lang: readIn(sprak) }),
        hos
          ? rect(badge, 'now', 9) +
            text(WORDS[sprak].here, badge.x + badge.width / 2, badge.y + 13.5, 'onnow', {
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
    const first = layout.columns[at - 1] === undefined;
    const x = layout.columns[at];
    if (x === undefined || year === undefined || (!first && yearAt(at - 1) === year)) return [];
    const line = first ? '' : path(`M${x - 10} ${layout.top - 18}V${layout.bottom}`, 'year');
    return [line + text(year, x, layout.top - 8, 'muted', { size: 12, bold: true })];
  });
}

const inCard = ({ x, y }: Kort, rader: readonly Rad[]): string =>
  rader
    .map((one) =>
      text(one.text, x + one.x, y + one.y, one.colour, { size: 12, bold: one.bold, lang: one.lang }),
    )
    .join('');

/** Its texts alone that tell an item, each leading to where that stands for ever, and told whole where a pointer rests on it. */
export const itemLinks = (kort: Kort, hrefOf: (id: string) => string): string =>
  kort.stycken
    .filter(({ id }) => id !== null)
    .map(
      ({ id, hel, rader }) =>
        `<a href="${escaped(hrefOf(id as string))}" tabindex="-1" class="item">${told(hel, inCard(kort, rader), rader[0]?.lang)}</a>`,
    )
    .join('');

/**
 * The card of a step; resting on it tells all that is known.
 *
 * @param linked without the texts that `itemLinks` draws
 */
export function stepCard(bild: Bild, layout: Layout, at: number, linked: boolean = false): string {
  const kort = layout.kort[at];
  if (!kort) return '';
  const { steg, bana, vid } = bild.markeringar[at] as Bild['markeringar'][number];
  const meeting = steg.kind === 'protokoll';
  const full = [
    `${bild.banor[bana]?.namn}: ${saidOf(bild, at).join(', ')}`,
    steg.rubrik ?? '',
    ...(vid?.reservationer ?? []).map((one) => reservationWhole(one, bild.sprak)),
    ...((vid?.reservationer ? withoutReservations(steg) : steg).medfoljer ?? []).map((one) =>
      ord.medfoljandeText(one, bild.sprak),
    ),
    steg.lagaKraft ? WORDS[bild.sprak].posted(steg.lagaKraft.anslaget, steg.lagaKraft.overklagasTill) : '',
    `${steg.fileName}, ${WORDS[bild.sprak].page} ${steg.page}`,
  ];
  const shape = meeting
    ? rect(kort, 'card', 7) + rect({ x: kort.x, y: kort.y + 7, width: 4, height: kort.height - 14 }, 'rim')
    : sheet(kort, 'card');
  const own = kort.stycken.filter(({ id }) => !linked || id === null).flatMap(({ rader }) => rader);
  return told(full.filter((part) => part !== '').join('\n'), shape + inCard(kort, own));
}

/** Where a way ends. */
export function openCard(bild: Bild, layout: Layout, at: number): string {
  const kort = layout.oppna[at];
  if (!kort) return '';
  const oppen = bild.oppna[at] as Bild['oppna'][number];
  const colour = oppen.art !== 'vantar' ? 'gone' : oppen.sen ? 'openlate' : 'open';
  const asked = oppen.vantan?.text;
  const full = [awaitedWords(bild, oppen), asked ?? ''].filter((part) => part !== '').join('\n');
  return told(
    full,
    rect(kort, colour, 18) +
      inCard(
        kort,
        kort.stycken.flatMap(({ rader }) => rader),
      ),
  );
}

/** After the last step of a matter that is over. */
export function ending(bild: Bild, layout: Layout): string {
  const kort = layout.kort.at(-1);
  if (!bild.vag.avslutat || !kort) return '';
  const y = layout.banor[bild.markeringar.at(-1)?.bana ?? 0]?.middle ?? 0;
  const x = kort.x + kort.width;
  return told(
    ord.slutText(bild.vag, bild.sprak),
    path(`M${x} ${y}H${x + 26}`, 'vidare') +
      rect({ x: x + 26, y: y - 7, width: 14, height: 14 }, 'headvidare') +
      text(ord.slutIn(bild.vag, bild.sprak), x + 47, y + 4.5, 'ink', { size: 12, bold: true }),
  );
}
