import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { contents, longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { grupp, person } from '../phrasing/forms.ts';
import { klartext } from '../phrasing/motions.ts';
import { antecknaBegaran, reservera } from '../phrasing/notes.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** Decisions as passive sentences, one a paragraph, without any mark; the number above the §. */
export const passivaStycken: Mall = {
  namn: 'passiva-stycken',
  efter: 'beslut som passiva meningar utan nummer, diarienumret ovanför paragrafen',
  slag: 'kommun',
  niva: 'styrelse',
  text: 'kolumner',
  skannad: 'jpx',
  stil: stil({
    grupp: grupp.namn,
    person: person.brackets,
    dnr: (serie, ar, nr) => `${serie}${ar}-${nr}`,
    satser: satser.passive,
    beslut: (kedja) =>
      kedja.length === 1 ? { rubrik: 'Beslut' } : { rubrik: 'Beslut', ledtext: led.attBeslutar(kedja) },
    ordning: [
      'beslut',
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'reservation',
      'anteckning',
      'omedelbar',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendet',
      underlag: 'Underlag för beslut',
      yrkanden: 'Yrkanden',
      gang: 'Proposition',
      votering: 'Omröstning',
      expediering: 'För kännedom och åtgärd',
    },
    yrka: klartext,
    rosta: rosta.roster,
    reservera: reservera.mot,
    anteckna: antecknaBegaran,
    avstava: true,
  }),
  look: () =>
    look({
      family: 'carlito',
      grad: 11.5,
      rad: 14.8,
      marginal: { upp: 96, ned: 90, vanster: 90, hoger: 76 },
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(`${h.huvudman}`, 40, { snitt: 'fet' });
        pen.at(`Sammanträdesprotokoll`, 54);
        pen.at(`${h.organ}, ${longDate(h.datum)}`, 54, { x: 250 });
        pen.at(`Sid ${sid} (${av})`, 40, { align: 'right' });
        pen.at('Ordförandens signatur', HOJD - 66, { grad: 8 });
        pen.at('Justerarens signatur', HOJD - 66, { grad: 8, x: 230 });
        pen.at('Utdragsbestyrkande', HOJD - 66, { grad: 8, x: 400 });
      },
      borjan(pen, h) {
        pen.para(`Plats och tid: ${h.tryck?.plats}`);
        pen.para(`Ledamöter: ${h.narvaro?.ledamoter.map((p) => `${p.namn} (${p.parti})`).join(', ')}`);
        pen.para(`Övriga: ${h.narvaro?.ovriga.map((p) => `${p.namn}, ${p.roll}`).join('; ')}`);
        pen.para(`Justerare: ${h.justerare?.[0]?.namn}`);
        pen.gap(10);
        contents(pen, h, 'Förteckning över ärenden', (p) => `§ ${p}`);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        if (a.diarienummer) pen.para(`Ärendenummer ${a.diarienummer}`, { grad: 10 });
        pen.para(`§ ${a.paragraf}`, { snitt: 'fet', grad: 13 });
        pen.para(a.rubrik, { snitt: 'fet', grad: 13 });
        pen.gap(5);
      },
      rubrik: heading({ snitt: 'fet', grad: 11 }),
    }),
};
