/** `organ ratta` and `organ sammanfor`: what a person says of one body, or of two names. */
import type { Command } from 'commander';
import { type Rattning, ratta, type Slag, sammanfor } from '../diarium/organ/index.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { NO_ORGAN, nothingCalled } from './nothing-found.ts';
import { giveAnswer } from './one-answer.ts';
import { type ChangeOptions, changeOrgan } from './organ-change.ts';
import type { Session } from './session.ts';
import { whoSays } from './who.ts';

export interface RattaOptions extends ChangeOptions {
  namn?: string;
  tidigare?: string[];
  forkortning?: string[];
  slag?: Slag;
  overordnat?: string;
  utanOverordnat?: boolean;
  kanal?: string;
  utanKanal?: boolean;
  ny?: boolean;
  fran?: string;
  till?: string;
}

const UNCHANGED = 'Registret säger det redan.';

function rattningOf(options: RattaOptions): Rattning {
  const { namn, tidigare, forkortning, slag, overordnat, kanal, ny } = options;
  return {
    period: periodOf(options),
    ...(namn !== undefined && { namn }),
    ...(tidigare && { tidigare }),
    ...(forkortning && { forkortningar: forkortning }),
    ...(slag !== undefined && { slag }),
    ...(overordnat !== undefined && { overordnat }),
    ...(options.utanOverordnat && { overordnat: null }),
    ...(kanal !== undefined && { kanal }),
    ...(options.utanKanal && { kanal: null }),
    ...(ny && { ny }),
  };
}

function periodOf({ fran = null, till = null }: { fran?: string | null; till?: string | null }) {
  if (fran !== null && till !== null && till < fran) {
    throw new CommandError('--till är före --fran', EXIT.wrongUsage);
  }
  return { fran, till };
}

export async function rattaOrgan(
  namn: string,
  options: RattaOptions,
  command: Command,
  session: Session,
): Promise<void> {
  const rattning = rattningOf(options);
  const [av, { json }] = [whoSays(options), options];
  await changeOrgan({ command, session, json }, UNCHANGED, async (store) => {
    const whose = options.ny
      ? await onlyHuvudman(store, options)
      : await huvudmanOf(store, namn, options, session);
    if (whose === undefined) return undefined;
    const compute = (underlag: Parameters<typeof ratta>[0]) => ratta(underlag, namn, rattning);
    return store.andraOrgan({ vad: 'rattat', av }, [{ huvudman: whose, compute }]);
  });
}

export async function sammanforOrgan(
  names: readonly [string, string],
  options: RattaOptions,
  command: Command,
  session: Session,
): Promise<void> {
  const period = periodOf(options);
  const [av, { json }] = [whoSays(options), options];
  await changeOrgan({ command, session, json }, UNCHANGED, async (store) => {
    const whose = await huvudmanOf(store, names[0], options, session);
    if (whose === undefined) return undefined;
    return store.andraOrgan({ vad: 'sammanfort', av }, [
      { huvudman: whose, compute: (underlag) => sammanfor(underlag, names, period) },
    ]);
  });
}

/** Whose body of that name is meant; undefined when none or several could be, which is answered. */
async function huvudmanOf(
  store: Store,
  namn: string,
  options: RattaOptions,
  session: Session,
): Promise<string | null | undefined> {
  const found = await store.organ(namn, options);
  if (found !== null && !('choices' in found)) return found.huvudman;
  await giveAnswer(session, found, {
    json: options.json,
    none: null,
    nothing: () => nothingCalled(store, { ...NO_ORGAN, namn }, options),
    several: `Flera huvudmän har något som heter ${namn}.`,
    text: () => '',
  });
  return undefined;
}

/** The one asked for, or the only one there is. */
async function onlyHuvudman(store: Store, { huvudman }: RattaOptions): Promise<string | null> {
  if (huvudman !== undefined) return huvudman === '' ? null : huvudman;
  const known = await store.organregister();
  const [only, ...others] = known;
  if (only !== undefined && others.length === 0) return only.huvudman;
  const names = known.map((one) => `"${one.huvudman ?? ''}"`).join(', ');
  throw new CommandError(
    `Hos vilken huvudman? Ange --huvudman.${names === '' ? '' : ` De som finns: ${names}.`}`,
    names === '' ? EXIT.wrongUsage : EXIT.choices,
  );
}
