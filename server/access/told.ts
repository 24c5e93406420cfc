/** What is said to those who may not, as a page to people and as JSON to programs. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { DeskEnv } from '../desk/deps.ts';
import { showPage } from '../desk/page.ts';
import { empty } from '../desk/parts/empty.ts';
import type { Words } from '../desk/words.ts';

const sv = {
  forbidden: 'Det här gör en registrator',
  forbiddenText: 'Du är inloggad som läsare. Be en registrator, eller logga in som registrator.',
  home: 'Till startsidan',
  tooMany: 'För många sidor på kort tid',
  tooManyText: (seconds: number) => `Vänta ${seconds} sekunder och försök igen.`,
};
const words: Words<typeof sv> = {
  sv,
  en: {
    forbidden: 'Only registrars do this',
    forbiddenText: 'You are logged in as a reader. Ask a registrar, or log in as one.',
    home: 'To the start page',
    tooMany: 'Too many requests in a short time',
    tooManyText: (seconds: number) => `Wait ${seconds} seconds and try again.`,
  },
};

const isPerson = (context: Context): boolean => context.req.header('accept')?.includes('text/html') === true;

export function saysForbidden(context: Context<DeskEnv>): Response | Promise<Response> {
  if (!isPerson(context)) return context.json({ error: 'not for readers' }, 403);
  const say = words[context.var.sprak];
  const home = html`<p><a class="button" href="/">${say.home}</a></p>`;
  const body = empty(say.forbidden, html`<p>${say.forbiddenText}</p>${home}`);
  return showPage(context, { title: say.forbidden, body, status: 403 });
}

export function saysTooMany(context: Context<DeskEnv>, seconds: number): Response | Promise<Response> {
  context.header('Retry-After', String(seconds));
  if (!isPerson(context)) return context.json({ error: 'too many requests' }, 429);
  const say = words[context.var.sprak];
  const body = empty(say.tooMany, html`<p>${say.tooManyText(seconds)}</p>`);
  return showPage(context, { title: say.tooMany, body, status: 429 });
}
