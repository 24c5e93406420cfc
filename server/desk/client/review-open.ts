/** Says again, while the page is open, that one has the thing open; shows who else has, and what they have decided. */

/** A note is gone after two minutes: a few may be lost on the way. */
const EVERY_MS = 25_000;

interface Answer {
  oppna: string[];
  revision: number | null;
  senast: string | null;
}

const part = (): HTMLElement | null => document.getElementById('granskning');

async function sayAgain(): Promise<void> {
  const address = part()?.dataset.oppen;
  if (!address) return;
  try {
    const response = await fetch(address, { method: 'POST' });
    if (response.ok && part()?.dataset.oppen === address) show((await response.json()) as Answer);
  } catch {
    // nobody answers: what a person decides meets that by itself
  }
}

function show({ oppna, revision, senast }: Answer): void {
  const place = document.getElementById('oppna');
  const changed = String(revision) !== part()?.dataset.revision;
  const lines = [...oppna, ...(changed && senast ? [senast] : [])];
  const shown = [...(place?.children ?? [])].map((line) => line.textContent);
  // what stands there already is not to be read out again
  if (!place || JSON.stringify(shown) === JSON.stringify(lines)) return;
  place.replaceChildren(
    ...lines.map((text) => {
      const line = document.createElement('p');
      line.textContent = text;
      return line;
    }),
  );
}

/** One has it open no more. @param address where it was said that one has */
export function closed(address: string): void {
  navigator.sendBeacon(address.replace(/oppen$/, 'stangd'));
}

export function keepOpen(): void {
  setInterval(sayAgain, EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sayAgain();
  });
  addEventListener('pagehide', () => {
    const address = part()?.dataset.oppen;
    if (address) closed(address);
  });
}
