/** A matter that was put off or sent back to nobody in particular: it is to come again all the same. */
import { ord } from '../../../extraction/language/ord.ts';
import { kallaOf } from '../kalla.ts';
import { ATERREMITTERAR, BORDLAGGER } from '../ord.ts';
import type { StegWithParts } from '../steg-with-parts.ts';
import type { ArendePart, Vantan } from '../types.ts';
import { fristOf, isAfter, isFullmaktige, type Sammanhang, sistaDagAv } from './sammanhang.ts';

/** Longer than this, a clause says itself what is to be done. */
const SAYS_WHY = 90;

/**
 * What must be done before the matter comes back, word for word: the clauses of the decision and, where they only send
 * it back, the yrkande that had it so (in fullmäktige the minority's reasons: kommunallagen 5 kap. 50 §).
 *
 * @param own the clauses that send it to the recipient in question
 */
export function skickadTillbaka({ arende }: ArendePart, own: readonly string[]): string[] {
  if (!arende) return [...own];
  const rest = arende.utfall === 'aterremiss' ? arende.beslut.filter((b) => b.next === null) : [];
  const texts = [...new Set([...own, ...rest.map((b) => b.text)])];
  const order = arende.beslut.map((b) => b.text);
  texts.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  if (texts.join(' ').length > SAYS_WHY) return texts;
  const moved = arende.yrkanden.filter((y) => y.typ === 'aterremiss' && y.utfall !== 'avslag');
  return moved.length === 1 ? [...texts, ...moved.map((y) => y.text)] : texts;
}

/** Steps that put the matter off or send it back while no clause says where to. */
export function awaitedAgain({ steps }: Sammanhang): Vantan[] {
  return steps.flatMap((step) => {
    const { utfall, datum, nyckel, organ } = step.steg;
    const part = step.parts[0];
    const back = utfall === 'aterremiss';
    if ((!back && utfall !== 'bordlagt') || step.vagar.some((v) => v.reason !== 'delegation')) return [];
    if (steps.some((s) => takesUp(s, step))) return [];
    const verb = ord(back ? ATERREMITTERAR : BORDLAGGER);
    const clause = part.arende?.beslut.find((b) => verb.test(b.text)) ?? part.arende?.beslut[0];
    const texts = clause ? [clause.text] : [];
    const text = (back ? skickadTillbaka(part, texts) : texts).join('\n');
    return [
      {
        ...(back
          ? { vad: 'aterkomst' as const, av: null, skal: 'aterremiss' as const }
          : { vad: 'beslut' as const, av: organ, skal: 'bordlaggning' as const }),
        ...{ text: text || null, sedan: datum },
        ...fristOf(sistaDagAv(part.arende?.beslut ?? [], step)),
        steg: nyckel,
        kalla: kallaOf(part, clause?.id ?? null, clause?.evidence[0]?.page),
      },
    ];
  });
}

/** The body met on it again, or a body above it decided. */
const takesUp = (s: StegWithParts, step: StegWithParts): boolean =>
  s.steg.kind === 'protokoll' && isAfter(s, step) && (s.organKey === step.organKey || isFullmaktige(s));
