/** One of what goes along with a matter, in the page's language: what stands in the file is Swedish in both. */
import { html } from 'hono/html';
import { medfoljandeText, personName, shownName } from '../../../diarium/bild/ord.ts';
import type { Medfoljande } from '../../../diarium/way/types.ts';
import type { Html } from '../parts/html.ts';
import { svensk } from '../parts/svensk.ts';
import type { Sprak } from '../sprak.ts';

const KIND: { readonly [typ in Medfoljande['typ']]: string } = {
  yrkande: 'Motion',
  reservation: 'Reservation',
  protokollsanteckning: 'Note in the minutes',
  sarskilt_yttrande: 'Separate statement',
  deltar_ej: 'Takes no part in the decision',
  jav: 'Conflict of interest',
};
const BECAME = { bifall: ' that was carried', avslag: ' that was rejected' } as const;

export function alongText(one: Medfoljande, sprak: Sprak): Html {
  if (sprak === 'sv') return shownName(medfoljandeText(one));
  const { typ, av, text, utfall } = one;
  // whose it is is not said twice
  const said = av.some(({ namn }) => namn !== null && text.startsWith(namn));
  const whose = av.length === 0 || said ? '' : ` by ${av.map((one) => personName(one)).join(', ')}`;
  const became = utfall === null ? '' : BECAME[utfall];
  return html`${KIND[typ]}${whose}${became}${text === '' ? '' : html`: ${svensk(text)}`}`;
}
