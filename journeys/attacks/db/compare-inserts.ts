import { openDatabase } from '@academy/platform/db';
import { runFor, type SqlTarget } from './play-sql.ts';

/** Two keys to insert as tenant A: one that tenant B uses, one that nobody does. */
export type InsertPair = { readonly used: string; readonly unused: string };

/**
 * What PostgreSQL says to each of two inserts: whether they went well, and if not, the SQLSTATE. A difference tells that the other tenant has the
 * key. Both are undone.
 */
export async function compareInserts(inserts: InsertPair, target: SqlTarget): Promise<{ used: string; unused: string }> {
  const database = openDatabase({ url: target.urls.app_user, maxConnections: 1, name: 'attack' });
  try {
    return { used: await answerTo(inserts.used), unused: await answerTo(inserts.unused) };
  } finally {
    await database.close();
  }

  async function answerTo(insert: string): Promise<string> {
    // The rollback is an error of ours, after the insert had its answer.
    const { sqlstate, message } = await runFor(database, `${insert}; select 1 / 0`, 'A', target);
    return sqlstate === '22012' ? 'inserted' : `${sqlstate}: ${message?.replaceAll(/"[^"]*"/g, '…') ?? ''}`;
  }
}
