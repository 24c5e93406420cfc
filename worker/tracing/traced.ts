/** The parts of steps that take time, as spans of their own. */
import type { ActivityDeps, OcrReader, Reader } from '../../activities/deps.ts';
import type { Sandare } from '../../expediering/sandare.ts';
import type { Store } from '../../store/store.ts';
import type { Tracing } from './index.ts';

type Deps = Pick<ActivityDeps, 'store' | 'reader' | 'ocr' | 'sandare'>;

/** What the steps work with, each use a span. */
export const traced = (deps: Deps, { span }: Pick<Tracing, 'span'>): Deps => ({
  store: tracedStore(deps.store, span),
  reader: tracedReader(deps.reader, span),
  ocr: tracedOcr(deps.ocr, span),
  sandare: tracedSandare(deps.sandare, span),
});

const tracedReader = (reader: Reader, span: Tracing['span']): Reader => ({
  open: (bytes, signal, onPage) =>
    span('open', { bytes: bytes.length }, () => reader.open(bytes, signal, onPage)),
  assemble: (source, pages, warnings, signal) =>
    span('assemble', { sha256: source.sha256, pages: pages.length }, () =>
      reader.assemble(source, pages, warnings, signal),
    ),
});

const tracedOcr = (ocr: OcrReader, span: Tracing['span']): OcrReader => ({
  read: (bytes, mediaType, pages, onPage, signal) =>
    span('ocr', { pages: pages.length, mediaType }, () =>
      ocr.read(
        bytes,
        mediaType,
        pages,
        (reading) => span('keep page', { page: reading.page.page }, () => onPage(reading)),
        signal,
      ),
    ),
});

const tracedStore = (store: Store, span: Tracing['span']): Store => ({
  ...store,
  saveRecord: (record, version) =>
    span('save', { sha256: record.source.sha256, handlingar: record.handlingar.length }, () =>
      store.saveRecord(record, version),
    ),
  updateWay: (matter, compute) => span('route', { matter }, () => store.updateWay(matter, compute)),
});

const tracedSandare = (sandare: Sandare, span: Tracing['span']): Sandare => ({
  sand: (kanal, forsandelse, signal) =>
    span('send', { slag: kanal.slag }, () => sandare.sand(kanal, forsandelse, signal)),
  provkor: (kanal, forsandelse, katalog) =>
    span('dry run', { slag: kanal.slag }, () => sandare.provkor(kanal, forsandelse, katalog)),
});
