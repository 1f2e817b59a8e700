import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

/**
 * What a key may be given: reading, in the column `service` of the permission matrix. Scopes of the platform itself (`tenant.read`,
 * `api-key.*`), the reveal of a CURP, and whatever judges, rules, submits or revokes are not among them, so no key can have them.
 */
export const API_KEY_SCOPES = ['profile.read', 'progress.read', 'certification.read', 'submission.status'] as const;

export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** The scopes, each once, in the order of the list. Refuses an empty list, which could do no more than a visitor. */
export function parseScopes(scopes: readonly ApiKeyScope[]): Result<ApiKeyScope[], InvalidInput> {
  const wanted = new Set(scopes);
  if (wanted.size > 0) return ok(API_KEY_SCOPES.filter((scope) => wanted.has(scope)));
  const message = 'At least one scope was expected, got none; what a key without scopes could read is public, and needs no key.';
  return fail({ kind: 'InvalidInput', field: 'scopes', message });
}

/** Those of these texts that are scopes of a key today: one that was given up opens nothing more. */
export function knownScopes(texts: readonly string[]): ApiKeyScope[] {
  return API_KEY_SCOPES.filter((scope) => texts.includes(scope));
}
