/** See SQLite's of the same number. */
const text = 'text collate "C"';

export const konton = `
create table konton (
  nyckel ${text} primary key,
  namn ${text} not null,
  roll ${text} not null,
  losenord ${text} not null,
  skapad ${text} not null,
  losenord_at ${text} not null,
  stangd ${text},
  senast ${text}
);

create table sessioner (
  hash ${text} primary key,
  konto ${text} not null references konton on delete cascade,
  skapad ${text} not null,
  senast ${text} not null,
  program ${text} not null
);
create index sessioner_by_konto on sessioner (konto);
create index sessioner_by_senast on sessioner (senast);

create table nycklar (
  id ${text} primary key,
  hash ${text} not null unique,
  namn ${text} not null,
  roll ${text} not null,
  skapad ${text} not null,
  skapad_av ${text} not null,
  stangd ${text},
  senast ${text}
);

alter table arenden add column hemlig integer not null default 0;
alter table arenden add column titel ${text};
create index arenden_hemliga on arenden (matter_id, titel) where hemlig = 1;
create index arenden_by_titel on arenden (titel) where titel is not null;
alter table items add column maskeras integer not null default 0;
`;
