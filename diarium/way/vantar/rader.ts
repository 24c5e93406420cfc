/** What is awaited of those who have the matter before them: a decision, an answer to a remiss, a coming back. */
import { kallaOf } from '../kalla.ts';
import type { PostWithRows } from '../poster.ts';
import type { Row } from '../row.ts';
import type { Vantan } from '../types.ts';
import { clausesOf } from '../vidare.ts';
import { skickadTillbaka } from './aterkomst.ts';
import { fristOf, isAfter, isFinal, isFullmaktige, type Sammanhang, sistaDagAv } from './sammanhang.ts';

/** A § asks before a letter does, and a letter before the kallelse that puts it again. */
const STRENGTH = ['protokoll', 'tjansteskrivelse', 'kallelse', 'remissvar', 'annat'];

/** One entry for each of what is awaited from each, whatever number of clauses and documents ask for it. */
export function awaitedOfRows(s: Sammanhang): Vantan[] {
  const open = s.poster.filter((p) => isOpen(p, s)).flatMap(({ rows }) => rows);
  const groups = Map.groupBy(open, (row) => {
    const vad = vadOf(row);
    // Papers of many put one question to a body; what one § asks back is a thing of its own.
    const one = vad === 'beslut' && row.reason !== 'bordlaggning';
    return `${vad}|${row.key}|${one ? '' : `${row.reason}|${row.step.steg.nyckel}`}`;
  });
  return [...groups.values()].map((rows) => {
    const [first] = rows.toSorted(
      (a, b) => STRENGTH.indexOf(a.step.steg.kind) - STRENGTH.indexOf(b.step.steg.kind) || a.at - b.at,
    ) as [Row, ...Row[]];
    return toVantan(
      rows.filter((r) => r.step === first.step),
      vadOf(first),
    );
  });
}

/** Still waiting, and not overtaken: after fullmäktige's last word no body has anything to decide in the matter. */
export function isOpen({ post, rows }: PostWithRows, { steps }: Sammanhang): boolean {
  if (post.status !== 'vantar' || post.typ === 'expediering') return false;
  return !steps.some((s) => isFullmaktige(s) && isFinal(s) && rows.every((row) => isAfter(s, row.step)));
}

function vadOf(row: Row): Vantan['vad'] {
  if (row.reason === 'remiss') return 'yttrande';
  if (row.reason === 'aterremiss') return 'aterkomst';
  // An office prepares and comes back; only a body decides.
  if (row.reason === 'beredning' && row.step.steg.kind === 'protokoll' && !row.post.organ) return 'aterkomst';
  return 'beslut';
}

function toVantan(rows: readonly Row[], vad: Vantan['vad']): Vantan {
  const [row] = rows as [Row, ...Row[]];
  const { post, step } = row;
  const skal = row.reason === null ? 'beredning' : row.reason;
  const texts = rows.map((r) => r.post.text).filter(Boolean);
  const clauses = skal === 'aterremiss' ? skickadTillbaka(step.parts[0], texts) : texts;
  // A proposal is full of days that are its matter; only who asks back says by when.
  const asks = skal !== 'forslag' && step.steg.kind === 'protokoll';
  const decided = clausesOf(step.parts[0]).filter((c) => clauses.includes(c.text));
  return {
    ...{ vad, av: post.mottagare, skal, text: clauses.join('\n') || null, sedan: post.datum },
    ...fristOf(asks ? sistaDagAv(decided, step) : null),
    steg: step.steg.nyckel,
    kalla: post.kallor[0] ?? kallaOf(step.parts[0], null),
  };
}
