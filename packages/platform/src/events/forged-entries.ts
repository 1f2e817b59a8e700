import { createHash } from 'node:crypto';
import { DAY_MS, HOUR_MS, MINUTE_MS, PLATFORM_TENANT_ID } from '@academy/kernel';
import { and, count, gt, like, lt } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { deadLetters } from '../db/platform-tables.ts';
import { derivedId } from '../ids/index.ts';

/** So many forged entries are kept an hour, by all consumers of one island together; the rest is counted only, lest a forger fill the table. */
const MOST_AN_HOUR = 100;
/** They are kept this long. */
const KEPT_MS = 30 * DAY_MS;
/** What is kept of one: enough to tell where it came from. */
const MOST_FIELDS = 8;
const MOST_CHARACTERS = 256;
const SOURCE = 'forged:';

/** Keeps entries of streams that are not signed by us. */
export type ForgedEntries = {
  /** Resolves with whether the entry is kept: not when there are too many, or when it was kept before. Rejects as `Database.inTenant` does. */
  keep(stream: string, entryId: string, fields: readonly string[]): Promise<boolean>;
};

/**
 * Keeps forged entries as dead letters of the platform itself, for the tenant that such an entry names is not to be believed. Their payload is the
 * beginning of what came, and the digest of all of it.
 */
export function createForgedEntries(database: Database): ForgedEntries {
  let fullUntilMs = 0;
  return {
    async keep(stream, entryId, fields) {
      // Without a word to the database while it is full.
      if (Date.now() < fullUntilMs) return false;
      return database.inTenant(PLATFORM_TENANT_ID, 'write', async (tx) => {
        const nowMs = Date.now();
        const ours = like(deadLetters.source, `${SOURCE}%`);
        await tx.delete(deadLetters).where(and(ours, lt(deadLetters.buriedAt, new Date(nowMs - KEPT_MS))));
        const recent = and(ours, gt(deadLetters.buriedAt, new Date(nowMs - HOUR_MS)));
        const [row] = await tx.select({ kept: count() }).from(deadLetters).where(recent);
        if ((row?.kept ?? 0) >= MOST_AN_HOUR) {
          fullUntilMs = nowMs + MINUTE_MS;
          return false;
        }
        const kept = await tx
          .insert(deadLetters)
          .values({
            tenantId: PLATFORM_TENANT_ID,
            // The same for an entry that comes again, after a crash or to another consumer.
            id: derivedId(PLATFORM_TENANT_ID, `${stream} ${entryId}`),
            source: `${SOURCE}${stream}`.slice(0, 200),
            reference: entryId,
            payload: payloadOf(fields),
            error: 'not signed by any of our keys, or no event',
            attempts: 1,
          })
          .onConflictDoNothing()
          .returning({ id: deadLetters.id });
        return kept.length > 0;
      });
    },
  };
}

function payloadOf(fields: readonly string[]) {
  const digest = createHash('sha256');
  let characters = 0;
  for (const field of fields) {
    // With its length before it, so that no two lists of fields are alike once joined.
    digest.update(`${field.length}:${field}`);
    characters += field.length;
  }
  const shown = fields.slice(0, 2 * MOST_FIELDS).map(shorten);
  return { fields: shown, characters, sha256: digest.digest('hex') };
}

function shorten(text: string): string {
  // PostgreSQL keeps neither NUL nor half of a surrogate pair.
  return text.slice(0, MOST_CHARACTERS).replaceAll('\0', '␀').toWellFormed();
}
