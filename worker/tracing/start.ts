/** OpenTelemetry and Temporal's interceptors for it: loaded only when traces are asked for. */
import { createRequire } from 'node:module';
import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResourcesSync, envDetectorSync, Resource } from '@opentelemetry/resources';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import {
  makeWorkflowExporter,
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryActivityOutboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
} from '@temporalio/interceptors-opentelemetry';
import { scrubbed } from './scrubbed.ts';
import { describedSteps } from './steps.ts';
import type { Tracing } from './types.ts';

/** Takes over OpenTelemetry in this process. Endpoint, headers, sampling and names are in its own variables. */
export function openTracing(): Tracing {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };
  const named = new Resource({
    'service.name': process.env.OTEL_SERVICE_NAME || 'expediera',
    'service.version': version,
  });
  const given = detectResourcesSync({ detectors: [envDetectorSync] });
  const resource = Resource.default().merge(new Resource(given.attributes)).merge(named) as Resource;
  const processor = new BatchSpanProcessor(scrubbed(new OTLPTraceExporter()));
  const provider = new NodeTracerProvider({ resource, spanProcessors: [processor] });
  provider.register();
  const tracer = trace.getTracer('expediera', version);
  return {
    client: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] },
    activity: [
      (context) => ({
        inbound: new OpenTelemetryActivityInboundInterceptor(context),
        outbound: new OpenTelemetryActivityOutboundInterceptor(context),
      }),
      describedSteps,
    ],
    sinks: { exporter: makeWorkflowExporter(processor, resource) },
    span: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes: attributes as Attributes }, async (span) => {
        try {
          return await work();
        } catch (error) {
          span.recordException(error as Error);
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      }),
    flush: () => provider.forceFlush(),
  };
}
