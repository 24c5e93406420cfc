/** What the pool and its threads say to each other. */
import type { RefusalData } from '../refusal.ts';

/** To the thread: call `name` of `module` with `args`; one at a time. */
export interface Call {
  module: string;
  name: string;
  args: unknown[];
}

/** From the thread: any number of `progress`, then one of the others. */
export type Reply =
  | { kind: 'progress'; values: unknown[] }
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; data: RefusalData }
  | { kind: 'failed'; error: unknown };
