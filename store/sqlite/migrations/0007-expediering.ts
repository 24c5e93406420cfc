/** Channels, and what was delivered to whom. */
export const expediering = `
create table kanaler (
  huvudman_key text not null,
  namn text not null,
  huvudman text,
  slag text not null,
  mottagare text not null,
  adress text not null,
  -- Names and values, as JSON; of secrets the names of environment variables.
  installningar text not null,
  lage text not null,
  andrad text not null,
  andrad_av text not null,
  primary key (huvudman_key, namn)
) strict, without rowid;

-- Every change of a channel, with who and when.
create table kanalhandelser (
  pk integer primary key,
  huvudman_key text not null,
  namn text not null,
  vad text not null,
  -- The channel as it was then, as JSON.
  kanal text not null,
  av text not null,
  at text not null
) strict;
create trigger kanalhandelser_kept before update on kanalhandelser
  begin select raise(abort, 'kanalhandelser is append-only'); end;
create trigger kanalhandelser_kept_too before delete on kanalhandelser
  begin select raise(abort, 'kanalhandelser is append-only'); end;

create table leveranser (
  nyckel text primary key,
  huvudman text,
  huvudman_key text not null,
  matter_id text not null,
  steg text not null,
  version integer not null,
  mottagare text not null,
  organ integer not null,
  fran text,
  datum text,
  paragraf text,
  rubrik text,
  diarienummer text,
  kanal text,
  slag text not null,
  status text not null,
  -- Hinder[] and their codes, as JSON.
  hinder text not null,
  slappt text not null,
  innehall text not null,
  forsandelse text,
  andrad integer not null,
  forsok integer not null,
  fel text,
  kvitto text,
  provkorning text,
  provkord_for text,
  paminnelser integer not null,
  skapad text not null,
  skickad text,
  levererad text,
  -- 1: something has changed that its workflow does not know of yet.
  vack integer not null
) strict, without rowid;
create index leveranser_by_steg on leveranser (huvudman_key, steg);
create index leveranser_by_matter on leveranser (matter_id, steg);
create index leveranser_open on leveranser (status, vack) where status != 'levererad';

create table leveranshandelser (
  pk integer primary key,
  nyckel text not null,
  at text not null,
  vad text not null,
  av text,
  uppgift text
) strict;
create index leveranshandelser_by_nyckel on leveranshandelser (nyckel);
create trigger leveranshandelser_kept before update on leveranshandelser
  begin select raise(abort, 'leveranshandelser is append-only'); end;
create trigger leveranshandelser_kept_too before delete on leveranshandelser
  begin select raise(abort, 'leveranshandelser is append-only'); end;
`;
