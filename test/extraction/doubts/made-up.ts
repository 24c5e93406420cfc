/** A made-up § to doubt: nothing speaks against anything in it. */
import type {
  Arende,
  Attsats,
  Handling,
  Mottagare,
  Underlag,
  Votering,
  Yrkande,
} from '../../../extraction/record.ts';

const item = { id: 'x', confidence: 1, obekraftade: [], evidence: [{ page: 1, bbox: null }] };
export const person = (namn: string | null, parti: string | null) => ({ namn, parti, roll: null });

export const attsats = (own: Partial<Attsats> = {}): Attsats => ({
  ...item,
  nr: null,
  text: 'att anta ny taxa för badhuset.',
  ledtext: 'Fritidsnämnden beslutar',
  kedja: ['Fritidsnämnden'],
  next: null,
  ...own,
});
export const yrkande = (own: Partial<Yrkande> = {}): Yrkande => ({
  ...item,
  av: [person('Alva Strandmark', 'S')],
  typ: 'avslag',
  text: 'Alva Strandmark (S) yrkar avslag på förslaget.',
  utfall: null,
  ...own,
});
export const votering = (own: Partial<Votering> = {}): Votering => ({
  ...item,
  ja: 6,
  nej: 5,
  avstar: null,
  proposition: null,
  utslag: 'ja',
  roster: [],
  ...own,
});
export const mottagare = (text: string): Mottagare => ({ ...item, mottagare: text });
export const underlag = (text: string): Underlag => ({ ...item, text });

export const arende = (own: Partial<Arende> = {}): Arende => ({
  id: 'a',
  paragraf: '14',
  punkt: null,
  rubrik: 'Ny bassängtaxa för badhuset',
  diarienummer: 'FN 2031/17',
  pages: [1, 1],
  sekretess: null,
  omedelbartJusterad: false,
  forslag: [],
  beslut: [attsats()],
  yrkanden: [],
  reservationer: [],
  anteckningar: [],
  voteringar: [],
  expediering: [],
  underlag: [],
  utfall: null,
  next: null,
  obekraftade: [],
  evidence: { paragraf: [], diarienummer: [] },
  ...own,
});

export const handling = (arenden: Arende[], own: Partial<Handling> = {}): Handling => ({
  id: 'h',
  huvudman: 'Fiskviks kommun',
  kind: 'protokoll',
  pages: [1, 1],
  organ: 'Fritidsnämnden',
  avsandare: null,
  undertecknare: [],
  till: [],
  datum: '2031-03-10',
  diarienummer: null,
  dokumentnummer: null,
  rubrik: null,
  narvaro: null,
  justerare: [person('Nils Ekvret', 'V')],
  anslag: null,
  arenden,
  obekraftade: [],
  evidence: { datum: [], diarienummer: [], organ: [] },
  ...own,
});
