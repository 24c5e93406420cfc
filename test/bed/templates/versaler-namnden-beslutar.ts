import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';
import { heldOutMotions } from './held-out-words.ts';

/** "SOCIALNÄMNDEN BESLUTAR" in capitals with att-clauses under, no heading Beslut; § with the year. */
export const versaler: Mall = {
  namn: 'versaler-namnden-beslutar',
  efter: 'NÄMNDEN BESLUTAR i versaler utan rubrik, § 63/20, beslut sist',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  skannad: 'jpeg',
  stil: stil({
    yrka: heldOutMotions,
    paragraf: (nr, ar) => `${nr}/${String(ar).slice(2)}`,
    dnr: (serie, ar, nr) => `${serie}.${ar}.${nr}`,
    satser: satser.att,
    beslut: (kedja) => ({ ledtext: led.besluta(kedja).toUpperCase() }),
    forslag: () => ({ rubrik: 'FÖRSLAG TILL BESLUT' }),
    ordning: [
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'omedelbar',
      'reservation',
      'anteckning',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'SAMMANFATTNING',
      underlag: 'BESLUTSUNDERLAG',
      yrkanden: 'YRKANDEN',
      gang: 'BESLUTSGÅNG',
      votering: 'VOTERING',
      reservation: 'RESERVATION',
      protokollsanteckning: 'PROTOKOLLSANTECKNING',
      sarskilt_yttrande: 'SÄRSKILT YTTRANDE',
      deltar_ej: 'DELTAR EJ I BESLUTET',
      jav: 'JÄV',
      omedelbar: 'OMEDELBAR JUSTERING',
      expediering: 'BESLUTET EXPEDIERAS TILL',
    },
    rosta: rosta.roster,
    underlag: 'nr.',
  }),
  look: () => ({
    family: 'times',
    grad: 11.5,
    rad: 14.4,
    marginal: { upp: 100, ned: 90, vanster: 80, hoger: 74 },
    indrag: [0, 20],
    styckeavstand: 6,
    postavstand: 3,
    sidhuvud(pen, { sid, av, handling: h }) {
      pen.at(h.organ ?? '', 40, { snitt: 'fet' });
      pen.at('SAMMANTRÄDESPROTOKOLL', 40, { align: 'center' });
      pen.at(`${sid}/${av}`, 40, { align: 'right' });
      pen.at(h.datum ?? '', 56);
      pen.at('Justerarsignaturer', 770, { grad: 9 });
      pen.at('Utdraget bestyrkes', 770, { grad: 9, x: 350 });
    },
    borjan(pen, h) {
      front(pen, h, { ...FRONT, plats: 'Tid och plats', bevis: 'BEVIS OM ANSLAGSDAG' });
      pen.newPage();
    },
    paragraf(pen, _h, a) {
      pen.need(6);
      pen.para(`§ ${a.paragraf}`, { snitt: 'fet' });
      pen.para(a.rubrik.toUpperCase(), { snitt: 'fet' });
      if (a.diarienummer) pen.para(`Diarienummer: ${a.diarienummer}`);
      pen.gap(8);
    },
    rubrik(pen, text) {
      pen.gap(4);
      pen.need(3);
      pen.para(text, { grad: 10.5 });
    },
    efter: (pen) => pen.gap(24),
  }),
};
