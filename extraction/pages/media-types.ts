/** Media types that are too long to be written out. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
