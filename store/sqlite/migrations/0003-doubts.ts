/** What of each record needs a person; filled from the records by Store.refresh(). */
export const doubts = `
create table doubts (
  pk integer primary key,
  sha256 text not null references records on delete cascade,
  handling_pk integer references handlingar on delete cascade,
  arende_pk integer references arenden on delete cascade,
  rank integer not null,
  confidence real,
  huvudman_key text not null,
  organ text,
  file_name text not null,
  page integer,
  -- The row as it is answered, without what other tables know.
  json text not null
) strict;
create index doubts_in_order on doubts (rank, confidence, file_name, page, sha256, pk);
create index doubts_by_content on doubts (sha256);
create index doubts_by_handling on doubts (handling_pk) where handling_pk is not null;
create index doubts_by_arende on doubts (arende_pk) where arende_pk is not null;
create index matters_without_number on matters (huvudman_key) where diarienummer is null;

-- The rows are derived from the records: by whatever rules they were, they are not by these.
delete from meta where key = 'derived_rules';
`;
