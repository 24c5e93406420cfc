/** What a step is about, on its span: ids and counts of what goes in and comes out. */
import { trace } from '@opentelemetry/api';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Names of what goes into steps that are ids. */
const IDS = ['sha256', 'matter', 'steg', 'nyckel', 'list'] as const;

/** To stand behind what begins the span. */
export const describedSteps: ActivityInterceptorsFactory = ({ info: { attempt, taskQueue } }) => ({
  inbound: {
    async execute(input, next) {
      const span = trace.getActiveSpan();
      const given = (input.args[0] ?? {}) as { [name: string]: unknown };
      span?.setAttributes({ attempt, taskQueue });
      for (const name of IDS) {
        const value = given[name];
        if (typeof value === 'string') span?.setAttribute(name, value);
      }
      if (Array.isArray(given.pages)) span?.setAttribute('pages', given.pages.length);
      const result: unknown = await next(input);
      for (const [name, value] of Object.entries(result ?? {})) {
        if (typeof value === 'number') span?.setAttribute(name, value);
        else if (Array.isArray(value)) span?.setAttribute(name, value.length);
      }
      return result;
    },
  },
});
