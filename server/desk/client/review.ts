/** Review comes alive: keys on the buttons, the next thing without a new page, who else looks at it. All of it works by forms and links too. */
import { keepOpen } from './review-open.ts';
import { announce, sendInPlace, settleFocus } from './review-send.ts';
import { showDifference } from './review-split.ts';

const part = (): HTMLElement | null => document.getElementById('granskning');

/** What one writes or chooses in: there letters are letters. */
const isField = (element: Element): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(element.type));

/** Presses what a key stands on; what opens a form is opened, or closed again, and the form's first field has the focus. */
function press(element: HTMLElement): void {
  const details = element.closest('details');
  if (!(element.tagName === 'SUMMARY' && details)) {
    element.click();
    return;
  }
  details.open = !details.open;
  const [first] = details.querySelectorAll<HTMLElement>(
    'textarea, input:not([type=hidden]), select, form button, a',
  );
  if (details.open) (first ?? element).focus();
  else element.focus();
}

/** Single letters act only while review has the focus and nobody writes, and can be turned off (WCAG 2.2, 2.1.4). */
function onKey(event: KeyboardEvent): void {
  const section = part();
  const at = document.activeElement;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
  if (!section || !at || !section.contains(at)) {
    alongQueue(event, at);
    return;
  }
  if (event.key === 'Escape') {
    const details = at.closest<HTMLDetailsElement>('details[open]');
    if (isField(at)) section.focus();
    else if (details) {
      details.open = false;
      section.focus();
    }
    return;
  }
  if (isField(at) || section.dataset.tangenter !== 'pa') return;
  const rel = { ArrowRight: 'next', ArrowLeft: 'prev' }[event.key];
  const selector = rel ? `a[rel="${rel}"]` : `[data-tangent="${CSS.escape(event.key.toLowerCase())}"]`;
  const target = section.querySelector<HTMLElement>(selector);
  if (!target) return;
  event.preventDefault();
  press(target);
}

/** Arrows go from row to row in a queue, once one is in it. */
function alongQueue(event: KeyboardEvent, at: Element | null): void {
  const list = at?.closest('.granska-ko');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!list || step === undefined) return;
  const rows = [...list.querySelectorAll<HTMLElement>('.granska-rubrik a')];
  const row = rows[rows.indexOf(at as HTMLElement) + step];
  if (!row) return;
  event.preventDefault();
  row.focus();
}

document.documentElement.classList.add('granska-levande');
for (const element of document.querySelectorAll('.granska-gjort[role]')) announce(element.textContent ?? '');
document.addEventListener('keydown', onKey);
document.addEventListener('input', (event) => {
  if (event.target instanceof HTMLTextAreaElement && event.target.dataset.last !== undefined)
    showDifference(event.target);
});
document.addEventListener('submit', sendInPlace);
addEventListener('popstate', () => location.reload());
keepOpen();
settleFocus();
// a browser that goes to a place in the page takes the focus along, after this
if (location.hash) addEventListener('load', () => setTimeout(settleFocus));
