/** What a list of hits can be narrowed by, each a link with its number; and what it is narrowed to, each to be taken away. */
import { html } from 'hono/html';
import type { ItemTyp } from '../../../extraction/item-types.ts';
import type { Facetter } from '../../../store/search.ts';
import type { Html } from '../parts/html.ts';
import { count, TYP } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { type Asked, FILTER, isNarrowed, type Narrowed, narrowedBy, sokAdress, without } from './fraga.ts';
import { words } from './words.ts';

type Name = (typeof FILTER)[number];

/** Of each list so many are shown at once; the rest is there to be unfolded. */
const SHOWN = 8;
/** What a list holds at most. */
const MOST = 200;

interface Choice {
  name: string;
  antal: number;
  href: string;
}

/** What is chosen, each with a link that takes it away. */
export function chosen(asked: Asked, sprak: Sprak): Html {
  if (!isNarrowed(asked)) return '';
  const say = words[sprak];
  const chips = FILTER.flatMap((name) =>
    valuesOf(asked, name).map(
      ([value, typ]) =>
        html`<li><a class="chip" href="${sokAdress(without(asked, name, typ))}"><span class="unseen">${say.remove}: </span>${say.filter[name]}: <b>${shown(name, value, sprak)}</b> <span aria-hidden="true">✕</span></a></li>`,
    ),
  );
  const all = sokAdress({ q: asked.q, ordning: asked.ordning, ...(asked.per && { per: asked.per }) });
  return html`<div class="narrowed"><h2 class="unseen">${say.narrowedBy}</h2><ul>${chips}${chips.length > 1 ? html`<li><a href="${all}">${say.removeAll}</a></li>` : ''}</ul></div>`;
}

/** What is counted, one and many of it: hits, or the §§ that they stand in. */
export const hitNames = (asked: Pick<Asked, 'per' | 'typ'>, sprak: Sprak): readonly string[] =>
  asked.per === undefined ? words[sprak].hits : words[sprak].perParagraf(asked.typ);

/** As it is said to people. */
export function shown(name: Name, value: string, sprak: Sprak): string {
  if (name === 'typ') return TYP[sprak][value as ItemTyp];
  return name === 'utfall' ? words[sprak].utfall[value as keyof (typeof words)['sv']['utfall']] : value;
}

/** The values of one thing that narrows; of several kinds each. */
export const valuesOf = (asked: Asked, name: Name): [value: string, typ?: ItemTyp][] =>
  name === 'typ'
    ? (asked.typ ?? []).map((typ) => [typ, typ])
    : asked[name] === undefined
      ? []
      : [[String(asked[name])]];

/** All lists. Beside the hits where there is room, else folded above them. */
export function facettlistor(asked: Asked, facetter: Facetter, total: number, sprak: Sprak): Html {
  const say = words[sprak];
  const to = (more: Narrowed): string => sokAdress(narrowedBy(asked, more));
  const several = new Set(facetter.organ.map(({ huvudman }) => huvudman)).size > 1;
  const lists: [name: Name, choices: Choice[]][] = [
    [
      'typ',
      facetter.typ
        .filter(({ varde }) => !asked.typ?.includes(varde))
        .map(({ varde, antal }) => ({
          ...{ name: TYP[sprak][varde], antal },
          href: to({ typ: [...(asked.typ ?? []), varde] }),
        })),
    ],
    [
      'organ',
      facetter.organ.map(({ varde, huvudman, antal }) => ({
        ...{ name: several && huvudman !== null ? `${varde}, ${huvudman}` : varde, antal },
        href: to({ organ: varde, ...(several && huvudman !== null && { huvudman }) }),
      })),
    ],
    [
      'huvudman',
      facetter.huvudman.map(({ varde, antal }) => ({ name: varde, antal, href: to({ huvudman: varde }) })),
    ],
    ['ar', facetter.ar.map(({ varde, antal }) => ({ name: varde, antal, href: to({ ar: varde }) }))],
    ['parti', facetter.parti.map(({ varde, antal }) => ({ name: varde, antal, href: to({ parti: varde }) }))],
    [
      'person',
      facetter.person.map(({ varde, antal }) => ({ name: varde, antal, href: to({ person: varde }) })),
    ],
    [
      'utfall',
      facetter.utfall.map(({ varde, antal }) => ({
        name: say.utfall[varde],
        antal,
        href: to({ utfall: varde }),
      })),
    ],
    [
      'diarienummer',
      facetter.diarienummer.map(({ varde, huvudman, antal }) => ({
        ...{ name: varde, antal },
        href: to({ diarienummer: varde, ...(huvudman !== null && { huvudman }) }),
      })),
    ],
  ];
  const tells = (choices: Choice[]): boolean =>
    choices.length > 1 || choices.some(({ antal }) => antal < total);
  const open = lists.filter(([name, choices]) =>
    name === 'typ'
      ? choices.length > 0 && (asked.typ || tells(choices))
      : asked[name] === undefined && tells(choices),
  );
  if (open.length === 0) return '';
  return html`<aside class="facets" aria-label="${say.narrow}"><details><summary>${say.narrow}</summary><p class="quiet">${asked.per === undefined ? say.countedOnce : say.countedPer}</p>${open.map(
    ([name, choices]) =>
      html`<section><h2>${say.filter[name]}</h2>${list(choices.slice(0, SHOWN), sprak)}${choices.length > SHOWN ? html`<details class="rest"><summary>${say.more(Math.min(choices.length, MOST) - SHOWN)}</summary>${list(choices.slice(SHOWN, MOST), sprak)}</details>` : ''}</section>`,
  )}</details></aside>`;
}

const list = (choices: readonly Choice[], sprak: Sprak): Html =>
  html`<ul>${choices.map(({ name, antal, href }) => html`<li><a href="${href}"><span>${name}</span> <span class="number">${count(antal, sprak)}</span></a></li>`)}</ul>`;
