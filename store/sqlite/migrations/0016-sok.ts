/** What items are searched by beside their words: outcome, person and party, and their own ids. */
export const sok = `
-- What became of it: of a yrkande its own, of everything else the ärende's. null: nothing is said.
alter table items add column utfall text;
create index items_by_id on items (id);
create index items_by_organ on items (huvudman_key, organ, datum);
create index items_by_utfall on items (utfall, typ) where utfall is not null;

-- A name as it is asked for, whatever its case, and a party in capitals; null where there is none.
alter table item_persons add column namn_key text;
alter table item_persons add column parti_key text;
create index item_persons_by_namn on item_persons (namn_key, parti_key) where namn_key is not null;
create index item_persons_by_parti on item_persons (parti_key) where parti_key is not null;
`;
