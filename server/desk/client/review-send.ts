/** Sends a form of review and puts the answer in its place: what was typed stands until it is kept, also when nobody answers. */
import { closed } from './review-open.ts';

const STATUS = 'granska-sagt';
let sending = false;

/** Says something to those who do not see the page; the place for it stays while the rest is changed. */
export function announce(text: string): void {
  let place = document.getElementById(STATUS);
  if (!place) {
    place = document.createElement('div');
    place.id = STATUS;
    place.className = 'unseen';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  const said = place;
  // what stands there already when it is made is not read out
  setTimeout(() => {
    said.textContent = text.replace(/\s+/gu, ' ').trim();
  }, 100);
}

/** Where one works on: at what is wrong, in the form that is open, or at the thing as a whole. */
export function settleFocus(): void {
  const section = document.getElementById('granskning');
  if (!section) return;
  const refused = document.getElementById('nekat');
  const open = section.querySelector('details.granska-gor[open]');
  const field =
    section.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    open?.querySelector<HTMLElement>('form :is(textarea, input:not([type=hidden]), select)') ??
    open?.querySelector<HTMLElement>('a');
  const target = field ?? section;
  target.focus({ preventScroll: refused !== null });
  refused?.scrollIntoView({ block: 'nearest' });
}

export function sendInPlace(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (!new URL(form.action).pathname.startsWith('/granska/') || form.matches('.granska-tangenter')) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter))
    if (typeof value === 'string') body.append(name, value);
  document.getElementById('granskning')?.setAttribute('aria-busy', 'true');
  void answerOf(form.action, body)
    .then((answer) => (typeof answer === 'string' ? notTaken(form, answer) : put(answer)))
    .finally(() => {
      sending = false;
      document.getElementById('granskning')?.removeAttribute('aria-busy');
    });
}

interface Answer {
  address: string;
  page: Document;
}

/** What one is told where what was written was not taken, and stands. */
type Unanswered = 'ejSparat' | 'utloggad';

async function answerOf(address: string, body: URLSearchParams): Promise<Answer | Unanswered> {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    // led away, to where one logs in
    if (!new URL(response.url).pathname.startsWith('/granska') || response.status === 401) return 'utloggad';
    const broken = response.status >= 500 && !page.getElementById('granskning');
    return broken || !page.querySelector('main') ? 'ejSparat' : { address: response.url, page };
  } catch {
    return 'ejSparat';
  }
}

function put({ address, page }: Answer): void {
  const main = document.querySelector('main');
  const fresh = page.querySelector('main');
  if (!main || !fresh) return;
  const before = openAddress();
  main.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  document.title = page.title;
  if (address !== location.href) history.pushState(null, '', address);
  if (before && before !== openAddress()) closed(before);
  const done = document.getElementById('gjort');
  const refused = document.getElementById('nekat');
  const heading = main.querySelector('h1')?.textContent ?? '';
  // said here: in two places it would be read out twice
  done?.removeAttribute('role');
  if (!refused) announce(`${done?.querySelector('p')?.textContent ?? ''}. ${heading}`);
  if (document.getElementById('granskning')) settleFocus();
  else {
    main.focus();
    scrollTo(0, 0);
  }
}

const openAddress = (): string | undefined => document.getElementById('granskning')?.dataset.oppen;

function notTaken(form: HTMLFormElement, why: Unanswered): void {
  form.querySelector('.granska-ej-sparat')?.remove();
  const notice = document.createElement('div');
  notice.className = 'notice bad granska-ej-sparat';
  notice.setAttribute('role', 'alert');
  notice.textContent = document.getElementById('granskning')?.dataset[why] ?? '';
  form.append(notice);
}
