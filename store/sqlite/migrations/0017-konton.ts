/** Who may log in, and what readers are not shown. */
export const konton = `
create table konton (
  -- The name in small letters: two names that look alike are one.
  nyckel text primary key,
  namn text not null,
  roll text not null,
  -- argon2id, with its salt and cost.
  losenord text not null,
  skapad text not null,
  losenord_at text not null,
  -- null: open.
  stangd text,
  -- The last log-in.
  senast text
) strict, without rowid;

create table sessioner (
  -- SHA-256 of what the browser has: who reads the database cannot log in by it.
  hash text primary key,
  konto text not null references konton on delete cascade,
  skapad text not null,
  senast text not null,
  -- What program it is, as people know it.
  program text not null
) strict, without rowid;
create index sessioner_by_konto on sessioner (konto);
create index sessioner_by_senast on sessioner (senast);

create table nycklar (
  -- Its first characters, by which people tell keys apart.
  id text primary key,
  -- SHA-256 of the whole.
  hash text not null unique,
  namn text not null,
  roll text not null,
  skapad text not null,
  skapad_av text not null,
  stangd text,
  senast text
) strict, without rowid;

-- 1: the § names a ground of secrecy.
alter table arenden add column hemlig integer not null default 0;
-- Huvudman and title, where it does not come back meeting after meeting: what a secret § is called, its memorandum is too.
alter table arenden add column titel text;
create index arenden_hemliga on arenden (matter_id, titel) where hemlig = 1;
create index arenden_by_titel on arenden (titel) where titel is not null;
-- 1: a personal number stands in what is searched.
alter table items add column maskeras integer not null default 0;
`;
