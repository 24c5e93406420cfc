import { heading, look } from '../layout/look.ts';
import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { grupp, rada } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { antecknaBegaran, reservera } from '../phrasing/notes.ts';
import { stil } from '../phrasing/style.ts';

/** "41 §" and the heading on one line, the number of the matter on the line under, clauses "1)". */
export const omvandParagraf: Mall = {
  namn: 'omvand-paragraf',
  efter: '41 § före rubriken, satser som 1) 2), Nämnden beslutar utan rubrik',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  stil: stil({
    anteckna: antecknaBegaran,
    grupp: grupp.ledamoterna,
    rada: rada.och,
    dnr: (serie, ar, nr) => `${nr}-${ar}-${serie === 'TN' ? '30' : '10'}`,
    satser: satser.bracketNumber,
    beslut: (kedja) => ({ ledtext: led.kolon(kedja) }),
    forslag: (_m, meeting) => ({
      rubrik: 'Förslag',
      ledtext: `Förvaltningen föreslår att ${meeting.organ.namn.toLowerCase()} beslutar:`,
    }),
    ordning: [
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'beslut',
      'votering',
      'reservation',
      'anteckning',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Bakgrund',
      underlag: 'Bilagor',
      yrkanden: 'Yrkande',
      reservation: 'Reservationer',
      expediering: 'Kopia till',
    },
    yrka: yrkar('yrkar', () => 'framlagt förslag'),
    reservera: reservera.skriftlig,
    underlag: 'streck',
  }),
  look: () =>
    look({
      family: 'times',
      grad: 12,
      rad: 14.6,
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 40, { grad: 11 });
        pen.at(`Protokoll ${sid} (${av})`, 40, { align: 'right', grad: 11 });
        pen.at(`${h.organ} ${h.datum}`, 54, { grad: 11 });
        pen.rule(70);
        pen.at('Rätt utdraget intygar', 782, { grad: 8 });
      },
      borjan(pen, h) {
        front(pen, h, {
          ...FRONT,
          beslutande: 'Närvarande',
          justerare: 'Justeringsman',
          bevis: 'Anslagsbevis',
        });
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`${a.paragraf} §   ${a.rubrik}`, { snitt: 'fet' });
        if (a.diarienummer) pen.para(`Dnr ${a.diarienummer}`, { grad: 10 });
        pen.gap(6);
      },
      rubrik: heading({ snitt: 'kursiv' }),
    }),
};
