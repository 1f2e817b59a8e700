import { Fault, isUuid, type PageRequest } from '@academy/kernel';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** What follows a page's cursor (instant, id) in a list that falls by both. Throws BAD_USER_INPUT for a cursor that no such list gave. */
export function isAfterInstant(page: PageRequest, at: SQLWrapper, rowId: SQLWrapper): SQL | undefined {
  if (page.after === undefined) return undefined;
  const [instant, id] = page.after;
  if (instant === undefined || !isUuid(id) || Number.isNaN(Date.parse(instant))) {
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  }
  return sql`(${at}, ${rowId}) < (${instant}::timestamptz, ${id}::uuid)`;
}
