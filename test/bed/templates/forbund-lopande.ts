import { heading, look, runOn } from '../layout/look.ts';
import { signatures } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { satser } from '../phrasing/clauses.ts';
import { grupp, rada } from '../phrasing/forms.ts';
import { klartext } from '../phrasing/motions.ts';
import { reservera } from '../phrasing/notes.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** A small federation: "Direktionen beslutar att …, samt att …" in one paragraph, few headings. */
export const forbundLopande: Mall = {
  namn: 'forbund-lopande',
  efter: 'kommunalförbunds direktion: beslutet som löpande mening med flera att, få rubriker',
  slag: 'forbund',
  niva: 'styrelse',
  text: 'rader',
  stil: stil({
    grupp: grupp.namn,
    rada: rada.och,
    dnr: (_serie, ar, nr) => `${ar}-${String(nr).padStart(6, '0')}`,
    satser: satser.att,
    beslut: (kedja) => ({
      rubrik: 'Beslut',
      ledtext:
        kedja.length === 1
          ? 'Förbundsdirektionen beslutar'
          : 'Förbundsdirektionen föreslår förbundsfullmäktige besluta',
    }),
    forslag: (m) => ({
      rubrik: 'Förslag till beslut',
      ledtext: m.fran.organ
        ? 'Direktionens presidium föreslår förbundsdirektionen'
        : 'Förbundsdirektionen föreslås besluta',
    }),
    ordning: [
      'bakgrund',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'reservation',
      'anteckning',
      'expediering',
    ],
    rubriker: { bakgrund: 'Ärende', gang: 'Beslutsgång', expediering: 'Delges' },
    yrka: klartext,
    rosta: rosta.counts,
    reservera: reservera.mot,
    mottagare: 'komma',
  }),
  look: () =>
    look({
      family: 'carlito',
      grad: 11.5,
      rad: 15,
      marginal: { upp: 90, ned: 70, vanster: 85, hoger: 85 },
      sidhuvud(pen, { sid, handling: h }) {
        pen.at(h.huvudman ?? '', 40, { snitt: 'fet' });
        pen.at(`PROTOKOLL ${h.datum}`, 40, { align: 'right' });
        pen.at(`${sid}`, 800, { align: 'center' });
      },
      borjan(pen, h) {
        pen.para('Protokoll fört vid sammanträde med förbundsdirektionen', { snitt: 'fet', grad: 14 });
        pen.gap(6);
        pen.para(`Tid: ${h.datum}`);
        pen.para(`Plats: ${h.tryck?.plats}`);
        pen.para('Närvarande:');
        for (const p of h.narvaro?.ledamoter ?? [])
          pen.para(`${p.namn} (${p.parti})${p.roll ? `, ${p.roll}` : ''}`);
        pen.gap(14);
      },
      paragraf(pen, _h, a) {
        pen.need(5);
        pen.para(`§ ${a.paragraf} ${a.rubrik}`, { snitt: 'fet' });
        if (a.diarienummer) pen.para(`Dnr ${a.diarienummer}`);
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'kursiv' }, 2),
      skriv: runOn,
      slut: (pen, h) => signatures(pen, h),
    }),
};
