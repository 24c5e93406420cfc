/** Forms of clauses and of the lines that introduce them. */

import { lower } from './forms.ts';
import type { Ingress, Satsform } from './stil.ts';

export const satser = {
  numbered: { form: 'infinitiv', lista: 'nr.', slut: ['', ''] },
  numberedAtt: { form: 'att', lista: 'nr.', slut: [',', '.'] },
  numberedPassive: { form: 'passiv', lista: 'nr.', slut: ['.', '.'] },
  bareNumber: { form: 'passiv', lista: 'nr', slut: ['.', '.'] },
  bracketNumber: { form: 'att', lista: 'nr)', slut: ['', ''] },
  att: { form: 'att', lista: 'ingen', slut: [',', '.'] },
  attBare: { form: 'att', lista: 'ingen', slut: ['', ''] },
  dashes: { form: 'att', lista: 'streck', slut: ['', ''] },
  bullets: { form: 'passiv', lista: 'punkt', slut: ['.', '.'] },
  passive: { form: 'passiv', lista: 'ingen', slut: ['.', '.'] },
  present: { form: 'presens', lista: 'ingen', slut: ['.', '.'] },
} as const satisfies { [name: string]: Satsform };

/** Lead-ins of a decision by the bodies of the chain. */
const chain =
  (words: { eget: string; vidare: string; foresla: string; sist: string }) => (kedja: string[]) => {
    const [own, ...rest] = kedja.map((k, i) => (i === 0 ? k : lower(k)));
    if (rest.length === 0) return `${own} ${words.eget}`;
    const middle = rest.slice(0, -1).map((k) => `${k} ${words.foresla} `);
    return `${own} ${words.vidare} ${middle.join('')}${rest.at(-1)} ${words.sist}`;
  };

export const led = {
  /** X föreslår Y föreslå Z besluta */
  besluta: chain({ eget: 'beslutar', vidare: 'föreslår', foresla: 'föreslå', sist: 'besluta' }),
  beslutaAtt: chain({
    eget: 'beslutar att',
    vidare: 'föreslår',
    foresla: 'att föreslå',
    sist: 'besluta att',
  }),
  kolon: chain({
    eget: 'beslutar följande:',
    vidare: 'föreslår',
    foresla: 'föreslå',
    sist: 'besluta följande:',
  }),
  /** X beslutar föreslå Y att föreslå Z */
  beslutarForesla: chain({ eget: 'beslutar', vidare: 'beslutar föreslå', foresla: 'föreslå', sist: '' }),
  attBeslutar: (kedja: string[]) => {
    const [own, ...rest] = kedja.map((k, i) => (i === 0 ? k : lower(k)));
    if (rest.length === 0) return `${own} beslutar:`;
    return rest.length === 1
      ? `${own} föreslår att ${rest[0]} beslutar:`
      : `${own} föreslår ${rest[0]} föreslå att ${rest[1]} beslutar:`;
  },
  tillstyrker: (kedja: string[]) => {
    const [own, ...rest] = kedja.map((k, i) => (i === 0 ? k : lower(k)));
    if (rest.length === 0) return `${own} beslutar:`;
    return rest.length === 1
      ? `${own} tillstyrker förslaget och föreslår att ${rest[0]} beslutar:`
      : `${own} tillstyrker förslaget och föreslår ${rest[0]} att föreslå att ${rest[1]} beslutar:`;
  },
};

export const under =
  (rubrik: string, ledtext: (kedja: string[]) => string) =>
  (kedja: string[]): Ingress => ({
    rubrik,
    ledtext: ledtext(kedja).trim(),
  });
