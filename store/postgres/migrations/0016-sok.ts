/** See SQLite's of the same number. */
const text = 'text collate "C"';

export const sok = `
alter table items add column utfall ${text};
alter table items add column sekretess integer not null default 0;
create index items_by_id on items (id);
create index items_by_organ on items (huvudman_key, organ, datum);
create index items_by_utfall on items (utfall, typ) where utfall is not null;

alter table item_persons add column namn_key ${text};
alter table item_persons add column parti_key ${text};
create index item_persons_by_namn on item_persons (namn_key, parti_key) where namn_key is not null;
create index item_persons_by_parti on item_persons (parti_key) where parti_key is not null;
`;
