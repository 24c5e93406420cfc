/** Saved with every record: a newer version can be run again on what is stored. */
export const EXTRACTION_VERSION = '2026.11.1';
