/** The workflows a worker runs. What is exported here is a workflow type by its name. */
export { archive } from './archive.ts';
export { arende } from './arende.ts';
export { granska } from './granska.ts';
export { leverans } from './leverans.ts';
export { processFile } from './process-file.ts';
