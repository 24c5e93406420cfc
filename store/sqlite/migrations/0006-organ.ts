/** The register of bodies and other recipients, as people have corrected it. */
export const organ = `
`;
