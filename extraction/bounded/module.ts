/** Modules by address, for threads: the same in development (.ts) as when built (.js). */
import { extname } from 'node:path';

/** The address of the module `path` (without ending), seen from the module `from`. */
export function refersTo(path: string, from: string): string {
  return new URL(path + extname(new URL(from).pathname), from).href;
}
