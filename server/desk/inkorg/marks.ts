/** What a registrator says of what came to a recipient: received, refused with a word why, or waiting again. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { shownName } from '../../../diarium/bild/ord.ts';
import { Problem } from '../../../engine/problem.ts';
import type { Postmarke } from '../../../store/processer.ts';
import { type InkorgPost, isChoices } from '../../../store/store.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps, DeskEnv } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { inkorgHref, query } from '../parts/addresses.ts';
import { DONE } from '../parts/gjort.ts';
import { notTaken, onlyRegistrator, withEngine } from '../parts/guard.ts';
import type { Html } from '../parts/html.ts';
import { shortened } from '../parts/shortened.ts';
import { words } from './words.ts';

/** What is being marked, and what the person has chosen and written of it so far. */
interface Marking {
  mottagare: string;
  huvudman: string | null;
  arende: string;
  /** Posts of the matter at the recipient that no meeting has dealt with. */
  poster: readonly InkorgPost[];
  chosen: readonly string[];
  skal: string;
  fault?: string;
  /** Tells two forms of one page apart. */
  nr: number;
  /** The page of the inbox that it is done from. */
  sida: string | undefined;
}

const STATES = ['mottagen', 'avvisad', 'vantar'] as const satisfies readonly Postmarke['status'][];

export const isOpen = ({ status }: InkorgPost): boolean => status !== 'behandlad';

/** The form; its buttons say what is said. */
function form(context: Context<DeskEnv>, of: Marking): Html {
  const say = words[context.var.sprak];
  const { poster, chosen, skal, fault, nr } = of;
  const marked = poster.some(({ status }) => status !== 'vantar');
  const single = poster.length === 1;
  return html`<form class="marking" method="post" action="/inkorg/marka">
${fault === undefined ? '' : html`<p class="notice bad" role="alert">${fault}</p>`}
<input type="hidden" name="mottagare" value="${of.mottagare}">
<input type="hidden" name="huvudman" value="${of.huvudman ?? ''}">
<input type="hidden" name="arende" value="${of.arende}">
${of.sida === undefined ? '' : html`<input type="hidden" name="sida" value="${of.sida}">`}
${
  single
    ? html`<input type="hidden" name="post" value="${poster[0]?.id}">`
    : html`<fieldset><legend>${say.which}</legend>${poster.map(
        ({ id, text }) =>
          html`<label class="tick"><input type="checkbox" name="post" value="${id}"${chosen.includes(id) ? html` checked` : ''}> <span lang="sv">${shortened(text, 120)}</span></label>`,
      )}</fieldset>`
}
<p><label for="skal-${nr}">${say.word}</label><input id="skal-${nr}" name="skal" value="${skal}" maxlength="500" aria-describedby="hjalp-${nr}"${fault === undefined ? '' : html` aria-invalid="true" autofocus`}> <span class="quiet" id="hjalp-${nr}">${say.wordHelp}</span></p>
<p class="buttons"><button name="status" value="mottagen">${say.receive}</button> <button class="danger" name="status" value="avvisad">${say.refuse}</button>${marked ? html` <button class="second" name="status" value="vantar">${say.back}</button>` : ''}</p>
</form>`;
}

/** What stands under the posts of one matter; '' for those who may not say anything of them. */
export function marking(
  context: Context<DeskEnv>,
  of: { mottagare: string; huvudman: string | null; nr: number },
  group: readonly InkorgPost[],
): Html {
  const open = group.filter(isOpen);
  const [first] = open;
  if (!isRegistrator(context.var.besokare) || first === undefined) return '';
  const chosen = open.filter(({ status }) => status === 'vantar').map(({ id }) => id);
  const { sida } = context.req.query();
  const own = { ...of, sida, arende: first.arende, poster: open, chosen, skal: '' };
  return html`<details class="marking-fold no-print"><summary>${words[context.var.sprak].mark}</summary>${form(context, own)}</details>`;
}

export function addMarks(app: DeskApp, deps: DeskDeps): void {
  app.post('/inkorg/marka', onlyRegistrator, async (context) => {
    const given = await context.req.parseBody({ all: true });
    const one = (name: string): string => String([given[name] ?? ''].flat()[0]).trim();
    const [mottagare, huvudman, arende, skal] = ['mottagare', 'huvudman', 'arende', 'skal'].map(one) as [
      ...[string, string, string, string],
    ];
    const sida = one('sida') || undefined;
    const chosen = [given.post ?? []].flat().map(String);
    const status = STATES.find((state) => state === one('status'));
    const found = await context.var.store.inkorg(mottagare, { huvudman });
    if (found === null || isChoices(found) || status === undefined) return notThere(context);
    const poster = found.poster.filter((post) => post.arende === arende && isOpen(post));
    if (poster.length === 0) return notThere(context);
    const say = words[context.var.sprak];
    const of = {
      mottagare: found.mottagare,
      huvudman: huvudman || null,
      arende,
      poster,
      chosen,
      skal,
      sida,
      nr: 0,
    };
    const ids = poster.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
    if (ids.length === 0) return again(context, { ...of, fault: say.noneChosen });
    if (status === 'avvisad' && skal === '') return again(context, { ...of, fault: say.wordMissing });
    const back = inkorgHref(found.mottagare, of.huvudman);
    return withEngine(context, deps, { back, wrote: skal }, async ({ client }) => {
      try {
        const av = context.var.besokare.namn;
        const { markPosts } = await import('../../../engine/tell/matters-by-people.ts');
        await markPosts(client, arende, { poster: ids, status, skal: skal === '' ? null : skal, av });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return notTaken(context, error, { back, wrote: skal });
      }
      return context.redirect(
        `${back}${query({ sida, gjort: status, arende }).replace('?', '&')}${DONE}`,
        303,
      );
    });
  });
}

/** The form alone, with what is wrong and all that was written. */
function again(context: Context<DeskEnv>, of: Marking & { fault: string }): Promise<Response> {
  const title = words[context.var.sprak].markTitle(shownName(of.mottagare));
  const body = html`<h1>${title}</h1>${form(context, of)}`;
  return showPage(context, { title, body, part: '/inkorg', status: 422 });
}
