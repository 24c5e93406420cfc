/** A process of its own that takes a file in and delivers, for the test that kills it. `node leverans-process.ts HOME FOLDER` */
import { loadSettings } from '../../config/load.ts';
import { startInstallation } from '../../engine/installation.ts';
import { wakeLeverans } from '../../engine/tell/leveranser.ts';

const [home, folder] = process.argv.slice(2) as [string, string];
const installation = await startInstallation({ settings: loadSettings({ home, logLevel: 'error' }, {}) });
await installation.ingest([folder], { lopande: true });
const [matter] = await installation.store.matters();
const answer = await installation.store.arende(matter?.id ?? '');
const steg = answer && 'steg' in answer ? answer.steg[0]?.nyckel : undefined;
await wakeLeverans(installation.client, { matter: matter?.id ?? '', steg: steg ?? '' });
await new Promise(() => {});
