/** Names that carry meaning: who reads a workflow's id knows what it is about, and the same thing is never two workflows. */

/**
 * Light work: text, saving, routing. OCR: minutes of CPU, possibly on other machines. Leverans: waiting for other
 * people's machines, which must hold up nothing here.
 */
export const TASK_QUEUES = {
  light: 'expediera-light',
  ocr: 'expediera-ocr',
  leverans: 'expediera-leverans',
} as const;

/** What a worker can be told to take; who takes light work delivers too. */
export type Queue = 'light' | 'ocr';

/** One workflow a content, whatever the file is called and however often it is sent. */
export const fileWorkflowId = (sha256: string): string => `file:${sha256}`;

/** One workflow a folder (or other list of files) taken in. */
export const archiveWorkflowId = (name: string): string => `archive:${name}`;

/** One workflow a matter that is open; the id is the store's. */
export const arendeWorkflowId = (matterId: string): string => `arende:${matterId}`;

/** One workflow a § whose decision is sent: the matter's id and `Steg.nyckel`. */
export const leveransWorkflowId = (matterId: string, steg: string): string => `leverans:${matterId}:${steg}`;

/** One workflow a file that people look at. */
export const granskaWorkflowId = (sha256: string): string => `granska:${sha256}`;
