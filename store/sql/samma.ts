/** Items of several files that are one. */
import { type RawBuilder, sql } from 'kysely';

/** The pk of the item that an item (called `i`) is one with; its own where it is one by itself. */
export const sameItem = (): RawBuilder<number> => sql`i.pk`;
