import { randomBytes } from 'node:crypto';

/** As Standard Webhooks recommends: 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** A secret that deliveries are signed with, in Standard Webhooks' form: `whsec_` and 32 random bytes in base64. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}
