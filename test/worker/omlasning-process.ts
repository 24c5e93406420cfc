/**
 * A process of its own that reads again what an older version has read, for the test that kills it.
 * `node omlasning-process.ts HOME VERSION`
 */
import { loadSettings } from '../../config/load.ts';
import { startInstallation } from '../../engine/installation.ts';

const [home, version] = process.argv.slice(2) as [string, string];
const settings = loadSettings({ home, logLevel: 'error' }, {});
const installation = await startInstallation({ settings, version });
for (;;) {
  const left = (await installation.store.foraldrade(version)).reduce((sum, { antal }) => sum + antal, 0);
  process.stdout.write(`${JSON.stringify({ left })}\n`);
  if (left === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
