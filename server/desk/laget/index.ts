/** `/laget`: how many files and items there are, and how they stand. The same figures as `expediera status`. */
import { html } from 'hono/html';
import type { FileStatus } from '../../../store/files.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { showPage } from '../page.ts';
import type { Html } from '../parts/html.ts';
import { count, FILSTATUS, TYP } from '../parts/said.ts';
import { words } from './words.ts';

const STATES: readonly FileStatus[] = ['done', 'running', 'refused', 'failed'];

export function addLaget(app: DeskApp, { version }: DeskDeps): void {
  app.get('/laget', async (context) => {
    const { sprak, store } = context.var;
    const say = words[sprak];
    const { files, items, arenden } = await store.status();
    const row = (name: string, n: number): Html =>
      html`<tr><th scope="row">${name}</th><td class="number">${count(n, sprak)}</td></tr>`;
    const list = (caption: string, rows: Html[]): Html => html`<section class="card"><h2>${caption}</h2>
      <table><thead><tr><th scope="col">${say.kind}</th><th scope="col" class="number">${say.number}</th></tr></thead>
      <tbody>${rows}</tbody></table></section>`;
    const kinds = Object.entries(items) as [keyof typeof items, number][];
    const first = files.total === 0 && isRegistrator(context.var.besokare);
    const body = html`<h1>${say.title}</h1>${first ? html`<p>${say.nothing} <a href="/las-in">${say.takeIn}</a></p>` : ''}<div class="cards">
      ${list(say.files, [row(say.total, files.total), ...STATES.map((state) => row(FILSTATUS[sprak][state], files[state]))])}
      ${list(say.items, [...kinds.map(([typ, n]) => row(TYP[sprak][typ], n)), row(say.arenden, arenden)])}
      </div><p class="quiet">${say.version} ${version}</p>`;
    return showPage(context, { title: say.title, part: '/laget', body });
  });
}
