/** Answers that are no pages of their own. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { DeskEnv } from '../deps.ts';
import { type Page, showPage } from '../page.ts';
import { empty } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { words } from './words.ts';

/** A page that says what is so and what to do, with the way back. */
export function say(
  context: Context<DeskEnv>,
  title: string,
  text: Html,
  { status, back = '/las-in', name }: { status: NonNullable<Page['status']>; back?: string; name?: string },
): Promise<Response> {
  const label = name ?? words[context.var.sprak].back;
  const body = empty(title, html`<p>${text}</p><p><a class="button" href="${back}">${label}</a></p>`);
  return showPage(context, { title, body, part: '/las-in', status });
}

/** What is not running, and how it is started. */
export function noEngine(context: Context<DeskEnv>): Promise<Response> {
  const { noEngine: title, noEngineText, noEngineThen } = words[context.var.sprak];
  const text = html`${noEngineText} <code>npm start</code>. ${noEngineThen}`;
  return say(context, title, text, { status: 503 });
}
