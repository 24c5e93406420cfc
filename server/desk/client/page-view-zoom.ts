/** How large the page is shown: the sheet is made wider than its pane, which then scrolls. */

const STEPS = [1, 1.25, 1.5, 2, 3, 4];
/** Kept from page to page. */
let at = 0;

export function zoom(reader: HTMLElement, signal: AbortSignal): void {
  const tools = reader.querySelector<HTMLElement>('[data-zoom]');
  const sheet = reader.querySelector<HTMLElement>('.sheet:not(.paper)');
  if (!tools || !sheet) return;
  const said = tools.querySelector('output');
  const apply = (): void => {
    const pane = sheet.parentElement as HTMLElement;
    // what was in the middle stays there
    const middle = [
      (pane.scrollLeft + pane.clientWidth / 2) / sheet.clientWidth,
      (pane.scrollTop + pane.clientHeight / 2) / sheet.clientHeight,
    ] as const;
    sheet.style.width = `${(STEPS[at] as number) * 100}%`;
    pane.scrollLeft = middle[0] * sheet.clientWidth - pane.clientWidth / 2;
    pane.scrollTop = middle[1] * sheet.clientHeight - pane.clientHeight / 2;
    if (said) said.textContent = `${(STEPS[at] as number) * 100} %`;
  };
  tools.hidden = false;
  for (const button of tools.querySelectorAll('button'))
    button.addEventListener(
      'click',
      () => {
        const by = Number(button.dataset.by);
        at = by === 0 ? 0 : Math.min(STEPS.length - 1, Math.max(0, at + by));
        apply();
      },
      { signal },
    );
  if (at > 0) apply();
}
