/**
 * An API key as text: `acad_{publicId}{tenant}_{secret}{checksum}`, all base62. The tenant is in it, so that a key is looked for nowhere but
 * among its tenant's; the checksum lets scanners of source code tell a key from other text. Both are public: only the secret proves anything.
 */
export type ApiKeyParts = {
  /** Eleven characters: names the key within its tenant, and may be shown. */
  readonly publicId: string;
  readonly tenantId: string;
  /** 33 characters of base62: 192 random bits. */
  readonly secret: string;
};

/** Random bytes of a public id and of a secret. */
export const API_KEY_PUBLIC_BYTES = 8;
export const API_KEY_SECRET_BYTES = 24;

const FORM = /^acad_([0-9A-Za-z]{11})([0-9A-Za-z]{22})_([0-9A-Za-z]{33})([0-9A-Za-z]{6})$/;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const UUID_BYTES = 16;

/** A public id of `API_KEY_PUBLIC_BYTES` random bytes. */
export function apiKeyPublicId(bytes: Uint8Array): string {
  return encode(bytes, 11);
}

/** The text of a key with a secret of `API_KEY_SECRET_BYTES` random bytes. */
export function composeApiKey(of: { tenantId: string; publicId: string; secretBytes: Uint8Array }): string {
  const tenant = encode(Buffer.from(of.tenantId.replaceAll('-', ''), 'hex'), 22);
  const body = `acad_${of.publicId}${tenant}_${encode(of.secretBytes, 33)}`;
  return `${body}${checksumOf(body)}`;
}

/** What a person may see of a key: enough to tell it from others. */
export function apiKeyPrefix(publicId: string): string {
  return `acad_${publicId}`;
}

/** The parts of a key; undefined when the text is none: cut off, mistyped, or of another kind. Says nothing of whether the key is good. */
export function parseApiKey(text: string): ApiKeyParts | undefined {
  const [, publicId, tenant, secret, checksum] = FORM.exec(text) ?? [];
  if (publicId === undefined || tenant === undefined || secret === undefined) return undefined;
  if (checksum !== checksumOf(text.slice(0, -6))) return undefined;
  const hex = decode(tenant)
    .toString(16)
    .padStart(2 * UUID_BYTES, '0');
  if (hex.length > 2 * UUID_BYTES) return undefined;
  return { publicId, tenantId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret };
}

function encode(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  while (rest > 0n) {
    text = `${DIGITS[Number(rest % 62n)]}${text}`;
    rest /= 62n;
  }
  return text.padStart(length, '0');
}

function decode(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 62n + BigInt(DIGITS.indexOf(digit));
  return value;
}

/** FNV-1a of 32 bits, in six digits: it catches what is mistyped or cut off, and protects nothing. */
function checksumOf(body: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < body.length; at += 1) hash = Math.imul(hash ^ body.charCodeAt(at), 0x01000193) >>> 0;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(hash);
  return encode(bytes, 6);
}
