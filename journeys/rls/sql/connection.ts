import type { acrossTenants, Database } from '@academy/platform/db';

/** A connection that statements are sent through as text. */
export type Sql = Database['pool'];

/** The same inside of a transaction. */
export type Transaction = Parameters<typeof acrossTenants>[0];
