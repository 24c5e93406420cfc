/** Region Norrvall: sans serif, numbers in a block at the upper right, coloured headings. And its web pages. */
import type { Handling } from '../content.ts';
import type { Template } from '../layout.ts';
import { HOJD, type Pen, type Sida } from '../pen.ts';

const BLA = '#1f4e79';

function sidhuvud(pen: Pen, { sid, av, handling: h }: Sida): void {
  pen.doc.fillColor(BLA);
  pen.at('Region Norrvall', 38, { snitt: 'fet', grad: 15 });
  pen.doc.fillColor('black');
  pen.at(`${sid}(${av})`, 40, { align: 'right', grad: 9 });
  if (h.kind === 'protokoll') {
    pen.at('Protokoll', 40, { grad: 10, x: 340 });
    pen.at(h.organ ?? '', 53, { grad: 10, x: 340 });
    pen.at(`Sammanträde ${h.datum}`, 66, { grad: 10, x: 340 });
    pen.at('Ordförandes sign', HOJD - 52, { grad: 7.5 });
    pen.at('Justerares sign', HOJD - 52, { grad: 7.5, x: 220 });
    pen.at('Utdraget bestyrks', HOJD - 52, { grad: 7.5, x: 360 });
    return;
  }
  if (h.kind === 'kallelse') pen.at('KALLELSE', 40, { snitt: 'fet', grad: 10, x: 340 });
  if (h.kind === 'annat' && sid === 1) pen.at(h.tryck?.slag ?? '', 40, { snitt: 'fet', grad: 10, x: 340 });
  pen.at('Region Norrvall  |  Box 100, 999 01 Almvik  |  norrvall.example', HOJD - 48, {
    grad: 7.5,
    align: 'center',
  });
}

function skrivelse(pen: Pen, h: Handling): void {
  const rows: [string, string | undefined][] = [
    ['Datum', h.datum],
    ['Ärendenr', h.diarienummer],
    ['Dokumentnr', h.dokumentnummer],
  ];
  for (const [i, [label, value]] of rows.entries()) {
    pen.at(label, 56 + i * 13, { grad: 8.5, x: 340 });
    pen.at(value ?? '', 55 + i * 13, { grad: 9.5, x: 400 });
  }
  pen.at('Tjänsteskrivelse', 62, { grad: 10 });
  pen.at(h.avsandare ?? '', 75, { grad: 9.5 });
  pen.at(h.tryck?.handlaggare ?? '', 88, { grad: 9.5 });
  pen.y = 122;
  for (const till of h.till ?? []) pen.para(`Till ${till}`);
  pen.gap(18);
}

function titel(pen: Pen, text: string): void {
  pen.doc.fillColor(BLA);
  pen.para(text, { snitt: 'fet', grad: 15 });
  pen.doc.fillColor('black');
  pen.gap(6);
}

export const norrvall: Template = {
  family: 'liberation',
  grad: 10.5,
  rad: 14,
  marginal: { upp: 100, ned: 78, vanster: 68, hoger: 72 },
  indrag: [8, 26],
  styckeavstand: 7,
  postavstand: 2.5,
  sidhuvud,
  borjan(pen, h) {
    if (h.kind === 'tjansteskrivelse') skrivelse(pen, h);
    if (h.kind === 'kallelse') {
      titel(pen, h.rubrik ?? '');
      pen.para(`Tid: ${h.tryck?.tid}`);
      pen.para(`Plats: ${h.tryck?.plats}`);
      pen.gap(10);
    }
    if (h.kind === 'annat') {
      titel(pen, h.rubrik ?? '');
      if (h.tryck?.slag === 'PLAN') {
        pen.para(`Version 1.0, ${h.datum}`, { snitt: 'kursiv' });
        pen.gap(8);
      }
    }
  },
  paragraf(pen, h, a) {
    if (h.kind === 'kallelse') {
      pen.need(4);
      pen.para(a.rubrik, { x: pen.left + 26, snitt: 'fet' }, { text: `${a.punkt}.`, x: pen.left + 8 });
      pen.para(`Ärendenr ${a.diarienummer}`, { x: pen.left + 26, grad: 9.5 });
      return;
    }
    if (h.kind === 'protokoll') {
      pen.para(`§ ${a.paragraf}`, { snitt: 'fet', grad: 12 });
      titel(pen, a.rubrik);
      pen.para(`Ärendenr ${a.diarienummer}`);
      pen.gap(6);
      return;
    }
    titel(pen, a.rubrik);
  },
  rubrik(pen, text) {
    pen.gap(4);
    pen.need(2);
    pen.para(text, { snitt: 'fet', grad: 11 });
    pen.gap(1);
  },
  efter(pen, h) {
    if (h.kind === 'kallelse') pen.gap(8);
  },
  slut(pen, h) {
    if (h.kind === 'kallelse') pen.para(h.tryck?.sist ?? '', { x: pen.left + 8 });
    if (h.kind === 'tjansteskrivelse') {
      pen.need(5);
      pen.gap(30);
      for (const p of h.undertecknare ?? []) {
        pen.para(p.namn ?? '');
        pen.para(p.roll ?? '');
      }
    }
    if (h.tryck?.under) {
      pen.gap(30);
      pen.para(`Almvik den 19 februari 2024`);
      pen.gap(24);
      pen.para(h.tryck.under);
      pen.para(h.tryck.under2 ?? '');
    }
  },
};

/** A page printed from a web browser. */
export const webbsida: Template = {
  ...norrvall,
  grad: 11,
  rad: 15,
  marginal: { upp: 90, ned: 70, vanster: 90, hoger: 90 },
  sidhuvud(pen, { sid, av }) {
    pen.at('2024-03-11 09:14', 24, { grad: 8, x: 30 });
    pen.at('Så fungerar hälso- och sjukvårdsnämnden – Region Norrvall', 24, { grad: 8, align: 'center' });
    pen.at('https://www.norrvall.example/politik/namnder/halso-och-sjukvardsnamnden', HOJD - 30, {
      grad: 8,
      x: 30,
    });
    pen.at(`${sid}/${av}`, HOJD - 30, { grad: 8, align: 'right', till: 565 });
    pen.at('Start    Politik    Vård och hälsa    Resor    Jobba hos oss    Kontakt', 48, { grad: 9 });
    pen.rule(66);
  },
  borjan(pen, h) {
    pen.para('Start / Politik / Nämnder', { grad: 8.5 });
    pen.gap(6);
    titel(pen, h.rubrik ?? '');
    pen.para('Senast uppdaterad: 5 mars 2024', { grad: 9 });
    pen.gap(8);
  },
  slut(pen) {
    pen.gap(16);
    pen.para('Hjälpte sidan dig?   Ja   Nej', { grad: 9.5 });
  },
};
