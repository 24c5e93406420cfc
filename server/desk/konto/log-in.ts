/** `/logga-in` and `/logga-ut`: the same answer, after as long a time, to a name that nobody has as to a wrong password. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { kontoKey } from '../../../store/konton.ts';
import type { Store } from '../../../store/store.ts';
import type { Access } from '../../access/access.ts';
import { lineOf, visitorKey } from '../../access/front.ts';
import { ForManga, isPassword } from '../../access/password.ts';
import { hashOf, newSession } from '../../access/secrets.ts';
import { ago, sessionCookie } from '../../access/who.ts';
import { isOwnPath } from '../choices.ts';
import type { DeskApp, DeskEnv } from '../deps.ts';
import { type Page, showPage } from '../page.ts';
import { programOf } from './program.ts';
import { words } from './words.ts';

/** Of a name; what is longer is nobody's. */
const LONGEST_NAME = 200;

export function addLogIn(app: DeskApp, store: Store, access: Access): void {
  const cookie = sessionCookie(access.front);

  app.get('/logga-in', async (context) => {
    const till = ownPath(context.req.query('till'));
    if (context.var.besokare.namn !== '' || !(await access.login())) return context.redirect(till, 303);
    return showForm(context, { till });
  });

  app.post('/logga-in', async (context) => {
    const form = await context.req.parseBody();
    const [namn, losenord] = [textOf(form.namn).trim(), textOf(form.losenord)];
    const till = ownPath(textOf(form.till));
    const say = words[context.var.sprak];
    const visitor = visitorKey(lineOf(context, access.front).address);
    const key = kontoKey(namn.slice(0, LONGEST_NAME));
    const seconds = await access.limits.beforeLogin(key, visitor);
    if (seconds !== null) {
      context.header('Retry-After', String(seconds));
      const fault = say.tooMany(Math.ceil(seconds / 60));
      return showForm(context, { namn, till, fault, status: 429 });
    }
    const known = namn.length > LONGEST_NAME ? null : await store.losenord(namn);
    try {
      const right = await isPassword(losenord, known?.losenord ?? null);
      if (right && known && (await begin(context, known.konto.namn, known.losenord))) {
        await access.limits.rightPassword(key, visitor);
        return context.redirect(till, 303);
      }
    } catch (error) {
      if (!(error instanceof ForManga)) throw error;
      return showForm(context, { namn, till, fault: say.busy, status: 503 });
    }
    // after the answer: how long it takes to write would tell that there is such a name
    setImmediate(() => void store.noteInloggning(namn, 'inloggning-nekad').catch(() => {}));
    return showForm(context, { namn, till, fault: say.wrong, status: 401 });
  });

  app.post('/logga-ut', async (context) => {
    const token = cookie.read(context);
    const { namn } = context.var.besokare;
    if (token && (await store.avslutaSessioner(namn, { hash: hashOf(token) })) > 0)
      await store.noteInloggning(namn, 'utloggning');
    cookie.remove(context);
    return context.redirect('/logga-in', 303);
  });

  /** Always by a new token: one that somebody may have put into the browser before is worth nothing. */
  async function begin(context: Context<DeskEnv>, namn: string, losenord: string): Promise<boolean> {
    const before = cookie.read(context);
    const token = newSession();
    const program = programOf(context.req.header('user-agent') ?? '');
    const session = { hash: hashOf(token), namn, program, losenord };
    if (!(await store.borjaSession(session, ago(access.rules.wholeMs)))) return false;
    if (before) await store.avslutaSessioner(namn, { hash: hashOf(before) });
    cookie.write(context, token);
    return true;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const ownPath = (till: string | undefined): string =>
  till !== undefined && isOwnPath(till) && !/^\/logga-(?:in|ut)\b/u.test(till) ? till : '/';

interface Form {
  namn?: string;
  till: string;
  fault?: string;
  status?: Page['status'];
}

function showForm(
  context: Context<DeskEnv>,
  { namn = '', till, fault, status = 200 }: Form,
): Promise<Response> {
  const say = words[context.var.sprak];
  const body = html`<section class="card log-in">
  <h1>${say.logIn}</h1>
  ${fault ? html`<p class="notice bad" role="alert" id="fel">${fault}</p>` : ''}
  <form method="post" action="/logga-in">
    <input type="hidden" name="till" value="${till}">
    <label for="namn">${say.namn}</label>
    <input id="namn" name="namn" value="${namn}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="${LONGEST_NAME}"${fault ? html` aria-describedby="fel"` : html` autofocus`}>
    <label for="losenord">${say.losenord}</label>
    <input id="losenord" name="losenord" type="password" autocomplete="current-password" required${fault ? html` aria-describedby="fel" autofocus` : ''}>
    <button>${say.logIn}</button>
  </form>
  <p class="quiet">${say.forgot}</p>
</section>`;
  return showPage(context, { title: say.logIn, body, status });
}
