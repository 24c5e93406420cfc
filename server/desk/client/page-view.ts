/** A handling beside its items: other pages without a new document, zoom, and pointing from the list to the page and back. */
import { drawPdf } from './page-view-pdf.ts';
import { point } from './page-view-pointing.ts';
import { zoom } from './page-view-zoom.ts';

/** The page that is shown; null: all items. */
const shown = (): string | null => document.querySelector('#sida')?.getAttribute('value') ?? null;

/** Ends what the shown page has under way. */
let end = new AbortController();

function begin(reader: HTMLElement, scrollTo: string | null): void {
  end.abort();
  end = new AbortController();
  const { signal } = end;
  const show = point(reader, signal);
  zoom(reader, signal);
  const sheet = reader.querySelector<HTMLElement>('.sheet[data-pdf]');
  if (sheet) void drawPdf(sheet, signal);
  for (const button of reader.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print(), { signal });
  }
  if (scrollTo) show(scrollTo);
}

/** Shows another page of the same file; what goes wrong is left to the browser, which then fetches the whole document. */
async function turn(address: string, { keep = '.page-scroll', push = true } = {}): Promise<void> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [before, after] = [document.querySelector('#reader'), next.querySelector<HTMLElement>('#reader')];
    if (!answer.ok || !before || !after) throw new Error(`no page at ${address}`);
    const isOpen = before.querySelector<HTMLDetailsElement>('.contents')?.open === true;
    const contents = after.querySelector<HTMLDetailsElement>('.contents');
    if (contents) contents.open = isOpen;
    if (push) history.pushState(null, '', address);
    before.replaceWith(after);
    history.replaceState({ sida: shown() }, '');
    document.title = next.title;
    begin(after, after.dataset.current ?? null);
    const goesOn = after.querySelector<HTMLElement>(keep) ?? after.querySelector<HTMLElement>('.page-scroll');
    goesOn?.focus({ preventScroll: true });
    const said = document.querySelector('#page-said');
    if (said) said.textContent = after.querySelector('.page-scroll')?.ariaLabel ?? next.title;
  } catch {
    location.assign(address);
  }
}

document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-page]') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const rel = link.dataset.keep;
  void turn(link.href, rel ? { keep: `a[data-keep="${rel}"]` } : {});
});
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.matches('[data-pages]')) return;
  event.preventDefault();
  const asked = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  void turn(`${form.action}?${asked}`, { keep: '#sida' });
});
// an entry without a page is one of a jump within the same
addEventListener('popstate', ({ state }) => {
  if (state?.sida && state.sida !== shown()) void turn(location.href, { push: false });
});

const reader = document.querySelector<HTMLElement>('#reader');
if (reader) {
  history.replaceState({ sida: shown() }, '');
  begin(reader, reader.dataset.current ?? null);
}
