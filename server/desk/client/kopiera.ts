/** Copies a text of the page when a button is pressed, and says that it did. Without it the text can be selected all the same. */

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const status = button.parentElement?.querySelector('[role="status"]');
  const text = document.getElementById(button.dataset.copy ?? '');
  if (!status || !text) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = '';
    try {
      await navigator.clipboard.writeText(text.textContent ?? '');
      status.textContent = button.dataset.done ?? '';
    } catch {
      // no leave to write there, or no HTTPS: it is selected, for the person to copy
      getSelection()?.selectAllChildren(text);
      status.textContent = button.dataset.fault ?? '';
    }
  });
}
