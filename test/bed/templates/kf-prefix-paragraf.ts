import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { grupp, person } from '../phrasing/forms.ts';
import { klartext } from '../phrasing/motions.ts';
import { anteckna, reservera } from '../phrasing/notes.ts';
import { gang, rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** "Kf § 12" with the number in brackets after the heading; bare numbers before clauses; full council. */
export const kfPrefixParagraf: Mall = {
  namn: 'kf-prefix-paragraf',
  efter: 'fullmäktige med Kf § 12, diarienummer inom parentes efter rubriken, siffra utan punkt',
  slag: 'kommun',
  niva: 'fullmaktige',
  text: 'kolumner',
  stil: stil({
    grupp: grupp.namn,
    person: person.brackets,
    dnr: (serie, ar, nr) => `${serie} ${ar}/${String(nr).padStart(4, '0')}`,
    satser: satser.bareNumber,
    beslut: under('Kommunfullmäktiges beslut', (kedja) => led.besluta(kedja)),
    forslag: (m) => ({ rubrik: `${m.fran.namn}s förslag till kommunfullmäktige` }),
    ordning: [
      'beslut',
      'votering',
      'reservation',
      'anteckning',
      'bakgrund',
      'tidigare',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendet i korthet',
      tidigare: 'Ärendets gång',
      underlag: 'Beslutsunderlag',
      yrkanden: 'Förslag och yrkanden',
      gang: 'Beslutsgång',
      votering: 'Votering',
      expediering: 'Sänds till',
    },
    yrka: klartext,
    gang: gang.finner,
    rosta: rosta.mot,
    reservera: reservera.motiv,
    anteckna,
    mottagare: 'komma',
  }),
  look: () =>
    look({
      family: 'tinos',
      grad: 11.5,
      rad: 14.4,
      sidhuvud(pen, { sid, handling: h }) {
        pen.at(`${h.huvudman?.toUpperCase()}`, 38);
        pen.at(`Kommunfullmäktige`, 52);
        pen.at(`${h.datum}`, 52, { x: 260 });
        pen.at(`${sid}`, 52, { align: 'right' });
        pen.rule(68);
        pen.at('Justerare', HOJD - 60, { grad: 8 });
        pen.rule(HOJD - 48, pen.left + 40, pen.left + 140);
        pen.at('Utdragsbestyrkande', HOJD - 60, { grad: 8, x: 340 });
      },
      borjan(pen, h) {
        front(pen, h);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`Kf § ${a.paragraf}`, { snitt: 'fet', grad: 13 });
        pen.para(`${a.rubrik}${a.diarienummer ? ` (${a.diarienummer})` : ''}`, { snitt: 'fet', grad: 13 });
        pen.gap(5);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
