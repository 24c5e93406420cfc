/** Channels, and what was delivered to whom. */

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next change
export interface ExpedieringStore {}
