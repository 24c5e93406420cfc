/** Numbers that only OCR has read and nothing confirms: kept apart from those that matters are told by. */
export const unconfirmedNumbers = `
-- The matter that an unconfirmed number would mean, if it is right.
alter table arenden add column maybe_number text;
create index arenden_by_maybe_number on arenden (maybe_number) where maybe_number is not null;

-- 1: the matter's number is unconfirmed.
alter table matters add column obekraftat integer not null default 0;

-- Names of the item's fields whose number is unconfirmed, as JSON.
alter table items add column obekraftade text not null default '[]';
`;
