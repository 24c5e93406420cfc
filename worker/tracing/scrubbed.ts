/** What leaves the house as traces: ids, times and kinds of errors. What errors say may be text of a record, or an address. */
import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';

const KEPT_OF_EVENTS = new Set(['exception.type']);
/** Reasons that people give. */
const DROPPED = new Set(['temporalTerminateReason']);

/** An exporter that says of errors only what kind they are. */
export function scrubbed(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(withoutText), done),
    shutdown: () => exporter.shutdown(),
    ...(exporter.forceFlush && { forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve() }),
  };
}

function withoutText(span: ReadableSpan): ReadableSpan {
  const { code } = span.status;
  return Object.create(span, {
    status: { value: { code }, enumerable: true },
    attributes: { value: only(span.attributes, (name) => !DROPPED.has(name)), enumerable: true },
    events: {
      value: span.events.map((event) => ({
        ...event,
        attributes: only(event.attributes ?? {}, (name) => KEPT_OF_EVENTS.has(name)),
      })),
      enumerable: true,
    },
  }) as ReadableSpan;
}

const only = (attributes: Attributes, isKept: (name: string) => boolean): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => isKept(name)));
