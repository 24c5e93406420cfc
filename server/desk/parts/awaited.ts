/** What a matter waits for and how late it is, in both languages. */
import { html } from 'hono/html';
import * as ord from '../../../diarium/bild/ord.ts';
import { WORDS } from '../../../diarium/bild/words.ts';
import { daysBetween } from '../../../diarium/way/dagar/rakna.ts';
import type { Arendetyp, Vantan } from '../../../diarium/way/types.ts';
import type { Sprak } from '../sprak.ts';
import type { Html } from './html.ts';
import { amount } from './said.ts';

const ANSWER: { readonly [typ in Arendetyp]?: string } = {
  motion: ' to the motion',
  medborgarforslag: ' to the citizens’ proposal',
  interpellation: ' to the interpellation',
  fraga: ' to the question',
  initiativ: ' to the initiative',
};
const AFTER: { readonly [skal: string]: string } = {
  bordlaggning: 'being postponed',
  aterremiss: 'being referred back',
};

/** What is awaited and from whom; `typ` is the matter's. */
export function awaitedText(vantan: Vantan, typ: Arendetyp | undefined, sprak: Sprak): string {
  if (sprak === 'sv') return ord.vantanText(vantan, typ);
  const name = vantan.av === null ? '' : ord.shownName(vantan.av);
  const by = (word: string): string => (name === '' ? '' : ` ${word} ${name}`);
  switch (vantan.vad) {
    case 'beslut':
      return `a decision${by('by')}`;
    case 'yttrande':
      return `an opinion${by('from')}`;
    case 'svar':
      return `an answer${(typ && ANSWER[typ]) ?? ''}${by('from')}`;
    case 'aterkomst':
      return `the matter to come again${by('from')} after ${AFTER[vantan.skal] ?? 'preparation'}`;
    case 'utforande':
      return `the ${vantan.skal === 'uppdrag' ? 'assignment' : 'decision'} to be carried out${by('by')}`;
  }
}

/** How a last day stands to today: "12 dagar för sent", "om 3 dagar". */
export function standsTo(senast: string, idag: string, sprak: Sprak): string {
  if (sprak === 'sv') return ord.standsTo(senast, idag);
  const days = daysBetween(idag, senast);
  const said = amount(Math.abs(days), ['day', 'days'], sprak);
  return days < 0 ? `${said} late` : days === 0 ? 'today' : `in ${said}`;
}

/** The same as a mark, which tells what is late by its words and not by colour alone. */
export const lateMark = (senast: string, idag: string, sprak: Sprak): Html =>
  html`<span class="badge ${senast < idag ? 'bad' : ''}">${senast < idag ? '⚠ ' : ''}${standsTo(senast, idag, sprak)}</span>`;

/** Where a last day comes from: the decision, or a paragraph of an act by its Swedish name. */
export function fristText(frist: string | null, sprak: Sprak): string | null {
  return frist === null ? null : WORDS[sprak].basis(frist);
}
