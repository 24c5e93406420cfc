/** Which lines an address asks for, and what of them the visitor sees. */
import type { Context } from 'hono';
import { offentlig } from '../../../diarium/rader/masking.ts';
import type { Urval } from '../../../diarium/rader/urval.ts';
import type { Diarierad, DiariumAnswer } from '../../../store/diarium.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskDeps, DeskEnv } from '../deps.ts';
import { query } from '../parts/addresses.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filters of an address; what is no day is left out. */
export function urvalOf(given: { readonly [name: string]: string | undefined }): Urval {
  const text = (name: string): string | undefined => given[name]?.trim() || undefined;
  const day = (name: string): string | undefined => (DAY.test(given[name] ?? '') ? given[name] : undefined);
  const { status } = given;
  return {
    ...{ diarienummer: text('diarienummer'), organ: text('organ'), from: day('from'), to: day('to') },
    huvudman: given.huvudman,
    status: status === 'foreslagen' || status === 'bekraftad' ? status : undefined,
    saknas: given.saknas !== undefined && given.saknas !== '' ? true : undefined,
  };
}

/** The filters as an address has them. */
export const asQuery = (
  { saknas, ...rest }: Urval,
  over: { readonly [name: string]: string | number | undefined } = {},
): string => query({ ...rest, saknas: saknas ? 'ja' : undefined, ...over });

/**
 * The lines asked for, in the order of the register. A läsare sees the public part: what is confirmed, masked where
 * needed.
 *
 * @param asPublic also a registrator asks for the public part
 */
export async function linesFor(
  context: Context<DeskEnv>,
  { diarieregel }: Pick<DeskDeps, 'diarieregel'>,
  urval: Urval,
  asPublic = false,
): Promise<DiariumAnswer> {
  const isPublic = asPublic || !isRegistrator(context.var.besokare);
  const status = isPublic ? 'bekraftad' : urval.status;
  const answer = await context.var.store.diarium({ ...urval, status, regel: diarieregel });
  const rader = answer.rader.map((rad): Diarierad => (isPublic ? offentlig(rad) : rad));
  return { total: answer.total, rader, losa: isPublic ? [] : answer.losa };
}

/** The newest first, those without a day before them. */
export function newestFirst(rader: readonly Diarierad[]): Diarierad[] {
  const none = rader.filter(({ datum }) => datum === null);
  return [...none, ...rader.filter(({ datum }) => datum !== null).reverse()];
}
