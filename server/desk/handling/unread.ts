/** A file that has no record: being read, refused or failed. The page says why, and what one can do. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { REFUSALS } from '../../../extraction/refusal.ts';
import type { FileRow, FileStatus } from '../../../store/files.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskEnv } from '../deps.ts';
import { showPage } from '../page.ts';
import { pathsOf } from './head.ts';
import { originalPath } from './paths.ts';
import { type HandlingWords, words } from './words.ts';

export interface Unread {
  sha256: string;
  status: FileStatus;
  code: string | null;
  files: FileRow[];
  mayFetch: boolean;
}

export function showUnread(context: Context<DeskEnv>, { sha256, status, code, files, mayFetch }: Unread) {
  const { sprak, besokare } = context.var;
  const say = words[sprak];
  const [file] = files;
  const kind = Object.entries(REFUSALS).find(([known]) => known === code)?.[1];
  const reason = (sprak === 'sv' ? file?.reason : file?.reasonEn) ?? kind?.[sprak];
  const name = file?.path.split(/[/\\]/u).at(-1) ?? `${say.file} ${sha256.slice(0, 8)}`;
  const intake = isRegistrator(besokare) ? html` <a class="button" href="/las-in">${say.toIntake}</a>` : '';
  const body = html`<section class="unread"><h1>${name}</h1>
<div class="notice ${status === 'running' ? '' : status === 'refused' ? 'unsure' : 'bad'}"><h2>${say.status[status]}</h2>
${status === 'running' ? html`<p>${say.runningText}</p>` : html`<p>${reason ?? ''} ${status === 'refused' ? say.refusedText : say.failedText}</p>`}</div>
${status === 'running' ? html`<p><a class="button" href="">${say.reload}</a></p>` : html`<h2>${say.whatToDo}</h2><p>${todo(status, code, say)}</p><p>${intake}${mayFetch ? html` <a class="button second" href="${originalPath(sha256)}" download>${say.original}</a>` : ''}</p>`}
${pathsOf({ say, files })}</section>`;
  return showPage(context, { title: name, body });
}

const todo = (status: FileStatus, code: string | null, say: HandlingWords): string =>
  status === 'refused' ? (say.todo[code ?? ''] ?? say.todoRefused) : say.todoFailed;
