/**
 * The rules by which rows are derived from records: stems, normalised diarienummer, matter keys, keys of bodies, what needs a person,
 * which items are one.
 * Raise it when any of them changes: an index made by other rules than the question's finds nothing. A store that
 * was filled by other rules is brought up to these by Store.refresh().
 */
export const DERIVED_RULES = '8';
