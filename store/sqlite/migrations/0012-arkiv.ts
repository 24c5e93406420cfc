/** Intakes as things of their own, and which files came in with them. */
export const arkiv = `
create table arkiv (
  id integer primary key autoincrement,
  namn text not null,
  -- JSON
  paths text not null,
  lopande integer not null,
  om integer,
  at text not null,
  av text,
  lage text not null,
  lage_at text,
  lage_av text,
  workflow_id text
) strict;

create table arkiv_filer (
  arkiv integer not null,
  path text not null,
  -- As in contents: of an unreadable path \`unreadable:\` and the path.
  sha256 text not null,
  primary key (arkiv, path, sha256)
) strict, without rowid;
create index arkiv_filer_by_content on arkiv_filer (sha256);
`;
