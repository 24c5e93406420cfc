/** Who did what, and what is measured. */
export const handelselogg = `
create table handelser (
  -- 1, 2, …: none is left out.
  nr integer primary key,
  at text not null,
  -- null: the program by itself.
  av text,
  dorr text not null,
  vad text not null,
  -- What it is about, and what is said of it, as JSON.
  om text not null,
  uppgifter text not null,
  -- Of this row and the hash of the one before.
  hash text not null
) strict;
create index handelser_by_av on handelser (av, nr);
create index handelser_by_vad on handelser (vad, nr);
create index handelser_by_at on handelser (at);

create table handelse_om (
  om text not null,
  nr integer not null references handelser,
  primary key (om, nr)
) strict, without rowid;

create trigger handelser_kept before update on handelser
  begin select raise(abort, 'handelser is append-only'); end;
create trigger handelser_kept_too before delete on handelser
  begin select raise(abort, 'handelser is append-only'); end;
-- "insert or replace" takes a row away without asking the trigger above.
create trigger handelser_in_order before insert on handelser
  when new.nr is not (select coalesce(max(nr), 0) + 1 from handelser)
  begin select raise(abort, 'handelser is append-only'); end;
create trigger handelse_om_kept before update on handelse_om
  begin select raise(abort, 'handelse_om is append-only'); end;
create trigger handelse_om_kept_too before delete on handelse_om
  begin select raise(abort, 'handelse_om is append-only'); end;

create index contents_by_status on contents (status, changed_at);

-- The day of a post, beside its JSON: of those that wait the oldest is asked for.
alter table poster add column datum text;
update poster set datum = json_extract(json, '$.datum');
create index poster_waiting on poster (datum) where status = 'vantar';
`;
