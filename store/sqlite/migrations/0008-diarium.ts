/** What people have said of the lines of the register, in order; nothing in it is ever changed or removed. */
export const diarium = `
create table diarieord (
  nr integer primary key,
  -- The id of the line's handling or ärende, and where it stands: a later reading may give it another id.
  rad text not null,
  sha256 text not null,
  typ text not null,
  paragraf text,
  page integer not null,
  vad text not null check (vad in ('bekraftad', 'rattad', 'angrad')),
  -- What the line holds by this word, as JSON.
  uppgifter text not null,
  av text not null,
  at text not null
) strict;
`;
