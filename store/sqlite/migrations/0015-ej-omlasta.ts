/** Why contents that an older version has read were not read anew, and intakes that read anew. */
export const ejOmlasta = `
-- Only of contents that have a record, which stays.
create table ej_omlasta (
  sha256 text primary key,
  -- refused or failed
  status text not null,
  -- of the rules that could not read it
  version text not null,
  code text not null,
  reason_sv text not null,
  reason_en text not null,
  at text not null
) strict, without rowid;

-- An intake that reads again what versions older than this one have read or refused; null: an ordinary one.
alter table arkiv add column version text;

-- Until now a reading that came to nothing hid the record before it. What is older is read again, and what was not routed is
-- routed, when the program starts.
update contents set status = 'done', code = null, reason_sv = null, reason_en = null
  where status = 'failed' and sha256 in (select sha256 from records);
`;
