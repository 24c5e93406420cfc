/** `/expediering.csv` and `.jsonl`: all deliveries, as the page is narrowed. */
import type { Leverans } from '../../../store/expediering.ts';
import { gruppOf } from '../../../store/leveranslage.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { arendeHref } from '../parts/addresses.ts';
import { channelText, leveransWords, receiptOf } from '../parts/leverans.ts';
import { answerLista, FORMAT, listaOf } from '../parts/lista.ts';
import { leveranserOf } from './fraga.ts';

const KOLUMNER = [
  ...['lage', 'mottagare', 'fran', 'paragraf', 'datum', 'huvudman', 'diarienummer', 'rubrik', 'kanal'],
  ...['skickad', 'levererad', 'forsok', 'hinder', 'fel', 'kvitto', 'lank'],
];

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of FORMAT) {
    app.get(`/expediering.${format}`, async (context) => {
      const { store, ursprung } = context.var;
      const { rows } = await leveranserOf(store, context.req.query());
      const cells = (one: Leverans) => [
        ...[leveransWords.sv.grupp[gruppOf(one)], one.mottagare, one.fran, one.paragraf, one.datum],
        ...[one.huvudman, one.diarienummer, one.rubrik, channelText(one, 'sv'), one.skickad, one.levererad],
        ...[one.forsok, one.hinder.map(({ sv }) => sv).join('; '), one.fel, receiptOf(one)?.vad ?? null],
        ursprung + arendeHref(one.matter),
      ];
      const of = { namn: 'expediering', vad: 'leveranser', kolumner: KOLUMNER, cells };
      return answerLista(context, deps, format, listaOf(of, rows));
    });
  }
}
