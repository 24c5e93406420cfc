/** What a mark was of, so that it is found again when the file is read anew and its items have other ids. */
export const postmarken = `
-- The item's file and the version that it was read by, the recipient and the text; null of marks from before.
alter table postmarken add column sha256 text;
alter table postmarken add column version text;
alter table postmarken add column mottagare text;
alter table postmarken add column text text;
create index postmarken_by_content on postmarken (sha256);
`;
