/** What an application needs where its pages are not asked for: a store that tells how it stands, and nothing else. */
import type { AppDeps } from '../../server/app.ts';
import type { StatusAnswer } from '../../store/store.ts';
import { status } from '../store/status-answer.ts';

export const storeThatSays = (
  says: () => Promise<StatusAnswer> = async () => status,
): Pick<AppDeps, 'store' | 'blobs' | 'engine'> => ({
  store: { status: says } as AppDeps['store'],
  blobs: {} as AppDeps['blobs'],
  engine: async () => null,
});
