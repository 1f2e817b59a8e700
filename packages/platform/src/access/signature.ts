import { createHmac, createSecretKey, type Hmac, hash, type KeyObject, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Clock, isPersona, isUuid, type Principal } from '@academy/kernel';

/** A signing key; the newest signs, every one of the ring verifies. */
export type SigningKey = { readonly id: string; readonly secret: string };

/** What a signature covers of one call. */
export type SignedCall = { readonly method: string; readonly path: string; readonly body: string | Uint8Array };

/** Header names of a signed gateway → island call. The shape follows RFC 9421 (created, nonce, keyid, content digest covered). */
export const SIGNATURE_HEADERS = {
  principal: 'x-academy-principal',
  created: 'x-academy-created',
  nonce: 'x-academy-nonce',
  keyId: 'x-academy-key-id',
  signature: 'x-academy-signature',
} as const;

/** A signed call is good for this long, before and after its time of creation. */
export const SIGNATURE_WINDOW_MS = 60_000;

type SignedHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Remembers nonces for at least twice the window. Answers true when the nonce is new. */
export type NonceMemory = { isNew(nonce: string): Promise<boolean> };

type Refusal<Reason> = { readonly isValid: false; readonly reason: Reason };

export type Verification =
  | { readonly isValid: true; readonly principal: Principal }
  | Refusal<'missing' | 'unknown-key' | 'stale' | 'forged' | 'replayed'>;

/** A call whose signature is good; whether it came before is not known yet. */
export type CheckedSignature =
  | { readonly isValid: true; readonly principal: Principal; readonly nonce: string }
  | Refusal<'missing' | 'unknown-key' | 'stale' | 'forged'>;

const encoded = new WeakMap<Principal, string>();

/** A principal as text: equal for two principals that say the same of the same caller. Computed once per object, which must not change. */
export function encodePrincipal(principal: Principal): string {
  let text = encoded.get(principal);
  if (text === undefined) {
    text = Buffer.from(JSON.stringify(principal)).toString('base64url');
    encoded.set(principal, text);
  }
  return text;
}

/** The headers that make an island believe who asks. */
export function signCall(call: SignedCall, principal: Principal, key: SigningKey, clock: Clock): Record<string, string> {
  const fields = {
    principal: encodePrincipal(principal),
    created: String(clock.now().getTime()),
    nonce: randomUUID(),
    keyId: key.id,
  };
  return {
    [SIGNATURE_HEADERS.principal]: fields.principal,
    [SIGNATURE_HEADERS.created]: fields.created,
    [SIGNATURE_HEADERS.nonce]: fields.nonce,
    [SIGNATURE_HEADERS.keyId]: fields.keyId,
    [SIGNATURE_HEADERS.signature]: mac(call, fields, key.secret).digest('base64url'),
  };
}

/**
 * Tells who signed a call, or why it is not to be believed. The nonce is looked up last, so that a forged call cannot fill the memory.
 * Rejects when the memory of nonces cannot be reached: the call must then be refused.
 */
export async function verifyCall(
  call: SignedCall,
  headers: SignedHeaders,
  ring: readonly SigningKey[],
  nonces: NonceMemory,
  clock: Clock,
): Promise<Verification> {
  const signed = checkSignature(call, headers, ring, clock);
  if (!signed.isValid) return signed;
  if (!(await nonces.isNew(signed.nonce))) return { isValid: false, reason: 'replayed' };
  return { isValid: true, principal: signed.principal };
}

/** The same without the nonce: a replayed call passes, so nothing may be done for it, nor told, before its nonce was looked up. */
export function checkSignature(
  call: SignedCall,
  headers: SignedHeaders,
  ring: readonly SigningKey[],
  clock: Clock,
): CheckedSignature {
  const principal = headers[SIGNATURE_HEADERS.principal];
  const created = headers[SIGNATURE_HEADERS.created];
  const nonce = headers[SIGNATURE_HEADERS.nonce];
  const keyId = headers[SIGNATURE_HEADERS.keyId];
  const signature = headers[SIGNATURE_HEADERS.signature];
  if (
    typeof principal !== 'string' ||
    typeof created !== 'string' ||
    typeof nonce !== 'string' ||
    nonce.length > 64 ||
    typeof keyId !== 'string' ||
    typeof signature !== 'string'
  ) {
    return { isValid: false, reason: 'missing' };
  }
  const key = ring.find((candidate) => candidate.id === keyId);
  if (key === undefined) return { isValid: false, reason: 'unknown-key' };
  const ageMs = Math.abs(clock.now().getTime() - Number(created));
  if (!Number.isFinite(ageMs) || ageMs > SIGNATURE_WINDOW_MS) return { isValid: false, reason: 'stale' };
  const expected = mac(call, { principal, created, nonce, keyId }, key.secret).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { isValid: false, reason: 'forged' };
  const who = readPrincipal(principal);
  if (who === undefined) return { isValid: false, reason: 'forged' };
  return { isValid: true, principal: who, nonce };
}

function mac(
  call: SignedCall,
  fields: { principal: string; created: string; nonce: string; keyId: string },
  secret: string,
): Hmac {
  const digest = hash('sha256', call.body, 'base64url');
  const covered = [call.method, call.path, digest, fields.principal, fields.created, fields.nonce, fields.keyId];
  return createHmac('sha256', keyOf(secret)).update(covered.join('\n'));
}

const keys = new Map<string, KeyObject>();

/** The secret as a key, made once: a process knows the few secrets of its ring. */
function keyOf(secret: string): KeyObject {
  let key = keys.get(secret);
  if (key === undefined) {
    key = createSecretKey(secret, 'utf8');
    keys.set(secret, key);
  }
  return key;
}

function readPrincipal(encoded: string): Principal | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const principal = parsed as Principal;
  if (!isUuid(principal.tenantId)) return undefined;
  switch (principal.kind) {
    case 'anonymous':
      return { kind: 'anonymous', tenantId: principal.tenantId };
    case 'user':
      return isUuid(principal.userId) &&
        isPersona(principal.persona) &&
        (principal.impersonatorId === undefined || isUuid(principal.impersonatorId))
        ? principal
        : undefined;
    case 'service':
      return typeof principal.service === 'string' && Array.isArray(principal.scopes) ? principal : undefined;
    default:
      return undefined;
  }
}
