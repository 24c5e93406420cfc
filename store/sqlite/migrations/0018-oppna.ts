/** Who has what open in review. */
export const oppna = `
create table oppna (
  sha256 text not null,
  -- id of the item, ärende or handling
  mal text not null,
  -- a random name of the browser
  webblasare text not null,
  av text not null,
  sedan text not null,
  -- a note that is not made again is gone after a while
  senast text not null,
  primary key (sha256, mal, webblasare)
) strict, without rowid;
`;
