/**
 * What somebody put before a body and is to be answered: motions and proposals from the public within a year
 * (kommunallagen (2017:725) 5 kap. 35 §), interpellations and questions (no day is set by the act), a member's
 * initiative in a nämnd, and the question of ansvarsfrihet (before the end of June the year after: 5 kap. 24 §).
 * Older acts: lag.ts.
 */
import { ord } from '../../../extraction/language/ord.ts';
import type { OrganIndex } from '../../../extraction/routing/organ.ts';
import { lastOfMonth, plusMonths } from '../dagar/rakna.ts';
import { kallaOf } from '../kalla.ts';
import { ANSVARSFRIHET, ETT_AR, ETT_AR_I_NAMND, type Lagrum, lagrumOn } from '../lag.ts';
import {
  ANNAN_JURIDISK_PERSON,
  ANSVARSPROVNING,
  BESVARAD,
  BESVARAS,
  LAMNAR_AVGORANDET,
  SKA_BEREDA,
  STALLS,
  TILL_NAMNET,
} from '../ord.ts';
import { isFullmaktigeKey } from '../slag.ts';
import { dayOf } from '../steg.ts';
import type { StegWithParts } from '../steg-with-parts.ts';
import type { Vantan } from '../types.ts';
import { fristOf, isAfter, isFinal, isFullmaktige, type Sammanhang, sistaDagAv } from './sammanhang.ts';

/** The answers that are awaited: none once the body that is to give it has decided. */
export function awaitedAnswers(s: Sammanhang): Vantan[] {
  switch (s.typ) {
    case 'motion':
    case 'medborgarforslag':
      return answerOfFullmaktige(s);
    case 'interpellation':
    case 'fraga':
      return answerToQuestion(s);
    case 'initiativ':
      return answerToInitiative(s);
    case 'revision':
      return ansvarsprovning(s);
    default:
      return [];
  }
}

/**
 * Only where fullmäktige is met or named: a nämnd that keeps a number of its own for what it was asked about a motion
 * has ended its matter when it has answered.
 */
function answerOfFullmaktige({ typ, steps, index }: Sammanhang): Vantan[] {
  const fullmaktige = steps.filter(isFullmaktige);
  const put = putOn(steps);
  const namnd = typ === 'medborgarforslag' && put ? leftToDecide(put) : null;
  // Leaving it to a nämnd ends nothing, though it goes no other way.
  if (fullmaktige.some((s) => isFinal(s) && !isOnlyPut(s) && !(namnd && s === put))) return [];
  if (put && namnd && steps.some((s) => s.organKey === namnd.key && isAfter(s, put) && isFinal(s))) return [];
  const av = namnd?.organ ?? fullmaktige[0]?.steg.organ ?? named(steps, index);
  const asks = put ?? fullmaktige[0] ?? steps[0];
  if (!av || !asks) return [];
  const sedan = put && dayOf(put);
  const last = sedan && lastDay(plusMonths(sedan, 12), sedan, namnd ? ETT_AR_I_NAMND : ETT_AR);
  return [{ ...vackt(asks, index.nameOf(av)), sedan, ...last }];
}

/** A last day by law, if the act of the day since when it runs sets one. */
function lastDay(senast: string, from: string, rum: Lagrum): Pick<Vantan, 'senast' | 'frist'> {
  const frist = lagrumOn(from, rum);
  return { senast: frist && senast, frist };
}

/**
 * The meeting at which a motion was put: fullmäktige's first on it, before any other body had it, which sent it on or
 * took note of it. Met later, put off or sent back, it was put on a day that is not known here.
 */
function putOn(steps: readonly StegWithParts[]): StegWithParts | null {
  const first = steps.find((s) => s.steg.kind === 'protokoll');
  if (!first || !isFullmaktige(first) || !dayOf(first)) return null;
  return first.steg.utfall === 'bordlagt' || first.steg.utfall === 'aterremiss' ? null : first;
}

/** The nämnd that fullmäktige leaves a proposal from the public to, to decide in its place; none once it has answered. */
function leftToDecide(put: StegWithParts): { organ: string; key: string } | null {
  if (answers(put)) return null;
  const at = put.steg.vidare.findIndex((v) => v.reason === 'beredning' || v.reason === 'delegation');
  const [organ, key] = [put.steg.vidare[at]?.organ, put.vagar[at]?.key];
  return organ && key && texts(put).some((t) => ord(LAMNAR_AVGORANDET).test(t)) ? { organ, key } : null;
}

function answerToQuestion({ steps }: Sammanhang): Vantan[] {
  const put = steps.find((s) => s.steg.kind === 'protokoll');
  // A § that says nothing of how it ended tells of an answer as often as of a question.
  if (!put || !texts(put).some((t) => ord(STALLS).test(t))) return [];
  if (steps.some((s) => s.steg.kind === 'protokoll' && answers(s))) return [];
  const clause = put.parts[0].arende?.beslut[0];
  const asked = [put.steg.rubrik ?? '', ...(put.parts[0].arende?.beslut ?? []).map((b) => b.text)]
    .map((t) => ord(TILL_NAMNET).exec(t.replace(/\s+/g, ' '))?.groups?.vem?.trim())
    .find((v) => v);
  const senast = clause ? sistaDagAv([clause], put) : null;
  return [{ ...vackt(put, asked ?? null), ...fristOf(senast) }];
}

/**
 * Each member may raise matters in a nämnd (kommunallagen 4 kap. 20 §), which decides itself; what is sent elsewhere is
 * awaited from there too.
 */
function answerToInitiative({ steps }: Sammanhang): Vantan[] {
  const put = steps.find((s) => s.steg.kind === 'protokoll');
  if (!put || (isFinal(put) && !isOnlyPut(put) && !isSentToPrepare(put))) return [];
  const done = steps.some((s) => s.organKey === put.organKey && isAfter(s, put) && isFinal(s));
  const left = put.vagar.some((v) => v.reason === 'forslag');
  if (done || left || put.steg.utfall === 'aterremiss' || put.steg.utfall === 'bordlagt') return [];
  return [vackt(put, put.steg.organ)];
}

function ansvarsprovning({ steps, index }: Sammanhang): Vantan[] {
  const about = steps.filter((s) => ord(ANSVARSPROVNING).test(s.steg.rubrik ?? ''));
  const first = about[0];
  if (!first || steps.some((s) => isFullmaktige(s) && isFinal(s))) return [];
  const av = steps.find(isFullmaktige)?.steg.organ ?? named(steps, index);
  if (!av) return [];
  const years = new Set(
    about.flatMap((s) => (s.steg.rubrik ?? '').match(/(?<![\d/:-])(?:19|20)\d{2}(?![\d/:-])/g) ?? []),
  );
  const year = years.size === 1 ? Number([...years][0]) : null;
  const other = about.some((s) => ord(ANNAN_JURIDISK_PERSON).test(s.steg.rubrik ?? ''));
  const end = year === null || other ? null : lastOfMonth(year + 1, 6);
  return [{ ...vackt(first, index.nameOf(av)), vad: 'beslut', ...(end && lastDay(end, end, ANSVARSFRIHET)) }];
}

/** The bare awaited answer to what a step put. */
function vackt(step: StegWithParts, av: string | null): Vantan {
  const clause = step.steg.kind === 'protokoll' ? step.parts[0].arende?.beslut[0] : undefined;
  return {
    ...{ vad: 'svar', av, skal: 'vackt', text: clause?.text ?? null },
    ...{ sedan: step.steg.datum, senast: null, frist: null },
    steg: step.steg.nyckel,
    kalla: kallaOf(step.parts[0], clause?.id ?? null, clause?.evidence[0]?.page),
  };
}

const texts = (s: StegWithParts): string[] => (s.parts[0].arende?.beslut ?? []).map((b) => b.text);

const isAnswer = (text: string): boolean =>
  ord(BESVARAD).test(text) || (ord(BESVARAS).test(text) && !ord(STALLS).test(text));

function answers(s: StegWithParts): boolean {
  if (s.steg.utfall === 'bifall' || s.steg.utfall === 'avslag') return !isOnlyPut(s);
  return texts(s).some(isAnswer);
}

/** Laid before the meeting, and nothing else came of it. A § without clauses says neither: it is left alone. */
const isOnlyPut = (s: StegWithParts): boolean =>
  !texts(s).some(isAnswer) && texts(s).some((t) => ord(STALLS).test(t));

const isSentToPrepare = (s: StegWithParts): boolean =>
  s.vagar.some((v) => v.reason === 'beredning') ||
  (!texts(s).some((t) => ord(BESVARAD).test(t)) && texts(s).some((t) => ord(SKA_BEREDA).test(t)));

/** Fullmäktige, as any clause of the matter names it. */
function named(steps: readonly StegWithParts[], index: OrganIndex): string | null {
  const names = steps.flatMap((s) => [
    ...(s.steg.next ? [s.steg.next] : []),
    ...s.parts.flatMap((p) => [
      ...p.handling.till,
      ...[...(p.arende?.beslut ?? []), ...(p.arende?.forslag ?? [])].flatMap((c) => c.kedja),
    ]),
  ]);
  return names.filter((n) => isFullmaktigeKey(index.keyOf(n))).sort()[0] ?? null;
}
