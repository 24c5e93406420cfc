import { HOJD } from '../../../samples/make/pen.ts';
import { contents, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { stil } from '../phrasing/style.ts';

/** Today's case system: decision first, "§ 45   Dnr KS 2023/114", initials in the foot. */
export const exportBeslutForst: Mall = {
  namn: 'export-beslut-forst',
  efter: 'export ur dagens ärendesystem, beslut före bakgrund, numrerade satser',
  slag: 'kommun',
  niva: 'styrelse',
  text: 'kolumner',
  skannad: 'jbig2',
  stil: stil({
    dnr: (serie, ar, nr) => `${serie} ${ar}/${nr}`,
    satser: satser.numberedPassive,
    beslut: under('Beslut', led.besluta),
    rubriker: { bakgrund: 'Sammanfattning', omedelbar: 'Justering' },
    avstava: true,
  }),
  look: () => ({
    family: 'carlito',
    grad: 11,
    rad: 14.2,
    marginal: { upp: 108, ned: 90, vanster: 70, hoger: 64 },
    indrag: [0, 20],
    styckeavstand: 6,
    postavstand: 2,
    sidhuvud(pen, { sid, av, handling: h }) {
      pen.at(h.huvudman ?? '', 38, { snitt: 'fet', grad: 13 });
      pen.at('Sammanträdesprotokoll', 38, { snitt: 'fet', grad: 12, x: 330 });
      pen.at(`${sid} (${av})`, 38, { align: 'right', grad: 10 });
      pen.at(h.organ ?? '', 56);
      pen.at('Sammanträdesdatum', 56, { grad: 8, x: 330 });
      pen.at(h.datum ?? '', 68, { x: 330 });
      pen.rule(88);
      pen.rule(HOJD - 70);
      pen.at('Justerandes signatur', HOJD - 66, { grad: 8 });
      pen.at('Utdragsbestyrkande', HOJD - 66, { grad: 8, x: 330 });
    },
    borjan(pen, h) {
      front(pen, h);
      pen.newPage();
      contents(pen, h, 'Innehållsförteckning', (p) => `§ ${p}`);
      pen.newPage();
    },
    paragraf(pen, _h, a) {
      pen.need(6);
      pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet', grad: 13 });
      if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { align: 'right' });
      pen.gap(19);
      pen.para(a.rubrik, { snitt: 'fet', grad: 14 });
      pen.gap(4);
    },
    rubrik(pen, text) {
      pen.gap(5);
      pen.need(3);
      pen.para(text, { snitt: 'fet' });
    },
    efter: (pen) => pen.gap(22),
  }),
};
