/** Fjällsunda kommun: Times, the § and the number in the left margin, the text in a column beside it. */
import { namn } from '../content.ts';
import type { Template } from '../layout.ts';
import { HOJD, type Pen } from '../pen.ts';

const MARGINAL = 62;

function post(pen: Pen, label: string, lines: string[]): void {
  pen.at(label, pen.y, { x: MARGINAL });
  for (const line of lines) pen.para(line, { x: pen.left + 20 });
  pen.gap(6);
}

export const fjallsunda: Template = {
  family: 'times',
  grad: 12,
  rad: 15,
  marginal: { upp: 116, ned: 96, vanster: 158, hoger: 74 },
  indrag: [0, 14],
  styckeavstand: 7,
  postavstand: 2,
  sidhuvud(pen, { sid, handling: h }) {
    pen.at('FJÄLLSUNDA KOMMUN', 44, { x: MARGINAL, snitt: 'fet', grad: 13 });
    pen.at('SAMMANTRÄDESPROTOKOLL', 44, { x: 330, snitt: 'fet', grad: 12 });
    pen.at('Sammanträdesdatum', 64, { x: 330, grad: 8 });
    pen.at('Blad', 64, { x: 490, grad: 8 });
    pen.at(h.datum ?? '', 74, { x: 330 });
    pen.at(String(sid), 74, { x: 490 });
    pen.at(h.organ ?? '', 74, { x: MARGINAL });
    pen.rule(94, MARGINAL, pen.right);
    pen.rule(HOJD - 82, MARGINAL, pen.right);
    pen.at('Justerandes sign', HOJD - 78, { x: MARGINAL, grad: 8 });
    pen.at('Utdragsbestyrkande', HOJD - 78, { x: 360, grad: 8 });
  },
  borjan(pen, h) {
    const n = h.narvaro ?? { ledamoter: [], ersattare: [], ovriga: [] };
    const med = (p: { namn: string | null; parti: string | null; roll: string | null }) =>
      p.roll ? `${namn(p)}, ${p.roll}` : namn(p);
    post(pen, 'Plats och tid', [h.tryck?.plats ?? '']);
    post(pen, 'Beslutande', n.ledamoter.map(med));
    post(pen, 'Ersättare', n.ersattare.map(med));
    post(pen, 'Övriga deltagande', n.ovriga.map(med));
    post(
      pen,
      'Utses att justera',
      (h.justerare ?? []).map((p) => namn(p)),
    );
    post(pen, 'Paragrafer', [h.tryck?.paragrafer ?? '']);
    pen.gap(4);
    pen.rule(pen.y, MARGINAL, pen.right);
    pen.gap(14);
  },
  paragraf(pen, _h, a) {
    pen.need(5);
    pen.at(`Sn § ${a.paragraf}`, pen.y, { x: MARGINAL, snitt: 'fet' });
    if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y + 16, { x: MARGINAL, grad: 10.5 });
    pen.para(a.rubrik, { snitt: 'fet' });
    pen.gap(6);
  },
  rubrik(pen, text) {
    pen.gap(2);
    pen.need(2);
    pen.para(text, { snitt: 'kursiv' });
  },
  efter(pen, _h, last) {
    if (last) pen.para('_____');
    else {
      pen.para('_____');
      pen.gap(14);
    }
  },
};
