import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { letter } from '../phrasing/offices.ts';
import { stil } from '../phrasing/style.ts';

/** The office's letter of today: date and number in columns at the top right, addressee, proposal first. */
export const tjansteskrivelse: Mall = {
  namn: 'tjansteskrivelse',
  efter: 'tjänsteskrivelse ur dagens mallar: förslag först, mottagare till höger, underskrifter sist',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  skannad: 'jbig2',
  stories: ['vidare', 'enkel', 'flera', 'motion', 'tillagg', 'vidare', 'enkel'],
  handlingar: (meeting, stil) =>
    meeting.arenden.map((m) =>
      letter(m, meeting, stil, {
        ordning: ['forslag', 'bakgrund', 'ekonomi', 'underlag', 'expediering'],
        forslag: (kedja) => ({ rubrik: 'Förslag till beslut', ledtext: led.besluta(kedja) }),
        rubriker: {
          bakgrund: 'Sammanfattning',
          ekonomi: 'Ekonomiska konsekvenser',
          underlag: 'Beslutsunderlag',
          expediering: 'Beslutet skickas till',
        },
      }),
    ),
  stil: stil({
    dnr: (serie, ar, nr) => `${serie} ${ar}/${nr}`,
    satser: satser.numberedPassive,
    beslut: () => ({}),
    avstava: true,
  }),
  look: () =>
    look({
      family: 'carlito',
      grad: 11,
      rad: 14.4,
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 38, { snitt: 'fet', grad: 13 });
        if (sid === 1) pen.at('TJÄNSTESKRIVELSE', 38, { snitt: 'fet', x: 310 });
        pen.at(`${sid} (${av})`, 38, { align: 'right', grad: 9 });
        pen.at('Datum', 54, { grad: 7.5, x: 310 });
        pen.at(h.datum ?? '', 63, { x: 310 });
        pen.at('Diarienummer', 54, { grad: 7.5, x: 430 });
        pen.at(h.diarienummer ?? '', 63, { x: 430 });
        pen.at('Torggatan 1, 990 01 Orten  |  0990-555 00  |  kommun@kommun.example', HOJD - 48, {
          grad: 7.5,
        });
      },
      borjan(pen, h) {
        pen.at(h.avsandare ?? '', 56);
        pen.at(h.undertecknare?.[0]?.namn ?? '', 70, { grad: 9.5 });
        pen.y = 112;
        for (const till of h.till ?? []) pen.para(till, { x: 310 });
        pen.gap(24);
      },
      paragraf(pen, _h, a) {
        pen.para(a.rubrik, { snitt: 'fet', grad: 15 });
        pen.gap(5);
      },
      rubrik: heading({ snitt: 'fet', grad: 12 }),
      slut(pen, h) {
        pen.need(5);
        pen.gap(30);
        for (const [i, p] of (h.undertecknare ?? []).entries()) {
          pen.at(p.namn ?? '', pen.y, { x: pen.left + i * 220 });
          pen.at(p.roll ?? '', pen.y + 14, { x: pen.left + i * 220 });
        }
        pen.gap(30);
      },
    }),
};
