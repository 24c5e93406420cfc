/** Lövstrands stad: Helvetica, a wide left margin, "§ 7" on a line of its own and the number under the title. */
import { namn } from '../content.ts';
import type { Template } from '../layout.ts';
import { HOJD } from '../pen.ts';

export const lovstrand: Template = {
  family: 'helvetica',
  grad: 11,
  rad: 15,
  marginal: { upp: 112, ned: 84, vanster: 96, hoger: 80 },
  indrag: [0, 18],
  styckeavstand: 6,
  postavstand: 3,
  sidhuvud(pen, { sid, av, handling: h }) {
    pen.at('Lövstrands stad', 40, { snitt: 'fet', grad: 12, x: 60 });
    if (h.kind === 'protokoll') {
      pen.at(h.organ ?? '', 55, { grad: 10, x: 60 });
      pen.at('Protokoll 9/2019', 40, { grad: 10, x: 370 });
      pen.at(h.datum ?? '', 55, { grad: 10, x: 370 });
      pen.at(`Sida ${sid} (${av})`, 70, { grad: 10, x: 370 });
      pen.at('Justerarsignaturer', HOJD - 56, { grad: 8, x: 60 });
    } else {
      pen.at(h.avsandare ?? '', 55, { grad: 10, x: 60 });
      pen.at('Tjänsteutlåtande', 40, { grad: 10, x: 370 });
      pen.at(`Dnr ${h.diarienummer}`, 55, { grad: 10, x: 370 });
      pen.at(h.datum ?? '', 70, { grad: 10, x: 370 });
      pen.at(`Sida ${sid} (${av})`, 85, { grad: 10, x: 370 });
    }
  },
  borjan(pen, h) {
    if (h.kind === 'tjansteskrivelse') {
      pen.at('Handläggare', 78, { grad: 10, x: 60, snitt: 'fet' });
      pen.at(h.tryck?.handlaggare ?? '', 91, { grad: 10, x: 60 });
      pen.y = 126;
      pen.para('Till', { x: 300 });
      pen.para(h.till?.[0] ?? '', { x: 300 });
      pen.para('2019-11-21', { x: 300 });
      pen.gap(22);
      return;
    }
    const n = h.narvaro ?? { ledamoter: [], ersattare: [], ovriga: [] };
    pen.para(h.tryck?.plats ?? '');
    pen.gap(6);
    const rad = (label: string, people: typeof n.ledamoter) => {
      pen.para(label, { snitt: 'fet' });
      for (const p of people) pen.para(p.roll ? `${namn(p)}, ${p.roll}` : namn(p));
      pen.gap(6);
    };
    rad('Ledamöter', n.ledamoter);
    rad('Ersättare', n.ersattare);
    rad('Tjänstemän', n.ovriga);
    pen.para('Justering', { snitt: 'fet' });
    pen.para((h.justerare ?? []).map((p) => namn(p)).join(' och '));
    pen.gap(16);
  },
  paragraf(pen, h, a) {
    pen.need(5);
    if (h.kind === 'protokoll') pen.para(`§ ${a.paragraf}`, { snitt: 'fet', grad: 13 });
    pen.para(a.rubrik, { snitt: 'fet', grad: 13 });
    if (h.kind === 'protokoll') pen.para(`Dnr ${a.diarienummer}`);
    pen.gap(8);
  },
  rubrik(pen, text) {
    pen.gap(3);
    pen.need(2);
    pen.para(text, { snitt: 'fet' });
  },
  efter(pen) {
    pen.gap(22);
  },
  slut(pen, h) {
    if (h.kind !== 'tjansteskrivelse') return;
    pen.gap(12);
    for (const [i, p] of (h.undertecknare ?? []).entries()) {
      pen.at(p.namn ?? '', pen.y, { x: pen.left + i * 210 });
      pen.at(p.roll ?? '', pen.y + 15, { x: pen.left + i * 210 });
    }
  },
};
