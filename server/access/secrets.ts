/** What a browser or a program shows to be let in: random, so long that nobody guesses it, and kept only as a hash. */
import { createHash, randomBytes } from 'node:crypto';

export const newSession = (): string => randomBytes(32).toString('base64url');

const KEY = /^exp_[A-Za-z0-9_-]{8}[A-Za-z0-9_-]{35}$/u;
/** Characters of a key that people call it by. */
const ID = 12;

/** A key for a program; its beginning is no secret. "exp_": people and scanners see what it is, when it lies where it should not. */
export function newKey(): { key: string; id: string; hash: string } {
  const key = `exp_${randomBytes(33).toString('base64url').slice(0, 43)}`;
  return { key, id: key.slice(0, ID), hash: hashOf(key) };
}

export const looksLikeKey = (text: string): boolean => KEY.test(text);

/** A slow hash would add nothing: there is nothing to guess. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
