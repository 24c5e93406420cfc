import { heading, look } from '../layout/look.ts';
import { longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { call } from '../phrasing/offices.ts';
import { stil } from '../phrasing/style.ts';

/** A call with the proposals in full: number, heading, number of the matter, proposal, summary. */
export const kallelseMedForslag: Mall = {
  namn: 'kallelse-med-forslag',
  efter: 'kallelse med numrerade ärenden, förslag till beslut och sammanfattning',
  slag: 'kommun',
  niva: 'styrelse',
  text: 'kolumner',
  stories: ['vidare', 'enkel', 'flera', 'motion', 'tillagg', 'enkel', 'votering', 'vidare'],
  handlingar: (meeting, stil) => [
    call(meeting, stil, {
      ordning: ['forslag', 'bakgrund', 'underlag'],
      forslag: (kedja) => ({ rubrik: 'Förslag till beslut', ledtext: led.besluta(kedja) }),
      rubriker: { bakgrund: 'Sammanfattning', underlag: 'Beslutsunderlag' },
    }),
  ],
  stil: stil({
    dnr: (serie, ar, nr) => `${serie} ${ar}/${nr}`,
    satser: satser.numberedAtt,
    beslut: () => ({}),
    underlag: 'streck',
  }),
  look: () =>
    look({
      family: 'liberation',
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 38, { snitt: 'fet' });
        pen.at('KALLELSE', 38, { x: 300, snitt: 'fet' });
        pen.at(`${sid} (${av})`, 38, { align: 'right' });
        pen.at(h.organ ?? '', 54);
        pen.at(`Sammanträdesdatum ${h.datum}`, 54, { x: 300 });
      },
      borjan(pen, h) {
        pen.para(`${h.organ} kallas till sammanträde`, { snitt: 'fet', grad: 14 });
        pen.para(`Tid: ${longDate(h.datum)} kl. 09.00`);
        pen.para(`Plats: ${h.tryck?.plats}`);
        pen.para(`Ordförande: ${h.tryck?.ordforande}`);
        pen.para('Förhinder anmäls till sekreteraren.');
        pen.gap(16);
      },
      paragraf(pen, _h, a) {
        pen.need(4);
        pen.para(a.rubrik, { snitt: 'fet', x: pen.left + 26 }, { text: `${a.punkt}.`, x: pen.left });
        if (a.diarienummer) pen.para(`Dnr ${a.diarienummer}`, { x: pen.left + 26 });
        pen.gap(3);
      },
      rubrik: heading({ snitt: 'kursiv' }),
      efter: (pen) => pen.gap(12),
    }),
};
