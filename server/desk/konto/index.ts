/** `/konto`: one's own password, and where one is logged in. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { kontoKey, type Session } from '../../../store/konton.ts';
import type { Store } from '../../../store/store.ts';
import type { Access } from '../../access/access.ts';
import { lineOf, visitorKey } from '../../access/front.ts';
import { ForManga, hashPassword, isPassword, whyNot } from '../../access/password.ts';
import { hashOf } from '../../access/secrets.ts';
import { sessionCookie } from '../../access/who.ts';
import type { DeskApp, DeskEnv } from '../deps.ts';
import { type Page, showPage } from '../page.ts';
import { empty } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { moment } from '../parts/said.ts';
import { words as around } from '../words.ts';
import { addLogIn } from './log-in.ts';
import { words } from './words.ts';

interface Told {
  fault?: string;
  done?: string;
  status?: Page['status'];
}

/** @param store all of it: what people may see of it has nothing to do with their accounts */
export function addKonto(app: DeskApp, store: Store, access: Access): void {
  addLogIn(app, store, access);
  const cookie = sessionCookie(access.front);
  /** The hash of the session that asks; null: somebody without one. */
  const own = (context: Context<DeskEnv>): string | null => {
    const token = context.req.header('authorization') === undefined ? cookie.read(context) : undefined;
    return context.var.besokare.inloggad && token ? hashOf(token) : null;
  };

  app.get('/konto', (context) => {
    const done = context.req.query('gjort');
    const say = words[context.var.sprak];
    return show(
      context,
      done === 'losenord' ? { done: say.bytt } : done === 'utloggad' ? { done: say.avslutad } : {},
    );
  });

  app.post('/konto/losenord', async (context) => {
    const hash = own(context);
    if (hash === null) return show(context, { status: 403 });
    const { namn } = context.var.besokare;
    const { nuvarande, nytt, igen } = textsOf(await context.req.parseBody());
    const say = words[context.var.sprak];
    const refuse = (fault: string, status: Page['status'] = 422) => show(context, { fault, status });
    const visitor = visitorKey(lineOf(context, access.front).address);
    const seconds = await access.limits.beforeLogin(kontoKey(namn), visitor);
    if (seconds !== null) return refuse(say.tooMany(Math.ceil(seconds / 60)), 429);
    try {
      const known = await store.losenord(namn);
      if (!(await isPassword(nuvarande, known?.losenord ?? null))) return refuse(say.fel.nuvarande);
      await access.limits.rightPassword(kontoKey(namn), visitor);
      if (nytt !== igen) return refuse(say.fel.olika);
      const why = whyNot(nytt, namn);
      if (why !== null) return refuse(say.fel[why]);
      await store.bytLosenord(namn, await hashPassword(nytt), { av: namn, dorr: 'sida' }, hash);
    } catch (error) {
      if (!(error instanceof ForManga)) throw error;
      return refuse(say.busy, 503);
    }
    return context.redirect('/konto?gjort=losenord', 303);
  });

  app.post('/konto/avsluta', async (context) => {
    const hash = own(context);
    if (hash === null) return show(context, { status: 403 });
    const { session } = textsOf(await context.req.parseBody());
    await store.avslutaSessioner(
      context.var.besokare.namn,
      session === '' ? { utom: hash } : { hash: session },
    );
    return context.redirect('/konto?gjort=utloggad', 303);
  });

  async function show(context: Context<DeskEnv>, { fault, done, status = 200 }: Told): Promise<Response> {
    const { sprak, besokare } = context.var;
    const say = words[sprak];
    const hash = own(context);
    if (hash === null) {
      const body = empty(say.utanKonto, html`<p>${say.utanKontoText}</p>`);
      return showPage(context, { title: say.konto, body, status });
    }
    const body = html`<h1>${say.konto}</h1>
<p>${say.inloggadSom(besokare.namn, around[sprak].roll[besokare.roll])}</p>
${done ? html`<p class="notice" role="status">${done}</p>` : ''}
${passwordForm(say, besokare.namn, fault)}
${sessionList(say, await store.sessioner(besokare.namn), hash, (at) => moment(at, sprak))}`;
    return showPage(context, { title: say.konto, body, status });
  }
}

const textsOf = (form: {
  [name: string]: unknown;
}): { nuvarande: string; nytt: string; igen: string; session: string } => {
  const text = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
  return { nuvarande: text('nuvarande'), nytt: text('nytt'), igen: text('igen'), session: text('session') };
};

type Say = (typeof words)['sv'];

function passwordForm(say: Say, namn: string, fault: string | undefined): Html {
  const field = (
    id: string,
    label: string,
    autocomplete: string,
    help = '',
  ): Html => html`<label for="${id}">${label}</label>
    <input id="${id}" name="${id}" type="password" autocomplete="${autocomplete}" required maxlength="300"${help ? html` aria-describedby="${id}-hjalp"` : ''}>
    ${help ? html`<p class="quiet" id="${id}-hjalp">${help}</p>` : ''}`;
  return html`<section class="card konto" aria-labelledby="byt">
  <h2 id="byt">${say.bytLosenord}</h2>
  ${fault ? html`<p class="notice bad" role="alert">${fault}</p>` : ''}
  <form class="stacked" method="post" action="/konto/losenord">
    <input type="hidden" name="namn" autocomplete="username" value="${namn}">
    ${field('nuvarande', say.nuvarande, 'current-password')}
    ${field('nytt', say.nytt, 'new-password', say.nyttHjalp)}
    ${field('igen', say.igen, 'new-password')}
    <button>${say.byt}</button>
  </form>
</section>`;
}

function sessionList(say: Say, all: Session[], own: string, when: (at: string) => string): Html {
  const button = (
    session: string,
    text: string,
    about: string,
  ): Html => html`<form method="post" action="/konto/avsluta">
    <input type="hidden" name="session" value="${session}"><button class="second button">${text}<span class="unseen"> ${about}</span></button></form>`;
  const row = ({ hash, program, skapad, senast }: Session): Html => {
    const name = program || say.okant;
    const doing = hash === own ? say.har : button(hash, say.avsluta, `${name}, ${when(skapad)}`);
    return html`<tr><th scope="row">${name}</th><td>${when(skapad)}</td><td>${when(senast)}</td><td>${doing}</td></tr>`;
  };
  return html`<section class="card konto" aria-labelledby="sessioner">
  <h2 id="sessioner">${say.sessioner}</h2>
  <div class="scroll"><table>
    <thead><tr><th scope="col">${say.program}</th><th scope="col">${say.inloggad}</th><th scope="col">${say.senast}</th><th scope="col"><span class="unseen">${say.gor}</span></th></tr></thead>
    <tbody>${all.map(row)}</tbody>
  </table></div>
  ${all.length > 1 ? button('', say.avslutaAndra, '') : html`<p class="quiet">${say.bara}</p>`}
</section>`;
}
