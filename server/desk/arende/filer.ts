/** `/arende/MATTERID.csv` and `.jsonl`: the steps of a matter. */
import { KIND } from '../../../diarium/bild/ord.ts';
import { isChoices, type Steg } from '../../../store/store.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { handlingHref } from '../parts/addresses.ts';
import { answerLista, type Cell, FORMAT, listaOf } from '../parts/lista.ts';

const KOLUMNER = [
  ...[
    'huvudman',
    'diarienummer',
    'datum',
    'organ',
    'avsandare',
    'slag',
    'paragraf',
    'rubrik',
    'utfall',
    'till',
  ],
  ...['voteringar', 'sekretess', 'obekraftade', 'fil', 'sida', 'lank'],
];

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of FORMAT) {
    app.get(`/arende/:fil{.+\\.${format}}`, async (context) => {
      const { store, ursprung } = context.var;
      const found = await store.arende(context.req.param('fil').slice(0, -`.${format}`.length));
      if (found === null || isChoices(found)) return context.notFound();
      // a way that an older version of the program has kept says less
      const cells = (steg: Steg): Cell[] =>
        [
          ...[found.huvudman, found.diarienummer, steg.datum, steg.organ, steg.avsandare, KIND[steg.kind]],
          ...[steg.paragraf, steg.rubrik, steg.utfall, steg.next],
          (steg.voteringar ?? []).map(({ ja, nej }) => `${ja} ja, ${nej} nej`).join('; '),
          ...[steg.sekretess, steg.obekraftade.join(' '), steg.fileName, steg.page],
          steg.kallor?.[0] && ursprung + handlingHref({ ...steg.kallor[0], itemId: null }),
        ].map((cell) => cell ?? null);
      const of = { namn: 'arende', vad: 'steg', kolumner: KOLUMNER, cells };
      return answerLista(context, deps, format, listaOf(of, found.steg));
    });
  }
}
