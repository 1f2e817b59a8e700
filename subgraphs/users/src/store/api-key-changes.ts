import { hash, randomBytes } from 'node:crypto';
import { apiKeyChanged } from '@academy/contracts';
import {
  API_KEY_PUBLIC_BYTES,
  API_KEY_SECRET_BYTES,
  apiKeyPublicId,
  type Clock,
  composeApiKey,
  fail,
  isUuid,
  ok,
  type Result,
  SECOND_MS,
} from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { MAX_API_KEYS, mayRotate, parseExpiry, parseGrace } from '../domain/api-key-life.ts';
import { parseApiKeyName } from '../domain/api-key-name.ts';
import { type ApiKeyScope, parseScopes } from '../domain/api-key-scopes.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { apiKeys } from '../tables/access.ts';
import { type ApiKeyRow, countActiveApiKeys, lockApiKey, saveApiKey } from './api-keys.ts';
import { type Actor, recordAct } from './audit.ts';
import { lockTenant } from './tenants.ts';

/** A key, and the one time that its text is at hand. */
export type IssuedApiKey = { readonly id: string; readonly text: string };

const NO_SUCH_KEY: NotFound = { kind: 'NotFound', message: 'There is no such API key in your tenant; list them with apiKeys.' };

/** The actor's tenant has one key more, and it is on record who made it. Refuses more than `MAX_API_KEYS` that are good at the same time. */
export async function createApiKey(
  tx: Tx,
  actor: Actor,
  request: { name: string; scopes: readonly ApiKeyScope[]; expiresAt?: Date | null | undefined },
  clock: Clock,
): Promise<Result<IssuedApiKey, InvalidInput | InvalidState>> {
  const now = clock.now();
  const name = parseApiKeyName(request.name);
  if (!name.ok) return name;
  const scopes = parseScopes(request.scopes);
  if (!scopes.ok) return scopes;
  const expiresAt = parseExpiry(request.expiresAt, now);
  if (!expiresAt.ok) return expiresAt;
  // Two who create at the same time would otherwise both find room for one more.
  await lockTenant(tx, actor.tenantId);
  if ((await countActiveApiKeys(tx, actor.tenantId, now)) >= MAX_API_KEYS) {
    const message = `A tenant may have ${MAX_API_KEYS} API keys that are good at the same time; revoke one that is not used.`;
    return fail({ kind: 'InvalidState', message });
  }
  const publicId = apiKeyPublicId(randomBytes(API_KEY_PUBLIC_BYTES));
  const text = newText(actor, publicId);
  const id = newId();
  await tx.insert(apiKeys).values({
    tenantId: actor.tenantId,
    id,
    publicId,
    name: name.value,
    scopes: scopes.value,
    digest: hash('sha256', text),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    expiresAt: expiresAt.value,
  });
  await recordAct(tx, actor, { action: 'api-key.create', subjectId: id, at: now });
  return ok({ id, text });
}

/**
 * The key has another secret; the one before works on for the grace, and the one before that no longer. The gateway will hear of it.
 * Name, scopes, public id and end stay.
 */
export async function rotateApiKey(
  tx: Tx,
  actor: Actor,
  request: { id: string; graceSeconds?: number | null | undefined },
  clock: Clock,
): Promise<Result<IssuedApiKey, InvalidInput | InvalidState | NotFound>> {
  const now = clock.now();
  const grace = parseGrace(request.graceSeconds);
  if (!grace.ok) return grace;
  const before = isUuid(request.id) ? await lockApiKey(tx, actor.tenantId, request.id) : undefined;
  if (before === undefined) return fail(NO_SUCH_KEY);
  const may = mayRotate(before, now);
  if (!may.ok) return may;
  const text = newText(actor, before.publicId);
  const hasGrace = grace.value > 0;
  await change(tx, actor, {
    ...before,
    digest: hash('sha256', text),
    previousDigest: hasGrace ? before.digest : null,
    previousUntil: hasGrace ? new Date(Math.min(now.getTime() + grace.value * SECOND_MS, before.expiresAt.getTime())) : null,
    version: before.version + 1,
    rotatedAt: now,
  });
  await recordAct(tx, actor, { action: 'api-key.rotate', subjectId: before.id, at: now });
  return ok({ id: before.id, text });
}

/** The key is good no more, and neither is the secret before; the gateway will hear of it. One that was revoked stays as it was. */
export async function revokeApiKey(
  tx: Tx,
  actor: Actor,
  request: { id: string; reason: string },
  clock: Clock,
): Promise<Result<ApiKeyRow, InvalidInput | NotFound>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const before = isUuid(request.id) ? await lockApiKey(tx, actor.tenantId, request.id) : undefined;
  if (before === undefined) return fail(NO_SUCH_KEY);
  if (before.revokedAt !== null) return ok(before);
  const now = clock.now();
  const revoked: ApiKeyRow = {
    ...before,
    previousDigest: null,
    previousUntil: null,
    version: before.version + 1,
    revokedAt: now,
  };
  await change(tx, actor, revoked);
  await recordAct(tx, actor, { action: 'api-key.revoke', subjectId: before.id, reason: reason.value, at: now });
  return ok(revoked);
}

function newText({ tenantId }: Actor, publicId: string): string {
  return composeApiKey({ tenantId, publicId, secretBytes: randomBytes(API_KEY_SECRET_BYTES) });
}

async function change(tx: Tx, actor: Actor, row: ApiKeyRow): Promise<void> {
  await saveApiKey(tx, row);
  await emit(tx, apiKeyChanged, {
    tenantId: actor.tenantId,
    subject: row.id,
    occurredAt: row.revokedAt ?? row.rotatedAt ?? row.createdAt,
    data: { publicId: row.publicId, version: row.version, isRevoked: row.revokedAt !== null },
  });
}
