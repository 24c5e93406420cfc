/** What is said to those who may not do something, and where nothing runs that could do it. */
import type { Context, MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { isRegistrator } from '../besokare.ts';
import type { DeskDeps, DeskEnv, Engine } from '../deps.ts';
import { showPage } from '../page.ts';
import type { Words } from '../words.ts';
import { empty } from './empty.ts';
import type { Html } from './html.ts';
import { type Refused, refused } from './svensk.ts';

const sv = {
  forbidden: 'Det här gör en registrator',
  forbiddenText: 'Du är inloggad som läsare. Be en registrator, eller logga in som registrator.',
  away: 'Expediera är inte igång',
  awayText: 'Det du skrev är inte sparat. Starta Expediera (npm start) och försök igen.',
  works: 'Att söka, läsa, skriva ut och ladda ner går under tiden.',
  notTaken: 'Det gick inte',
  back: 'Tillbaka',
  kept: 'Det du skrev',
};
const words: Words<typeof sv> = {
  sv,
  en: {
    forbidden: 'Only registrars do this',
    forbiddenText: 'You are logged in as a reader. Ask a registrar, or log in as one.',
    away: 'Expediera is not running',
    awayText: 'What you wrote has not been kept. Start Expediera (npm start) and try again.',
    works: 'Searching, reading, printing and downloading work meanwhile.',
    notTaken: 'It could not be done',
    back: 'Back',
    kept: 'What you wrote',
  },
};

/** Lets registrators through; others are told so on a page. */
export const onlyRegistrator: MiddlewareHandler<DeskEnv> = async (context, next) => {
  if (isRegistrator(context.var.besokare)) return next();
  const say = words[context.var.sprak];
  const body = empty(say.forbidden, html`<p>${say.forbiddenText}</p>`);
  return showPage(context, { title: say.forbidden, body, status: 403 });
};

interface Back {
  /** The page that it was done from. */
  back: string;
  /** What the person wrote in free text, so that it is not lost. */
  wrote?: string | undefined;
}

/** Does it with the engine; where none runs a page says so. */
export async function withEngine(
  context: Context<DeskEnv>,
  { engine }: Pick<DeskDeps, 'engine'>,
  of: Back,
  work: (engine: Engine) => Promise<Response>,
): Promise<Response> {
  const running = await engine();
  if (running) return work(running);
  const say = words[context.var.sprak];
  return told(context, say.away, html`<p>${say.awayText} ${say.works}</p>`, of, 503);
}

/** Says why it was not taken, in the words of whoever refused it. */
export const notTaken = (context: Context<DeskEnv>, why: Refused, of: Back): Promise<Response> =>
  told(context, words[context.var.sprak].notTaken, html`<p>${refused(why, context.var.sprak)}</p>`, of, 409);

function told(
  context: Context<DeskEnv>,
  title: string,
  why: Html,
  { back, wrote }: Back,
  status: 409 | 503,
): Promise<Response> {
  const say = words[context.var.sprak];
  const kept = wrote ? html`<h2>${say.kept}</h2><p><q>${wrote}</q></p>` : '';
  const body = empty(title, html`${why}${kept}<p><a class="button" href="${back}">${say.back}</a></p>`);
  return showPage(context, { title, body, status });
}
