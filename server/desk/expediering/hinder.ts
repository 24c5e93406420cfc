/** What hinders a delivery, in the page's language: what is kept of it is Swedish. */

import { html } from 'hono/html';
import type { Hinder } from '../../../store/expediering.ts';
import type { Html } from '../parts/html.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';

const MISSING = [
  ['huvudman', 'the authority'],
  ['organ', 'the body'],
  ['datum', 'the date'],
  ['paragraf', 'the number of the §'],
] as const;

const IN_ENGLISH: { readonly [kod in Hinder['kod']]: (sv: string) => Html } = {
  'ej-justerad': () => 'The minutes have not been approved.',
  'justering-obekraftad': () => 'The day of approval was read only by OCR; nothing confirms it.',
  'uppgift-saknas': (sv) => {
    const names = MISSING.flatMap(([name, english]) => (sv.includes(name) ? [english] : []));
    return `The document does not tell ${names.join(', ')}.`;
  },
  sekretess: (sv) => html`The § is under secrecy: ${svensk(sv.slice(sv.indexOf(':') + 1).trim())}`,
  'sekretess-pa-sidan': () =>
    'Something under secrecy stands on the same page. If the delivery is sent anyway, only its cover goes, without the pages.',
  granskning: () => 'Something in the § waits for review.',
};

export const hinderText = ({ kod, sv }: Hinder, sprak: Sprak): Html =>
  sprak === 'sv' ? sv : IN_ENGLISH[kod](sv);
