import { describe, expect, it } from 'vitest';
import { front, gapsOfText, paragraf } from './gaps-of-text.ts';

const empty = (...pages: string[]) =>
  gapsOfText(...pages)
    .filter(({ code }) => code === 'expediering-empty')
    .map(({ message, page }) => [message.split(' (')[0], page]);

describe('a heading for recipients with nothing under it', () => {
  it('is told with its page', () => {
    const text = `${paragraf(40)}\nBeslutet skickas till\n`;
    expect(empty(front() + paragraf(39), text + paragraf(41))).toEqual([
      ['Under rubriken "Beslutet skickas till" står ingen mottagare i § 40.', 2],
    ]);
  });

  it('is told once for a template that prints it in every §', () => {
    const every = [40, 41, 42].map((n) => `${paragraf(n)}\nExpedieras till:\n`).join('');
    expect(empty(front() + every)).toEqual([
      ['Under rubriken "Expedieras till" står ingen mottagare i § 40, § 41, § 42.', 1],
    ]);
  });

  it('is nothing when somebody stands there, on the same line or under a second heading', () => {
    expect(empty(`${front()}${paragraf(40)}\nExpedieras till: Badhusenheten\n${paragraf(41)}`)).toEqual([]);
    const second = '\nBeslutet skickas till\nFör kännedom:\nBadhusenheten\n';
    expect(empty(`${front()}${paragraf(40)}${second}${paragraf(41)}`)).toEqual([]);
  });

  it('is nothing where the words name something else', () => {
    const text = '\n§ 41\nDelgivningar\n\nBeslut\nDelgivningarna läggs till handlingarna.\n';
    expect(empty(front() + paragraf(40) + text)).toEqual([]);
  });
});
