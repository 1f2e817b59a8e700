import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECOND_MS } from '@academy/kernel';

const STEP_MS = 30 * SECOND_MS;
const DIGITS = 6;
/** A code of the step before or after is accepted too: clocks of telephones differ (RFC 6238 §5.2). */
const DRIFT_STEPS = 1;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a 30 s step: HOTP over HMAC-SHA-1 (RFC 4226 §5.3, RFC 6238), which is what authenticator apps do. */
export function totpCode(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The step whose code this is, later than `lastStep`, so that no code is accepted twice; undefined: none. Each comparison takes the same time. */
export function acceptedStep(secret: Buffer, code: string, nowMs: number, lastStep: number): number | undefined {
  const given = Buffer.from(/^\d{6}$/.test(code) ? code : 'xxxxxx');
  const current = Math.floor(nowMs / STEP_MS);
  let accepted: number | undefined;
  for (let step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step += 1) {
    const isSame = timingSafeEqual(given, Buffer.from(totpCode(secret, step)));
    if (isSame && step > lastStep) accepted ??= step;
  }
  return accepted;
}

/** Bytes in base32 without padding (RFC 4648 §6): how authenticator apps take a secret. */
export function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET[(value << (5 - bits)) & 31];
}

/** The address that an app reads from a QR code. */
export function totpAddress({ secret, issuer, account }: { secret: Buffer; issuer: string; account: string }): string {
  const query = new URLSearchParams({ secret: base32(secret), issuer, algorithm: 'SHA1', digits: String(DIGITS), period: '30' });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query}`;
}
