import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { notice } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { person, rada } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { antecknaBegaran, reservera } from '../phrasing/notes.ts';
import { stil } from '../phrasing/style.ts';

/** Votes as a table with X marks, attendance in two columns, § and number in a box over the heading. */
export const rostlangdTabell: Mall = {
  namn: 'rostlangd-tabell',
  efter: 'omröstning som tabell med kryss, närvaro i två spalter, paragraf och nummer i en ruta',
  slag: 'kommun',
  niva: 'fullmaktige',
  text: 'kolumner',
  stil: stil({
    anteckna: antecknaBegaran,
    person: person.brackets,
    rada: rada.komma,
    paragraf: (nr, ar) => `${nr}/${ar}`,
    dnr: (serie, ar, nr) => `${serie} ${ar}-${nr}`,
    satser: satser.numberedAtt,
    beslut: (kedja) => ({ rubrik: 'Beslut', ledtext: led.beslutaAtt(kedja).replace(/ att$/, '') }),
    ordning: [
      'beslut',
      'reservation',
      'bakgrund',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'anteckning',
      'underlag',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendebeskrivning',
      yrkanden: 'Yrkanden',
      gang: 'Propositionsordning',
      votering: 'Omröstningsresultat',
      underlag: 'Handlingar i ärendet',
      expediering: 'Beslutsexpediering',
    },
    yrka: yrkar('yrkar'),
    rosta: (v) => [
      `Ja-röst för ${v.proposition?.ja}. Nej-röst för ${v.proposition?.nej}.`,
      `${v.ja} ja-röster och ${v.nej} nej-röster.`,
    ],
    tabell: true,
    reservera: reservera.mot,
    underlag: 'nr)',
  }),
  look: () =>
    look({
      family: 'liberation',
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.doc.rect(pen.left - 6, 34, pen.right - pen.left + 12, 44).stroke();
        pen.at(h.huvudman ?? '', 40, { snitt: 'fet' });
        pen.at('Datum', 40, { grad: 7, x: 300 });
        pen.at(h.datum ?? '', 50, { x: 300 });
        pen.at('Sida', 40, { grad: 7, x: 460 });
        pen.at(`${sid}(${av})`, 50, { x: 460 });
        pen.at(h.organ ?? '', 58);
        pen.at('Justerandes signatur', HOJD - 62, { grad: 7.5 });
        pen.at('Utdragsbestyrkande', HOJD - 62, { grad: 7.5, x: 320 });
      },
      borjan(pen, h) {
        pen.para('Sammanträdesprotokoll', { snitt: 'fet', grad: 16 });
        pen.para(`Plats och tid ${h.tryck?.plats}`);
        pen.para('Beslutande', { snitt: 'fet' });
        const people = h.narvaro?.ledamoter ?? [];
        for (let i = 0; i < people.length; i += 2) {
          pen.at(person.brackets(people[i] as (typeof people)[number]), pen.y);
          const other = people[i + 1];
          if (other) pen.at(person.brackets(other), pen.y, { x: pen.left + 220 });
          pen.gap(pen.look.rad);
        }
        pen.gap(8);
        notice(pen, h, 'ANSLAG');
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.doc.rect(pen.left - 4, pen.y - 3, pen.right - pen.left + 8, 19).stroke();
        pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet' });
        if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { x: 360 });
        pen.gap(22);
        pen.para(a.rubrik, { snitt: 'fet', grad: 13 });
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
