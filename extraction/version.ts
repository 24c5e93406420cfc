/**
 * Version of what pages/ makes of a file: its text, and the reading by OCR, which for an archive takes days. A change
 * of the rules that come after leaves it as it is, so that nothing is read by OCR again for their sake.
 */
export const READING_VERSION = '2026.11.4';

/** Which rules since that reading: one more with each change of what comes after pages/; 0 again when READING_VERSION is raised. */
const RULES: number = 2;

/**
 * Saved with every record: what an older version read is read again. Made from the reading's, so that it can never be
 * older, and no reading can be raised without it.
 */
export const EXTRACTION_VERSION: string = RULES === 0 ? READING_VERSION : `${READING_VERSION}.${RULES}`;
