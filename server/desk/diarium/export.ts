/** The register as files for programs and spreadsheets, in the forms of `expediera diarium --format`. */
import { diariumCsv, diariumJsonl } from '../../../diarium/rader/export.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskApp, DeskDeps } from '../deps.ts';
import { linesFor, urvalOf } from './question.ts';

const SEPARATORS: { readonly [name: string]: string } = { komma: ',', semikolon: ';', tabb: '\t' };
const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson; charset=utf-8' } as const;

export function addExports(app: DeskApp, deps: DeskDeps): void {
  for (const format of ['csv', 'jsonl'] as const) {
    app.get(`/diarium.${format}`, async (context) => {
      const asked = context.req.query();
      const offentlig = asked.offentlig === 'ja' || !isRegistrator(context.var.besokare);
      const filters = urvalOf(asked);
      const { rader } = await linesFor(context, deps, filters, offentlig);
      const uppgifter = { format, rader: rader.length, offentlig, huvudman: filters.huvudman ?? null };
      // what leaves the house is told of in the log of what was done
      await deps.store.noteHandelse({ av: context.var.besokare.namn, vad: 'diarium-exporterat', uppgifter });
      const separator = SEPARATORS[asked.skilj ?? 'komma'] ?? ',';
      const text =
        format === 'csv'
          ? diariumCsv(rader, { offentlig, separator, bom: asked.bom === 'ja' ? '\ufeff' : '' })
          : `${diariumJsonl(rader, offentlig)}${rader.length > 0 ? '\n' : ''}`;
      return context.body(text, 200, {
        'Content-Type': TYPES[format],
        'Content-Disposition': `attachment; filename="diarium.${format}"`,
      });
    });
  }
}
