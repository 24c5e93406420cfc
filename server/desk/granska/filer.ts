/** `/granska.csv` and `.jsonl`: the whole queue as it is narrowed. For registrators, as the queue is. */
import type { GranskaRad } from '../../../store/granska.ts';
import type { Store } from '../../../store/store.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { onlyRegistrator } from '../parts/guard.ts';
import { answerLista, FORMAT } from '../parts/lista.ts';
import { type Ko, koOf, pathOf, questionOf } from './ko.ts';
import { ORSAK, SAK } from './words-ord.ts';

const KOLUMNER = [
  ...['slag', 'orsak', 'varfor', 'text', 'huvudman', 'organ', 'datum', 'paragraf', 'diarienummer', 'rubrik'],
  ...['fil', 'sida', 'lank'],
];
/** Rows asked for at a time. */
const PART = 2_000;

export function addFiler(app: DeskApp, deps: DeskDeps): void {
  for (const format of FORMAT) {
    app.get(`/granska.${format}`, onlyRegistrator, async (context) => {
      const { store, ursprung } = context.var;
      const ko = koOf(context.req.query());
      const { total } = await store.granskaAntal(questionOf(ko));
      const cells = (rad: GranskaRad) => {
        const path = pathOf(rad);
        return [
          ...[SAK.sv[rad.typ], (ORSAK.sv as { [code: string]: string })[rad.code] ?? rad.code, rad.reason],
          ...[rad.text, rad.huvudman, rad.organ, rad.datum, rad.paragraf, rad.diarienummer, rad.rubrik],
          ...[rad.fileName, rad.page, path === null ? null : ursprung + path],
        ];
      };
      const of = { namn: 'granska', vad: 'granska', kolumner: KOLUMNER, cells };
      return answerLista(context, deps, format, { ...of, total, rader: parts(store, ko) });
    });
  }
}

async function* parts(store: Store, ko: Ko): AsyncGenerator<GranskaRad[]> {
  for (let offset = 0; ; offset += PART) {
    const { rader } = await store.granska({ ...questionOf(ko), offset, limit: PART });
    yield rader;
    if (rader.length < PART) return;
  }
}
