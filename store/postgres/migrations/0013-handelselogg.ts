/** See SQLite's of the same number. */
export const handelselogg = `
create index contents_by_status on contents (status, changed_at);

alter table poster add column datum text collate "C";
update poster set datum = json::json ->> 'datum';
create index poster_waiting on poster (datum) where status = 'vantar';
`;
