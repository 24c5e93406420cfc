/** What traces are to those who make them. */
import type { ClientInterceptors } from '@temporalio/client';
import type { ActivityInterceptorsFactory, InjectedSinks } from '@temporalio/worker';

export interface Tracing {
  client: ClientInterceptors;
  activity: ActivityInterceptorsFactory[];
  /** How spans leave the workflows' sandbox. */
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's own type of sinks
  sinks: InjectedSinks<any>;
  /** Runs a part of a step as a span of its own. */
  span<T>(name: string, attributes: SpanAttributes, work: () => Promise<T>): Promise<T>;
  /** Sends what is not sent yet, for some seconds at most. Never rejects. */
  flush(): Promise<void>;
}

/** Ids and numbers. Never text of a record. */
export interface SpanAttributes {
  [name: string]: string | number | boolean | undefined;
}
