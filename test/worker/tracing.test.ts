/** Traces as a collector gets them: one for client, workflows and steps of a file, and nothing of what it says. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleRecord } from '../../extraction/index.ts';
import { Refusal } from '../../extraction/refusal.ts';
import { workflowBundle } from '../../worker/bundle.ts';
import { createLog } from '../../worker/log.ts';
import { tracingAsked } from '../../worker/tracing/asked.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { emptyPage } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

const bodies: string[] = [];
const logged: { [name: string]: unknown }[] = [];
let receiver: Server;
let bed: Testbed;
let spans: Span[];
let history: Awaited<ReturnType<ReturnType<Testbed['client']['workflow']['getHandle']>['fetchHistory']>>;
let file: string;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const line = { text: 'Kalle Hemlig', bbox: null, words: [], size: 10, bold: false, lineNo: null };
  bed = await testbed(
    {},
    {
      log: createLog('info', { write: (line) => logged.push(JSON.parse(line)) }),
      reader: {
        open: async (bytes) => {
          if (new TextDecoder().decode(bytes).startsWith('no')) throw new Refusal('encrypted');
          return {
            ...{ mediaType: 'application/pdf', pageCount: 2, warnings: [] },
            pages: [{ ...emptyPage(1, 'embedded'), lines: [line] }, emptyPage(2, 'none')],
            ocr: [{ page: 2, reason: 'no-text' as const }],
          };
        },
        assemble: async (source, pages) => assembleRecord(source, pages),
      },
      ocr: {
        read: async (_bytes, _type, [page], onPage) => {
          await onPage({ page: { ...emptyPage(page ?? 0, 'ocr'), lines: [line] }, warnings: [] });
        },
      },
    },
  );
  await bed.ingest([bed.folder('in', { 'a.pdf': 'scan of Kalle Hemlig', 'b.pdf': 'no, Kalle Hemlig' })]);
  const [row] = (await bed.store.files()).filter(({ status }) => status === 'done');
  file = row?.sha256 ?? '';
  history = await bed.client.workflow.getHandle(fileWorkflowId(file)).fetchHistory();
  await bed.stop();
  spans = bodies.flatMap((body) =>
    (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans.flatMap(
      ({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
}, 120_000);
afterAll(async () => {
  await bed?.destroy();
  receiver.close();
  receiver.closeAllConnections();
});

const named = (name: string): Span[] => spans.filter((span) => span.name === name);
const attribute = ({ attributes }: Span, name: string): string | number | undefined => {
  const value = attributes.find(({ key }) => key === name)?.value;
  return value?.stringValue ?? value?.intValue;
};
/** The names of a span and of all that it is part of, the innermost first. */
function wayUp(span: Span | undefined): string[] {
  if (span === undefined) return [];
  return [span.name, ...wayUp(spans.find(({ spanId }) => spanId === span.parentSpanId))];
}
const ofFile = (name: string): Span | undefined =>
  named(name).find((span) => attribute(span, 'sha256') === file);

describe('traces', () => {
  it('are asked for by the usual variables', () => {
    expect(tracingAsked({})).toBe(false);
    expect(tracingAsked({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' })).toBe(true);
    expect(tracingAsked({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' })).toBe(
      true,
    );
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
    expect(tracingAsked({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBe(false);
    expect(tracingAsked({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBe(false);
  });

  it('lead from the work inside a step through workflows to the client that asked', () => {
    for (const [inner, step] of [
      ['assemble', 'saveFile'],
      ['save', 'saveFile'],
    ] as const) {
      const way = wayUp(ofFile(inner));
      expect(way.slice(0, 2)).toEqual([inner, `RunActivity:${step}`]);
      expect(way).toEqual(expect.arrayContaining(['RunWorkflow:processFile', 'RunWorkflow:archive']));
      expect(way.at(-1)).toBe('StartWorkflow:archive');
    }
    expect(wayUp(named('ocr')[0])).toContain('RunActivity:ocrPages');
    expect(wayUp(named('open')[0]).at(-1)).toBe('StartWorkflow:archive');
    expect(new Set(['open', 'ocr', 'assemble', 'save'].map((name) => named(name)[0]?.traceId)).size).toBe(1);
  });

  it('say which file and how many pages', () => {
    const step = ofFile('RunActivity:openFile');
    expect(step && [attribute(step, 'pages'), attribute(step, 'ocr')]).toEqual([2, 1]);
    expect(attribute(ofFile('assemble') as Span, 'pages')).toBe(2);
  });

  it('join the lines of the log', () => {
    const line = logged.find(({ step, sha256 }) => step === 'openFile' && sha256 === file);
    expect(line).toMatchObject({ trace_id: named('save')[0]?.traceId, run: expect.any(String) });
  });

  it('say nothing of what is written, nor what errors say', () => {
    expect(bodies.length).toBeGreaterThan(0);
    expect(bodies.join()).not.toMatch(/Kalle|Hemlig|exception\.message|stacktrace/);
    expect(bodies.join()).toContain('exception.type');
  });

  it('leave a history behind that replays without them', { timeout: 60_000 }, async () => {
    const plain = await workflowBundle();
    await Worker.runReplayHistory({ workflowBundle: plain }, history, fileWorkflowId(file));
    const both = await workflowBundle({ traced: true });
    await Worker.runReplayHistory({ workflowBundle: both }, history, fileWorkflowId(file));
  });
});
