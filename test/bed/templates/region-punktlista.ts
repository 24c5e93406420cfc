import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import { contents, longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { grupp, person, rada } from '../phrasing/forms.ts';
import { antecknaSkrivelse, reservera } from '../phrasing/notes.ts';
import { gang } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';
import { heldOutMotions } from './held-out-words.ts';

/** A region's nämnd: long chains, bulleted clauses, the decision last, roles before names. */
export const regionPunktlista: Mall = {
  namn: 'region-punktlista',
  efter: 'hälso- och sjukvårdsnämnds protokoll med punktlistor, beslut sist, kedja i tre led',
  slag: 'region',
  niva: 'namnd',
  text: 'kolumner',
  stil: stil({
    grupp: grupp.ledamoterna,
    person: person.member,
    rada: rada.samt,
    dnr: (serie, ar, nr) => `${serie}/${ar}:${nr}`,
    satser: satser.bullets,
    beslut: under('Beslut', led.attBeslutar),
    forslag: () => ({ rubrik: 'Förvaltningens förslag' }),
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
      bakgrund: 'Beskrivning av ärendet',
      underlag: 'Handlingar',
      yrkanden: 'Yrkanden',
      gang: 'Propositioner och beslutsgång',
      votering: 'Omröstning',
      reservation: 'Reservationer',
      deltar_ej: 'Avstår från att delta i beslutet',
      expediering: 'Protokollsutdrag till',
    },
    yrka: heldOutMotions,
    gang: gang.aterberattar,
    reservera: reservera.anmaler,
    anteckna: antecknaSkrivelse,
    mottagare: 'punkt',
  }),
  look: () =>
    look({
      family: 'carlito',
      grad: 11.5,
      rad: 15,
      marginal: { upp: 92, ned: 80, vanster: 85, hoger: 85 },
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(`${h.organ}`, 40, { snitt: 'kursiv' });
        pen.at(`Sammanträde ${longDate(h.datum)}`, 40, { align: 'right', snitt: 'kursiv' });
        pen.at(`${sid}(${av})`, HOJD - 50, { align: 'center', grad: 9 });
        pen.at('Sign', HOJD - 64, { grad: 8 });
      },
      borjan(pen, h) {
        pen.para('SAMMANTRÄDESPROTOKOLL', { snitt: 'fet', grad: 16 });
        pen.para(`${h.huvudman}, ${h.organ}`);
        pen.para(`Tid och plats: ${longDate(h.datum)}, ${h.tryck?.plats}`);
        pen.para('Beslutande ledamöter', { snitt: 'fet' });
        for (const p of h.narvaro?.ledamoter ?? []) pen.para(`${p.namn} (${p.parti})`, { x: pen.left + 20 });
        pen.para(`Justerande: ${h.justerare?.[0]?.namn}`);
        pen.gap(10);
        contents(pen, h, 'Ärendeförteckning', (p) => `§ ${p}`);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet', grad: 13 });
        pen.para(a.rubrik, { snitt: 'fet', grad: 13, x: pen.left + 46 });
        if (a.diarienummer) pen.para(`Dnr: ${a.diarienummer}`, { x: pen.left + 46 });
        pen.gap(5);
      },
      rubrik: heading({ snitt: 'fet', grad: 11.5 }, 6),
    }),
};
