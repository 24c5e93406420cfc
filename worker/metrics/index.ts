/** What is measured while the program runs, for Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { within } from '../../extraction/bounded/within.ts';
import { DEFINITIONS, type Definition } from './definitions.ts';

type Names = keyof typeof DEFINITIONS;
type Of<kind> = kind extends 'counter' ? Counter : kind extends 'gauge' ? Gauge : Histogram;
type Figures = { readonly [name in Names]: Of<(typeof DEFINITIONS)[name]['kind']> };

/** Figures that are asked for when somebody looks: sets them, or throws when they cannot be had. */
export interface Source {
  name: 'store' | 'temporal' | 'disk';
  collect(figures: Figures): Promise<void>;
}

export interface Metrics extends Figures {
  /** From now on asked for whenever somebody looks, in place of an earlier one of its name. */
  watch(source: Source): void;
  /** All figures in Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** How long one source may take, and for how long what it said holds, milliseconds. */
const MAX_MS = 3_000;
const KEEP_MS = 5_000;

export interface MetricsOptions {
  /** Labels of `expediera_build_info`. */
  build: { version: string; extraction: string; reading: string };
  maxMs?: number;
  keepMs?: number;
}

/** All figures at nothing, and those of Node's own. */
export function createMetrics({ build, maxMs = MAX_MS, keepMs = KEEP_MS }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const figures = Object.fromEntries(
    Object.entries(DEFINITIONS).map(([name, definition]) => [name, figure(definition, registry)]),
  ) as unknown as Figures;
  figures.build.set({ ...build, node: process.version }, 1);
  const sources = new Map<Source['name'], Source>();
  let collected: Promise<unknown> = Promise.resolve();
  let at = Number.NEGATIVE_INFINITY;
  const collect = (): Promise<unknown> => {
    if (performance.now() - at < keepMs) return collected;
    at = performance.now();
    collected = Promise.all(
      [...sources.values()].map((source) =>
        within(source.collect(figures), maxMs).catch(() =>
          figures.collectErrors.inc({ source: source.name }),
        ),
      ),
    );
    return collected;
  };
  return {
    ...figures,
    watch: (source) => {
      figures.collectErrors.inc({ source: source.name }, 0);
      sources.set(source.name, source);
      at = Number.NEGATIVE_INFINITY;
    },
    async text() {
      await collect();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

function figure(definition: Definition, registry: Registry): Counter | Gauge | Histogram {
  const { kind, name, help, labels = [], buckets } = definition;
  const shared = { name, help, labelNames: [...labels], registers: [registry] };
  if (kind === 'counter') return new Counter(shared);
  if (kind === 'gauge') return new Gauge(shared);
  return new Histogram({ ...shared, ...(buckets && { buckets: [...buckets] }) });
}
