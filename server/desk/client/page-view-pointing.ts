/**
 * From the list to the page and back. Pointing at an item, or having it in focus, marks its place; pointing at a place marks
 * its item. Going there (a click, Enter on "Visa på sidan") scrolls both into view.
 */

/** A place that is merely passed on the way to another does not move the page, milliseconds. */
const REST_MS = 180;

const calm = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** @returns shows an item and its place, as if it had been chosen */
export function point(reader: HTMLElement, signal: AbortSignal): (post: string) => void {
  const pane = reader.querySelector<HTMLElement>('.page-scroll');
  const sheet = reader.querySelector<HTMLElement>('.sheet');
  const ownPlaces = (post: string): Element[] => [
    ...reader.querySelectorAll(
      `.place[data-post="${CSS.escape(post)}"], .text-lines [data-posts~="${CSS.escape(post)}"]`,
    ),
  ];
  /** Of an ärende or handling: where its § or its body stands. */
  const placesOf = (post: string): Element[] =>
    [post, `${post}-paragraf`, `${post}-organ`].map(ownPlaces).find((found) => found.length > 0) ?? [];
  const itemsOf = (post: string): HTMLElement[] => [
    ...reader.querySelectorAll<HTMLElement>(`.items-pane [data-post="${CSS.escape(post)}"]`),
  ];
  let shown: string | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function mark(post: string | null): void {
    if (post === shown) return;
    for (const one of reader.querySelectorAll('.is-shown')) one.classList.remove('is-shown');
    shown = post;
    if (post !== null) for (const one of [...placesOf(post), ...itemsOf(post)]) one.classList.add('is-shown');
  }

  /** Moves the page alone: the list stays where the person is. */
  function bringPage(post: string): void {
    const [place] = placesOf(post);
    if (!place || !pane) return;
    const [box, room] = [
      (place.querySelector('rect') ?? place).getBoundingClientRect(),
      pane.getBoundingClientRect(),
    ];
    const isSeen =
      box.top >= room.top && box.bottom <= room.bottom && box.left >= room.left && box.right <= room.right;
    if (isSeen) return;
    const top = pane.scrollTop + box.top - room.top - Math.max(16, (room.height - box.height) / 3);
    const left = pane.scrollLeft + box.left - room.left - Math.max(16, (room.width - box.width) / 2);
    pane.scrollTo({ top, left, behavior: calm() });
  }

  function choose(post: string): void {
    for (const one of reader.querySelectorAll('.is-current')) one.classList.remove('is-current');
    for (const one of reader.querySelectorAll('.to-place[aria-current]')) one.removeAttribute('aria-current');
    for (const one of [...placesOf(post), ...itemsOf(post)]) one.classList.add('is-current');
    const [item] = itemsOf(post);
    item?.querySelector('.to-place')?.setAttribute('aria-current', 'true');
    bringPage(post);
  }

  /** The item comes into view, and the keyboard goes on from there. */
  function bringItem(post: string): void {
    const item = itemsOf(post)[0] ?? reader.querySelector<HTMLElement>(`#post-${CSS.escape(post)}`);
    item?.closest('details')?.setAttribute('open', '');
    item?.scrollIntoView({ block: 'nearest', behavior: calm() });
    item?.querySelector<HTMLElement>('.to-place')?.focus({ preventScroll: true });
  }

  const postAt = (target: EventTarget | null): string | null =>
    (target instanceof Element ? target.closest<HTMLElement>('.items-pane [data-post]') : null)?.dataset
      .post ?? null;

  /** The smallest place under the pointer: they are drawn with the large ones first. */
  function placeAt(event: MouseEvent): string | null {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-posts]') : null;
    if (line) return line.dataset.posts?.split(' ').at(-1) || null;
    for (const place of [...reader.querySelectorAll<HTMLElement>('.place')].reverse()) {
      const box = place.querySelector('rect')?.getBoundingClientRect();
      const isIn =
        box &&
        box.left <= event.clientX &&
        event.clientX <= box.right &&
        box.top <= event.clientY &&
        event.clientY <= box.bottom;
      if (isIn) return place.dataset.post ?? null;
    }
    return null;
  }

  const list = reader.querySelector<HTMLElement>('.items-pane');
  list?.addEventListener(
    'pointerover',
    (event) => {
      const post = postAt(event.target);
      mark(post);
      clearTimeout(resting);
      if (post !== null && event.pointerType === 'mouse')
        resting = setTimeout(() => bringPage(post), REST_MS);
    },
    { signal },
  );
  list?.addEventListener('pointerleave', () => mark(null), { signal });
  list?.addEventListener(
    'focusin',
    (event) => {
      const post = postAt(event.target);
      mark(post);
      if (post !== null) bringPage(post);
    },
    { signal },
  );
  list?.addEventListener(
    'click',
    (event) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.to-place') : null;
      const post = postAt(link);
      if (!link || post === null || placesOf(post).length === 0) return;
      event.preventDefault();
      history.replaceState(history.state, '', link.href);
      choose(post);
      // where the page does not stay beside the list, one goes to it
      const room = pane?.getBoundingClientRect();
      if (room && (room.bottom < 0 || room.top > innerHeight)) pane?.scrollIntoView({ behavior: calm() });
    },
    { signal },
  );

  sheet?.addEventListener(
    'pointermove',
    (event) => {
      const post = placeAt(event);
      sheet.classList.toggle('is-over', post !== null);
      mark(post);
    },
    { signal },
  );
  sheet?.addEventListener('pointerleave', () => mark(null), { signal });
  sheet?.addEventListener(
    'click',
    (event) => {
      const post = placeAt(event);
      // whoever selects text does not choose
      if (post === null || getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      choose(post);
      bringItem(post);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(resting));

  return (post) => {
    choose(post);
    bringItem(post);
  };
}
