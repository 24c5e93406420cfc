/**
 * The way as a diagram that GitHub and other readers of Markdown draw: bodies side by side, time down. A sequence
 * diagram, and not a flow chart: it keeps bodies in tracks and steps in order of time whatever the arrows, and has room
 * for notes.
 */
import { bildOf } from './bild.ts';
import * as ord from './ord.ts';
import { utanSekretess } from './sekretess.ts';
import { lines } from './text.ts';
import type { Bild, Oppen, Pil, Pilart, Vag } from './types.ts';

/** Letters of a line in a note; longer texts go on in the next. */
const NOTE = 38;
const NAME = 24;

/**
 * Solid with a head: the matter goes on. Dashed: it comes back, is put off or goes out for an opinion. An open head:
 * awaited. A cross: it went that way and nothing tells more.
 */
const ARROW: { readonly [art in Pilart]: string } = {
  vidare: '->>',
  aterremiss: '-->>',
  bordlaggning: '-->>',
  remiss: '-->>',
  delegation: '->>',
};

/**
 * Draws a way as mermaid.
 *
 * @param idag YYYY-MM-DD, the day that lateness is reckoned from; null: nothing is called late
 * @returns the diagram's lines, without a Markdown fence
 */
export function mermaidOf(whole: Vag, idag: string | null): string {
  const vag = utanSekretess(whole);
  const bild = bildOf(vag, idag);
  const title = [
    vag.diarienummer === null
      ? 'Utan diarienummer'
      : ord.shownField(vag.diarienummer, 'diarienummer', vag.obekraftade),
    vag.huvudman ?? 'utan huvudman',
  ].join(' · ');
  const out = [
    'sequenceDiagram',
    `accTitle: ${safe(title)}`,
    ...(vag.rubrik === null ? [] : [`accDescr: ${safe(vag.rubrik)}`]),
    `title ${safe(vag.rubrik === null ? title : `${title}: ${vag.rubrik}`)}`,
    // A diagram needs somebody in it.
    ...(bild.banor.length === 0 ? ['participant o1 as Inga handlingar'] : []),
    ...bild.banor.map(({ namn }, at) => `participant ${id(at)} as ${broken([namn], NAME)}`),
  ];
  bild.markeringar.forEach(({ bana }, at) => {
    out.push(`Note over ${id(bana)}: ${broken(noteOf(bild, at), NOTE)}`);
    for (const pil of bild.pilar.filter(({ fran }) => fran === at)) {
      out.push(`${id(bana)}${arrowOf(bild, pil)}${id(pil.bana)}: ${broken([arrowText(bild, pil)], NOTE)}`);
    }
  });
  for (const oppen of bild.oppna.filter(({ art }) => art === 'vantar')) {
    out.push(`Note over ${id(oppen.bana)}: ${broken(awaitedText(bild, oppen), NOTE)}`);
  }
  out.push(...whereItLies(bild));
  return `${out.map((line, at) => (at === 0 ? line : `    ${line}`)).join('\n')}\n`;
}

const id = (bana: number): string => `o${bana + 1}`;

/** One note: day, § and kind, outcome, votes, what goes along, legal force. */
function noteOf({ markeringar }: Bild, at: number): string[] {
  const steg = (markeringar[at] as Bild['markeringar'][number]).steg;
  const what = [ord.paragrafOf(steg), steg.kind === 'protokoll' ? '' : ord.KIND[steg.kind]];
  const head = [ord.dayOf(steg), ...what].filter((part) => part !== '').join(' · ');
  return [
    head,
    ord.utfallOf(steg),
    ...ord.voteringarOf(steg),
    ...ord.medfoljerOf(steg),
    steg.lagaKraft ? ord.lagaKraftText(steg.lagaKraft) : '',
  ].filter((line) => line !== '');
}

function arrowOf(bild: Bild, { till, art }: Pil): string {
  if ('steg' in till) return ARROW[art];
  const open = bild.oppna[till.oppen]?.art;
  return open === 'saknas' ? '-x' : open === 'delegerad' ? ARROW[art] : '--)';
}

function arrowText({ oppna, banor, vag }: Bild, pil: Pil): string {
  const open = 'oppen' in pil.till ? oppna[pil.till.oppen] : undefined;
  const namn = banor[pil.bana]?.namn ?? '';
  const words = [
    ord.pilWord(pil),
    ord.attText(pil.nr),
    ord.sedanText(pil),
    open && open.art !== 'delegerad' ? ord.oppenText(open, namn, vag.typ) : '',
  ];
  return words.filter((part) => part !== '').join(' · ') || 'vidare';
}

function awaitedText({ banor, idag, vag }: Bild, oppen: Oppen): string[] {
  const { vantan } = oppen;
  const first = `${oppen.sen ? '⚠ Försenat' : 'Väntar'}: ${vantan ? ord.vantanText(vantan, vag.typ) : (banor[oppen.bana]?.namn ?? '')}`;
  return [first, ...(vantan ? ord.fristText(vantan, idag) : [])];
}

function whereItLies({ banor, vag, markeringar }: Bild): string[] {
  const last = markeringar.at(-1);
  if (vag.avslutat && last) return [`Note over ${id(last.bana)}: ${safe(ord.slutText(vag))}`];
  const here = banor.findIndex(({ hos }) => hos);
  return here < 0 ? [] : [`Note over ${id(here)}: ${safe('Ärendet ligger här nu')}`];
}

/** Texts one under the other, each broken into lines of so many letters. */
const broken = (texts: string[], width: number): string =>
  texts
    .flatMap((text) => lines(text, width))
    .map(safe)
    .join('<br/>');

/**
 * A text in which nothing means anything to mermaid: everything but letters, digits and the plainest marks stands as
 * the number of its character (#35; is #). So no title can end a line, open a directive or a tag, or be a keyword's sign.
 */
function safe(text: string): string {
  return [...text.replace(/[\p{C}\s]+/gu, ' ').trim()]
    .map((letter) => (/[\p{L}\p{M}\p{N} ,.()/§·–→?-]/u.test(letter) ? letter : `#${letter.codePointAt(0)};`))
    .join('');
}
