/** What the process of a matter needs: where intake came from, joined matters, marks of posts. */
export const arendeProcess = `
-- 1: offered as current work (löpande), what comes of it may be sent; 0: archive, history only.
alter table contents add column lopande integer not null default 0;

-- lever: 1 where a workflow follows the matter. wake: how often its way changed since the workflow was told.
alter table matters add column lever integer not null default 0;
alter table matters add column wake integer not null default 0;
create index matters_to_wake on matters (id) where wake > 0;

-- Matters that a person has said are one: the key that is none of its own any more, and the one that it means.
create table sammanforda (
  matter_id text primary key,
  till text not null,
  -- The number it was known by, as in matters: it is still asked for by it.
  huvudman_key text not null,
  diarienummer text,
  number text,
  tail text,
  at text not null,
  av text not null
) strict, without rowid;
create index sammanforda_till on sammanforda (till);
create index sammanforda_by_number on sammanforda (tail);

-- Who joined what and took it apart, and when; rows are only added.
create table sammanforingar (
  pk integer primary key,
  matter_id text not null,
  till text not null,
  vad text not null,
  at text not null,
  av text not null
) strict;
create index sammanforingar_by_matter on sammanforingar (matter_id);

-- What a person has said of a post; under the id of the clause or recipient it comes from.
create table postmarken (
  id text primary key,
  status text not null,
  skal text,
  at text not null,
  av text not null
) strict, without rowid;
`;
