/** What is measured, answered from indexes. */
export const handelselogg = `
create index contents_by_status on contents (status, changed_at);

-- The day of a post, beside its JSON: of those that wait the oldest is asked for.
alter table poster add column datum text;
update poster set datum = json_extract(json, '$.datum');
create index poster_waiting on poster (datum) where status = 'vantar';
`;
