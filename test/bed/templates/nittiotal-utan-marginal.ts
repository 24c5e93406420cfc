import { HOJD } from '../../../samples/make/pen.ts';
import { look } from '../layout/look.ts';
import { longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { person, rada } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { reservera } from '../phrasing/notes.ts';
import { gang, rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** Early word processing: underlined heads in capitals, "Ks § 120", small letters for parties, "att" in a column. */
export const nittiotal: Mall = {
  namn: 'nittiotal-utan-marginal',
  efter: 'tidig ordbehandling: Ks § 120, partier med små bokstäver, beslut att, Beslutsexpediering',
  slag: 'kommun',
  niva: 'styrelse',
  ar: 1999,
  text: 'kolumner',
  skannad: 'jbig2',
  stil: stil({
    gang: gang.aterberattar,
    person: person.small,
    rada: rada.och,
    dnr: (_serie, ar, nr) => `${ar}.${nr}`,
    satser: satser.attBare,
    beslut: (kedja) => ({ rubrik: 'Beslut', ledtext: led.beslutarForesla(kedja).trim() }),
    forslag: () => ({ rubrik: 'Arbetsutskottets förslag', ledtext: 'Kommunstyrelsen beslutar' }),
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
      bakgrund: 'Ärendet',
      underlag: 'Handlingar',
      yrkanden: 'Yrkanden',
      gang: 'Propositioner',
      votering: 'Votering',
      protokollsanteckning: 'Protokollsanteckning',
      expediering: 'Beslutsexpediering',
    },
    yrka: yrkar('yrkar', () => 'arbetsutskottets förslag'),
    rosta: rosta.roster,
    reservera: reservera.skriftlig,
    mottagare: 'komma',
  }),
  look: () =>
    look({
      family: 'courier',
      grad: 11,
      rad: 13.6,
      marginal: { upp: 108, ned: 90, vanster: 80, hoger: 60 },
      sidhuvud(pen, { sid, handling: h }) {
        pen.at((h.huvudman ?? '').toUpperCase(), 40);
        pen.at('PROTOKOLL', 40, { x: 330 });
        pen.at(`${sid}`, 40, { align: 'right' });
        pen.at(h.organ ?? '', 54);
        pen.at(longDate(h.datum), 54, { x: 330 });
        pen.rule(72);
        pen.at('Just sign', HOJD - 68, { grad: 9 });
        pen.at('Utdragsbestyrkande', HOJD - 68, { grad: 9, x: 330 });
      },
      borjan(pen, h) {
        pen.para(`Plats och tid: ${h.tryck?.plats}`);
        pen.para(`Närvarande: ${h.narvaro?.ledamoter.map((p) => person.small(p)).join(', ')}`);
        pen.para(`Att justera: ${person.small(h.justerare?.[0] ?? { namn: '', parti: '', roll: null })}`);
        pen.para(`Paragrafer: ${h.tryck?.paragrafer}`);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.at(`Ks § ${a.paragraf}`, pen.y);
        if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { align: 'right' });
        pen.gap(18);
        pen.para(a.rubrik.toUpperCase());
        pen.gap(8);
      },
      rubrik(pen, text) {
        pen.gap(6);
        pen.need(3);
        pen.rule(pen.y + 11.5, pen.left, pen.left + pen.width(text));
        pen.para(text);
        pen.gap(2);
      },
      efter: (pen) => pen.gap(28),
    }),
};
