/** The lines of the register of handlingar, and who confirmed them. */

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next change
export interface DiariumStore {}
