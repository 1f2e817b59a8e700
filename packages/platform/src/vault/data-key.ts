import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { decrypt, encrypt, KEY_BYTES } from './envelope.ts';

/** Whose key it is. `subject` is a person's id, or the tenant's own id for the tenant's secrets. */
export type KeyOwner = { readonly tenantId: string; readonly subject: string; readonly version: number };

const FORMAT = 's1';
const FIELD = /^[a-z][a-zA-Z0-9.-]{0,63}$/;

/**
 * The key of one subject, in memory. What it seals is bound to tenant, subject, field and key version: moved to another row or column it does not open.
 * Nothing of it shows in a log or in JSON.
 */
export class DataKey {
  readonly #key: KeyObject;
  readonly #owner: KeyOwner;

  constructor(key: Buffer, owner: KeyOwner) {
    if (key.length !== KEY_BYTES) throw new RangeError(`A data key of ${KEY_BYTES} bytes was expected, got ${key.length}.`);
    this.#key = createSecretKey(key);
    this.#owner = owner;
  }

  /** A text to keep: `s1.<key version>.<base64url>`. Sealing the same text again gives another. Throws RangeError on a field that is no plain name. */
  seal(field: string, text: string): string {
    return `${FORMAT}.${this.#owner.version}.${encrypt(this.#key, this.#bound(field), Buffer.from(text, 'utf8')).toString('base64url')}`;
  }

  /** What was sealed. Throws when it was changed, or was sealed under another key or for another field; the message says which field and holds no value. */
  open(field: string, sealed: string): string {
    const [format, version, body] = sealed.split('.');
    const clear =
      format === FORMAT && version === String(this.#owner.version) && body !== undefined
        ? decrypt(this.#key, this.#bound(field), Buffer.from(body, 'base64url'))
        : undefined;
    if (clear === undefined) {
      throw new Error(
        `A sealed ${field} of ${this.#owner.subject} does not open with key version ${this.#owner.version}: it was changed, or sealed for another subject, field or version.`,
      );
    }
    return clear.toString('utf8');
  }

  /** HMAC-SHA-256 of the text under a key that follows from this one for this purpose alone; 43 characters of base64url. */
  fingerprint(purpose: string, text: string): string {
    const derived = hkdfSync('sha256', this.#key, '', `academy blind index ${purpose}`, KEY_BYTES);
    return createHmac('sha256', Buffer.from(derived)).update(text, 'utf8').digest('base64url');
  }

  #bound(field: string): string {
    if (!FIELD.test(field))
      throw new RangeError(`A field name of letters, digits, dots and hyphens was expected, got "${field}".`);
    const { tenantId, subject, version } = this.#owner;
    return `${tenantId}|${subject}|${field}|${version}`;
  }
}

/** What a wrapped data key is bound to. */
export function wrappingContext({ tenantId, subject, version }: KeyOwner): string {
  return `academy data key|${tenantId}|${subject}|${version}`;
}
