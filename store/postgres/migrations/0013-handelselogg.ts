/** See SQLite's of the same number. */
export const handelselogg = `
create table handelser (
  nr integer primary key,
  at text collate "C" not null,
  av text collate "C",
  dorr text collate "C" not null,
  vad text collate "C" not null,
  om text collate "C" not null,
  uppgifter text collate "C" not null,
  hash text collate "C" not null
);
create index handelser_by_av on handelser (av, nr);
create index handelser_by_vad on handelser (vad, nr);
create index handelser_by_at on handelser (at);

create table handelse_om (
  om text collate "C" not null,
  nr integer not null references handelser,
  primary key (om, nr)
);

create function handelser_in_order() returns trigger language plpgsql as $$
  begin
    if new.nr is distinct from (select coalesce(max(nr), 0) + 1 from handelser) then
      -- as what is told to one whom another was before: the transaction begins again
      raise unique_violation using message = 'handelser is append-only';
    end if;
    return new;
  end;
$$;
create trigger handelser_kept before update or delete or truncate on handelser
  for each statement execute function append_only();
create trigger handelse_om_kept before update or delete or truncate on handelse_om
  for each statement execute function append_only();
create trigger handelser_in_order before insert on handelser for each row execute function handelser_in_order();

create index contents_by_status on contents (status, changed_at);

alter table poster add column datum text collate "C";
update poster set datum = json::json ->> 'datum';
create index poster_waiting on poster (datum) where status = 'vantar';
`;
