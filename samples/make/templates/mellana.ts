/** Räddningstjänstförbundet Mellanå: "§ 23/18" and title on one line, the number beside them, dashes. */
import { namn } from '../content.ts';
import type { Template } from '../layout.ts';
import { HOJD, type Pen } from '../pen.ts';

export const mellana: Template = {
  family: 'carlito',
  grad: 12,
  rad: 15.6,
  marginal: { upp: 108, ned: 90, vanster: 80, hoger: 76 },
  indrag: [6, 20],
  styckeavstand: 6,
  postavstand: 1,
  sidhuvud(pen, { sid, av, handling: h }) {
    pen.at(h.huvudman ?? '', 44, { snitt: 'fet', grad: 13 });
    pen.at(`Protokoll ${h.organ?.toLowerCase()} ${h.datum}`, 62, { grad: 11 });
    pen.at(`${sid}[${av}]`, 44, { align: 'right', grad: 10 });
    pen.rule(84);
    pen.at('Signatur', HOJD - 66, { grad: 9 });
    pen.at('.......................    .......................', HOJD - 66, { grad: 9, x: 130 });
  },
  borjan(pen, h) {
    const n = h.narvaro ?? { ledamoter: [], ersattare: [], ovriga: [] };
    const rad = (label: string, value: string) => {
      pen.para(value, { x: pen.left + 90 }, { text: label, x: pen.left });
      pen.gap(3);
    };
    const alla = (people: typeof n.ledamoter) =>
      people.map((p) => (p.roll ? `${namn(p)}, ${p.roll}` : namn(p))).join(', ');
    rad('Tid och plats', h.tryck?.plats ?? '');
    rad('Närvarande', alla(n.ledamoter));
    rad('Övriga', alla(n.ovriga));
    rad('Justerare', alla(h.justerare ?? []));
    pen.gap(12);
  },
  paragraf(pen: Pen, _h, a) {
    pen.need(5);
    pen.para(`§ ${a.paragraf}  ${a.rubrik}`, { snitt: 'fet', grad: 13 });
    pen.para(`Dnr ${a.diarienummer}`);
    pen.gap(4);
  },
  rubrik(pen, text) {
    pen.gap(2);
    pen.need(2);
    pen.para(text, { snitt: 'fet' });
  },
  efter(pen) {
    pen.gap(16);
  },
};
