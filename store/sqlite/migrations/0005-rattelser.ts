/** What people have corrected of what was read. */
export const rattelser = `
`;
