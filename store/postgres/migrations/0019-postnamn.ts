/** What items are called for ever, and what they said in earlier readings. */
export const postnamn = `
-- Only of items that are called otherwise than by their id, or are there no more.
create table postnamn (
  -- the id that it was first read under, or one of its own where another item is called so
  namn text collate "C" primary key,
  sha256 text collate "C" not null,
  -- of the item in the newest reading; null: there is none
  id text collate "C",
  -- 0: it is a part of that item, which is called otherwise
  galler integer not null check (galler in (0, 1))
);
create index postnamn_by_sha256 on postnamn (sha256);
create index postnamn_by_id on postnamn (id) where id is not null;

create table lydelser (
  namn text collate "C" not null,
  nr integer not null,
  sha256 text collate "C" not null,
  json text collate "C" not null,
  -- of its matter then
  matter_id text collate "C" not null,
  -- 1: readers saw it then
  offentlig integer not null check (offentlig in (0, 1)),
  -- when it was read otherwise
  till text collate "C" not null,
  primary key (namn, nr)
);
create index lydelser_by_sha256 on lydelser (sha256);
`;
