/** The first schema. A migration is never changed once released: the next one changes what it made. */
export const filesRecordsMatters = `
create table meta (key text primary key, value text not null) strict, without rowid;

create table contents (
  sha256 text primary key,
  status text not null,
  code text,
  reason_sv text,
  reason_en text,
  changed_at text not null
) strict, without rowid;

create table files (
  path text not null,
  sha256 text not null references contents on delete cascade,
  offered_at text not null,
  primary key (path, sha256)
) strict, without rowid;
create index files_by_content on files (sha256);

create table records (
  sha256 text primary key,
  version text not null,
  file_name text not null,
  json text not null
) strict;

create table handlingar (
  pk integer primary key,
  sha256 text not null references records on delete cascade,
  nr integer not null,
  huvudman text,
  huvudman_key text not null,
  kind text not null,
  organ text,
  datum text,
  first_page integer not null,
  json text not null
) strict;
create index handlingar_by_content on handlingar (sha256);
create index handlingar_by_organ on handlingar (huvudman_key, organ, huvudman);

create table matters (
  id text primary key,
  huvudman text,
  huvudman_key text not null,
  diarienummer text,
  number text,
  tail text,
  rubrik text,
  stale integer not null
) strict, without rowid;
create index matters_by_number on matters (tail);
create index matters_stale on matters (id) where stale = 1;

-- One row an ärende, and one for a handling without ärenden that has a number (json null).
create table arenden (
  pk integer primary key,
  handling_pk integer not null references handlingar on delete cascade,
  nr integer not null,
  matter_id text not null,
  by_number text,
  by_paragraf text,
  own text not null,
  diarienummer text,
  rubrik text,
  json text
) strict;
create index arenden_by_handling on arenden (handling_pk);
create index arenden_by_matter on arenden (matter_id);
create index arenden_by_paragraf on arenden (by_paragraf) where by_paragraf is not null;

create table items (
  pk integer primary key,
  arende_pk integer not null references arenden on delete cascade,
  id text not null,
  typ text not null,
  text text not null,
  huvudman text,
  huvudman_key text not null,
  organ text,
  datum text,
  diarienummer text,
  paragraf text,
  rubrik text,
  parti text,
  file_name text not null,
  page integer,
  bbox text
) strict;
create index items_by_arende on items (arende_pk);
create index items_by_typ on items (typ);

create table item_persons (
  item_pk integer not null references items on delete cascade,
  nr integer not null,
  namn text,
  parti text,
  primary key (item_pk, nr)
) strict, without rowid;

create table ways (
  matter_id text primary key references matters on delete cascade,
  hos text,
  avslutat integer not null,
  steg text not null
) strict, without rowid;

create table poster (
  matter_id text not null references matters on delete cascade,
  nr integer not null,
  huvudman text,
  huvudman_key text not null,
  mottagare text not null,
  status text not null,
  json text not null,
  primary key (matter_id, nr)
) strict, without rowid;
create index poster_by_mottagare on poster (huvudman_key, mottagare, status, huvudman);

-- Stems, not text: the same stems are the index's and the question's. The text itself is in items.
create virtual table items_fts using fts5 (
  text, around, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

-- Every stem ever met; by trigrams, those are found that hold a sought one as part of a compound.
create table stems (pk integer primary key, stem text not null unique) strict;
create virtual table stems_fts using fts5 (
  stem, content = '', detail = 'none', tokenize = 'trigram case_sensitive 1'
);
`;
