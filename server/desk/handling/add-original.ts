/** The file as it came, for whom nothing of it is hidden. */
import { html } from 'hono/html';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { notThere } from '../endings.ts';
import { showPage } from '../page.ts';
import { empty } from '../parts/empty.ts';
import { maskOf } from './mask.ts';
import { sendOriginal } from './original.ts';
import { words } from './words.ts';

export function addOriginal(app: DeskApp, { blobs }: DeskDeps): void {
  app.get('/handling/:sha256{[0-9a-f]{64}}/original', async (context) => {
    const { sha256 } = context.req.param();
    const { store, besokare, sprak } = context.var;
    const found = await store.recordWithRattelser(sha256);
    if (!found && !(await store.content(sha256))) return notThere(context);
    // what has not been read may hold anything
    const isHidden = found ? (await maskOf(context.var, sha256)) !== null : !isRegistrator(besokare);
    if (isHidden) {
      const say = words[sprak];
      return showPage(context, {
        ...{
          title: say.forbidden,
          body: empty(say.forbidden, html`<p>${say.forbiddenText}</p>`),
          status: 403,
        },
      });
    }
    const files = found ? [] : await store.files(sha256);
    const fileName = found?.record.source.fileName ?? files[0]?.path.split(/[/\\]/u).at(-1) ?? sha256;
    const mediaType = found?.record.source.mediaType ?? null;
    return (await sendOriginal(context, blobs, { sha256, fileName, mediaType })) ?? notThere(context);
  });
}
