import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { person, rada } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { reservera } from '../phrasing/notes.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** A narrow column of text beside a wide left margin with the page's facts: names and words break often. */
export const smalSpalt: Mall = {
  namn: 'utskott-smal-spalt',
  efter: 'smal textspalt med faktaruta i vänstermarginalen på varje sida, § 5/2021',
  slag: 'kommun',
  niva: 'utskott',
  text: 'kolumner',
  stil: stil({
    person: person.brackets,
    rada: rada.samt,
    paragraf: (nr, ar) => `${nr}/${ar}`,
    dnr: (serie, ar, nr) => `${ar}/${String(nr).padStart(5, '0')}-${serie === 'KSAU' ? 1 : 2}`,
    satser: satser.numberedAtt,
    beslut: (kedja) => ({ rubrik: 'Beslut', ledtext: led.kolon(kedja) }),
    ordning: [
      'beslut',
      'bakgrund',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'reservation',
      'anteckning',
      'underlag',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendet',
      underlag: 'Handlingar',
      expediering: 'Beslutet skickas för kännedom till',
    },
    yrka: yrkar('yrkar'),
    rosta: rosta.counts,
    reservera: reservera.motiv,
    brott: 0.6,
    avstava: true,
  }),
  look: () =>
    look({
      family: 'liberation',
      grad: 10.5,
      rad: 14.4,
      marginal: { upp: 80, ned: 80, vanster: 210, hoger: 80 },
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 40, { snitt: 'fet', x: 50 });
        pen.at('Protokoll', 80, { x: 50 });
        pen.at('Arbetsutskottet', 94, { x: 50, grad: 9 });
        pen.at(h.datum ?? '', 108, { x: 50, grad: 9 });
        pen.at(`Sida ${sid} (${av})`, 122, { x: 50, grad: 9 });
        pen.at('Justerares signatur', HOJD - 60, { x: 50, grad: 8 });
      },
      borjan(pen, h) {
        pen.para(`${h.organ}`, { snitt: 'fet', grad: 14 });
        pen.para(`Tid och plats: ${longDate(h.datum)}, ${h.tryck?.plats}`);
        pen.para('Beslutande', { snitt: 'fet' });
        for (const p of h.narvaro?.ledamoter ?? []) pen.para(`${p.namn} (${p.parti})`);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`§ ${a.paragraf}`, { snitt: 'fet', grad: 13 });
        pen.para(a.rubrik, { snitt: 'fet', grad: 13 });
        if (a.diarienummer) pen.para(`Diarienummer ${a.diarienummer}`, { grad: 9.5 });
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
