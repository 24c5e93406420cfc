/** Why a question about a body found nothing. */
import type { OfHuvudman, Store } from '../store/store.ts';
import { unknownHuvudman } from './huvudman.ts';

export async function nothingCalled(store: Store, namn: string, of: OfHuvudman): Promise<string> {
  const unknown = await unknownHuvudman(store, of);
  if (unknown !== null) return unknown;
  const where =
    of.huvudman === undefined ? '' : of.huvudman === '' ? ' utan huvudman' : ` hos ${of.huvudman}`;
  return `Inget i registret${where} heter ${namn}. Hela registret visas med: npm run -s expediera -- organ`;
}

/** Why a question with filters found nothing: a huvudman or a body that nobody knows; null when both are known. */
export async function unknownAsked(
  store: Store,
  { organ, huvudman }: OfHuvudman & { organ?: string | undefined },
): Promise<string | null> {
  const of = { huvudman };
  const unknown = await unknownHuvudman(store, of);
  if (unknown !== null || organ === undefined) return unknown;
  return (await store.organ(organ, of)) === null ? nothingCalled(store, organ, of) : null;
}
