/** Who has what open in review. */
export const oppna = `
create table oppna (
  sha256 text collate "C" not null,
  -- id of the item, ärende or handling
  mal text collate "C" not null,
  -- a random name of the browser
  webblasare text collate "C" not null,
  av text collate "C" not null,
  sedan text collate "C" not null,
  -- a note that is not made again is gone after a while
  senast text collate "C" not null,
  primary key (sha256, mal, webblasare)
);
`;
