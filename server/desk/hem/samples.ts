/** What is said while there is nothing but the samples that come with the program. */
import { html } from 'hono/html';
import type { Store } from '../../../store/store.ts';
import type { DeskDeps } from '../deps.ts';
import type { Html } from '../parts/html.ts';
import type { Sprak } from '../sprak.ts';
import type { Words } from '../words.ts';

/** The samples are few: of more files, some are others. */
const MOST = 60;

const sv = {
  title: 'Det här är exempel',
  text: 'Kommunerna, namnen och besluten är påhittade. De följer med Expediera för att du ska kunna se hur det fungerar.',
  how: 'Så börjar du med egna handlingar',
  own: 'Stoppa Expediera (Ctrl-C) och starta den med en egen mapp, så blandas dina handlingar inte med exemplen. Ange samtidigt var de första handlingarna ligger:',
  more: 'Fler handlingar lägger du till här på sidan, under Läs in.',
  where: '~/protokoll',
};
const words: Words<typeof sv> = {
  sv,
  en: {
    title: 'These are samples',
    text: 'The municipalities, names and decisions are made up. They come with Expediera to show how it works.',
    how: 'How to begin with documents of your own',
    own: 'Stop Expediera (Ctrl-C) and start it with a folder of its own, so that your documents are not mixed with the samples. Say at the same time where the first ones are:',
    more: 'You add more documents here on the page, under Take in.',
    where: '~/documents',
  },
};

/** null: there is nothing, or something else than samples. */
export async function samplesOnly(
  { isSample }: Pick<DeskDeps, 'isSample'>,
  store: Store,
  sprak: Sprak,
): Promise<Html | null> {
  if (!isSample) return null;
  const { files } = await store.status();
  if (files.total === 0 || files.total > MOST) return null;
  if (!(await store.files()).every(({ path }) => isSample(path))) return null;
  const say = words[sprak];
  return html`<section class="notice" aria-labelledby="exempel"><h2 id="exempel" class="las-flush">${say.title}</h2>
  <p>${say.text}</p>
  <details><summary>${say.how}</summary>
  <p>${say.own}</p><p><code>EXPEDIERA_HOME=./handlingar npm start -- ${say.where}</code></p>
  <p>${say.more}</p></details></section>`;
}
