/** What is awaited in all matters, and what is late. */
export const bevakning = `
-- What kind of matter it is, and all that it waits for, as JSON; null until the way is computed anew.
alter table ways add column typ text;
alter table ways add column vantar text;

-- One row a thing awaited, as the way was last computed.
create table vantningar (
  matter_id text not null references matters on delete cascade,
  nr integer not null,
  -- Of the matter: its huvudman and kind, and the day of its last step.
  huvudman text,
  huvudman_key text not null,
  typ text not null,
  senaste_steg text,
  vad text not null,
  -- From whom.
  organ text,
  senast text,
  steg text not null,
  -- The whole of it.
  json text not null,
  primary key (matter_id, nr)
) strict, without rowid;
create index vantningar_by_day on vantningar (senast);

-- Who was reminded of what, and when. Only added to: a reminder that was sent was sent, whatever the way says since.
create table paminnelser (
  id text primary key,
  matter_id text not null,
  steg text not null,
  vad text not null,
  organ text,
  till text not null,
  text text not null,
  at text not null
) strict, without rowid;
create index paminnelser_by_matter on paminnelser (matter_id);

-- What every matter waits for is known when its way is computed anew.
update matters set stale = 1;
`;
