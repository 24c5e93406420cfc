/** What is awaited in all matters, and what is late. */
export const bevakning = `
`;
