/** Which line of a JSON text each value stands on, for telling people where a fault is. */

/** No register has lists in lists beyond this; what is further in stands where they begin. */
const DEEPEST = 50;

/** @returns asks for the 1-based line of the value at a path; of the nearest value around it where there is none */
export function linesOf(text: string): (path: readonly PropertyKey[]) => number {
  const starts = new Map<string, number>();
  let at = 0;
  const blank = () => {
    while (/\s/u.test(text[at] ?? '')) at++;
  };
  const string = (): string => {
    const from = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    return JSON.parse(text.slice(from, ++at)) as string;
  };
  const value = (path: string, depth = 0): void => {
    blank();
    starts.set(path, at);
    if (depth > DEEPEST) at = text.length;
    const open = text[at];
    if (open === '"') string();
    else if (open === '{' || open === '[') {
      at++;
      for (let nr = 0; at < text.length; nr++) {
        blank();
        if (text[at] === ',') at++;
        blank();
        if (text[at] === '}' || text[at] === ']') break;
        const name = open === '{' ? string() : String(nr);
        blank();
        if (text[at] === ':') at++;
        value(`${path}/${name}`, depth + 1);
        blank();
      }
      at++;
    } else while (/[^\s,\]}]/u.test(text[at] ?? ',')) at++;
  };
  value('');
  return (path) => {
    for (let n = path.length; n >= 0; n--) {
      const start = starts.get(
        path
          .slice(0, n)
          .map((part) => `/${String(part)}`)
          .join(''),
      );
      if (start !== undefined) return text.slice(0, start).split('\n').length;
    }
    return 1;
  };
}
