/** `/sok.atom`: what a question has found, what was taken in last first, so that a feed reader tells when there is more. */
import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { Hit } from '../../../store/search.ts';
import type { DeskApp } from '../deps.ts';
import { postHref } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { amount, day, ETT } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { hitNames, shown, valuesOf } from './facetter.ts';
import { type Asked, FILTER, questionOf, readAsked, sokAdress } from './fraga.ts';
import { words } from './words.ts';

/** Entries of a feed; a reader that asks once a day misses none unless more came that day. */
const ENTRIES = 100;
/** Of a feed without entries: older than any. */
const NEVER = '1970-01-01T00:00:00.000Z';
/** What no XML may hold, however it is escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

export function addFlode(app: DeskApp): void {
  app.get('/sok.atom', async (context) => {
    const { sprak, store } = context.var;
    const asked = { ...readAsked(context), ordning: 'inlast' as const, sida: 1 };
    const { total, hits } = await store.search({ ...questionOf(asked), limit: ENTRIES, med: ['inlast'] });
    const whole = (path: string): string => context.var.ursprung + path;
    const feed = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${sprak}">
  <id>${feedId(asked)}</id>
  <title>${titleOf(asked, sprak)}</title>
  <subtitle>${amount(total, hitNames(asked, sprak), sprak)}</subtitle>
  <updated>${hits[0]?.inlast ?? NEVER}</updated>
  <author><name>Expediera</name></author>
  <link rel="self" type="application/atom+xml" href="${whole(sokAdress({ ...asked, ordning: 'relevans' }, '/sok.atom'))}"/>
  <link rel="alternate" type="text/html" href="${whole(sokAdress(asked))}"/>
${hits.map((hit) => entry(hit, whole(postHref(hit.permanentId)), sprak))}</feed>
`;
    const text = String(await feed).replace(UNWRITABLE, '\ufffd');
    return context.body(text, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
  });
}

/** The same for the same question, wherever the desk is served from and in whatever language. */
function feedId(asked: Asked): string {
  const hash = createHash('sha256').update(sokAdress(asked)).digest('hex');
  return `urn:expediera:sok:${hash.slice(0, 32)}`;
}

function titleOf(asked: Asked, sprak: Sprak): string {
  const narrowed = FILTER.flatMap((name) =>
    valuesOf(asked, name).map(([value]) => shown(name, value, sprak)),
  );
  const told = [...(asked.q === '' ? [] : [`”${asked.q}”`]), ...narrowed].join(', ');
  return `Expediera: ${told === '' ? words[sprak].lead : told}`;
}

function entry(hit: Hit, link: string, sprak: Sprak): Html {
  const say = words[sprak];
  const { typ, organ, huvudman, datum, paragraf, rubrik, text, personer, utfall } = hit;
  const told = [
    organ,
    huvudman,
    datum && day(datum, sprak),
    paragraf && `§ ${paragraf}`,
    utfall && say.utfall[utfall],
  ];
  const people = personer.map(({ namn, parti }) => [namn, parti && `(${parti})`].filter(Boolean).join(' '));
  return html`  <entry>
    <id>urn:expediera:post:${encodeURIComponent(hit.permanentId)}</id>
    <title>${ETT[sprak][typ]}: ${rubrik ?? say.noHeading}</title>
    <link rel="alternate" type="text/html" href="${link}"/>
    <updated>${hit.inlast ?? NEVER}</updated>
    ${datum === null ? '' : html`<published>${datum}T00:00:00Z</published>`}
    <category term="${typ}" label="${ETT[sprak][typ]}"/>
    <summary>${told.filter(Boolean).join(' · ')}</summary>
    <content type="text">${text}${people.length === 0 ? '' : ` (${people.join(', ')})`}</content>
  </entry>
`;
}
