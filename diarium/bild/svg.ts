/**
 * The way as a picture: bodies as tracks one under the other, time from left to right, one card a step, arrows to
 * whoever has the matter next. One file without scripts or anything from elsewhere, for a page, a document or a wall.
 */
import { bildOf } from './bild.ts';
import { columnX, type Kort, type Layout, layoutOf, type Rad, SIZES } from './layout.ts';
import * as ord from './ord.ts';
import { darkStyle, type PaintName } from './paint.ts';
import { bent, block, escaped, head, path, rect, sheet, text, told } from './shapes.ts';
import { BOLD, printedLines, printedWidth } from './text.ts';
import type { Bild, Pil, Pilart } from './types.ts';

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const { margin, card, gutter, leading, padding } = SIZES;

/**
 * Draws a way as SVG.
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 */
export function svgOf(vag: Parameters<typeof bildOf>[0], idag: string | null): string {
  const bild = bildOf(vag, idag);
  const wide = Math.max(layoutOf(bild, 0).width, 640) - 2 * margin;
  const heading = vag.rubrik === null ? [] : printedLines(vag.rubrik, wide, 15, 2);
  const top = margin + 26 + heading.length * 20 + 24 + 26;
  const layout = layoutOf(bild, top);
  const legend = legendOf(bild, layout);
  const height = layout.bottom + (legend === '' ? 0 : 34) + margin;
  const number =
    vag.diarienummer === null
      ? 'Utan diarienummer'
      : ord.shownField(vag.diarienummer, 'diarienummer', vag.obekraftade);
  const name = `${number} · ${vag.huvudman ?? 'utan huvudman'}`;
  const parts = [
    `<title>${escaped(vag.rubrik === null ? name : `${name}: ${vag.rubrik}`)}</title>`,
    `<desc>${escaped(inWords(bild))}</desc>`,
    `<style>${darkStyle()}</style>`,
    rect({ x: 0, y: 0, width: layout.width, height }, 'paper'),
    text(name, margin, margin + 18, 'ink', { size: 19, bold: true }),
    block(heading, { x: margin, y: margin + 42, leading: 20 }, 'ink', { size: 15 }),
    text(stateOf(bild), margin, top - 32, 'muted', { size: 13 }),
    ...tracks(bild, layout),
    ...years(bild, layout),
    ...bild.pilar.map((pil, at) => arrow(bild, layout, pil, at)),
    ...bild.markeringar.map((_, at) => stepCard(bild, layout, at)),
    ...bild.oppna.map((_, at) => openCard(bild, layout, at)),
    ending(bild, layout),
    legend,
  ];
  const { width } = layout;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${FONT}">\n${parts.filter((part) => part !== '').join('\n')}\n</svg>\n`;
}

/** Where the matter is now. */
function stateOf({ vag, markeringar, banor, oppna }: Bild): string {
  const days = markeringar.flatMap(({ steg }) => steg.datum ?? []);
  const span =
    days.length === 0 ? '' : days[0] === days.at(-1) ? `${days[0]}` : `${days[0]} – ${days.at(-1)}`;
  const here = banor.find(({ hos }) => hos)?.namn;
  const late = oppna.filter(({ sen }) => sen).length;
  const now = vag.avslutat ? 'Avslutat' : here ? `Ligger hos ${here}` : 'Var ärendet ligger är okänt';
  return [
    now,
    late > 0
      ? `${late === 1 ? 'en sak' : `${late} saker`} försenade`.replace('en sak försenade', 'en sak försenad')
      : '',
    span,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The picture told in words, step by step, for those who do not see it. */
function inWords(bild: Bild): string {
  const { markeringar, banor, pilar, oppna } = bild;
  const told = markeringar.map(({ bana }, at) => {
    const to = pilar
      .filter(({ fran, till }) => fran === at && !('oppen' in till && oppna[till.oppen]?.art === 'vantar'))
      .map((pil) => {
        const why = [ord.pilWord(pil), ord.attText(pil.nr), ord.sedanText(pil)]
          .filter((part) => part !== '')
          .join(', ');
        return `till ${banor[pil.bana]?.namn}${why === '' ? '' : ` (${why})`}`;
      });
    const own = [...saidOf(bild, at), ...to].filter((part) => part !== '');
    return `${at + 1}. ${banor[bana]?.namn}: ${own.join(', ')}.`;
  });
  const awaited = oppna.filter(({ art }) => art === 'vantar').map((oppen) => `${awaitedWords(bild, oppen)}.`);
  return [...told, ...awaited, `${stateOf(bild)}.`].join(' ');
}

function saidOf({ markeringar }: Bild, at: number): string[] {
  const { steg } = markeringar[at] as Bild['markeringar'][number];
  const kraft = steg.lagaKraft ? ord.lagaKraftText(steg.lagaKraft) : '';
  return [
    ...[ord.dayOf(steg), ord.KIND[steg.kind], ord.paragrafOf(steg), ord.utfallOf(steg)],
    ...[...ord.voteringarOf(steg), ...ord.medfoljerOf(steg), kraft],
  ].filter((part) => part !== '');
}

function awaitedWords({ banor, idag }: Bild, oppen: Bild['oppna'][number]): string {
  const words = ord.oppenText(oppen, banor[oppen.bana]?.namn ?? '');
  const frist = oppen.vantan ? ord.fristText(oppen.vantan, idag) : [];
  return [words.charAt(0).toLocaleUpperCase('sv') + words.slice(1), ...frist].join(', ');
}

function tracks({ banor }: Bild, layout: Layout): string[] {
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
function years({ markeringar }: Bild, layout: Layout): string[] {
  const yearAt = (at: number) => markeringar[at]?.steg.datum?.slice(0, 4);
  return markeringar.flatMap((_, at) => {
    const year = yearAt(at);
    if (year === undefined || (at > 0 && yearAt(at - 1) === year)) return [];
    const x = columnX(at);
    const line = at === 0 ? '' : path(`M${x - 10} ${layout.top - 18}V${layout.bottom}`, 'year');
    return [line + text(year, x, layout.top - 8, 'muted', { size: 12, bold: true })];
  });
}

const HEADS: { readonly [art in Pilart]: PaintName } = {
  vidare: 'headvidare',
  aterremiss: 'headaterremiss',
  bordlaggning: 'headbordlaggning',
  remiss: 'headremiss',
};

/** From a card's right side, down or up in the room behind it, and along the track to the next card. */
function arrow(bild: Bild, layout: Layout, pil: Pil, at: number): string {
  const from = layout.kort[pil.fran];
  const target = 'steg' in pil.till ? layout.kort[pil.till.steg] : layout.oppna[pil.till.oppen];
  const row = layout.banor[bild.markeringar[pil.fran]?.bana ?? 0];
  if (!from || !target || !row) return '';
  const y0 = row.middle;
  const y1 = 'steg' in pil.till ? (layout.banor[pil.bana]?.middle ?? y0) : target.y + target.height / 2;
  const x0 = from.x + from.width;
  const x1 = target.x;
  // Several from one card turn side by side, so that each can be followed.
  const beside = bild.pilar.slice(0, at).filter(({ fran }) => fran === pil.fran).length;
  const turn = x0 + 12 + Math.min(beside, 4) * 6;
  const points: [number, number][] =
    Math.abs(y1 - y0) < 1
      ? [
          [x0, y0],
          [x1 - 8, y1],
        ]
      : [
          [x0, y0],
          [turn, y0],
          [turn, y1],
          [x1 - 8, y1],
        ];
  const why = ord.pilWord(pil);
  const which = ord.attText(pil.nr);
  const left = Math.abs(y1 - y0) < 1 ? x0 + 6 : turn + 6;
  const room = columnX(Math.floor((left - columnX(0)) / (card + gutter)) + 1) - left - 4;
  const colour = HEADS[pil.art];
  const label = [
    ...printedLines(why, room, 11, 1).map((one) => text(one, left, y1 - 6, colour, { size: 11 })),
    ...printedLines(which, room, 11 * BOLD, 2).map((one, i) =>
      text(one, left, y1 + 15 + i * 12, colour, { size: 11, bold: true }),
    ),
  ];
  const words = [
    `${bild.banor[bild.markeringar[pil.fran]?.bana ?? 0]?.namn} → ${bild.banor[pil.bana]?.namn}`,
    why,
    which,
    ord.sedanText(pil),
  ];
  return told(
    words.filter((part) => part !== '').join(', '),
    bent(points, pil.art) + head(x1, y1, colour) + label.join(''),
  );
}

const inCard = ({ x, y }: Kort, rader: readonly Rad[], indent: number): string =>
  rader
    .map(({ text: words, colour, bold }, i) =>
      text(words, x + indent, y + padding + 8 + i * leading, colour, { size: 12, bold }),
    )
    .join('');

function stepCard(bild: Bild, layout: Layout, at: number): string {
  const kort = layout.kort[at] as Kort;
  const { steg, bana } = bild.markeringar[at] as Bild['markeringar'][number];
  const meeting = steg.kind === 'protokoll';
  const full = [
    `${bild.banor[bana]?.namn}: ${saidOf(bild, at).join(', ')}`,
    steg.rubrik ?? '',
    ...(steg.medfoljer ?? []).map(ord.medfoljandeText),
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

function openCard(bild: Bild, layout: Layout, at: number): string {
  const kort = layout.oppna[at] as Kort;
  const oppen = bild.oppna[at] as Bild['oppna'][number];
  const colour = oppen.art === 'saknas' ? 'gone' : oppen.sen ? 'openlate' : 'open';
  const asked = oppen.vantan?.text;
  const full = [awaitedWords(bild, oppen), asked ?? ''].filter((part) => part !== '').join('\n');
  return told(full, rect(kort, colour, 18) + inCard(kort, kort.rader, padding + 4));
}

/** After the last step of a matter that is over. */
function ending(bild: Bild, layout: Layout): string {
  const kort = layout.kort.at(-1);
  if (!bild.vag.avslutat || !kort) return '';
  const y = layout.banor[bild.markeringar.at(-1)?.bana ?? 0]?.middle ?? 0;
  const x = kort.x + kort.width;
  return told(
    'Ärendet är avslutat',
    path(`M${x} ${y}H${x + 26}`, 'vidare') +
      rect({ x: x + 26, y: y - 7, width: 14, height: 14 }, 'headvidare') +
      text('avslutat', x + 47, y + 4.5, 'ink', { size: 12, bold: true }),
  );
}

const LEGEND: { readonly [art in Pilart]: string } = {
  vidare: 'går vidare',
  aterremiss: 'återremiss, tillbaka för ny beredning',
  bordlaggning: 'bordläggning',
  remiss: 'remiss',
};

/** What the lines mean; only those there are, and nothing where all are plain. */
function legendOf({ pilar, markeringar, oppna }: Bild, { bottom }: Layout): string {
  const used = (Object.keys(LEGEND) as Pilart[]).filter((art) => pilar.some((pil) => pil.art === art));
  const kraft = markeringar.some(({ steg }) => steg.lagaKraft);
  const awaited = oppna.some(({ art }) => art === 'vantar');
  const y = bottom + 26;
  let x = margin;
  const out: string[] = [];
  const say = (words: string) => {
    out.push(text(words, x, y + 4, 'muted', { size: 11 }));
    x += printedWidth(words) * 11 + 22;
  };
  for (const art of used) {
    out.push(path(`M${x} ${y}H${x + 26}`, art), head(x + 34, y, HEADS[art]));
    x += 40;
    say(LEGEND[art]);
  }
  if (awaited) {
    out.push(rect({ x, y: y - 7, width: 26, height: 14 }, 'open', 7));
    x += 32;
    say('väntas');
  }
  if (kraft) say('◆ laga kraft om ingen har överklagat');
  return out.join('');
}
