/** Which item another one is one with: what stands in a § that several files print is counted once. */
export const samma = `
-- the pk of that item; null: it is one by itself
alter table items add column samma integer;
`;
