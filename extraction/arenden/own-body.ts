/** Whether a body named in minutes is the one that meets. */
import { sameOrgan } from '../routing/organ.ts';

/** "Arbetsutskottet" in the minutes of Regionstyrelsens arbetsutskott is that body. */
export function isOwn(name: string, organ: string): boolean {
  if (sameOrgan(name, organ)) return true;
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/(?:et|en)$/u, '');
  return !bare.includes(' ') && bare.length > 6 && organ.toLowerCase().endsWith(bare);
}
