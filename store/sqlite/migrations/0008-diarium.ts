/** The lines of the register of handlingar, and who confirmed them. */
export const diarium = `
`;
