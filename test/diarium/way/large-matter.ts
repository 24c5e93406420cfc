/** Matters with more handlingar than any real one has, in the shapes that a way is computed from. */
import type { SourcedHandling } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

const dayOf = (n: number): string => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10);

/** What comes n-th of a matter that goes round: a letter, a nämnd, a kallelse, a styrelse, fullmäktige, and again. */
function round(n: number): Made {
  const words = `Nämnden ger förvaltningen i uppdrag att ordna cykelställ nummer ${Math.floor(n / 6)} vid torget`;
  const all = { datum: dayOf(n), fil: `${n}` };
  const all6: Made[] = [
    {
      ...all,
      kind: 'tjansteskrivelse',
      avsandare: 'Tekniska förvaltningen',
      next: 'Tekniska nämnden',
      forslag: [words],
    },
    {
      ...{ ...all, organ: 'Tekniska nämnden', paragraf: `${n}`, next: 'Kommunstyrelsen', beslut: [words] },
      yrkanden: [{ text: `Bifall till förslaget ${n}` }],
      reservationer: [{ av: 'Ada Al', text: `Mot beslutet ${n}` }],
    },
    {
      ...all,
      kind: 'kallelse',
      organ: 'Kommunstyrelsen',
      punkt: `${n}`,
      next: 'Kommunstyrelsen',
      forslag: [words],
    },
    { ...all, organ: 'Kommunstyrelsen', paragraf: `${n}`, next: 'Kommunfullmäktige', beslut: [words] },
    {
      ...all,
      organ: 'Kommunstyrelsen',
      paragraf: `${n}b`,
      utfall: 'aterremiss',
      beslut: ['Ärendet återremitteras'],
    },
    {
      ...{ ...all, organ: 'Kommunfullmäktige', paragraf: `${n}` },
      ...{ beslut: [{ text: words, next: null }], expediering: ['Tekniska nämnden', `Sökanden ${n}`] },
    },
  ];
  return all6[n % 6] as Made;
}

/** By what it is: so many handlingar of one matter. */
export const LARGE: { [shape: string]: (n: number) => Made } = {
  'goes round': round,
  'all on one day': (n) => ({ ...round(n), datum: '2030-01-01' }),
  'without days': (n) => ({ ...round(n), datum: null }),
  'as many bodies': (n) => ({
    ...round(n),
    organ: `Nämnden för ort ${letters(n)}`,
    next: `Utskottet för ${letters(n + 1)}`,
  }),
  'calls alone': (n) => ({
    ...round(2),
    datum: '2030-01-01',
    punkt: `${n}`,
    forslag: [`Förslag nummer ${n} antas`],
  }),
  'calls and letters': (n) => ({
    ...{ ...round(0), datum: '2030-01-01', fil: `${n}`, next: 'Kommunstyrelsen' },
    ...{
      kind: n % 2 ? 'kallelse' : 'tjansteskrivelse',
      organ: n % 2 ? 'Kommunstyrelsen' : null,
      punkt: `${n}`,
    },
    forslag: [`Kommunstyrelsen antar planen för kvarteret ${letters(n)} i sin helhet enligt bilagan`],
  }),
  'one § in many files': (n) => ({ ...round(1), fil: `${n}` }),
  'sent on and on': (n) => ({
    ...{
      organ: n % 2 ? 'Kommunstyrelsen' : 'Tekniska nämnden',
      next: n % 2 ? 'Tekniska nämnden' : 'Kommunstyrelsen',
    },
    ...{
      datum: dayOf(n),
      paragraf: `${n}`,
      utfall: 'bordlagt',
      beslut: [`Ärendet lämnas vidare ${n}`],
      fil: `${n}`,
    },
    yrkanden: [{ text: `Yrkande ${n}` }],
  }),
  'ordered each time': (n) => ({
    ...{
      organ: `Kommunfullmäktige`,
      datum: dayOf(n),
      paragraf: `${n}`,
      fil: `${n}`,
      rubrik: 'Motion om cykelställ',
    },
    beslut: [
      {
        text: `Kommunstyrelsen får i uppdrag att återkomma med redovisning ${n} senast ${dayOf(n + 90)}`,
        next: null,
      },
    ],
  }),
  'put off each time': (n) => ({
    ...{ organ: `Nämnden ${letters(n)}`, datum: dayOf(n), paragraf: `${n}`, fil: `${n}`, utfall: 'bordlagt' },
    beslut: [{ text: 'Ärendet bordläggs', next: null }],
  }),
};

function letters(n: number): string {
  return n
    .toString(26)
    .replace(/[0-9a-p]/g, (c) => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(c, 26)] as string);
}

/** So many handlingar of one matter of this shape. */
export const largeMatter = (shape: string, count: number): SourcedHandling[] =>
  Array.from({ length: count }, (_, n) => made((LARGE[shape] as (n: number) => Made)(n)));
