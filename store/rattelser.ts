/** What people have corrected of what was read. */

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next change
export interface RattelseStore {}
