import { hash, timingSafeEqual } from 'node:crypto';
import { type Clock, Fault, MINUTE_MS, SECOND_MS } from '@academy/kernel';
import { parseDictionary } from 'structured-headers';
import type { TenantRecord } from '../tenant.ts';
import { DIGESTS } from './body-digest.ts';
import { type PresentedSignature, readSignature } from './presented-signature.ts';
import { fieldValue, type SignedMessage } from './signed-message.ts';
import { ALGORITHM_NAMES, isSignatureOf } from './verify-value.ts';

/** Checks the signatures of requests to tenants that demand them. */
export type ClientSignatures = {
  /**
   * Resolves when the tenant demands no signature, or the request bears a good one that was not seen before. The request that opened a connection is
   * checked once, however often it is asked for. Rejects with Fault UNAUTHENTICATED, the same for every flaw, or UNAVAILABLE when
   * it cannot be told whether it was seen before.
   */
  check(message: SignedMessage | undefined, tenant: TenantRecord): Promise<void>;
};

/** Remembers nonces of a tenant's key for at least twice the window; answers whether this one is new. Rejects when it cannot tell. */
export type ClientNonces = { isNew(tenantId: string, nonce: string): Promise<boolean> };

/** The one answer to a request that is not signed as it must be. It names all that is looked at. */
export const UNSIGNED_MESSAGE =
  'Sign the request (RFC 9421): "@method"; "@target-uri", or "@authority", "@path" and "@query"; "content-digest" of a body; what is sent of ' +
  '"authorization", "x-api-key", "x-tenant-id"; with created (60 s at most), an unused nonce, and the keyid of a key of the tenant.';

/** A signature is good for this long after it was made, and its clock may be ahead by the second. */
const SIGNATURE_LIFE_MS = MINUTE_MS;
const CLOCK_TOLERANCE_MS = 5 * SECOND_MS;

/** Headers that a signature covers when they were sent: each says who asks. */
const CREDENTIAL_HEADERS = ['authorization', 'x-api-key', 'x-tenant-id'];

/** Checks over this memory of nonces; `scheme` is that of the address under which clients reach the gateway. */
export function createClientSignatures(options: {
  nonces: ClientNonces;
  scheme: 'http' | 'https';
  clock: Clock;
}): ClientSignatures {
  const { nonces, scheme, clock } = options;
  const checked = new WeakMap<SignedMessage, string>();

  return {
    async check(message, { id, settings }) {
      const { isRequired, keys } = settings.clientSignatures;
      if (!isRequired) return;
      if (message === undefined) throw refusal('it is not signed');
      if (checked.get(message) === id) return;
      const signature = readSignature(message, scheme);
      if (signature === undefined) throw refusal('its signature cannot be read');
      const nowMs = clock.now().getTime();
      const key = keys.find((candidate) => candidate.id === signature.keyId);
      if (key === undefined) throw refusal('the key is not registered');
      if (signature.algorithm !== undefined && signature.algorithm !== ALGORITHM_NAMES[key.algorithm]) {
        throw refusal('the key signs by another algorithm');
      }
      if (!isTimely(signature, nowMs)) throw refusal('it is stale');
      if (!coversEnough(signature, message)) throw refusal('something is not covered');
      if (!isBodyIntact(message)) throw refusal('the body is another');
      if (!isSignatureOf(signature.base, signature.value, key)) throw refusal('the signature is not by the key');
      // Last, so that nobody without a key can fill the memory.
      if (!(await isNew(id, `${key.id}\n${signature.nonce}`))) throw refusal('the nonce was used before');
      checked.set(message, id);
    },
  };

  async function isNew(tenantId: string, nonce: string): Promise<boolean> {
    try {
      return await nonces.isNew(tenantId, hash('sha256', nonce, 'base64url'));
    } catch (cause) {
      throw new Fault('UNAVAILABLE', 'Signatures cannot be checked now; try again shortly, with another nonce.', { cause });
    }
  }
}

function isTimely({ created, expires }: PresentedSignature, nowMs: number): boolean {
  const ageMs = nowMs - created * SECOND_MS;
  const isOver = expires !== undefined && nowMs >= expires * SECOND_MS;
  return ageMs <= SIGNATURE_LIFE_MS && ageMs >= -CLOCK_TOLERANCE_MS && !isOver;
}

function coversEnough({ components }: PresentedSignature, message: SignedMessage): boolean {
  const covers = (...names: string[]) => names.every((name) => components.includes(name));
  const hasQuery = message.target.includes('?');
  const coversTarget =
    covers('@target-uri') ||
    covers('@authority', '@request-target') ||
    covers('@authority', '@path', ...(hasQuery ? ['@query'] : []));
  const coversBody = message.bodyDigests === undefined || covers('content-digest');
  const sent = CREDENTIAL_HEADERS.filter((name) => fieldValue(message, name) !== undefined);
  return covers('@method', ...sent) && coversTarget && coversBody;
}

/** Whether each digest that the request tells of its body is right, and there is at least one that is not broken. RFC 9530 §2. */
function isBodyIntact(message: SignedMessage): boolean {
  const { bodyDigests } = message;
  if (bodyDigests === undefined) return true;
  const told = digestsTold(fieldValue(message, 'content-digest') ?? '');
  const known = Object.keys(DIGESTS).filter((name) => told?.has(name));
  return known.length > 0 && known.every((name) => isSame(told?.get(name), bodyDigests[name]));
}

function digestsTold(header: string): ReadonlyMap<string, unknown> | undefined {
  try {
    return new Map([...parseDictionary(header)].map(([name, [value]]) => [name, value]));
  } catch {
    return undefined;
  }
}

function isSame(told: unknown, base64: string | undefined): boolean {
  if (!(told instanceof ArrayBuffer) || base64 === undefined) return false;
  const [given, expected] = [Buffer.from(told), Buffer.from(base64, 'base64')];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refusal(why: string): Fault {
  return new Fault('UNAUTHENTICATED', UNSIGNED_MESSAGE, { cause: new Error(why) });
}
