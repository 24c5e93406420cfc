/** `/sent.csv` and `/sent.jsonl`: all that is awaited and how late it is, as the page is narrowed. */
import { vantanText } from '../../../diarium/bild/ord.ts';
import type { Bevakningsrad } from '../../../store/bevakning.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { arendeHref } from '../parts/addresses.ts';
import { answerLista, FORMAT, listaOf } from '../parts/lista.ts';
import { readAsked } from './fraga.ts';

const KOLUMNER = [
  ...['senast', 'dagar_kvar', 'diarienummer', 'rubrik', 'vantar_pa', 'av', 'huvudman', 'frist', 'sedan'],
  ...['paminnelser', 'fil', 'sida', 'lank'],
];

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of FORMAT) {
    app.get(`/sent.${format}`, async (context) => {
      const { store, ursprung } = context.var;
      const { rader } = await store.bevakning(readAsked(context.req.query()).question);
      const cells = (rad: Bevakningsrad) => [
        ...[rad.senast, rad.dagarKvar, rad.diarienummer, rad.rubrik, vantanText(rad, rad.typ)],
        ...[rad.av, rad.huvudman, rad.frist, rad.sedan, rad.paminnelser.length],
        ...[rad.kalla.fileName, rad.kalla.page, ursprung + arendeHref(rad.matterId)],
      ];
      const of = { namn: 'sent', vad: 'bevakning', kolumner: KOLUMNER, cells };
      return answerLista(context, deps, format, listaOf(of, rader));
    });
  }
}
