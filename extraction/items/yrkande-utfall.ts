/** What the beslutsgång says became of each yrkande. */
import type { Yrkande } from '../record.ts';

const WON = /\b(?:bifall(?:it|its|er|es|ts)|antagits|antas|godkänts|vunnit)\b/iu;
const LOST = /\b(?:avslagit|avslagits|avslås|avslår|fallit|faller|avslaget)\b/iu;

/**
 * Marks yrkanden by their mover's name in a finding ("finner att Karin Bergs yrkande bifallits") or by their
 * kind ("beslutar avgöra ärendet idag" means that every återremiss fell). What is not told stays null.
 */
export function yrkandeOutcome(yrkanden: Yrkande[], beslutsgang: string): void {
  if (!beslutsgang) return;
  const findings = beslutsgang
    .split(/(?<=[.])\s+/)
    .filter((s) => /\bfinner\b|\bkonstaterar\b|\bbeslutar?\b/iu.test(s));
  for (const y of yrkanden) {
    for (const finding of findings) {
      const outcome = outcomeIn(finding, y);
      if (outcome) y.utfall = outcome;
    }
  }
}

function outcomeIn(finding: string, y: Yrkande): Yrkande['utfall'] {
  const told = /\bfinner\b.*|\bkonstaterar\b.*/isu.exec(finding)?.[0] ?? finding;
  const names = y.av.map((p) => p.namn ?? '').filter((n) => n.length > 3);
  const mine = names.some(
    (n) =>
      told.includes(`${n}s yrkande`) ||
      new RegExp(`${escape(n)}s? (?:\\([^)]*\\))?s? ?(?:\\p{L}+)?yrkande`, 'iu').test(told),
  );
  if (mine) return LOST.test(told) ? 'avslag' : WON.test(told) ? 'bifall' : null;
  if (
    (y.typ === 'aterremiss' || y.typ === 'bordlaggning') &&
    /\bavgöra(?:s)?\b[^.]*\b(?:idag|i dag|dagens)/iu.test(told)
  ) {
    return 'avslag';
  }
  if (y.typ === 'aterremiss' && /\båterremittera\b/iu.test(told)) return 'bifall';
  if (y.typ === 'bordlaggning' && /\bbordlägga\b/iu.test(told)) return 'bifall';
  if (
    y.typ === 'bifall' &&
    /\bförslag(?:et)?\b/iu.test(told) &&
    /\bförslag/iu.test(y.text) &&
    WON.test(told) &&
    !/yrkande/iu.test(told)
  )
    return 'bifall';
  if (
    y.typ === 'avslag' &&
    /\bförslag(?:et)?\b/iu.test(told) &&
    /\bförslag/iu.test(y.text) &&
    WON.test(told) &&
    !/yrkande/iu.test(told)
  )
    return 'avslag';
  return null;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
