/** Granviks kommun: a humanist sans face, the number on the §'s line, signatures in the footer. */
import type { Handling } from '../content.ts';
import type { Template } from '../layout.ts';
import { HOJD, type Pen, type Sida } from '../pen.ts';

function sidhuvud(pen: Pen, { sid, av, handling: h }: Sida): void {
  const label = `${sid} (${av})`;
  if (h.kind === 'protokoll') {
    pen.at(h.huvudman ?? '', 40, { snitt: 'fet', grad: 13 });
    pen.at('PROTOKOLLSUTDRAG', 40, { snitt: 'fet', grad: 12, x: 330 });
    pen.at(`Sida ${label}`, 41, { align: 'right', grad: 10 });
    pen.at(h.organ ?? '', 57, { grad: 11 });
    pen.at('Sammanträdesdatum', 57, { grad: 8, x: 330 });
    pen.at(h.datum ?? '', 67, { grad: 10.5, x: 330 });
    pen.rule(84);
    pen.rule(HOJD - 72);
    pen.at('Justerandes signatur', HOJD - 68, { grad: 8 });
    pen.at('Utdragsbestyrkande', HOJD - 68, { grad: 8, x: 330 });
    return;
  }
  pen.at(h.huvudman ?? '', 40, { snitt: 'fet', grad: 13 });
  pen.at(label, 41, { align: 'right', grad: 10 });
  if (sid === 1) pen.at('TJÄNSTESKRIVELSE', 40, { snitt: 'fet', grad: 12, x: 330 });
  else pen.at(`${h.datum}   ${h.diarienummer}`, 41, { grad: 10, x: 330 });
}

function borjan(pen: Pen, h: Handling): void {
  if (h.kind !== 'tjansteskrivelse') return;
  pen.at('Datum', 62, { grad: 8, x: 330 });
  pen.at(h.datum ?? '', 72, { x: 330 });
  pen.at('Diarienummer', 62, { grad: 8, x: 430 });
  pen.at(h.diarienummer ?? '', 72, { x: 430 });
  pen.at(h.avsandare ?? '', 72);
  pen.at(h.tryck?.handlaggare ?? '', 88, { grad: 10 });
  pen.at(h.tryck?.epost ?? '', 101, { grad: 10 });
  pen.y = 138;
  for (const till of h.till ?? []) pen.para(till, { x: 330 });
  pen.y = 178;
}

export const granvik: Template = {
  family: 'carlito',
  grad: 11,
  rad: 14.4,
  marginal: { upp: 104, ned: 92, vanster: 71, hoger: 62 },
  indrag: [0, 20],
  styckeavstand: 6,
  postavstand: 2,
  sidhuvud,
  borjan,
  paragraf(pen, h, a) {
    if (h.kind === 'protokoll') {
      pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet', grad: 13 });
      pen.at(`Dnr ${a.diarienummer}`, pen.y + 1, { align: 'right' });
      pen.gap(20);
    }
    pen.para(a.rubrik, { snitt: 'fet', grad: 15 });
    pen.gap(4);
  },
  rubrik(pen, text) {
    pen.gap(5);
    pen.need(3);
    pen.para(text, { snitt: 'fet', grad: 11.5 });
    pen.gap(1);
  },
  slut(pen, h) {
    if (h.kind !== 'tjansteskrivelse') return;
    pen.need(5);
    pen.gap(32);
    for (const [i, p] of (h.undertecknare ?? []).entries()) {
      pen.at(p.namn ?? '', pen.y, { x: pen.left + i * 220 });
      pen.at(p.roll ?? '', pen.y + 14, { x: pen.left + i * 220 });
    }
    pen.gap(30);
  },
};
