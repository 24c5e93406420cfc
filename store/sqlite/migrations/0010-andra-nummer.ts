/** The other numbers printed at an ärende: they join nothing, but say what a person may want to join. */
export const andraNummer = `
create table andra_nummer (
  arende_pk integer not null references arenden on delete cascade,
  -- The matter that the number means, whether there is one or not.
  matter_id text not null,
  primary key (arende_pk, matter_id)
) strict, without rowid;
create index andra_nummer_by_matter on andra_nummer (matter_id);
`;
