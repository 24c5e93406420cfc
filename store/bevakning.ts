/** What is awaited in all matters, and what is late. */

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next change
export interface BevakningStore {}
