/** `/sok.csv` and `/sok.jsonl`: all hits of a question, written as they are asked for, some at a time. */
import { HIT_HEADINGS, hitCells } from '../../../store/hit-cells.ts';
import type { Hit } from '../../../store/search.ts';
import type { Store } from '../../../store/store.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { postHref } from '../parts/addresses.ts';
import { answerLista, type Cell, FORMAT, MOST_ROWS } from '../parts/lista.ts';
import { type Asked, questionOf, readAsked } from './fraga.ts';
import { beslutText } from './mot.ts';

/** Hits asked for at a time; all that are found are put in order each time. */
const PART = 2_000;

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of FORMAT) {
    app.get(`/sok.${format}`, async (context) => {
      const { store } = context.var;
      const asked = readAsked(context);
      const first = await partOf(store, asked, 0);
      const linkTo = ({ permanentId }: Hit): string => context.var.ursprung + postHref(permanentId);
      return answerLista(context, deps, format, {
        ...{ namn: 'sok', vad: 'punkter', total: first.total },
        kolumner: [...HIT_HEADINGS, 'utfall', 'beslutet', 'personer', 'lank'],
        cells: (hit: Hit): Cell[] => [
          ...hitCells(hit),
          ...[hit.utfall, beslutText(hit), hit.personer.map(shown).join('; '), linkTo(hit)],
        ],
        // as `search --json` has them
        json: (hit) => ({ ...hit, lank: linkTo(hit) }),
        rader: parts(store, asked, first.hits),
      });
    });
  }
}

const shown = ({ namn, parti }: Hit['personer'][number]): string =>
  [namn, parti && `(${parti})`].filter(Boolean).join(' ');

const partOf = (store: Store, asked: Asked, offset: number) =>
  store.search({ ...questionOf(asked), limit: PART, offset, med: ['beslut'] });

/** One part after the other; the next is asked for when the one before is on its way. */
async function* parts(store: Store, asked: Asked, first: Hit[]): AsyncGenerator<Hit[]> {
  let hits = first;
  for (let offset = 0; ; ) {
    yield hits;
    offset += PART;
    if (hits.length < PART || offset >= MOST_ROWS) return;
    ({ hits } = await partOf(store, asked, offset));
  }
}
