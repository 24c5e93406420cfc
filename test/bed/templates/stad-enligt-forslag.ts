import { HOJD } from '../../../samples/make/pen.ts';
import { genitive } from '../content/places.ts';
import { longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { satser } from '../phrasing/clauses.ts';
import { grupp, lower, person } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { antecknaSkrivelse, reservera } from '../phrasing/notes.ts';
import { gang, rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** A large city's council: "Enligt kommunstyrelsens förslag:", "43 Ja mot 38 Nej", § with its number on one line. */
export const stadEnligtForslag: Mall = {
  namn: 'stad-enligt-forslag',
  efter: 'storstads fullmäktige: Enligt X:s förslag, propositionsordning, Ja mot Nej',
  slag: 'stad',
  niva: 'fullmaktige',
  text: 'kolumner',
  stil: stil({
    grupp: grupp.ledamoterna,
    person: person.member,
    dnr: (_serie, ar, nr) => `SLK-${ar}-${String(nr).padStart(5, '0')}`,
    satser: satser.numberedPassive,
    beslut: (kedja, m) => ({
      rubrik: 'Beslut',
      ...(m.utfall === 'aterremiss'
        ? { ledtext: `Enligt återremissyrkande från ${m.yrkanden[0]?.av[0]?.parti}:` }
        : m.forslag
          ? { ledtext: `Enligt ${genitive(lower(m.fran.namn))} förslag:` }
          : { ledtext: `${kedja[0]} beslutar:` }),
    }),
    ordning: [
      'beslut',
      'tidigare',
      'underlag',
      'yrkanden',
      'gang',
      'votering',
      'reservation',
      'anteckning',
      'omedelbar',
      'expediering',
    ],
    rubriker: {
      underlag: 'Handlingar',
      gang: 'Propositionsordning',
      votering: 'Omröstning',
      expediering: 'Protokollsutdrag skickas till',
      omedelbar: 'Justering',
    },
    yrka: yrkar('yrkar'),
    gang: gang.proposition,
    rosta: rosta.mot,
    reservera: reservera.mot,
    anteckna: antecknaSkrivelse,
    avstava: true,
  }),
  look: () => ({
    family: 'liberation',
    grad: 10.5,
    rad: 14,
    marginal: { upp: 92, ned: 84, vanster: 80, hoger: 90 },
    indrag: [0, 18],
    styckeavstand: 5,
    postavstand: 2,
    sidhuvud(pen, { sid, av, handling: h }) {
      pen.at(h.organ ?? '', 42, { snitt: 'fet' });
      pen.at(`Protokoll nr ${2 + (sid > 0 ? 3 : 0)}`, 42, { x: 300 });
      pen.at(`Sammanträdesdatum: ${h.datum}`, 56, { x: 300 });
      pen.at(`${h.huvudman}`, HOJD - 52, { grad: 8 });
      pen.at(`${sid} (${av})`, HOJD - 52, { grad: 8, align: 'right' });
    },
    borjan(pen, h) {
      pen.para(`Protokoll från ${h.organ?.toLowerCase()}`, { snitt: 'fet', grad: 18 });
      pen.gap(6);
      pen.para(`Tid: ${longDate(h.datum)}, ${h.tryck?.plats}`);
      pen.para(`Paragrafer: ${h.tryck?.paragrafer}`);
      pen.para('Närvarande', { snitt: 'fet' });
      for (const p of h.narvaro?.ledamoter ?? [])
        pen.para(`${p.namn} (${p.parti})${p.roll ? `, ${p.roll}` : ''}`);
      pen.para('Justeringsdatum', { snitt: 'fet' });
      pen.para(h.anslag?.justerad ?? '');
      pen.newPage();
    },
    paragraf(pen, _h, a) {
      pen.need(6);
      pen.para(`§ ${a.paragraf}${a.diarienummer ? `   ${a.diarienummer}` : ''}`, { snitt: 'fet', grad: 12 });
      pen.para(a.rubrik, { snitt: 'fet', grad: 12 });
      pen.gap(4);
    },
    rubrik(pen, text) {
      pen.gap(6);
      pen.need(3);
      pen.para(text, { snitt: 'fet' });
    },
    efter: (pen) => pen.gap(20),
  }),
};
