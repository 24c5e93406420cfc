/** The workflows a worker runs. What is exported here is a workflow type by its name. */
export { archive } from './archive.ts';
export { granska } from './granska.ts';
export { arende } from './arende.ts';
export { processFile } from './process-file.ts';
