import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { person } from '../phrasing/forms.ts';
import { short } from '../phrasing/motions.ts';
import { stil } from '../phrasing/style.ts';

/** "KS 115" opens the item, no § sign; motions as bullets with name and colon; recipients on one line. */
export const prefixUtanTecken: Mall = {
  namn: 'prefix-utan-tecken',
  efter: 'KS 115 utan §-tecken, diarienummer med år först, yrkanden på rad efter namn',
  slag: 'kommun',
  niva: 'styrelse',
  text: 'kolumner',
  skannad: 'jpeg',
  stil: stil({
    person: person.brackets,
    dnr: (serie, ar, nr) => `${ar}/${serie} ${String(nr).padStart(4, '0')}`,
    satser: satser.dashes,
    beslut: (kedja) => ({ rubrik: 'Beslut', ledtext: led.besluta(kedja) }),
    ordning: [
      'bakgrund',
      'tidigare',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'reservation',
      'anteckning',
      'omedelbar',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Bakgrund',
      underlag: 'Underlag',
      yrkanden: 'Behandling på sammanträdet',
      expediering: 'Delges',
    },
    yrka: short,
    mottagare: 'komma',
  }),
  look: () => ({
    family: 'helvetica',
    grad: 10.5,
    rad: 13.6,
    marginal: { upp: 100, ned: 86, vanster: 72, hoger: 66 },
    indrag: [0, 14],
    styckeavstand: 6,
    postavstand: 2,
    sidhuvud(pen, { sid, av, handling: h }) {
      pen.at(h.huvudman ?? '', 36, { snitt: 'fet', grad: 12 });
      pen.at('PROTOKOLL', 36, { x: 300, snitt: 'fet' });
      pen.at(`Sida ${sid} av ${av}`, 36, { align: 'right', grad: 9 });
      pen.at(h.organ ?? '', 52);
      pen.at(h.datum ?? '', 52, { x: 300 });
      pen.rule(70);
      pen.at('Ordförandes sign        Justerandes sign        Utdrag bestyrkes', 776, { grad: 8 });
    },
    borjan(pen, h) {
      front(pen, h, { ...FRONT, beslutande: 'Ledamöter', bevis: 'BEVIS OM ANSLAG' });
      pen.newPage();
    },
    paragraf(pen, h, a) {
      pen.need(6);
      pen.at(`${h.tryck?.kort} ${a.paragraf}`, pen.y, { snitt: 'fet', grad: 12 });
      if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { x: 300 });
      pen.gap(18);
      pen.para(a.rubrik, { snitt: 'fet', grad: 12 });
      pen.gap(4);
    },
    rubrik(pen, text) {
      pen.gap(4);
      pen.need(3);
      pen.para(text, { snitt: 'kursiv' });
    },
    efter(pen, _h, last) {
      pen.rule(pen.y + 4, pen.left, pen.left + 60);
      if (!last) pen.gap(24);
    },
  }),
};
