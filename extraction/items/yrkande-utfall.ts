/** What the beslutsgång says became of each yrkande. */
import { ord } from '../language/ord.ts';
import type { Yrkande } from '../record.ts';

const WON = ord(/\b(?:bifall(?:it|its|er|es|ts|s)|biföll|bifölls|antogs|antagits|antas|godkänts|vunnit)\b/iu);
const LOST = ord(/\b(?:avslagit|avslagits|avslås|avslår|fallit|faller|avslaget)\b/iu);

/**
 * Marks yrkanden by their mover's name in a finding ("finner att Karin Bergs yrkande bifallits") or by their
 * kind ("beslutar avgöra ärendet idag" means that every återremiss fell). What is not told stays null.
 */
export function yrkandeOutcome(yrkanden: Yrkande[], beslutsgang: string): void {
  if (!beslutsgang) return;
  const findings = beslutsgang
    .split(/(?<=[.])\s+/)
    .filter((s) => ord(/\bfinner\b|\bkonstaterar\b|\bbeslutar?\b/iu).test(s));
  for (const y of yrkanden) {
    if (y.typ === 'annat' || y.typ === 'andring') y.typ = namedKind(beslutsgang, y) ?? y.typ;
    for (const finding of findings) {
      const outcome = outcomeIn(finding, y);
      if (outcome) y.utfall = outcome;
    }
  }
}

/** The beslutsgång names what a mover's text is: "Hanna Bergs med flera tilläggsyrkande". */
function namedKind(beslutsgang: string, y: Yrkande): 'tillagg' | 'andring' | null {
  for (const { namn } of y.av) {
    if (!namn) continue;
    const m = new RegExp(
      `${literal(namn)}s?(?: \\([^)]*\\)s?)?(?: med flera(?:s)?| m\\.?\\s?fl\\.?)? (tilläggs|ändrings)yrkande`,
      'iu',
    ).exec(beslutsgang);
    if (m) return m[1]?.toLowerCase() === 'tilläggs' ? 'tillagg' : 'andring';
  }
  return null;
}

function outcomeIn(finding: string, y: Yrkande): Yrkande['utfall'] {
  const told = ord(/\bfinner\b.*|\bkonstaterar\b.*/isu).exec(finding)?.[0] ?? finding;
  const names = y.av.map((p) => p.namn ?? '').filter((n) => n.length > 3);
  const mine = names.some(
    (n) =>
      told.includes(`${n}s yrkande`) ||
      new RegExp(`${literal(n)}s? (?:\\([^)]*\\))?s? ?(?:\\p{L}+)?yrkande`, 'iu').test(told),
  );
  if (mine) return LOST.test(told) ? 'avslag' : WON.test(told) ? 'bifall' : null;
  if (
    (y.typ === 'aterremiss' || y.typ === 'bordlaggning') &&
    ord(/\bavgöra(?:s)?\b[^.]*\b(?:idag|i dag|dagens)/iu).test(told)
  ) {
    return 'avslag';
  }
  if (y.typ === 'aterremiss' && ord(/\båterremittera\b/iu).test(told)) return 'bifall';
  if (y.typ === 'bordlaggning' && ord(/\bbordlägga\b/iu).test(told)) return 'bifall';
  if (
    y.typ === 'bifall' &&
    ord(/\bförslag(?:et)?\b/iu).test(told) &&
    ord(/\bförslag/iu).test(y.text) &&
    WON.test(told) &&
    !/yrkande/iu.test(told)
  )
    return 'bifall';
  if (
    y.typ === 'avslag' &&
    ord(/\bförslag(?:et)?\b/iu).test(told) &&
    ord(/\bförslag/iu).test(y.text) &&
    WON.test(told) &&
    !/yrkande/iu.test(told)
  )
    return 'avslag';
  return null;
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
