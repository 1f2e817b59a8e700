import { Fault, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { Loaders } from '../../store/loaders.ts';
import { mutable } from '../newest-first.ts';

const SCOPE = 'history';

type Args = { first?: number | null | undefined; after?: string | null | undefined; afterSeq?: number | null | undefined };

/** A page of a case's history, oldest first. Throws BAD_USER_INPUT when there is no such page. */
export async function historyConnection(certificationId: string, args: Args, loaders: Loaders) {
  const page = pageOrFault(SCOPE, 1, args);
  const { afterSeq } = args;
  const isGiven = afterSeq !== undefined && afterSeq !== null;
  if (isGiven && page.after !== undefined) throw new Fault('BAD_USER_INPUT', 'Either after or afterSeq was expected, not both.');
  const after = isGiven ? afterSeq : Number(page.after?.[0] ?? 0);
  if (!Number.isSafeInteger(after) || after < 0) {
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned, and afterSeq 0 or more.');
  }
  const rows = await loaders.history.load({ certificationId, after, size: page.size });
  const start = after > 0 ? { size: page.size, after: [String(after)] } : page;
  return mutable(toConnection(SCOPE, start, rows, (row) => [String(row.seq)]));
}
