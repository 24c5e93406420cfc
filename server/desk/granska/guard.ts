/** Review is for those who may change something: others get a page that says so. */

import type { MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { isRegistrator } from '../besokare.ts';
import type { DeskEnv } from '../deps.ts';
import { showPage } from '../page.ts';
import { empty } from '../parts/empty.ts';
import { words } from './words.ts';

export const onlyRegistrator: MiddlewareHandler<DeskEnv> = async (context, next) => {
  if (isRegistrator(context.var.besokare)) {
    await next();
    return undefined;
  }
  const say = words[context.var.sprak];
  const body = empty(say.forbidden, html`<p>${say.forbiddenText}</p>`);
  return showPage(context, { title: say.forbidden, body, status: 403 });
};
