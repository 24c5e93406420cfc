/** `/inkorg/MOTTAGARE.csv` and `.jsonl`: all that came to one recipient. */
import { permanentIdIn } from '../../../store/postnamn.ts';
import { type InkorgPost, isChoices } from '../../../store/store.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { inkorgHref, postHref } from '../parts/addresses.ts';
import { answerLista, FORMAT, listaOf } from '../parts/lista.ts';
import { words } from './words.ts';

const KOLUMNER = [
  ...['huvudman', 'diarienummer', 'rubrik', 'status', 'typ', 'text', 'fran', 'datum', 'sekretess'],
  ...['obekraftade', 'fil', 'sida', 'lank'],
];

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of FORMAT) {
    app.get(`/inkorg/:fil{.+\\.${format}}`, async (context) => {
      const { store, ursprung } = context.var;
      const mottagare = context.req.param('fil').slice(0, -`.${format}`.length);
      const { huvudman } = context.req.query();
      const found = await store.inkorg(mottagare, { huvudman });
      if (found === null) return context.notFound();
      // which one is meant is asked on the page
      if (isChoices(found))
        return context.redirect(inkorgHref(mottagare, null).split('?')[0] ?? '/inkorg', 303);
      const { poster } = found;
      const ids = [...new Set(poster.map(({ arende }) => arende))];
      const names = await store.permanentIds(poster.map(({ id }) => id));
      const rubriker = new Map<string, string | null>();
      for (const id of ids) rubriker.set(id, (await store.matter(id))?.rubrik ?? null);
      const cells = (post: InkorgPost) => [
        ...[post.huvudman, post.diarienummer, rubriker.get(post.arende) ?? null],
        ...[words.sv.status[post.status], post.typ, post.text, post.fran, post.datum, post.sekretess],
        post.obekraftade.join(' '),
        ...[
          post.kallor[0]?.fileName ?? null,
          post.kallor[0]?.page ?? null,
          ursprung + postHref(permanentIdIn(names, post.id)),
        ],
      ];
      const of = { namn: 'inkorg', vad: 'inkorg', kolumner: KOLUMNER, cells };
      return answerLista(context, deps, format, listaOf(of, poster));
    });
  }
}
