/** By which version a content was refused: a newer one may read it. */
export const nekadAv = `
-- The version of the rules that refused it; null of what was refused before this was noted, or never read.
alter table contents add column nekad_av text;
`;
