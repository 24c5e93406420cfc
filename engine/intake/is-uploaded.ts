/** Relative, as no path on a machine is that is taken in from there. */
export const UPLOADED = 'uppladdat';

/** Whether a path is one of what was sent here, and not of a file on a machine. */
export const isUploaded = (path: string): boolean => path.startsWith(`${UPLOADED}/`);
