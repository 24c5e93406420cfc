/** See SQLite's of the same number. */
const text = 'text collate "C"';

export const ejOmlasta = `
create table ej_omlasta (
  sha256 ${text} primary key,
  status ${text} not null,
  version ${text} not null,
  code ${text} not null,
  reason_sv ${text} not null,
  reason_en ${text} not null,
  at ${text} not null
);

alter table arkiv add column version ${text};

-- Until now a reading that came to nothing hid the record before it. What is older is read again, and what was not routed is
-- routed, when the program starts.
update contents set status = 'done', code = null, reason_sv = null, reason_en = null
  where status = 'failed' and sha256 in (select sha256 from records);
`;
