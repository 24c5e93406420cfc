/** The common style, which templates change. */
import { genitive } from '../content/places.ts';
import { satser } from './clauses.ts';
import { grupp, person, rada } from './forms.ts';
import { yrkar } from './motions.ts';
import { anteckna, reservera } from './notes.ts';
import { gang, rosta } from './procedure.ts';
import type { Stil } from './stil.ts';

export const rubriker = {
  vanliga: {
    bakgrund: 'Ärendebeskrivning',
    tidigare: 'Tidigare behandling',
    underlag: 'Beslutsunderlag',
    yrkanden: 'Yrkanden',
    gang: 'Beslutsgång',
    votering: 'Votering',
    reservation: 'Reservation',
    protokollsanteckning: 'Protokollsanteckning',
    sarskilt_yttrande: 'Särskilt yttrande',
    deltar_ej: 'Deltar inte i beslutet',
    jav: 'Jäv',
    omedelbar: 'Omedelbar justering',
    expediering: 'Beslutet skickas till',
  },
} as const;

/** A style, from the common one and what is different. */
export const stil = (more: Partial<Stil> & Pick<Stil, 'beslut' | 'dnr'>): Stil => ({
  person: person.brackets,
  grupp: grupp.representanterna,
  rada: rada.och,
  paragraf: (nr) => String(nr),
  satser: satser.numbered,
  forslag: (m) => ({
    rubrik: m.fran.organ
      ? `${genitive(m.fran.namn)} förslag till beslut`
      : 'Förvaltningens förslag till beslut',
  }),
  ordning: [
    'beslut',
    'reservation',
    'bakgrund',
    'tidigare',
    'underlag',
    'forslag',
    'yrkanden',
    'gang',
    'votering',
    'anteckning',
    'omedelbar',
    'expediering',
  ],
  yrka: yrkar(),
  gang: gang.finner,
  rosta: rosta.counts,
  reservera: reservera.mot,
  anteckna,
  underlag: 'ingen',
  mottagare: 'ingen',
  brott: 0.35,
  ...more,
  rubriker: { ...rubriker.vanliga, ...more.rubriker },
});
