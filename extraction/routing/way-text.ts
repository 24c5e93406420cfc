/** Texts and § numbers for comparison. */

/** Letters and digits only, lower case, without a leading "att": the same clause in two documents is the same. */
export function plain(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .join(' ')
    .replace(/^att /, '');
}

/** A § number for comparison: "142/19" of 2019, "142" and "§ 142" are one. */
export function paragrafKey(paragraf: string | null, datum: string | null): string {
  const bare = (paragraf ?? '').replace(/[§\s]/g, '').toLowerCase();
  const year = /^(.+)\/(?:(?:19|20)?(\d{2}))$/.exec(bare);
  return year && (!datum || datum.slice(2, 4) === year[2]) ? (year[1] ?? bare) : bare;
}
