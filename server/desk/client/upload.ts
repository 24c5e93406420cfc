/** Makes the form a place to drop files on, and sends them while it is told how far it has come. */
import { type Chosen, dropped, picked } from './upload-files.ts';
import { send } from './upload-send.ts';

interface Said {
  chosen: [string, string];
  submitMany: [string, string];
  leftOut: string;
  more: string;
  gathering: string;
  emptyDrop: string;
  sending: string;
  sent: string;
  follow: string;
  broke: string;
  stopped: string;
  retry: string;
  notSent: string;
  unsent: string;
  unsentWhy: string;
  allSent: string;
  left: string;
  tooLarge: string;
  locale: string;
}

/** So many files are listed; the others are counted. */
const LISTED = 50;
/** How often those are told who do not see it, milliseconds. */
const SAY_MS = 15_000;

function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is missing`);
  return found as T;
}

const form = byId<HTMLFormElement>('las-in');
const zone = byId('slapp');
const listing = byId('valda');
const button = byId<HTMLButtonElement>('skicka');
const clear = byId<HTMLButtonElement>('rensa');
const status = byId('sagt');
const panel = byId('sandning');
const say = JSON.parse(form.dataset.sagt ?? '{}') as Said;
const most = Number(form.dataset.max);
const label = button.textContent;

let chosen: Chosen[] = [];

const filled = (text: string, ...values: (string | number)[]): string =>
  text.replaceAll('{}', () => String(values.shift() ?? ''));
const count = (n: number): string => n.toLocaleString(say.locale);
const oneOrMany = (words: [string, string], n: number): string => words[n === 1 ? 0 : 1];

function size(bytes: number): string {
  if (bytes < 1000) return `${count(bytes)} byte`;
  const [unit, value] =
    bytes >= 1e9 ? ['GB', bytes / 1e9] : bytes >= 1e6 ? ['MB', bytes / 1e6] : ['kB', bytes / 1e3];
  return `${value.toLocaleString(say.locale, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

/** An element with what is in it; text stays text. */
function make(
  name: string,
  about: { [attribute: string]: string },
  ...inside: (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(about)) element.setAttribute(attribute, value);
  element.append(...inside);
  return element;
}

/** A ZIP may be larger: each file in it is bounded by itself. */
const isTooLarge = ({ name, file }: Chosen): boolean => file.size > most && !/\.zip$/iu.test(name);
const toSend = (): Chosen[] => chosen.filter((one) => !isTooLarge(one));

function list(): void {
  const sending = toSend();
  const bytes = sending.reduce((sum, { file }) => sum + file.size, 0);
  const rows = chosen.slice(0, LISTED).map((one) => {
    const what = isTooLarge(one) ? `${say.tooLarge}, ${say.leftOut}` : size(one.file.size);
    return make(
      'li',
      isTooLarge(one) ? { class: 'bad' } : {},
      make('span', { class: 'las-path' }, one.name),
      ` ${what}`,
    );
  });
  const more =
    chosen.length > LISTED
      ? [make('li', { class: 'quiet' }, filled(say.more, count(chosen.length - LISTED)))]
      : [];
  const head = `${count(chosen.length)} ${oneOrMany(say.chosen, chosen.length)}, ${size(bytes)}`;
  listing.replaceChildren(
    ...(chosen.length > 0
      ? [make('p', {}, make('b', {}, head)), make('ul', { class: 'las-chosen' }, ...rows, ...more)]
      : []),
  );
  button.textContent =
    chosen.length > 0 ? filled(oneOrMany(say.submitMany, sending.length), count(sending.length)) : label;
  button.disabled = chosen.length > 0 && sending.length === 0;
  clear.hidden = chosen.length === 0;
  status.textContent = chosen.length > 0 ? head : '';
}

/** Adds files; what has the same name and size is there already. */
function add(files: readonly Chosen[]): void {
  const known = new Set(chosen.map(({ name, file }) => `${name} ${file.size}`));
  const fresh = files.filter(({ name, file }) => !known.has(`${name} ${file.size}`));
  const inOrder = new Intl.Collator(say.locale, { numeric: true });
  chosen = [...chosen, ...fresh].sort((a, b) => inOrder.compare(a.name, b.name));
  list();
}

function warn(event: Event): void {
  event.preventDefault();
}

/** Sends what is given, and shows how it goes; what is left when it stops can be sent again. */
async function begin(files: Chosen[], lopande: boolean, arkiv: number | null): Promise<void> {
  form.hidden = true;
  panel.hidden = false;
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const bar = make('progress', { max: String(Math.max(1, total)), value: '0', 'aria-labelledby': 'skickat' });
  const told = make('p', { id: 'skickat' }, filled(say.sent, count(0), count(files.length)));
  const note = make('p', { class: 'quiet' }, say.left);
  const follow = make('p', {});
  panel.replaceChildren(make('h2', { tabindex: '-1' }, say.sending), bar, told, note, follow);
  panel.querySelector('h2')?.focus();
  addEventListener('beforeunload', warn);
  let saidAt = Date.now();
  const sent = await send(
    files,
    { lopande, arkiv },
    {
      onProgress(filesSent, bytes) {
        bar.setAttribute('value', String(Math.min(bytes, total)));
        told.textContent = `${filled(say.sent, count(filesSent), count(files.length))} · ${size(bytes)} / ${size(total)}`;
        if (Date.now() - saidAt < SAY_MS) return;
        status.textContent = told.textContent;
        saidAt = Date.now();
      },
      onArkiv(id) {
        follow.replaceChildren(
          make('a', { href: `/arkiv/${id}`, target: '_blank', rel: 'opener' }, say.follow),
        );
      },
      onWait(seconds) {
        note.textContent = seconds === null ? say.left : filled(say.broke, seconds);
        if (seconds !== null) status.textContent = note.textContent;
      },
    },
  );
  removeEventListener('beforeunload', warn);
  if (sent.stopped === null && sent.unsent.length === 0 && sent.arkiv !== null) {
    status.textContent = say.allSent;
    location.assign(`/arkiv/${sent.arkiv}`);
    return;
  }
  const left = sent.stopped === null ? sent.unsent : sent.left;
  const again = make('button', { type: 'button' }, say.retry);
  // what was sent to its end takes no more: what is sent now is an intake of its own
  again.addEventListener('click', () => begin(left, lopande, sent.stopped === null ? null : sent.arkiv));
  const names = left.slice(0, LISTED).map(({ name }) => make('li', { class: 'las-path' }, name));
  const why =
    sent.stopped === null
      ? `${say.unsent} ${say.unsentWhy}`
      : [sent.stopped, say.stopped].filter(Boolean).join(' ');
  panel.replaceChildren(
    make('div', { class: 'notice bad', role: 'alert' }, make('p', {}, why)),
    make('h2', {}, say.notSent),
    make('ul', { class: 'las-chosen' }, ...names),
    make('p', { class: 'las-row' }, again),
    follow,
  );
  again.focus();
}

for (const field of form.querySelectorAll<HTMLInputElement>('input[type=file]')) {
  field.addEventListener('change', () => {
    if (field.files) add(picked(field.files));
    // the same files can be chosen again, and the form sends none of them twice
    field.value = '';
  });
}
byId('slapp-har').hidden = false;
let over = 0;
const mark = (): void => void zone.classList.toggle('over', over > 0);
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('dragenter', () => {
  over += 1;
  mark();
});
addEventListener('dragleave', () => {
  over = Math.max(0, over - 1);
  mark();
});
addEventListener('drop', async (event) => {
  event.preventDefault();
  over = 0;
  mark();
  if (form.hidden || !event.dataTransfer) return;
  const coming = dropped(event.dataTransfer);
  status.textContent = say.gathering;
  const files = await coming.catch(() => []);
  if (files.length > 0) add(files);
  else status.textContent = say.emptyDrop;
  if (files.length === 0 && chosen.length === 0) listing.replaceChildren(make('p', {}, say.emptyDrop));
});
clear.addEventListener('click', () => {
  chosen = [];
  list();
  form.querySelector<HTMLInputElement>('input[type=file]')?.focus();
});
form.addEventListener('submit', (event) => {
  const files = toSend();
  // nothing was chosen: the form itself says so
  if (files.length === 0) return;
  event.preventDefault();
  const lopande = new FormData(form).get('slag') === 'lopande';
  chosen = [];
  list();
  begin(files, lopande, null);
});
