/**
 * Ekeruds kommun: a serif face; front page with attendance and bevis, a contents list, "KS § 67" with the
 * number under the title, a line after each §, initials in the footer.
 */
import type { Handling } from '../content.ts';
import { namn } from '../content.ts';
import type { Template } from '../layout.ts';
import { HOJD, type Pen, type Sida } from '../pen.ts';

function sidhuvud(pen: Pen, { sid, av, handling: h }: Sida): void {
  pen.at((h.huvudman ?? '').toUpperCase(), 36, { snitt: 'fet', grad: 12 });
  pen.at('SAMMANTRÄDESPROTOKOLL', 36, { snitt: 'fet', grad: 12, x: 300 });
  pen.at('Sammanträdesdatum', 52, { grad: 8, x: 300 });
  pen.at(h.datum ?? '', 61, { grad: 11, x: 300 });
  pen.at(`Sida ${sid} av ${av}`, 61, { grad: 10, align: 'right' });
  pen.at(h.organ ?? '', 58, { grad: 12 });
  pen.rule(78);
  pen.rule(HOJD - 66, pen.left, pen.left + 150);
  pen.rule(HOJD - 66, pen.left + 300, pen.right);
  pen.at('Justerandes sign', HOJD - 63, { grad: 8 });
  pen.at('Utdragsbestyrkande', HOJD - 63, { grad: 8, x: pen.left + 300 });
}

function row(pen: Pen, label: string, lines: string[], x = pen.left + 120): void {
  pen.at(label, pen.y, { snitt: 'fet', grad: 10 });
  for (const line of lines) pen.para(line, { x });
  pen.gap(7);
}

function framsida(pen: Pen, h: Handling): void {
  const tryck = h.tryck ?? {};
  row(pen, 'Plats och tid', [tryck.plats ?? '']);
  const n = h.narvaro ?? { ledamoter: [], ersattare: [], ovriga: [] };
  const roll = (p: { roll: string | null }) => (p.roll ? `, ${p.roll}` : '');
  row(pen, 'Beslutande', [
    ...n.ledamoter.map((p) => `${namn(p)}${roll(p)}`),
    ...n.ersattare.filter((p) => p.roll).map(() => tryck.tjanstgor ?? ''),
  ]);
  row(
    pen,
    'Ersättare',
    n.ersattare.filter((p) => !p.roll).map((p) => namn(p)),
  );
  row(
    pen,
    'Övriga närvarande',
    n.ovriga.map((p) => `${p.namn}${roll(p)}`),
  );
  row(pen, 'Utses att justera', h.justerare?.map((p) => namn(p)) ?? []);
  row(pen, 'Justeringens', [tryck.justeringsplats ?? '']);
  pen.at('plats och tid', pen.y - 8, { snitt: 'fet', grad: 10 });
  pen.gap(12);
  pen.at('Underskrifter', pen.y, { snitt: 'fet', grad: 10 });
  for (const [label, name] of [
    ['Sekreterare', tryck.sekreterare],
    ['Ordförande', tryck.ordforande],
    ['Justerande', h.justerare?.[0] ? namn(h.justerare[0]) : ''],
  ] as const) {
    pen.at(label, pen.y, { x: pen.left + 120, grad: 10 });
    pen.rule(pen.y + 13, pen.left + 190, pen.right - 110);
    if (label === 'Sekreterare')
      pen.at(`Paragrafer ${tryck.paragrafer}`, pen.y, { x: pen.right - 95, grad: 10 });
    pen.gap(16);
    pen.at(name ?? '', pen.y, { x: pen.left + 190, grad: 10 });
    pen.gap(20);
  }
  pen.rule(pen.y);
  pen.gap(5);
  pen.at('BEVIS', pen.y, { snitt: 'fet', grad: 11, align: 'center' });
  pen.gap(15);
  pen.at('Justeringen har tillkännagivits genom anslag', pen.y, { align: 'center', grad: 10 });
  pen.gap(17);
  row(pen, 'Organ', [h.organ ?? '']);
  row(pen, 'Sammanträdesdatum', [h.datum ?? '']);
  pen.at('Anslaget sätts upp', pen.y, { snitt: 'fet', grad: 10 });
  pen.at(h.anslag?.uppsatt ?? '', pen.y, { x: pen.left + 120 });
  pen.at('Anslaget tas ned', pen.y, { snitt: 'fet', grad: 10, x: pen.left + 260 });
  pen.at(h.anslag?.nedtas ?? '', pen.y, { x: pen.left + 360 });
}

function innehall(pen: Pen, h: Handling): void {
  pen.para('Innehållsförteckning', { snitt: 'fet', grad: 13 });
  pen.gap(6);
  for (const a of h.arenden) {
    pen.para(a.rubrik, { x: pen.left + 70 }, { text: `KS § ${a.paragraf}`, x: pen.left });
    pen.gap(3);
  }
}

export const ekerud: Template = {
  family: 'tinos',
  grad: 11.5,
  rad: 14.2,
  marginal: { upp: 96, ned: 84, vanster: 75, hoger: 70 },
  indrag: [0, 14],
  styckeavstand: 6,
  postavstand: 4,
  sidhuvud,
  borjan(pen, h) {
    framsida(pen, h);
    pen.newPage();
    innehall(pen, h);
    pen.newPage();
  },
  paragraf(pen, _h, a) {
    pen.need(7);
    pen.para(`KS § ${a.paragraf}`, { snitt: 'fet', grad: 12.5 });
    pen.para(a.rubrik, { snitt: 'fet', grad: 12.5 });
    if (a.diarienummer) pen.para(`Dnr ${a.diarienummer}`);
    pen.gap(7);
  },
  rubrik(pen, text) {
    pen.gap(4);
    pen.need(2);
    pen.para(text, { snitt: 'kursiv', grad: 11.5 });
  },
  efter(pen, _h, last) {
    pen.gap(4);
    pen.rule(pen.y, pen.left + 170, pen.right - 170);
    if (!last) pen.gap(22);
  },
};
