/** `/sok.csv` and `/sok.jsonl`: all hits of a question, written as they are asked for, some at a time. */
import { csv } from '../../../diarium/csv.ts';
import { HIT_HEADINGS, hitCells } from '../../../store/hit-cells.ts';
import type { Hit } from '../../../store/search.ts';
import type { Store } from '../../../store/store.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { postHref } from '../parts/addresses.ts';
import { type Asked, questionOf, readAsked } from './fraga.ts';
import { beslutText } from './mot.ts';

/** Hits asked for at a time; all that are found are put in order each time. */
const PART = 2_000;
/** Hits in one file: a spreadsheet takes no more rows. */
const MOST = 1_000_000;

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const;
type Format = keyof typeof TYPES;

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of ['csv', 'jsonl'] as const) {
    app.get(`/sok.${format}`, async (context) => {
      const { store, besokare } = context.var;
      const asked = readAsked(context);
      const first = await partOf(store, asked, 0);
      // what leaves the house is told of in the log of what was done
      const rader = Math.min(first.total, MOST);
      const uppgifter = { format, vad: 'punkter', rader };
      if (rader > 0)
        await deps.store.noteHandelse({ av: besokare.namn, dorr: 'sida', vad: 'exporterat', uppgifter });
      const linkTo = ({ permanentId }: Hit): string => context.var.ursprung + postHref(permanentId);
      return context.body(streamed(parts(store, asked, first.hits, writer(format, linkTo))), 200, {
        'Content-Type': TYPES[format],
        'Content-Disposition': `attachment; filename="sok.${format}"`,
      });
    });
  }
}

const partOf = (store: Store, asked: Asked, offset: number) =>
  store.search({ ...questionOf(asked), limit: PART, offset, med: ['beslut'] });

/** One part after the other; the next is asked for when the one before is on its way. */
async function* parts(store: Store, asked: Asked, first: Hit[], write: Write): AsyncGenerator<string> {
  let hits = first;
  for (let offset = 0; ; ) {
    yield write(hits, offset === 0);
    offset += PART;
    if (hits.length < PART || offset >= MOST) return;
    ({ hits } = await partOf(store, asked, offset));
  }
}

type Write = (hits: readonly Hit[], isFirst: boolean) => string;

function writer(format: Format, linkTo: (hit: Hit) => string): Write {
  if (format === 'jsonl')
    return (hits) => hits.map((hit) => `${JSON.stringify({ ...hit, lank: linkTo(hit) })}\n`).join('');
  const cells = (hit: Hit): (string | null)[] => [
    ...hitCells(hit),
    hit.utfall,
    beslutText(hit),
    hit.personer.map(({ namn, parti }) => [namn, parti && `(${parti})`].filter(Boolean).join(' ')).join('; '),
    linkTo(hit),
  ];
  return (hits, isFirst) => {
    const rows = hits.map(cells);
    // as a Swedish Excel opens it: semicolons, and marked as UTF-8
    if (isFirst)
      return `\ufeff${csv([...HIT_HEADINGS, 'utfall', 'beslutet', 'personer', 'lank'], rows, ';')}`;
    const [head, ...rest] = rows;
    return head ? csv(head, rest, ';') : '';
  };
}

const streamed = (texts: AsyncGenerator<string>): ReadableStream<Uint8Array> =>
  ReadableStream.from(texts).pipeThrough(new TextEncoderStream());
