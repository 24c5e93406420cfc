/** Saved with every record: a newer version can be run again on what is stored. */
export const EXTRACTION_VERSION = '2026.11.4';

/**
 * Version of what pages/ makes of a file: its text, and the reading by OCR, which for an archive takes days. A change
 * of the rules that come after leaves it as it is, so that nothing is read by OCR again for their sake.
 */
export const READING_VERSION = '2026.11.4';
