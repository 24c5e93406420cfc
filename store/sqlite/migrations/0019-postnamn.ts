/** What items and ärenden are called for ever, what became of matters, and what items said in earlier readings. */
export const postnamn = `
-- Only of what is called otherwise than by its id, or is there no more.
create table postnamn (
  -- the id that it was first read under, or one of its own where another is called so; of a matter its own
  namn text primary key,
  sha256 text not null,
  slag text not null check (slag in ('post', 'arende', 'matter')),
  -- in the newest reading; null: there is none
  id text,
  -- 0: it is a part of that one, which is called otherwise
  galler integer not null check (galler in (0, 1))
) strict, without rowid;
create index postnamn_by_sha256 on postnamn (sha256);
create index postnamn_by_id on postnamn (id) where id is not null;

create table lydelser (
  namn text not null,
  nr integer not null,
  sha256 text not null,
  -- what it is known again by, and of an item what a person sees of it
  json text not null,
  -- of its matter then
  matter_id text not null,
  -- 1: readers saw it then
  offentlig integer not null check (offentlig in (0, 1)),
  -- when it was read otherwise
  till text not null,
  primary key (namn, nr)
) strict, without rowid;
create index lydelser_by_sha256 on lydelser (sha256);
`;
