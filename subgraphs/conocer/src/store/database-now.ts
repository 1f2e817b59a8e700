import type { Tx } from '@academy/platform/db';
import { sql } from 'drizzle-orm';

/** The time that the database has, of which there is one for all processes. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  if (row === undefined) throw new Error('The database did not say what time it is.');
  return new Date(row.now);
}
