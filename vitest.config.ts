import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Temporal's native part and the PDF threads want processes of their own, not threads.
    pool: 'forks',
    // Two cores: more would only make the tests with a server, a thread pool or OCR time out.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
