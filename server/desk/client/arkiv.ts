/** Shows how an intake goes while it does: as it is told, or, where it is not, by asking now and then. */
import { morph } from './morph.ts';

const part = document.getElementById('lage');
const said = document.getElementById('sagt');
/** Between two asks of one who is not told, and between two words to one who does not see, milliseconds. */
const ASK_MS = 5_000;
const SAY_MS = 20_000;

let saidAt = Date.now();
let over = false;

/** Shows the state that is in a piece of a page. */
function show(html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('lage');
  if (!part || !fresh) return;
  morph(part, fresh);
  over = part.hasAttribute('data-klart');
  const text = part.querySelector('[data-sagt]')?.textContent ?? '';
  if (!said || said.textContent === text) return;
  if (over || Date.now() - saidAt > SAY_MS) {
    said.textContent = text;
    saidAt = Date.now();
  }
}

async function ask(): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.ok) show(await answer.text());
  } catch {
    // the next time
  }
  if (!over) setTimeout(ask, ASK_MS);
}

let events: EventSource | null = null;

function listen(): void {
  if (over || events) return;
  const source = new EventSource(`${location.pathname}/handelser${location.search}`);
  events = source;
  source.addEventListener('lage', ({ data }) => show(data));
  source.addEventListener('klart', ({ data }) => {
    quit();
    show(data);
  });
  source.addEventListener('error', () => {
    // else the browser asks again by itself
    if (source.readyState === EventSource.CLOSED && !over) setTimeout(ask, ASK_MS);
  });
}

function quit(): void {
  events?.close();
  events = null;
}

if (part) {
  // it is shown by itself from now on
  document.getElementById('uppdatera')?.remove();
  if (!document.hidden) listen();
  // nobody is told of what nobody sees; a page that is seen again begins anew
  document.addEventListener('visibilitychange', () => (document.hidden ? quit() : listen()));
  addEventListener('pagehide', quit);
  addEventListener('pageshow', listen);
}
