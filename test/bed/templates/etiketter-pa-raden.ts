import { heading, inline, look } from '../layout/look.ts';
import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { satser } from '../phrasing/clauses.ts';
import { person } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { stil } from '../phrasing/style.ts';

/** Labels on the line of their text ("Bakgrund: …"), decisions in the present tense: "Nämnden godkänner …". */
export const etiketterPaRaden: Mall = {
  namn: 'etiketter-pa-raden',
  efter: 'etiketter med kolon på textens rad, beslut i presens: Nämnden godkänner …',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  stil: stil({
    person: person.brackets,
    dnr: (serie, ar, nr) => `${serie}/${ar}:${String(nr).padStart(5, '0')}`,
    satser: satser.present,
    beslut: (kedja) =>
      kedja.length === 1
        ? { rubrik: 'Beslut' }
        : {
            rubrik: 'Beslut',
            ledtext: `${kedja[0]} föreslår ${kedja
              .slice(1)
              .map((k) => k.toLowerCase())
              .join(' föreslå ')} besluta`,
          },
    ordning: [
      'bakgrund',
      'underlag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'reservation',
      'anteckning',
      'omedelbar',
      'expediering',
    ],
    rubriker: { bakgrund: 'Bakgrund', yrkanden: 'Yrkanden', expediering: 'Expediering' },
    yrka: yrkar('yrkar'),
  }),
  look: () =>
    look({
      family: 'helvetica',
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(`${h.organ}`, 40, { snitt: 'fet' });
        pen.at('Protokoll', 40, { x: 300 });
        pen.at(`${h.datum}`, 40, { x: 380 });
        pen.at(`${sid}/${av}`, 40, { align: 'right' });
        pen.at(h.huvudman ?? '', 54);
      },
      borjan(pen, h) {
        front(pen, h, {
          ...FRONT,
          plats: 'Tid och plats:',
          beslutande: 'Ledamöter:',
          ovriga: 'Övriga närvarande:',
        });
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`§ ${a.paragraf}  ${a.rubrik}`, { snitt: 'fet', grad: 12 });
        if (a.diarienummer) pen.para(`Diarienr: ${a.diarienummer}`);
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'fet' }),
      skriv: inline,
    }),
};
