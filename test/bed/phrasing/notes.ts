/** Words for reservations and notes to the minutes. */
import type { Person } from '../../../samples/make/content.ts';
import type { Note } from '../content/matter.ts';
import { vem } from './forms.ts';
import type { Stil } from './stil.ts';

export const reservera = {
  motiv: (r: { av: Person[]; egna: boolean }, stil: Stil) =>
    `${vem(r.av, stil)} reserverar sig mot beslutet${r.egna ? ' till förmån för eget yrkande' : ''} med följande motivering: Frågan är inte tillräckligt beredd och kostnaderna är osäkra.`,
  mot: (r: { av: Person[]; egna: boolean }, stil: Stil) =>
    `${vem(r.av, stil)} reserverar sig mot beslutet${r.egna ? ' till förmån för eget yrkande' : ''}.`,
  skriftlig: (r: { av: Person[]; egna: boolean }, stil: Stil) =>
    `Mot beslutet reserverar sig ${vem(r.av, stil)}${r.egna ? ' till förmån för sitt yrkande' : ''}.`,
  anmaler: (r: { av: Person[]; egna: boolean }, stil: Stil) =>
    `${vem(r.av, stil)} anmäler reservation mot beslutet${r.egna ? ' till förmån för egna förslag' : ''}.`,
};

export const anteckna = (n: Note, stil: Stil): string => {
  const who = vem(n.av, stil);
  switch (n.typ) {
    case 'protokollsanteckning':
      return `${who} lämnar följande protokollsanteckning: ${n.ord}`;
    case 'sarskilt_yttrande':
      return `${who} lämnar ett särskilt yttrande: ${n.ord}`;
    case 'deltar_ej':
      return `${who} deltar inte i beslutet.`;
    case 'jav':
      return `${who} anmäler jäv och deltar inte i handläggningen av ärendet.`;
  }
};

export const antecknaBegaran = (n: Note, stil: Stil): string => {
  const who = vem(n.av, stil);
  switch (n.typ) {
    case 'protokollsanteckning':
      return `På begäran av ${who} antecknas följande: ${n.ord}`;
    case 'sarskilt_yttrande':
      return `${who} anmäler särskilt yttrande: ${n.ord}`;
    case 'deltar_ej':
      return `${who} meddelar att de inte deltar i beslutet.`;
    case 'jav':
      return `På grund av jäv deltar ${who} inte i handläggningen och beslutet.`;
  }
};

export const antecknaTill = (n: Note, stil: Stil): string =>
  n.typ === 'protokollsanteckning'
    ? `${vem(n.av, stil)} antecknar följande till protokollet: ${n.ord}`
    : anteckna(n, stil);

export const antecknaSkrivelse = (n: Note, stil: Stil): string =>
  n.typ === 'protokollsanteckning'
    ? `${vem(n.av, stil)} antecknar som yttrande en skrivelse, bilaga 1.`
    : anteckna(n, stil);
