/** What people have decided of what was read. */
export const rattelser = `
-- Append-only: what is taken back is marked. Not tied to the records, which come and go with each reading.
create table rattelser (
  id text primary key,
  sha256 text not null,
  -- Its place among all that was decided of the file; taking back has a place too.
  nr integer not null,
  av text not null,
  at text not null,
  -- Target, action and what was seen.
  json text not null,
  angrad_nr integer,
  angrad_av text,
  angrad_at text,
  unique (sha256, nr)
) strict, without rowid;

-- Files that a person has gone through, and the warnings that were there to see.
create table granskade (
  sha256 text primary key,
  av text not null,
  at text not null,
  sedda text not null
) strict, without rowid;

-- How often people were reminded that things of a file wait for them.
create table granskningspaminnelser (
  sha256 text not null,
  nr integer not null,
  at text not null,
  vantar integer not null,
  primary key (sha256, nr)
) strict, without rowid;

-- All that can be decided on, by id; derived from the records. falt: what was decided of it, as JSON; "*": all.
create table mal (
  pk integer primary key,
  sha256 text not null references records on delete cascade,
  id text not null,
  typ text not null,
  falt text not null
) strict;
create index mal_by_id on mal (id);
create index mal_by_content on mal (sha256);
`;
