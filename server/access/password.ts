/** Passwords: argon2id, so slow that guessing costs, and never so many at a time that the program stands still. */
import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id: 19 MiB, two passes. The hash names its own, so that it can be raised. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const SHORTEST = 12;
const LONGEST = 256;
/** Checked at a time, and waiting for it. */
const AT_A_TIME = 4;
const WAITING = 40;

/** Too many are being checked: whoever asks is to come again. */
export class ForManga extends Error {
  override readonly name = 'ForManga';
}

/** The same password typed on another keyboard is the same. */
const typed = (password: string): string => password.normalize('NFKC');

/** Why a password cannot be taken; null: it can. */
export function whyNot(password: string, namn: string): 'kort' | 'lang' | 'namn' | null {
  const { length } = [...typed(password)];
  if (length < SHORTEST) return 'kort';
  if (length > LONGEST) return 'lang';
  const small = typed(password).toLowerCase();
  const name = namn.toLowerCase().trim();
  return small.replaceAll(name, '').length < SHORTEST / 2 || new Set(small).size < 5 ? 'namn' : null;
}

export const hashPassword = (password: string): Promise<string> => atATime(() => hash(typed(password), COST));

/** Of a password that nobody has. */
let nobodys: Promise<string> | undefined;

/**
 * Whether it is the password of this hash. Without a hash the answer is no, and takes as long: nobody learns by it what
 * names there are.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if (typed(password).length > LONGEST) return false;
  nobodys ??= hashPassword(crypto.randomUUID());
  const against = kept ?? (await nobodys);
  const right = await atATime(() => verify(against, typed(password)));
  return right && kept !== null;
}

let running = 0;
const waiting: (() => void)[] = [];

async function atATime<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) {
    if (waiting.length >= WAITING) throw new ForManga('too many passwords are being checked');
    await new Promise<void>((go) => waiting.push(go));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
