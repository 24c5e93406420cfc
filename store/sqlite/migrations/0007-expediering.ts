/** Channels, and what was delivered to whom. */
export const expediering = `
`;
