/** What is said to those who may not, as a page to people and as JSON to programs. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { DeskEnv } from '../desk/deps.ts';
import { showPage } from '../desk/page.ts';
import { empty } from '../desk/parts/empty.ts';
import { count } from '../desk/parts/said.ts';
import type { Words } from '../desk/words.ts';

const sv = {
  forbidden: 'Det här gör en registrator',
  forbiddenText: 'Du är inloggad som läsare. Be en registrator, eller logga in som registrator.',
  home: 'Till startsidan',
  tooMany: 'För många sidor på kort tid',
  tooManyText: (seconds: number) => `Vänta ${seconds} sekunder och försök igen.`,
  tooLarge: 'Det är för mycket på en gång',
  tooLargeText: (most: string) =>
    `Högst ${most} kan skickas i ett formulär. Gå tillbaka och korta texten. Filer läggs in på sidan Läs in.`,
  busy: 'Just nu är det mycket att göra',
  again: 'Försök igen',
};
const words: Words<typeof sv> = {
  sv,
  en: {
    forbidden: 'Only registrars do this',
    forbiddenText: 'You are logged in as a reader. Ask a registrar, or log in as one.',
    home: 'To the start page',
    tooMany: 'Too many requests in a short time',
    tooManyText: (seconds: number) => `Wait ${seconds} seconds and try again.`,
    busy: 'There is much to do right now',
    again: 'Try again',
    tooLarge: 'That is too much at once',
    tooLargeText: (most: string) =>
      `At most ${most} can be sent in a form. Go back and shorten the text. Files are added on the page Take in.`,
  },
};

/** Somebody whom we do not know, at a page that all may see. */
export const NOBODY = { namn: '', roll: 'lasare', inloggad: false } as const;

/** Asked before it is known who asks: nobody's name is on the page. */
export function saysTooLarge(context: Context<DeskEnv>, most: number): Response | Promise<Response> {
  if (!isPerson(context)) return context.json({ error: 'too large' }, 413);
  context.set('besokare', NOBODY);
  const say = words[context.var.sprak];
  const text = say.tooLargeText(`${count(most / 1024, context.var.sprak)} kB`);
  const body = empty(say.tooLarge, html`<p>${text}</p>`);
  return showPage(context, { title: say.tooLarge, body, status: 413 });
}

/** Whether a page is asked for: programs are answered with JSON. */
export const isPerson = (context: Context): boolean =>
  context.req.header('accept')?.includes('text/html') === true;

export function saysForbidden(context: Context<DeskEnv>): Response | Promise<Response> {
  if (!isPerson(context)) return context.json({ error: 'not for readers' }, 403);
  const say = words[context.var.sprak];
  const home = html`<p><a class="button" href="/">${say.home}</a></p>`;
  const body = empty(say.forbidden, html`<p>${say.forbiddenText}</p>${home}`);
  return showPage(context, { title: say.forbidden, body, status: 403 });
}

/** This visitor has asked for too much. */
export const saysTooMany = (context: Context<DeskEnv>, seconds: number): Response | Promise<Response> =>
  saysWait(context, { seconds, what: 'tooMany', status: 429, error: 'too many requests' });

/** All have, together. */
export const saysBusy = (context: Context<DeskEnv>, seconds: number): Response | Promise<Response> =>
  saysWait(context, { seconds, what: 'busy', status: 503, error: 'too much to do: come again' });

interface Wait {
  seconds: number;
  what: 'tooMany' | 'busy';
  status: 429 | 503;
  error: string;
}

function saysWait(
  context: Context<DeskEnv>,
  { seconds, what, status, error }: Wait,
): Response | Promise<Response> {
  context.header('Retry-After', String(seconds));
  if (!isPerson(context)) return context.json({ error }, status);
  const say = words[context.var.sprak];
  const again = html`<p><a class="button" href="">${say.again}</a></p>`;
  const body = empty(say[what], html`<p>${say.tooManyText(seconds)}</p>${again}`);
  return showPage(context, { title: say[what], body, status });
}
