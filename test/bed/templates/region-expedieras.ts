import { HOJD } from '../../../samples/make/pen.ts';
import { genitive } from '../content/places.ts';
import { heading, look } from '../layout/look.ts';
import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { lower } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { antecknaTill } from '../phrasing/notes.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** A region's board: § with year, "Regionstyrelsens beslut", proposals onward under a heading of their own. */
export const regionExpedieras: Mall = {
  namn: 'region-expedieras',
  efter: 'regionstyrelsens protokoll: § 12/23, X:s beslut, X:s förslag till Y, Expedieras till',
  slag: 'region',
  niva: 'styrelse',
  text: 'rader',
  skannad: 'jpx',
  stil: stil({
    paragraf: (nr, ar) => `${nr}/${String(ar).slice(2)}`,
    dnr: (serie, ar, nr) => `${serie} ${ar}-${String(nr).padStart(5, '0')}`,
    satser: satser.numberedPassive,
    beslut: (kedja) =>
      kedja.length === 1
        ? { rubrik: `${genitive(kedja[0] ?? '')} beslut` }
        : {
            rubrik: `${genitive(kedja[0] ?? '')} förslag till ${lower(kedja[1] ?? '')}`,
            ledtext: led.kolon(kedja),
          },
    ordning: [
      'beslut',
      'anteckning',
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'reservation',
      'omedelbar',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Sammanfattning',
      yrkanden: 'Yrkanden på sammanträdet',
      gang: 'Propositionsordning',
      protokollsanteckning: 'Anteckning till protokollet',
      expediering: 'Expedieras till',
    },
    yrka: yrkar('yrkar'),
    rosta: rosta.counts,
    anteckna: antecknaTill,
    underlag: 'punkt',
    avstava: true,
  }),
  look: () =>
    look({
      family: 'liberation',
      marginal: { upp: 110, ned: 76, vanster: 96, hoger: 84 },
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 44, { snitt: 'fet', grad: 12 });
        pen.at(`Protokoll ${h.organ?.toLowerCase()}`, 44, { x: 290 });
        pen.at(`${h.datum}`, 58, { x: 290 });
        pen.at(`Sida ${sid}/${av}`, 58, { align: 'right' });
        pen.at(`${h.huvudman} · Box 117 · Växel 0101-55 10 00 · registrator@region.example`, HOJD - 48, {
          grad: 7.5,
        });
      },
      borjan(pen, h) {
        front(pen, h, {
          ...FRONT,
          beslutande: 'Närvarande ledamöter',
          justerare: 'Justerare',
          bevis: 'Bevis om anslag av protokoll',
        });
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`§ ${a.paragraf} ${a.rubrik}`, { snitt: 'fet', grad: 13 });
        if (a.diarienummer) pen.para(`Diarienummer ${a.diarienummer}`);
        pen.gap(6);
      },
      rubrik: heading({ snitt: 'fet', grad: 11 }),
    }),
};
