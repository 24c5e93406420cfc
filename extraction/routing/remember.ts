/**
 * A function of texts that keeps what it has answered: the same names are asked for with every matter of a huvudman. It
 * forgets all when it knows too many.
 */
export function remember<T>(answer: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, now);
    return now;
  };
}
