import { HOJD } from '../../../samples/make/pen.ts';
import { longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { person, rada } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { reservera } from '../phrasing/notes.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

const TEXT = 165;

/** Typewriter minutes of the 1990s: § and headings in a margin column, decision last, "Exp" in the margin. */
export const skrivmaskinMarginal: Mall = {
  namn: 'skrivmaskin-marginal',
  efter: '1990-talets maskinskrivna protokoll med rubriker i marginalen och beslut sist',
  slag: 'kommun',
  niva: 'namnd',
  ar: 1996,
  text: 'kolumner',
  skannad: 'jpx',
  stil: stil({
    person: person.small,
    rada: rada.samt,
    dnr: (_serie, ar, nr) => `${nr}/${String(ar).slice(2)}`,
    satser: satser.att,
    beslut: (kedja) => ({ ledtext: led.beslutarForesla(kedja).trim() }),
    forslag: () => ({ rubrik: 'Förslag', ledtext: 'Förvaltningen föreslår nämnden besluta' }),
    ordning: [
      'bakgrund',
      'tidigare',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'reservation',
      'anteckning',
      'omedelbar',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendet',
      tidigare: 'Tidigare beslut',
      underlag: 'Handlingar',
      yrkanden: 'Yrkanden',
      gang: 'Proposition',
      votering: 'Omröstning',
      reservation: 'Reservation',
      protokollsanteckning: 'Anteckning',
      expediering: 'Exp',
      omedelbar: 'Justering',
    },
    yrka: yrkar('yrkar'),
    rosta: rosta.roster,
    reservera: reservera.skriftlig,
  }),
  look: () => ({
    family: 'courier',
    grad: 10.5,
    rad: 13.2,
    marginal: { upp: 112, ned: 92, vanster: TEXT, hoger: 52 },
    indrag: [0, 22],
    styckeavstand: 10,
    postavstand: 6,
    sidhuvud(pen, { sid, handling: h }) {
      pen.at((h.huvudman ?? '').toUpperCase(), 36, { x: 52 });
      pen.at('SAMMANTRÄDESPROTOKOLL', 36, { x: 300 });
      pen.at(`Sida ${sid}`, 36, { align: 'right' });
      pen.at(h.organ ?? '', 52, { x: 52 });
      pen.at(longDate(h.datum), 52, { x: 300 });
      pen.rule(72, 52);
      pen.rule(HOJD - 74, 52);
      pen.at('Justerandes sign', HOJD - 70, { grad: 8, x: 52 });
      pen.at('Utdragsbestyrkande', HOJD - 70, { grad: 8, x: 330 });
    },
    borjan(pen, h) {
      const people = (label: string, names: string[]) => {
        pen.at(label, pen.y, { x: 52 });
        for (const name of names) pen.para(name);
        pen.gap(8);
      };
      people('Plats och tid', [h.tryck?.plats ?? '']);
      people('Beslutande', h.narvaro?.ledamoter.map((p) => person.small(p)) ?? []);
      people('Övriga', h.narvaro?.ovriga.map((p) => `${p.namn}, ${p.roll}`) ?? []);
      people('Justerare', h.justerare?.map((p) => person.small(p)) ?? []);
      people('Paragrafer', [h.tryck?.paragrafer ?? '']);
      pen.newPage();
    },
    paragraf(pen, _h, a) {
      pen.need(6);
      pen.at(`§ ${a.paragraf}`, pen.y, { x: 52 });
      if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y + 13.2, { x: 52 });
      pen.para(a.rubrik.toUpperCase());
      pen.gap(18);
    },
    rubrik(pen, text) {
      pen.need(2);
      pen.at(text, pen.y, { x: 52 });
    },
    efter: (pen) => pen.gap(26),
  }),
};
