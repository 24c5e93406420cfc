/** A text cut at a space, with "…" where something was left out. */
export function shortened(text: string, most: number): string {
  const one = text.replaceAll(/\s+/gu, ' ').trim();
  if (one.length <= most) return one;
  const cut = one.lastIndexOf(' ', most - 1);
  return `${one.slice(0, cut > most / 2 ? cut : most - 1)} …`;
}
