/** What stands in one step: clauses, who moved what, votes, who protested. Each leads to its permanent address. */

import { html } from 'hono/html';
import { listed, personName, shownName } from '../../../diarium/bild/ord.ts';
import type { Arende, Attsats, Person, Votering } from '../../../extraction/record.ts';
import type { PermanentId } from '../../../store/postnamn.ts';
import { inkorgHref, organHref, partiHref, personHref, postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { isLeftOut } from '../parts/left-out.ts';
import { svensk } from '../parts/svensk.ts';
import type { ArendeWords } from './words.ts';

interface Item {
  /** The permanent one: index.ts puts it there. */
  id: string;
  obekraftade: readonly string[];
}

const unsure = ({ obekraftade }: Pick<Item, 'obekraftade'>, say: ArendeWords): Html =>
  obekraftade.length === 0
    ? ''
    : html` <span class="badge unsure" title="${say.unsureTip}">${say.unsure}</span>`;

/** Texts keep the line that they are: a link to the item behind them. */
const text = (item: Item, words: string, say: ArendeWords): Html =>
  html`<a class="item" href="${postHref(item.id as PermanentId)}" lang="sv">${words}</a>${unsure(item, say)}`;

function person(one: Person): Html {
  const { namn, parti } = one;
  if (namn !== null && isLeftOut(namn)) return namn;
  if (namn === null)
    return parti === null ? personName(one) : html`<a href="${partiHref(parti)}">${parti}</a>`;
  return html`<a href="${personHref(namn)}">${namn}</a>${parti === null ? '' : html` (<a href="${partiHref(parti)}">${parti}</a>)`}`;
}

const persons = (all: readonly Person[]): Html =>
  html`${all.map((one, i) => html`${i > 0 ? ', ' : ''}${person(one)}`)}`;

/**
 * Whose it is and what they said. Texts mostly name whoever says it: there the names are links, and are not told twice.
 */
function said(item: Item & { av: readonly Person[]; text: string }, say: ArendeWords): Html {
  const named = namesIn(item.text, item.av);
  const [last] = named.slice(-1);
  if (last === undefined) {
    const own = text(item, item.text, say);
    return item.av.length === 0 ? own : html`${persons(item.av)}: ${own}`;
  }
  const before = named.map(({ namn, at }, i) => {
    const from = i === 0 ? 0 : endOf(named[i - 1] as Named);
    return html`${svensk(item.text.slice(from, at))}${person({ namn, parti: null, roll: null })}`;
  });
  return html`${before}${text(item, item.text.slice(endOf(last)), say)}`;
}

interface Named {
  namn: string;
  at: number;
}
const endOf = ({ namn, at }: Named): number => at + namn.length;

/** Where the text names them, in that order; none unless it names them all. */
function namesIn(words: string, av: readonly Person[]): Named[] {
  const named: Named[] = [];
  for (const { namn } of av) {
    const at = namn === null ? -1 : words.indexOf(namn);
    if (namn === null || at < 0) return [];
    named.push({ namn, at });
  }
  const inOrder = named.sort((a, b) => a.at - b.at);
  return inOrder.some((one, i) => i > 0 && one.at < endOf(inOrder[i - 1] as Named)) ? [] : inOrder;
}

/** One group of what stands in a step; nothing where it is empty. */
const group = (title: string, rows: readonly Html[], kind = ''): Html =>
  rows.length === 0
    ? ''
    : html`<section class="held ${kind}"><h4>${title}</h4><ul>${rows.map((row) => html`<li>${row}</li>`)}</ul></section>`;

/** The clauses, with their printed numbers and where each goes. */
export function clausesOf(
  { attsatser, beslutat }: { attsatser: readonly Attsats[]; beslutat: boolean },
  huvudman: string | null,
  say: ArendeWords,
): Html {
  // that all go one way is told once, by where the step went
  const ways = new Set(attsatser.map(({ next }) => next?.organ ?? null));
  return group(
    beslutat ? say.decisions : say.proposals,
    attsatser.map((one) => {
      const nr = one.nr === null ? '' : html`<span class="nr">${one.nr}.</span> `;
      const to =
        one.next === null || ways.size === 1
          ? ''
          : html` <span class="quiet">→ <a href="${organHref(one.next.organ, huvudman)}">${shownName(one.next.organ)}</a></span>`;
      return html`${nr}${text(one, one.text, say)}${to}`;
    }),
    beslutat ? 'decided' : '',
  );
}

/** What else stands in the ärende. */
export function itemsOf(arenden: readonly Arende[], huvudman: string | null, say: ArendeWords): Html {
  const of = <T>(list: (arende: Arende) => readonly T[]): T[] => arenden.flatMap(list);
  return html`${group(
    say.motions,
    of((arende) => arende.yrkanden).map((one) => {
      const became =
        one.utfall === null
          ? html`<span class="quiet">${say.becameUnknown}</span>`
          : html`<span class="badge ${one.utfall === 'bifall' ? 'good' : 'bad'}">${say.became[one.utfall]}</span>`;
      return html`${said(one, say)} ${became}`;
    }),
  )}${group(
    say.votes,
    of((arende) => arende.voteringar).map((one) => vote(one, say)),
    'votes',
  )}${group(
    say.reservations,
    of((arende) => arende.reservationer).map(
      (one) =>
        html`${one.text === '' ? html`${persons(one.av)}${unsure(one, say)}` : said(one, say)}${one.mot.length === 0 ? '' : html` <span class="quiet">${say.against(one.mot)}</span>`}`,
    ),
  )}${group(
    say.notes,
    of((arende) => arende.anteckningar).map(
      (one) =>
        html`<span class="quiet">${say.note[one.typ]}</span> ${one.text === '' ? persons(one.av) : said(one, say)}`,
    ),
  )}${group(
    say.underlag,
    of((arende) => arende.underlag).map((one) => text(one, one.text, say)),
  )}${group(
    say.sentTo,
    of((arende) => arende.expediering).map(
      (one) =>
        html`${isLeftOut(one.mottagare) ? one.mottagare : html`<a href="${inkorgHref(one.mottagare, huvudman)}">${shownName(one.mottagare)}</a>`}${unsure(one, say)}`,
    ),
  )}`;
}

/** The figures, what a yes and a no meant, and how each voted where that is told. */
function vote(one: Votering, say: ArendeWords): Html {
  const { ja, nej, avstar, proposition, utslag, roster } = one;
  const meant =
    proposition === null
      ? ''
      : html`<dl class="meant"><dt>${say.meansYes}</dt><dd lang="sv">${proposition.ja}</dd><dt>${say.meansNo}</dt><dd lang="sv">${proposition.nej}</dd></dl>`;
  const sides = (Object.keys(say.voted) as (keyof typeof say.voted)[]).flatMap((rost) => {
    const own = roster.filter((r) => r.rost === rost).map((r) => r.person);
    return own.length === 0
      ? []
      : [html`<dt>${say.voted[rost]} (${own.length})</dt><dd>${persons(own)}</dd>`];
  });
  const who =
    sides.length === 0
      ? ''
      : html`<details><summary>${say.whoVoted}</summary><dl class="meant">${sides}</dl></details>`;
  return html`<a class="item" href="${postHref(one.id as PermanentId)}">${say.vote(ja, nej, avstar)}</a>${unsure(one, say)}${utslag === null ? '' : html` <span class="badge">${say.won(utslag)}</span>`}${meant}${who}`;
}

/** Names of bodies in a row, with links. */
export const bodies = (names: readonly string[]): string => listed(names.map(shownName));
