import { timingSafeEqual } from 'node:crypto';
import { type Clock, isUuid } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { apiKeyStatus, useToKeep } from '../domain/api-key-life.ts';
import { knownScopes } from '../domain/api-key-scopes.ts';
import { type ApiKeyRow, findApiKeyByPublicId, lockApiKey, saveApiKey } from './api-keys.ts';

/** What a good key gives: to the gateway alone. */
export type ApiKeyGrant = {
  readonly id: string;
  readonly publicId: string;
  readonly scopes: string[];
  /** When this very secret is good no more: the end of the key, or of the grace of a secret that was replaced. */
  readonly expiresAt: Date;
  readonly version: number;
};

const DIGEST = /^[0-9a-f]{64}$/;
/** Compared where there is no key or no secret before, so that each answer costs what every other does. */
const NO_DIGEST = '0'.repeat(64);

/** What the key of the tenant gives whose text has this SHA-256 (hex); undefined for one that is unknown, revoked, expired or replaced alike. */
export async function findApiKeyGrant(
  tx: Tx,
  of: { tenantId: string; publicId: string; digest: string },
  clock: Clock,
): Promise<ApiKeyGrant | undefined> {
  const row = await findApiKeyByPublicId(tx, of.tenantId, of.publicId);
  const now = clock.now();
  const isCurrent = isSame(of.digest, row?.digest);
  const isPrevious = isSame(of.digest, row?.previousDigest);
  if (row === undefined || apiKeyStatus(row, now) !== 'ACTIVE') return undefined;
  const { previousUntil } = row;
  if (isCurrent) return grantOf(row, row.expiresAt);
  if (!isPrevious || previousUntil === null || now >= previousUntil) return undefined;
  return grantOf(row, previousUntil);
}

/** The uses are kept, of each key at most one a minute. Unknown keys are left out. Answers how many were kept. */
export async function recordApiKeyUses(
  tx: Tx,
  tenantId: string,
  uses: readonly { id: string; usedAt: Date }[],
  clock: Clock,
): Promise<number> {
  let kept = 0;
  // In one order for everybody, so that two gateways that tell of the same keys do not wait for each other in a circle.
  for (const { id, usedAt } of uses.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const row = isUuid(id) ? await lockApiKey(tx, tenantId, id) : undefined;
    const lastUsedAt = row === undefined ? undefined : useToKeep(usedAt, row.lastUsedAt, clock.now());
    if (row === undefined || lastUsedAt === undefined) continue;
    await saveApiKey(tx, { ...row, lastUsedAt });
    kept += 1;
  }
  return kept;
}

function grantOf({ id, publicId, scopes, version }: ApiKeyRow, expiresAt: Date): ApiKeyGrant {
  return { id, publicId, scopes: knownScopes(scopes), expiresAt, version };
}

function isSame(given: string, kept: string | null | undefined): boolean {
  const expected = Buffer.from(kept ?? NO_DIGEST, 'hex');
  const presented = Buffer.from(DIGEST.test(given) ? given : NO_DIGEST, 'hex');
  return timingSafeEqual(presented, expected) && kept != null;
}
