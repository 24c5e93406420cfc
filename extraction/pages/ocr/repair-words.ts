/**
 * Words that no Swedish record has, put right where only one reading is left: torn and run together, figures read as
 * letters, addresses without their @. Pure; a line at a time.
 */
import { isPartyAbbreviation } from '../../language/party.ts';
import { MISLAST, PARTI_BLAND_ANDRA } from '../../vocabulary/mislast.ts';
import { PARTI_MISLAST } from '../../vocabulary/partier.ts';
import type { PageLine, Word } from '../page.ts';
import { textOf, union } from '../words.ts';

/** A gap of less than this part of the type size is no space. */
const NO_SPACE = 0.11;

/** A piece of a word; j leans to the left. */
const PART = /^(?!j)\p{L}?\p{Ll}+[.,;:]?$/u;
const isWord = (text: string): boolean => text.length < 2 || SMALL_WORDS.has(text);
/** One of two pieces is no longer than this: longer ones are words of their own, set close. */
const SHORT_PIECE = 3;
const SMALL_WORDS = new Set([
  'av',
  'att',
  'de',
  'den',
  'det',
  'du',
  'en',
  'er',
  'ett',
  'för',
  'från',
  'ha',
  'har',
  'i',
  'inte',
  'med',
  'mot',
  'ni',
  'nr',
  'när',
  'om',
  'och',
  'på',
  'sig',
  'sin',
  'ska',
  'som',
  'så',
  'till',
  'under',
  'upp',
  'ur',
  'ut',
  'var',
  'vi',
  'vid',
  'än',
  'är',
  'åt',
  'ej',
]);

/** "att" and the word after it; not the words that begin so. */
const GLUED = /^(att)(?!est|i[tr]|r[aio]|ac|en)(\p{Ll}{2}[\p{Ll}-]*[.,;:]?)$/u;

/** What "att" is read as, where a clause begins. */
const ATT = /^(?:a[lufi]t|at[lfi!]|ait|aut)$/;
const CLAUSE_MARK = /^(?:[•–-]|\d{1,2}[.)]|\p{Ll}\))$/u;

/** What "Dnr" is read as, before a matter's number. */
const DNR = /^(?:D[a-z]{1,3}|[O0Q]nr)[.:]?$/;
const MATTER = /^(?:\p{Lu}{2,6}[-/ ]?)?\d{2,5}[-/.:](?:\d|\p{Lu}{2})/u;

/** What a figure one is read as, and what it stands before where no letter can stand. */
const ONE = /^[Il|]$/;
const AFTER_ONE = /^(?:\d{3}(?!\d)|procent|kronor|miljon)/u;
const MONTH = /^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)/u;

/** What @ is read as, before the rest of an address; the name before it may have been torn off. */
const AT = /^([\p{Ll}\d._-]*)\(?[Q©&€](\p{Ll}[\p{Ll}\d-]*(?:\.[\p{Ll}\d-]+)*\.\p{Ll}{2,8})$/u;

/** The line with its words put right, or itself. */
export function withRepairedWords(line: PageLine): PageLine {
  const joined = line.words.reduce<Word[]>((words, word) => {
    const last = words.at(-1);
    if (last && belongTogether(last, word, line.size ?? 11)) words[words.length - 1] = together(last, word);
    else words.push(word);
    return words;
  }, []);
  const apart = joined.flatMap((word) => partedFrom(word));
  const words = apart.flatMap((word, i) => {
    const party = partyAmong(apart, i);
    return party ? [{ ...word, text: party }] : read(word, apart[i - 1], apart[i + 1]);
  });
  const isSame = words.length === line.words.length && words.every((word, i) => word === line.words[i]);
  return isSame ? line : { ...line, words, text: textOf(words, line.size ?? 11) };
}

/** "Enli gt": no space was printed between them. "kommun Qkommun.se": an address. */
function belongTogether(a: Word, b: Word, size: number): boolean {
  const gap = b.bbox[0] - a.bbox[2];
  if (/-\d?$/.test(a.text) && /^\d{4}-\d{2}-\d{2}[.,]?$/.test(a.text + b.text)) return true;
  const isTorn =
    Math.abs(gap) < NO_SPACE * size &&
    [a, b].every(({ text }) => PART.test(text) && !isWord(text)) &&
    Math.min(a.text.length, b.text.length) <= SHORT_PIECE;
  return (
    isTorn ||
    (gap < size && /^[\p{Ll}\d._-]+$/u.test(a.text) && /^\(?[Q©&€@]\p{Ll}/u.test(b.text) && AT.test(b.text))
  );
}

const together = (a: Word, b: Word): Word => ({
  text: a.text + b.text,
  bbox: union(a.bbox, b.bbox),
  confidence: Math.min(a.confidence ?? 0, b.confidence ?? 0),
});

/** A word from the "att", "i" or "från" before it. */
function partedFrom(word: Word): Word[] {
  const { text } = word;
  if (GLUED.test(text)) return parted(word, 3);
  if (/^ii\p{Ll}{3}/u.test(text)) return parted(word, 1);
  if (!/^från-\p{Lu}{1,3}$/u.test(text)) return [word];
  const [from, party] = parted(word, 5);
  return [{ ...from, text: 'från' }, party];
}

/** A body that decides: after it and at the end of its line, "beslutat" is "beslutar". */
const BODY = /(?:styrelsen|nämnden|utskottet?|fullmäktige|direktionen)$/iu;

function read(word: Word, before: Word | undefined, after: Word | undefined): Word[] {
  const { text } = word;
  if (/^beslut[ae]t$/.test(text) && after === undefined && BODY.test(before?.text ?? ''))
    return [{ ...word, text: 'beslutar' }];
  const goesOn = before !== undefined && /[\p{L}\d,]$/u.test(before.text);
  if (ONE.test(text) && goesOn && AFTER_ONE.test(after?.text ?? '')) return [{ ...word, text: '1' }];
  // "den 1 maj", but "senast i maj"
  if (ONE.test(text) && goesOn && MONTH.test(after?.text ?? ''))
    return [{ ...word, text: before?.text === 'den' ? '1' : 'i' }];
  const joint = /^(\p{Lu}?\p{Ll}{2,})[»«]$/u.exec(text);
  if (joint && /^(?:och|eller)$/.test(after?.text ?? '')) return [{ ...word, text: `${joint[1]}-` }];
  if (/^[Vv]ärd-$/.test(text)) return [{ ...word, text: text.replace('ä', 'å') }];
  const isClause = before === undefined || CLAUSE_MARK.test(before.text);
  if (isClause && ATT.test(text) && /^\p{Ll}{2}/u.test(after?.text ?? '')) return [{ ...word, text: 'att' }];
  if (DNR.test(text) && MATTER.test(after?.text ?? ''))
    return [{ ...word, text: /^dnr/i.test(text) ? text : 'Dnr' }];
  for (const [read, meant] of MISLAST)
    if (read.test(text)) return [{ ...word, text: text.replace(read, meant) }];
  const address = AT.exec(text);
  if (address) return [{ ...word, text: `${address[1]}@${address[2]}` }];
  const party = partyIn(text);
  if (party && /^\p{Lu}\p{Ll}/u.test(before?.text ?? '')) return [{ ...word, text: party }];
  const range = text.replace(/(?<=[\d\p{L}])—(?=[\d\p{L}])/gu, '–');
  return [range === text ? word : { ...word, text: range }];
}

/** "Representanterna från $ och MP": a party among parties that move something. */
function partyAmong(words: readonly Word[], i: number): string | null {
  const meant = PARTI_BLAND_ANDRA[words[i]?.text ?? ''];
  if (!meant || !/^(?:från|och|samt)$/.test(words[i - 1]?.text ?? '')) return null;
  if (!/^(?:och|samt|\p{Ll}{4,})$/u.test(words[i + 1]?.text ?? '')) return null;
  const from = words.slice(0, i).findLastIndex(({ text }) => text === 'från');
  return from >= 0 &&
    words.slice(from + 1, i).every(({ text }) => /^(?:och|samt|\p{Lu}{1,4},?|[$&])$/u.test(text))
    ? meant
    : null;
}

/** Parties that only what stands behind a name can be. */
const AS_PARTY: { [read: string]: string } = { '3': 'S', '&': 'S', '0': 'C' };

/** A party in brackets of which one was read as a letter or a figure, or the party as a mark: "im)", "(Ci", "(S3,", "($S)". */
function partyIn(text: string): string | null {
  const m = /^(?:[([{]|[il](?=\p{Ll}+\)))?([\p{L}\d$&§€]{1,3}?)[)\]}i3jJ]([.,;:]?)$/u.exec(text);
  if (!m || !/[([{)\]}]/.test(text)) return null;
  const inner = m[1] as string;
  const upper = inner.toUpperCase();
  const party = isPartyAbbreviation(upper) ? inner : (PARTI_MISLAST[upper] ?? AS_PARTY[upper]);
  return party ? `(${party})${m[2]}` : null;
}

/** A word cut in two after so many letters, without the space that was printed there. */
export function parted(word: Word, letters: number): [Word, Word] {
  const [x0, y0, x1, y1] = word.bbox;
  const x = x0 + ((x1 - x0) * letters) / word.text.length;
  return [
    { ...word, text: word.text.slice(0, letters), bbox: [x0, y0, x, y1] },
    { ...word, text: word.text.slice(letters), bbox: [x, y0, x1, y1] },
  ];
}
