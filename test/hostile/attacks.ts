/**
 * Hostile texts for a regular expression: each of its loops fed for ever and then broken off, each beginning of it over and
 * over. An expression that backs up does so on one of them.
 */

/** A part of an expression, with a text that it takes. */
interface Node {
  /** A text that the part takes, as short as can be. */
  example: string;
  /** What it is made of, in order; empty for a single character. */
  parts: Node[];
  /** The forms it may have; one is taken as the example. */
  choices: Node[];
  /** Taken again and again, so many times at most; 0: it is no loop. */
  most: number;
}

/** Tried in this order when a class is asked for a character that it takes. */
const CANDIDATES = [
  ...' aA1.-,–/:;()§"\'•\t\n_%&@åÅéß|\\[]{}*+?!<>=~^$#”“’´`½²·—£€',
  ...'xXbcdeijlmnoprstuvyzBCDEFSMKLNOPRTV023456789äöÄÖ\u00a0\u00ad\u200b\ufffd\ue000\u0000\u0001\u00c3\u00c2',
];

const leaf = (example: string): Node => ({ example, parts: [], choices: [], most: 0 });

class Reader {
  private at = 0;
  private readonly groups: Node[] = [];
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags.replace(/[gyd]/g, '');
  }

  read(): Node {
    const choices = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      choices.push(this.sequence());
    }
    const example = choices.reduce((s, c) => (c.example.length > s.length ? c.example : s), '');
    return choices.length === 1 ? (choices[0] as Node) : { example, parts: [], choices, most: 0 };
  }

  private sequence(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] as string)) {
      parts.push(this.counted(this.atom()));
    }
    return { example: parts.map((p) => p.example).join(''), parts, choices: [], most: 0 };
  }

  private counted(node: Node): Node {
    const counts = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at));
    if (!counts) return node;
    this.at += counts[0].length;
    const sign = counts[0][0];
    const least = sign === '+' ? 1 : sign === '{' ? Number(counts[1]) : 0;
    const most =
      sign === '?'
        ? 1
        : sign !== '{'
          ? Infinity
          : counts[3]
            ? Number(counts[3])
            : counts[2]
              ? Infinity
              : least;
    return { example: node.example.repeat(Math.max(least, 1)), parts: [node], choices: [], most };
  }

  private atom(): Node {
    const rest = this.source.slice(this.at);
    const group = /^\((?:\?(?:<[\p{L}$_][\p{L}\p{N}$_]*>|[a-z]*(?:-[a-z]+)?:|<?[=!]))?/u.exec(rest);
    if (group) {
      this.at += group[0].length;
      const inner = this.read();
      this.at++;
      const isLook = /^\(\?<?[=!]/.test(group[0]);
      if (group[0] === '(' || (group[0].startsWith('(?<') && !isLook)) this.groups.push(inner);
      // What is only looked at is not taken, but is fed as well.
      return isLook ? { example: '', parts: [inner], choices: [], most: 0 } : inner;
    }
    const single =
      /^\[(?:\\[\s\S]|[^\]\\])*\]/.exec(rest)?.[0] ??
      /^\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|c[A-Za-z]|[\s\S])/.exec(
        rest,
      )?.[0] ??
      String.fromCodePoint(rest.codePointAt(0) as number);
    this.at += single.length;
    if (/^(?:\^|\$|\\[bB])$/.test(single)) return leaf('');
    if (/^\\[1-9]$/.test(single)) return leaf(this.groups[Number(single[1]) - 1]?.example ?? '');
    if (single.startsWith('\\k')) return leaf(this.groups.at(-1)?.example ?? '');
    const re = new RegExp(`^(?:${single})$`, this.flags);
    return leaf(CANDIDATES.find((c) => re.test(c)) ?? single);
  }
}

/** From here on one more character would not change how an expression goes about it. */
const LOOPS_FROM = 20;

/** Gives the text in any length, about. */
export type Attack = (length: number) => string;

const attack =
  (start: string, pump: string, end: string): Attack =>
  (length) =>
    start + pump.repeat(Math.ceil(length / pump.length)) + end;

/** What no expression asks for. */
const NOWHERE = '\u0001';
const COMMON = ['a', 'A', ' ', '1', '.', 'a ', 'A1 ', '\t', 'å', '-', '§ 1 ', '\n', 'Aa, ', '1-'];

/** Texts for an expression. Each is one beginning, a middle many times and an end that fits nothing, or none. */
export function attacksOn(source: string, flags: string): Attack[] {
  const pumps = new Map<string, Set<string>>(COMMON.map((pump) => [pump, new Set()]));
  const feed = (pump: string, start: string): void => {
    if (pump !== '') pumps.set(pump, (pumps.get(pump) ?? new Set()).add(start));
  };
  const visit = (node: Node, before: string): void => {
    if (node.most > LOOPS_FROM) feed(node.example, before);
    let so = before;
    for (const [i, part] of node.parts.entries()) {
      visit(part, so);
      so += part.example;
      // Each beginning again and again: what follows is looked for from each of them to the end.
      if (part.most > LOOPS_FROM || (node.parts[i + 1]?.most ?? 0) > LOOPS_FROM) feed(so, '');
    }
    for (const choice of node.choices) visit(choice, before);
  };
  const tree = new Reader(source, flags).read();
  visit(tree, '');
  feed(tree.example, '');
  return [...pumps].flatMap(([pump, starts]) =>
    [...new Set(['', ...starts])].flatMap((start) => [attack(start, pump, NOWHERE), attack(start, pump, '')]),
  );
}
