import { HOJD } from '../../../samples/make/pen.ts';
import { capital } from '../content/clause.ts';
import { genitive } from '../content/places.ts';
import { heading, look } from '../layout/look.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { letter } from '../phrasing/offices.ts';
import { stil } from '../phrasing/style.ts';

/** A large city's letter: "Till" on a line of its own, the proposal after a summary, "Bilagor" as papers. */
export const tjansteutlatande: Mall = {
  namn: 'tjansteutlatande',
  efter: 'storstads tjänsteutlåtande: Till, sammanfattning före förslag, bilagor numrerade',
  slag: 'stad',
  niva: 'namnd',
  text: 'rader',
  stories: ['vidare', 'enkel', 'flera', 'motion', 'tillagg', 'enkel'],
  handlingar: (meeting, stil) =>
    meeting.arenden.map((m) =>
      letter(m, meeting, stil, {
        ordning: ['bakgrund', 'forslag', 'ekonomi', 'underlag', 'expediering'],
        forslag: (kedja) => ({
          rubrik: `${genitive(meeting.organ.kontor)} förslag till beslut`,
          ledtext: led.attBeslutar(kedja),
        }),
        rubriker: {
          bakgrund: 'Sammanfattning',
          ekonomi: 'Ekonomi',
          underlag: 'Bilagor',
          expediering: 'Beslutet sänds till',
        },
      }),
    ),
  stil: stil({
    dnr: (serie, ar, nr) => `${serie} ${ar}/${String(nr).padStart(4, '0')}`,
    satser: satser.numbered,
    underlag: 'nr.',
    beslut: () => ({}),
  }),
  look: () =>
    look({
      family: 'times',
      grad: 12,
      rad: 15,
      marginal: { upp: 90, ned: 76, vanster: 110, hoger: 86 },
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 38, { snitt: 'fet', x: 50 });
        pen.at(h.avsandare ?? '', 52, { x: 50, grad: 10 });
        pen.at('Tjänsteutlåtande', 38, { x: 350, snitt: 'fet' });
        pen.at(`Dnr ${h.diarienummer}`, 52, { x: 350, grad: 10 });
        pen.at(`Sida ${sid} (${av})`, 64, { x: 350, grad: 10 });
        if (sid === 1) pen.at(h.datum ?? '', 76, { x: 350, grad: 10 });
        pen.at('Storgatan 80', HOJD - 46, { grad: 7.5, x: 50 });
      },
      borjan(pen, h) {
        pen.gap(20);
        pen.at('Handläggare', pen.y, { snitt: 'fet', grad: 10 });
        pen.at('Till', pen.y, { snitt: 'fet', x: 350 });
        pen.gap(14);
        pen.at(h.undertecknare?.[0]?.namn ?? '', pen.y, { grad: 10 });
        pen.at(capital(h.till?.[0] ?? ''), pen.y, { x: 350 });
        pen.gap(34);
      },
      paragraf(pen, _h, a) {
        pen.para(a.rubrik, { snitt: 'fet', grad: 16 });
        pen.gap(6);
      },
      rubrik: heading({ snitt: 'fet', grad: 13 }, 6),
      slut(pen, h) {
        pen.need(4);
        pen.gap(30);
        for (const p of h.undertecknare ?? []) pen.para(`${p.namn}, ${p.roll}`);
      },
    }),
};
