/** What the sub-commands of `expediera organ` take. */
import type { OfHuvudman } from '../store/store.ts';

/** What every change takes. */
export interface ChangeOptions extends OfHuvudman {
  av?: string;
  json?: boolean;
}
