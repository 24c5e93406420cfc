/** What of a file a visitor is not shown. */
import type { FileMask } from '../../mask/file.ts';
import { isRegistrator } from '../besokare.ts';
import type { DeskEnv } from '../deps.ts';

/**
 * What this visitor is not shown of the file; null: nothing is hidden, and the original is theirs too. Where nobody says
 * what a läsare may see (`context.var.mask`), they see no page at all.
 */
export async function maskOf(visitor: DeskEnv['Variables'], sha256: string): Promise<FileMask | null> {
  if (visitor.mask) return visitor.mask(sha256);
  return isRegistrator(visitor.besokare) ? null : async () => null;
}
