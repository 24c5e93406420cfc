import { heading, look } from '../layout/look.ts';
import { FRONT, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser } from '../phrasing/clauses.ts';
import { grupp, person } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { reservera } from '../phrasing/notes.ts';
import { gang, rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** "SN 50   AU 84": the board's § beside its committee's, the committee's proposal retold before the decision. */
export const auOchNamnd: Mall = {
  namn: 'au-och-namnd',
  efter: 'Sn 50 Au 84: utskottets § bredvid nämndens, utskottets förslag före nämndens beslut',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  stil: stil({
    reservera: reservera.motiv,
    gang: gang.aterberattar,
    grupp: grupp.namn,
    person: person.brackets,
    dnr: (serie, ar, nr) => `${ar}/${nr} ${serie}`,
    satser: satser.attBare,
    beslut: (kedja) => ({
      rubrik: `${kedja[0]}s beslut`,
      ledtext: led.besluta(kedja),
    }),
    forslag: (_m, meeting) => ({
      rubrik: 'Arbetsutskottets förslag till beslut',
      ledtext: `${meeting.organ.namn} beslutar`,
    }),
    ordning: [
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'omedelbar',
      'reservation',
      'anteckning',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendebeskrivning',
      underlag: 'Underlag',
      yrkanden: 'Yrkanden/förslag till beslut på sammanträdet',
      gang: 'Propositionsordning',
      votering: 'Omröstning',
      expediering: 'Beslutet ska skickas till',
    },
    yrka: yrkar('yrkar', () => 'arbetsutskottets förslag'),
    rosta: rosta.counts,
  }),
  look: () =>
    look({
      family: 'liberation',
      sidhuvud(pen, { sid, handling: h }) {
        pen.at(h.huvudman ?? '', 36, { snitt: 'fet' });
        pen.at('SAMMANTRÄDESPROTOKOLL', 36, { x: 260, snitt: 'fet' });
        pen.at('Blad', 36, { grad: 8, x: 500 });
        pen.at(`${sid}`, 46, { x: 500 });
        pen.at(h.organ ?? '', 54);
        pen.at('Sammanträdesdatum', 52, { grad: 7.5, x: 260 });
        pen.at(h.datum ?? '', 62, { x: 260 });
        pen.rule(78);
        pen.rule(768);
        pen.at('Justerandes sign', 771, { grad: 7.5 });
        pen.at('Utdragsbestyrkande', 771, { grad: 7.5, x: 340 });
      },
      borjan(pen, h) {
        front(pen, h, { ...FRONT, beslutande: 'Beslutande ledamöter' });
        pen.newPage();
      },
      paragraf(pen, h, a) {
        pen.need(6);
        pen.at(`${h.tryck?.kort} § ${a.paragraf}`, pen.y, { snitt: 'fet' });
        if (a.diarienummer) {
          pen.at(`AU § ${Number(a.paragraf) + 34}`, pen.y, { x: pen.left + 110 });
          pen.at(`Dnr ${a.diarienummer}`, pen.y, { align: 'right' });
        }
        pen.gap(18);
        pen.para(a.rubrik, { snitt: 'fet', grad: 12 });
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
