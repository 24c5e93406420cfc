/**
 * The way drawn in letters: bodies as tracks beside each other, time down, and beside the tracks what every step says.
 * A track is drawn through from where the matter is sent to the body until the body takes it up.
 */
import type { Bild, Pil } from '../../diarium/bild/types.ts';
import { wrap } from '../terminal/layout.ts';

/** Texts beside the tracks; each becomes one or more lines. */
export interface Beside {
  text: string;
  /** What the text's lines begin with, the first and the others. */
  first?: string;
  indent?: string;
}

export interface Texts {
  /** Of each step, in order. */
  steps: Beside[][];
  /** Of each arrow; empty: the arrow needs no line of its own. */
  arrows: Beside[][];
  /** Of each open mark, drawn under the last step; empty: none is drawn. */
  open: Beside[][];
}

/** Columns of one track, and the fewest that the text beside them must have. */
const TRACK = 3;
const TEXT = 42;

/** Whether the tracks can stand beside each other, with room for the text. */
export const hasRoom = ({ banor }: Bild, columns: number): boolean =>
  banor.length * TRACK + 1 + TEXT <= columns;

/** Draws the tracks beside each other. */
export function wayLanes(bild: Bild, texts: Texts, columns: number): string[] {
  const { banor, markeringar, pilar, oppna } = bild;
  const end = markeringar.length;
  const targetOf = ({ till }: Pil) =>
    'steg' in till ? till.steg : oppna[till.oppen]?.art === 'vantar' ? end : -1;
  // An arrow is drawn between its step and the next.
  const lastAt = banor.map((_, bana) =>
    Math.max(
      -1,
      markeringar.findLastIndex((m) => m.bana === bana),
      ...pilar.filter((pil) => pil.bana === bana).map((pil) => Math.max(targetOf(pil), pil.fran + 0.5)),
    ),
  );
  const width = banor.length * TRACK + 1;
  const out: string[] = [];
  const put = (cells: () => string, all: Beside[], after: () => string = cells) => {
    let first = true;
    for (const { text, first: lead = '', indent = lead } of all) {
      for (const line of wrap(text, columns - width, indent, lead)) {
        out.push(`${(first ? cells : after)().padEnd(width)}${line}`.trimEnd());
        first = false;
      }
    }
  };
  /** Whether the matter is under way to a track, or leaves it, when so many arrows of a step are drawn. */
  const isLive = (bana: number, at: number, drawn: number): boolean =>
    pilar.some((pil, i) => {
      const target = targetOf(pil);
      const begun = pil.fran < at || (pil.fran === at && i < drawn);
      return pil.bana === bana && begun && target > at;
    });
  const row = (
    at: number,
    drawn: number,
    own: { [bana: number]: string },
    fill: { [bana: number]: string } = {},
  ) =>
    banor
      .map((_, bana) => {
        const idle = (lastAt[bana] ?? -1) > at ? '┊' : ' ';
        return `${own[bana] ?? (isLive(bana, at, drawn) ? '│' : idle)}${fill[bana] ?? '  '}`;
      })
      .join('');

  banor.forEach(({ namn }, bana) => {
    const before = '┊  '.repeat(bana);
    out.push(...wrap(namn, columns, `${before}┊  `, `${before}┌ `));
  });
  markeringar.forEach(({ bana, steg }, at) => {
    const leaving = pilar.flatMap((pil, i) =>
      pil.fran === at && (texts.arrows[i] ?? []).length > 0 ? [i] : [],
    );
    const straight = pilar.some((pil) => pil.fran === at && pil.bana === bana && targetOf(pil) > at);
    const mark = steg.kind === 'protokoll' ? '●' : '◇';
    const goesOn = leaving.length > 0 || straight ? { [bana]: '│' } : {};
    put(
      () => row(at, 0, { [bana]: mark }),
      texts.steps[at] ?? [],
      () => row(at, 0, goesOn),
    );
    leaving.forEach((i, k) => {
      const more = k < leaving.length - 1 || straight;
      const rest = more ? { [bana]: '│' } : {};
      put(
        () => {
          const { own, fill } = arrowCells(bild, i, more, (other) => isLive(other, at, i));
          return row(at, i + 1, own, fill);
        },
        (texts.arrows[i] ?? []).map(({ text }) => ({ text, first: '→ ', indent: '  ' })),
        () => row(at, i + 1, rest),
      );
    });
  });
  oppna.forEach(({ bana }, i) => {
    const later = (other: number) =>
      oppna.some((o, j) => j > i && o.bana === other && (texts.open[j] ?? []).length > 0);
    const cells = (mark: string | null) => () =>
      banor.map((_, other) => `${other === bana && mark ? mark : later(other) ? '│' : ' '}  `).join('');
    put(cells('○'), texts.open[i] ?? [], cells(null));
  });
  return out;
}

/** The line of an arrow: from its own track to the one it goes to, over those between. */
function arrowCells(
  { pilar, oppna, markeringar }: Bild,
  at: number,
  more: boolean,
  isLive: (bana: number) => boolean,
): { own: { [bana: number]: string }; fill: { [bana: number]: string } } {
  const pil = pilar[at] as Pil;
  const from = markeringar[pil.fran]?.bana ?? 0;
  const to = pil.bana;
  const lost = 'oppen' in pil.till && oppna[pil.till.oppen]?.art === 'saknas';
  const line = pil.art === 'vidare' ? '─' : '╌';
  const own: { [bana: number]: string } = {};
  const fill: { [bana: number]: string } = {};
  if (to === from) return { own: { [from]: lost ? '×' : '↓' }, fill };
  const right = to > from;
  own[from] = right ? (more ? '├' : '└') : more ? '┤' : '┘';
  own[to] = lost ? '×' : right ? '▶' : '◀';
  const [low, high] = right ? [from, to] : [to, from];
  for (let bana = low; bana < high; bana++) {
    fill[bana] = line.repeat(2);
    if (bana > low) own[bana] = isLive(bana) ? '┼' : line;
  }
  return { own, fill };
}

/** Draws the steps under each other on one line, where there is no room for tracks. */
export function wayChain(bild: Bild, texts: Texts, columns: number): string[] {
  const out: string[] = [];
  const put = (mark: string, under: string, all: Beside[]) => {
    let first = true;
    for (const { text, first: lead = '', indent = lead } of all) {
      for (const line of wrap(text, columns - 4, indent, lead)) {
        out.push(`${(first ? mark : under).padEnd(4)}${line}`.trimEnd());
        first = false;
      }
    }
  };
  const open = bild.oppna.some((_, i) => (texts.open[i] ?? []).length > 0);
  bild.markeringar.forEach(({ steg }, at) => {
    const last = at === bild.markeringar.length - 1 && !open;
    const under = last ? '' : '│';
    put(steg.kind === 'protokoll' ? '●' : '◇', under, texts.steps[at] ?? []);
    bild.pilar.forEach((pil, i) => {
      if (pil.fran !== at) return;
      const back = pil.art === 'aterremiss';
      put(
        `${last ? '└' : '├'}${back ? '╌◀' : pil.art === 'vidare' ? '─▶' : '╌▶'}`,
        under,
        texts.arrows[i] ?? [],
      );
    });
  });
  for (const own of texts.open) put('○', ' ', own);
  return out;
}
