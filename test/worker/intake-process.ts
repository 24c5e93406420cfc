/** A process of its own that takes a folder in, for the tests that kill it. `node intake-process.ts HOME FOLDER` */
import { loadSettings } from '../../config/load.ts';
import { startInstallation } from '../../engine/installation.ts';

const [home, folder] = process.argv.slice(2) as [string, string];
const settings = loadSettings({ home, logLevel: 'error', window: 4 }, {});
const installation = await startInstallation({ settings });
const tell = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);
await installation.ingest([folder], {
  onProgress: (at) =>
    (at.phase === 'finding' || at.phase === 'working') &&
    tell(at.phase === 'finding' ? { offered: at.offered.paths } : { done: at.archive.done }),
});
tell({ end: true });
await installation.stop();
