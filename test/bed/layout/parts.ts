/** Pieces that many looks share: rows of a front page, a contents list, signatures, the notice. */
import type { Handling, Person } from '../../../samples/make/content.ts';
import { namn } from '../../../samples/make/content.ts';
import type { Pen } from '../../../samples/make/pen.ts';

/** A label with its lines beside it. */
export function row(pen: Pen, label: string, lines: string[], x = 130): void {
  pen.at(label, pen.y, { snitt: 'fet', grad: 9.5 });
  if (lines.length === 0) pen.gap(pen.look.rad);
  for (const line of lines) pen.para(line, { x: pen.left + x });
  pen.gap(6);
}

export interface FrontLabels {
  plats: string;
  beslutande: string;
  ersattare: string;
  ovriga: string;
  justerare: string;
  justering: string;
  paragrafer: string;
  bevis: string;
}

export const FRONT: FrontLabels = {
  plats: 'Plats och tid',
  beslutande: 'Beslutande',
  ersattare: 'Ej tjänstgörande ersättare',
  ovriga: 'Övriga deltagande',
  justerare: 'Utses att justera',
  justering: 'Justeringens plats och tid',
  paragrafer: 'Paragrafer',
  bevis: 'ANSLAG/BEVIS',
};

const withRole = (p: Person, print: (p: Person) => string) => `${print(p)}${p.roll ? `, ${p.roll}` : ''}`;

/** The front page with attendance, approval and notice. */
export function front(pen: Pen, h: Handling, labels: FrontLabels = FRONT, print = namn): void {
  const n = h.narvaro ?? { ledamoter: [], ersattare: [], ovriga: [] };
  row(pen, labels.plats, [h.tryck?.plats ?? '']);
  row(
    pen,
    labels.beslutande,
    n.ledamoter.map((p) => withRole(p, print)),
  );
  row(
    pen,
    labels.ersattare,
    n.ersattare.map((p) => print(p)),
  );
  row(
    pen,
    labels.ovriga,
    n.ovriga.map((p) => withRole(p, print)),
  );
  row(pen, labels.justerare, h.justerare?.map((p) => print(p)) ?? []);
  row(pen, labels.justering, [`Kommunkontoret, ${h.anslag?.justerad}`]);
  signatures(pen, h, labels.paragrafer);
  notice(pen, h, labels.bevis);
}

export function signatures(pen: Pen, h: Handling, paragrafer = 'Paragrafer'): void {
  for (const [label, name] of [
    ['Sekreterare', h.tryck?.sekreterare],
    ['Ordförande', h.tryck?.ordforande],
    ['Justerare', h.justerare?.[0]?.namn],
  ] as const) {
    pen.need(3);
    pen.at(label, pen.y, { grad: 9.5 });
    if (label === 'Sekreterare')
      pen.at(`${paragrafer} ${h.tryck?.paragrafer}`, pen.y, { x: pen.right - 130 });
    pen.rule(pen.y + 12, pen.left + 90, pen.right - 150);
    pen.gap(14);
    pen.at(name ?? '', pen.y, { x: pen.left + 90 });
    pen.gap(18);
  }
}

export function notice(pen: Pen, h: Handling, heading: string): void {
  pen.need(7);
  pen.rule(pen.y);
  pen.gap(4);
  pen.para(heading, { snitt: 'fet', align: 'center' });
  pen.para('Protokollet är justerat. Justeringen har tillkännagivits genom anslag.', { grad: 9.5 });
  row(pen, 'Organ', [h.organ ?? '']);
  row(pen, 'Sammanträdesdatum', [h.datum ?? '']);
  pen.at('Anslaget sätts upp', pen.y, { grad: 9.5 });
  pen.at(h.anslag?.uppsatt ?? '', pen.y, { x: pen.left + 130 });
  pen.at('Anslaget tas ned', pen.y, { grad: 9.5, x: pen.left + 260 });
  pen.at(h.anslag?.nedtas ?? '', pen.y, { x: pen.left + 370 });
  pen.gap(pen.look.rad);
  pen.para('Förvaringsplats för protokollet   Kommunkontoret', { grad: 9.5 });
}

/** Every § and heading, with the page as a guess: contents lists are quotes. */
export function contents(pen: Pen, h: Handling, heading: string, sign: (paragraf: string) => string): void {
  pen.para(heading, { snitt: 'fet', grad: pen.look.grad + 2 });
  pen.gap(6);
  for (const [i, a] of h.arenden.entries()) {
    pen.at(String(3 + Math.floor(i * 0.7)), pen.y, { align: 'right' });
    pen.para(
      a.rubrik,
      { x: pen.left + 62, till: pen.right - 30 },
      { text: sign(a.paragraf ?? ''), x: pen.left },
    );
    pen.gap(2);
  }
}

const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(
  ' ',
);

/** "2019-03-05" → "5 mars 2019". */
export function longDate(iso: string | null | undefined): string {
  const [y, m, d] = (iso ?? '').split('-');
  return `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}`;
}
