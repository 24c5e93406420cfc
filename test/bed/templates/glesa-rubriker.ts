import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { person, rada } from '../phrasing/forms.ts';
import { klartext } from '../phrasing/motions.ts';
import { reservera } from '../phrasing/notes.ts';
import { gang, rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

const apart = (text: string) => [...text.toUpperCase()].join(' ').replace(/ {3}/g, '   ');

/** Heads with letters apart, the text in the order of writing: the foot stands before the page's body. */
export const glesaRubriker: Mall = {
  namn: 'glesa-rubriker',
  efter: 'P R O T O K O L L med glesa versaler, text i skrivordning så att sidfoten kommer först',
  slag: 'kommun',
  niva: 'utskott',
  text: 'ordning',
  stil: stil({
    person: person.brackets,
    rada: rada.och,
    dnr: (serie, ar, nr) => `${ar}.${nr} ${serie}`,
    satser: satser.att,
    beslut: (kedja) => ({ rubrik: 'Arbetsutskottets beslut', ledtext: led.besluta(kedja) }),
    forslag: () => ({ rubrik: 'Förslag till beslut' }),
    ordning: [
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'reservation',
      'anteckning',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendebeskrivning',
      underlag: 'Handlingar',
      yrkanden: 'Dagens sammanträde',
      gang: 'Beslutsgång',
      expediering: 'Utdrag till',
    },
    yrka: klartext,
    gang: gang.aterberattar,
    rosta: rosta.siffror,
    reservera: reservera.mot,
  }),
  look: () =>
    look({
      family: 'helvetica',
      grad: 11,
      rad: 14,
      sidhuvud(pen, { sid, handling: h }) {
        pen.at(apart('Protokoll'), 38, { snitt: 'fet' });
        pen.at(h.huvudman ?? '', 38, { x: 280 });
        pen.at(h.organ ?? '', 54);
        pen.at(`${h.datum}`, 54, { x: 280 });
        pen.at(`Sidan ${sid}`, 54, { align: 'right' });
        pen.at('Justerandes sign.', HOJD - 60, { grad: 8 });
        pen.at('Utdragets riktighet bestyrks', HOJD - 60, { grad: 8, x: 280 });
      },
      borjan(pen, h) {
        front(pen, h);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet' });
        if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { x: pen.left + 200 });
        pen.gap(16);
        pen.para(a.rubrik, { snitt: 'fet' });
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
