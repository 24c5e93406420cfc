import { defineConfig } from 'vitest/config';

/** Folders whose tests start servers and programs, and wait for them more than they reckon. */
const WAITING = ['cli', 'cluster', 'engine', 'faults', 'soak', 'worker', 'workflows'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

const shared = {
  // Temporal's native part and the PDF threads want processes of their own, not threads.
  pool: 'forks' as const,
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'at-once',
          include: ['test/**/*.test.ts'],
          exclude: WAITING,
          // Two cores: more would only make the tests with a thread pool or OCR time out.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'waiting',
          include: WAITING,
          // While two wait for a server, a third can use the cores.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
