import type { Arende } from '../../../samples/make/content.ts';
import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { person } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { antecknaBegaran, reservera } from '../phrasing/notes.ts';
import { gang, rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** The head of a § stands again on each new page with "forts."; the body tillstyrker before it proposes onward. */
export const fortsHuvud: Mall = {
  namn: 'forts-huvud',
  efter: 'paragrafhuvud som upprepas med forts. på ny sida, X tillstyrker och föreslår att Y beslutar',
  slag: 'stad',
  niva: 'styrelse',
  text: 'kolumner',
  stil: stil({
    anteckna: antecknaBegaran,
    gang: gang.aterberattar,
    person: person.brackets,
    dnr: (_serie, ar, nr) => `${String(nr).padStart(4, '0')}/${String(ar).slice(2)}`,
    satser: satser.att,
    beslut: (kedja) => ({ rubrik: 'Beslut', ledtext: led.tillstyrker(kedja) }),
    forslag: (m) => ({ rubrik: `${m.fran.namn}s förslag till beslut` }),
    ordning: [
      'underlag',
      'bakgrund',
      'tidigare',
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
      underlag: 'Handling',
      bakgrund: 'Sammanfattning',
      votering: 'Huvudvotering',
      expediering: 'Expedieras',
      omedelbar: 'Justering',
    },
    yrka: yrkar('yrkar', () => 'förslaget'),
    rosta: rosta.roster,
    reservera: reservera.mot,
    brott: 0.8,
  }),
  look: () => {
    let now: Arende | null = null;
    return look({
      family: 'times',
      grad: 12,
      rad: 14.8,
      marginal: { upp: 128, ned: 86, vanster: 84, hoger: 74 },
      sidhuvud(pen, { sid, handling: h }) {
        if (sid === 1) now = null;
        pen.at(h.organ ?? '', 40, { snitt: 'fet' });
        pen.at('Protokoll', 40, { x: 280 });
        pen.at(`Sammanträdesdatum ${h.datum}`, 56, { x: 280 });
        pen.at(`Sida ${sid}`, 40, { align: 'right' });
        if (now) pen.at(`§ ${now.paragraf} forts.`, 92, { snitt: 'fet' });
        pen.at('Justeras', HOJD - 58, { grad: 8 });
      },
      borjan(pen, h) {
        front(pen, h, { ...FRONT, bevis: 'Tillkännagivande' });
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`§ ${a.paragraf}${a.diarienummer ? `, ${a.diarienummer}` : ''}`, { snitt: 'fet' });
        pen.para(a.rubrik, { snitt: 'fet' });
        pen.gap(5);
        now = a;
      },
      rubrik: heading({ snitt: 'fet' }),
      efter(pen, _h, last) {
        now = null;
        pen.para('----------');
        if (!last) pen.gap(16);
      },
    });
  },
};
