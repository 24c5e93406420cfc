/** The register of bodies and other recipients, as people have corrected it. */
export const organ = `
-- One row an entry changed. The last row of an entry is what holds; nothing is ever changed or taken away here.
create table organ_andringar (
  nr integer primary key,
  -- rows of one change have its number
  andring integer not null,
  vad text not null,
  -- the change that this one took back
  angrar integer,
  huvudman text,
  huvudman_key text not null,
  organ text not null,
  -- the entry as JSON; null: there was, or is, none
  fore text,
  efter text,
  at text not null,
  av text not null
) strict;
create index organ_andringar_by_organ on organ_andringar (huvudman_key, organ, nr);
create index organ_andringar_by_andring on organ_andringar (andring);
create trigger organ_andringar_andras_inte before update on organ_andringar begin
  select raise(abort, 'changes of the register are only added to');
end;
create trigger organ_andringar_tas_inte_bort before delete on organ_andringar begin
  select raise(abort, 'changes of the register are only added to');
end;

-- What each file says of bodies, read from its rows when it is first asked for.
create table organ_lasningar (
  sha256 text primary key references records on delete cascade,
  regler text not null,
  json text not null
) strict, without rowid;
`;
