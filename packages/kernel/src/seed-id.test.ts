import { expect, test } from 'vitest';
import { isUuid } from './ids.ts';
import { SEED_NAMESPACE, seedId, uuidV5 } from './seed-id.ts';

const DNS_NAMESPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('a name-based id agrees with the published example of version 5', () => {
  expect(uuidV5(DNS_NAMESPACE, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('a seed key has one id, and another key another', () => {
  expect(seedId('raices/user/alice')).toBe(uuidV5(SEED_NAMESPACE, 'raices/user/alice'));
  expect(seedId('raices/user/alice')).not.toBe(seedId('solaris/user/alice'));
});

test('a seed id is a UUID that the graph may hand out, and so is the namespace', () => {
  expect(isUuid(seedId('raices/user/Íñigo'))).toBe(true);
  expect(isUuid(SEED_NAMESPACE)).toBe(true);
});

test('a namespace that is not a UUID is a mistake of the caller', () => {
  expect(() => uuidV5('raices', 'alice')).toThrow(RangeError);
});
