/** The register of bodies and other recipients, as people have corrected it. */

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next change
export interface OrganStore {}
