/** What is answered where no page is, and when one breaks: people get a page, programs JSON. What broke is told to the log alone. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { isPerson, saysForbidden } from '../access/told.ts';
import { InteForLasare } from '../mask/index.ts';
import type { RequestLog } from '../request-log.ts';
import type { DeskApp, DeskEnv } from './deps.ts';
import { showPage } from './page.ts';
import { empty } from './parts/empty.ts';
import type { Words } from './words.ts';

const sv = {
  nothing: 'Sidan finns inte',
  nothingText:
    'Adressen kan vara felskriven. Det kan också vara en handling som har lästs om och fått en annan adress.',
  broke: 'Något gick fel hos oss',
  brokeText: 'Försök igen. Inget som är sparat har ändrats. Felet står i programmets logg.',
  home: 'Till startsidan',
};
const words: Words<typeof sv> = {
  sv,
  en: {
    nothing: 'There is no such page',
    nothingText:
      'The address may be mistyped. It may also be a document that has been read again and has another address.',
    broke: 'Something went wrong on our side',
    brokeText: "Try again. Nothing that is kept has changed. The fault stands in the program's log.",
    home: 'To the start page',
  },
};

/** A page that says that what was asked for is not there; also for parts of the desk that look for something and find nothing. */
export function notThere(context: Context<DeskEnv>): Promise<Response> {
  const say = words[context.var.sprak];
  const body = empty(
    say.nothing,
    html`<p>${say.nothingText}</p><p><a class="button" href="/">${say.home}</a></p>`,
  );
  return showPage(context, { title: say.nothing, body, status: 404 });
}

export function addEndings(app: DeskApp, log?: RequestLog): void {
  app.notFound((context) =>
    isPerson(context) ? notThere(context as Context<DeskEnv>) : context.json({ error: 'not found' }, 404),
  );
  app.onError((error, context) => {
    // refusals of the guards before us come as answers of their own
    if ('getResponse' in error) return error.getResponse();
    if (error instanceof InteForLasare) return saysForbidden(context as Context<DeskEnv>);
    log?.error({ error, path: context.req.path.slice(0, 200) }, 'a page broke');
    if (!isPerson(context) || !context.var.sprak) return context.json({ error: 'internal error' }, 500);
    const say = words[context.var.sprak];
    const body = empty(
      say.broke,
      html`<p>${say.brokeText}</p><p><a class="button" href="/">${say.home}</a></p>`,
    );
    return showPage(context, { title: say.broke, body, status: 500 });
  });
}
