/** The codes of gaps among a record's warnings, with what each means; in order of consequence. */
export const GAP_CODES = {
  'paragraf-missing':
    'a § is missing from the series of the minutes, or from those that the front page declares',
  'beslut-missing':
    'a § with proposals, motions, votes, recipients or documents has no decision that could be read',
  'votering-mismatch': 'counts, names, stated total, attendance or outcome of a vote contradict each other',
  'expediering-empty': 'a heading for recipients has none under it',
  'bilaga-missing': 'a numbered bilaga that is referred to is not among those that the file holds',
} as const;

export type GapCode = keyof typeof GAP_CODES;
