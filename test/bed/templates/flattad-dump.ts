import { contents, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { stil } from '../phrasing/style.ts';

/** A converted text on a web archive: every page one line, the § sign lost. */
export const flattadDump: Mall = {
  namn: 'flattad-dump',
  efter: 'konverterad text där varje sida blivit en rad och §-tecknet försvunnit',
  slag: 'kommun',
  niva: 'styrelse',
  text: 'platt',
  skada: (text) => text.replaceAll('§ ', '').replaceAll(' – ', ' '),
  stil: stil({
    dnr: (serie, ar, nr) => `${serie} ${ar}/${nr}`,
    satser: satser.att,
    beslut: under('Kommunstyrelsens beslut', led.besluta),
    rubriker: { bakgrund: 'Ärendebeskrivning', expediering: 'Beslutet ska skickas till' },
    mottagare: 'komma',
    brott: 0,
  }),
  look: () => ({
    family: 'helvetica',
    grad: 11,
    rad: 14,
    marginal: { upp: 100, ned: 80, vanster: 70, hoger: 60 },
    indrag: [0, 18],
    styckeavstand: 6,
    postavstand: 2,
    sidhuvud(pen, { sid, av, handling: h }) {
      pen.at(`${h.huvudman}`, 40, { snitt: 'fet' });
      pen.at('SAMMANTRÄDESPROTOKOLL', 40, { x: 280 });
      pen.at(`${sid} (${av})`, 40, { align: 'right' });
      pen.at(`${h.organ}`, 56);
      pen.at(`Sammanträdesdatum ${h.datum}`, 56, { x: 280 });
    },
    borjan(pen, h) {
      front(pen, h);
      pen.newPage();
      contents(pen, h, 'Ärendelista', (p) => `§ ${p}`);
      pen.newPage();
    },
    paragraf(pen, _h, a) {
      pen.need(5);
      pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet' });
      if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { x: 300 });
      pen.gap(16);
      pen.para(a.rubrik, { snitt: 'fet' });
      pen.gap(4);
    },
    rubrik(pen, text) {
      pen.gap(4);
      pen.need(2);
      pen.para(text, { snitt: 'fet' });
    },
    efter: (pen) => pen.gap(20),
  }),
};
