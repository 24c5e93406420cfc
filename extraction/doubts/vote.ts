/** Doubts about a votering. */
import type { Votering } from '../record.ts';
import type { Doubt } from './words.ts';

/** What speaks against the figures of a votering. */
export function voteDoubts({ ja, nej, roster, evidence }: Votering): Doubt[] {
  const doubts: Doubt[] = [];
  if (nej === 0 || ja === 0) doubts.push('unanimous');
  const named = (rost: 'ja' | 'nej') => roster.filter((r) => r.rost === rost).length;
  if (roster.length > 0 && (named('ja') !== ja || named('nej') !== nej)) doubts.push('unequal');
  if (new Set(evidence.map((e) => e.page)).size > 1) doubts.push('pageBreak');
  return doubts;
}
