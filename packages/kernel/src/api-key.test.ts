import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  API_KEY_PUBLIC_BYTES,
  API_KEY_SECRET_BYTES,
  apiKeyPrefix,
  apiKeyPublicId,
  composeApiKey,
  parseApiKey,
} from './api-key.ts';

const tenantId = '01956f00-0000-7000-8000-00000000abcd';
function compose() {
  const publicId = apiKeyPublicId(randomBytes(API_KEY_PUBLIC_BYTES));
  return { publicId, text: composeApiKey({ tenantId, publicId, secretBytes: randomBytes(API_KEY_SECRET_BYTES) }) };
}

test('a key tells its public id and its tenant, and begins with what may be shown', () => {
  for (let n = 0; n < 200; n += 1) {
    const { publicId, text } = compose();
    expect(text).toMatch(/^acad_[0-9A-Za-z]{33}_[0-9A-Za-z]{39}$/);
    expect(parseApiKey(text)).toMatchObject({ publicId, tenantId });
    expect(text.startsWith(apiKeyPrefix(publicId))).toBe(true);
  }
});

test('the least and the greatest bytes keep their length', () => {
  for (const byte of [0, 255]) {
    const id = byte === 0 ? '00000000-0000-0000-0000-000000000000' : 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    const publicId = apiKeyPublicId(Buffer.alloc(API_KEY_PUBLIC_BYTES, byte));
    const text = composeApiKey({ tenantId: id, publicId, secretBytes: Buffer.alloc(API_KEY_SECRET_BYTES, byte) });
    expect(parseApiKey(text)).toMatchObject({ tenantId: id, publicId });
  }
});

test('what was cut off, mistyped, or is of another kind is no key', () => {
  const { text } = compose();
  const other = text.endsWith('0') ? '1' : '0';
  for (const wrong of [
    '',
    'key',
    text.slice(0, -1),
    `${text}0`,
    `${text.slice(0, -1)}${other}`,
    text.replace('acad_', 'acme_'),
  ]) {
    expect(parseApiKey(wrong)).toBeUndefined();
  }
  const at = 45;
  const changed = text[at] === 'x' ? 'y' : 'x';
  expect(parseApiKey(`${text.slice(0, at)}${changed}${text.slice(at + 1)}`)).toBeUndefined();
});
