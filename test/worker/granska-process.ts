/** An installation in a process of its own, for the test that kills it. `node granska-process.ts HOME [FOLDER]` */
import { loadSettings } from '../../config/load.ts';
import { startInstallation } from '../../engine/installation.ts';

const [home, folder] = process.argv.slice(2) as [string, string | undefined];
const settings = loadSettings({ home, logLevel: 'error', granskaUnder: 1 }, {});
const installation = await startInstallation({ settings });
if (folder !== undefined) await installation.ingest([folder]);
process.stdout.write('ready\n');
await installation.lost;
